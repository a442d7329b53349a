"""Reply times, throughput, memory and processor time of the rooms' proxy, with up to 100 clients and 16 rooms.

Aims: replies at most 0.5 ms later in the median; 0.8 of the bare server's throughput for long replies; 1,000 pipelined
commands per second; at most 8 MiB for a long reply; no client waits over 500 ms while a library is queued; 100 idle
clients notified within 50 ms (p95); 2, 6 and 50 % of a core for 2 stopped, 2 playing and 16 playing rooms, the 16
within 10 ms of each other.

Baseline: a bare MPD server with the same songs on the same machine.

Needs: mpd.
"""

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

ADDED_MS = 0.5
"""How much later a reply may be than the bare server's, in the median."""

SPEED = 0.8
"""The least throughput of long replies, as a multiple of the bare server's."""

RATE = 1000.0
"""The least throughput of pipelined commands, per second."""

STALLED_MS = 500.0
"""The longest reply time of other clients while a whole library is added to the queue."""

GROWTH_MIB, SLOW_GROWTH_MIB = 8.0, 32.0
"""Memory for one long reply, and for several that are read slowly at the same time."""

STOPPED, IDLING, PLAYING, CROWDED = 2.0, 1.0, 6.0, 50.0
"""% of a core: for two stopped rooms, added by idle clients, for two playing rooms, and for a house that plays."""

NOTIFIED_MS, APART_MS = 50.0, 10.0
"""Until 95 % of idle clients are notified of an event, and between the first and the last of many rooms."""


@dataclass(frozen=True)
class Plan:
    """How often each thing is measured, how many commands are pipelined, for how many seconds (`watched`) processor
    time is measured, the `pause` of a slow client before each piece in s, and the number of rooms in a house."""

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
    """RuntimeError without MPD."""
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
        yield at_most(f"{command}: added p50", figure(command, "p50", "added"), "ms", ADDED_MS)
    for command, of in (LIBRARY | CHANGED).items():
        what = command.split()[0]
        yield at_least(f"{what}: speed", figure(what, of, "times"), "times", SPEED)
    yield at_most(f"{LONG}: memory", figure(LONG, f"{LIBRARY[LONG]}: memory"), "MiB", GROWTH_MIB)
    yield at_most(f"{SLOW} slow clients: memory", figure(LONG, f"{SLOW} slow clients: memory"), "MiB", SLOW_GROWTH_MIB)
    yield at_most(f"ping while {QUEUE} songs are added", figure("ping", "meanwhile, max"), "ms", STALLED_MS)
    for command in PIPELINED:
        yield at_least(f"{command}: pipelined", figure(command, "pipelined"), "1/s", RATE)
    rest, crowd = figure("2 rooms", "stopped"), figure("2 rooms", f"stopped, {IDLERS} idle")
    yield at_most("2 rooms, stopped", rest, "% of a core", STOPPED)
    yield at_most(f"{IDLERS} idle: added", crowd - rest, "% of a core", IDLING)
    yield at_most("2 rooms, playing", figure("2 rooms", "playing"), "% of a core", PLAYING)
    yield at_most(f"{IDLERS} hear of an event: p95", figure(f"event to {IDLERS}", "p95"), "ms", NOTIFIED_MS)
    yield at_most(f"{house} rooms, playing", figure(f"{house} rooms", "playing"), "% of a core", CROWDED)
    yield at_least(f"{house} rooms: together", figure(f"{house} rooms", "together"), "rooms", house)
    yield at_most(f"{house} rooms: apart", figure(f"{house} rooms", "apart"), "ms", APART_MS)


_NOTES = [
    "The bare server has the same songs as the rooms, on the same machine. Throughput and rates are medians. Memory: "
    "the largest\ngrowth of the proxy's memory during the reply.",
    "Apart: from the elapsed times that the rooms report, polled often, since a room's elapsed time grows in steps. Of "
    "one start:\nrooms within 8 ms of the reference are left as they are, so it varies by 10 ms from start to start.",
]
