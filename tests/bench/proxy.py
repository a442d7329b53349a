"""The rooms' proxy beside a bare MPD: how much slower are its answers, and what does it take up, whatever the crowd?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.mpd.answers import CHANGES, LONG, PIPELINED, READS, SEARCH
from tests.bench.mpd.beside import PLAYED, Scene, scene, where
from tests.tools.rigs import mpds

from .form import Aim, Result, Row, at_least, at_most
from .mpd import answers, presence

SONGS, QUEUE, IDLERS, SLOW = 50_000, 16_384, 100, 8
LIBRARY = {LONG: f"{SONGS} songs", SEARCH: "a third of them"}
CHANGED = {CHANGES: f"{QUEUE} songs"}

ADDED = 0.5
"""Milliseconds that an answer may take longer, in the middle."""

SPEED = 0.8
"""Times a bare server's, for long answers."""

RATE = 1000.0
"""Commands a second that are sent all at once."""

STALLED = 500.0
"""Milliseconds that any other client may have to wait while a whole library is put into the queue."""

GROWTH, SLOW_GROWTH = 8.0, 32.0
"""MiB that one long answer may take, and several that are read slowly at the same time."""

STOPPED, IDLING, PLAYING, CROWDED = 2.0, 1.0, 6.0, 50.0
"""% of a core: two rooms, what clients add that idle, two that play, and a whole house that does."""

TOLD, APART = 50.0, 10.0
"""Milliseconds: until nearly all who idle have heard of an event, and between the first and the last of many rooms."""


@dataclass(frozen=True)
class Plan:
    """How often each thing is done, how many commands are sent at once, for how many seconds what costs is watched,
    how long a slow client waits before each piece, and how many rooms are in a house."""

    round_trips: int
    at_once: int
    answers: int
    events: int
    watched: float
    pause: float
    rooms: int


QUICK = Plan(round_trips=100, at_once=500, answers=2, events=5, watched=1.5, pause=0.003, rooms=6)
WHOLE = Plan(round_trips=2000, at_once=4000, answers=7, events=30, watched=10.0, pause=0.03, rooms=16)


def run(quick: bool) -> Result:
    """RuntimeError where there is no MPD."""
    if reason := mpds.missing():
        raise RuntimeError(reason)
    plan = QUICK if quick else WHOLE
    with scene(SONGS, QUEUE) as both:
        rows = list(_rows(both, plan))
    rows += presence.house(plan.rooms, plan.watched)
    return Result(rows, list(_aims(rows, plan.rooms)), _NOTES)


def _rows(both: Scene, plan: Plan) -> Iterator[Row]:
    yield from presence.at_rest(both, plan.watched, IDLERS)
    yield from presence.events(both, IDLERS, plan.events)
    for address, rooms in ((both.proxy.address, both.rooms), (where(both.bare), [both.bare])):
        presence.play(address, rooms, *(song.file for song in PLAYED))
    yield from presence.playing(both, plan.watched)
    yield from answers.memory(both, LIBRARY, SLOW, plan.pause)
    yield from answers.round_trips(both, plan.round_trips)
    yield from answers.pipelined(both, plan.at_once, plan.answers)
    yield from answers.lengthy(both, LIBRARY, plan.answers)
    yield from answers.fill(both, QUEUE)
    yield from answers.lengthy(both, CHANGED, plan.answers)


def _aims(rows: Sequence[Row], house: int) -> Iterator[Aim]:
    found = {(str(row["what"]), str(row["of"])): row for row in rows}

    def figure(what: str, of: str, column: str = "proxy") -> float:
        return float(found[what, of][column] or 0)

    for command in READS:
        yield at_most(f"{command}: added p50", figure(command, "p50", "added"), "ms", ADDED)
    for command, of in (LIBRARY | CHANGED).items():
        what = command.split()[0]
        yield at_least(f"{what}: speed", figure(what, of, "times"), "times", SPEED)
    yield at_most(f"{LONG}: memory", figure(LONG, f"{LIBRARY[LONG]}: memory"), "MiB", GROWTH)
    yield at_most(f"{SLOW} slow clients: memory", figure(LONG, f"{SLOW} slow clients: memory"), "MiB", SLOW_GROWTH)
    yield at_most(f"ping while {QUEUE} songs are added", figure("ping", "meanwhile, max"), "ms", STALLED)
    for command in PIPELINED:
        yield at_least(f"{command}: pipelined", figure(command, "pipelined"), "1/s", RATE)
    rest, crowd = figure("2 rooms", "stopped"), figure("2 rooms", f"stopped, {IDLERS} idle")
    yield at_most("2 rooms, stopped", rest, "% of a core", STOPPED)
    yield at_most(f"{IDLERS} idle: added", crowd - rest, "% of a core", IDLING)
    yield at_most("2 rooms, playing", figure("2 rooms", "playing"), "% of a core", PLAYING)
    yield at_most(f"{IDLERS} hear of an event: p95", figure(f"event to {IDLERS}", "p95"), "ms", TOLD)
    yield at_most(f"{house} rooms, playing", figure(f"{house} rooms", "playing"), "% of a core", CROWDED)
    yield at_least(f"{house} rooms: together", figure(f"{house} rooms", "together"), "rooms", house)
    yield at_most(f"{house} rooms: apart", figure(f"{house} rooms", "apart"), "ms", APART)


_NOTES = [
    "The bare server knows and plays the same as the rooms, on the same machine. Speed and rates are those in the "
    "middle.\nMemory: by how much the proxy's grows meanwhile, at most.",
    "Apart: what the rooms themselves say of their places in the song, asked over and over, since it goes in steps.",
]
