"""A note into a real MIDI port of one player sounds in the other's speakers one period later, on its beat.

Times are read from the recording: against the guide in it, against the reports, and between the two players' speakers,
and judged by the length of a block of sound. A stroke is excluded only if the recorder saw the machine stand still,
or the sound server reported a block that a client lost, while it was struck or sounded; every other must be right.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import pytest

from drumcircle_gui.timing.units import BEAT, SECOND, Micros, tempo_of_bpm
from tests.stranger.client import Stranger
from tests.tools.rigs.jack import Server

from .evening import NEAR, PADS, TEMPO, VELOCITY, Evening, Trace, play

pytestmark = [pytest.mark.slow, pytest.mark.alone]

ROUNDS = 20
FASTER = tempo_of_bpm(300)
PERIOD = 4
BLOCK = 256
A_FEW_MS = 3_000
ENOUGH = 8
"""Number of strokes that must remain to be judged."""

SETTLING = Micros(TEMPO)
"""A stall this near disturbs a stroke: sound needs this long to recover, and the guide may lack a beat."""

Stalls = Sequence[tuple[Micros, Micros]]


def hurry(conductor: str) -> None:
    """A conductor requests a faster tempo, from the next cycle that every member can hear of in time."""
    ada = Stranger("Ada", conductor)
    ada.join()
    ada.change(tempo=FASTER)
    ada.pump(lambda: bool(ada.timeline.segments[-1]["tempo"] == FASTER))
    ada.leave()


@pytest.fixture(scope="module")
def evening(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Evening:
    return play(server, tmp_path_factory.mktemp("evening"), ROUNDS, hurry)


@pytest.fixture(scope="module")
def stalls(evening: Evening, block: float) -> Stalls:
    """The moments at which the machine stalled, or a client lost a block."""
    return evening.recorder.disturbances(round(2 * block))


@pytest.fixture(scope="module")
def traces(evening: Evening, stalls: Stalls) -> list[Trace]:
    """The strokes without a stall of the machine near them."""
    left = [t for t in evening.traces() if not any(near(stalls, at, SETTLING) for at in moments(evening, t))]
    if len(left) < ENOUGH:
        pytest.skip(f"the machine stood still {len(stalls)} times: only {len(left)} strokes are left to judge")
    return left


def moments(evening: Evening, trace: Trace) -> list[Micros]:
    """When a stroke was struck and when it sounded, by the local clock."""
    return [trace.hit, *map(evening.recorder.heard_at, (trace.own, *trace.replay))]


def near(stalls: Stalls, at: Micros, around: Micros = NEAR) -> bool:
    return any(before - around <= at <= after + around for before, after in stalls)


def whole(evening: Evening, onsets: Iterable[int], stalls: Stalls) -> list[int]:
    """The onsets without a lost block near them: a lost block can split one sound in two."""
    return [frame for frame in onsets if not near(stalls, evening.recorder.heard_at(frame))]


@pytest.fixture(scope="module")
def block(server: Server) -> float:
    """The duration of one block of sound in micros."""
    return BLOCK * SECOND / server.rate


def assert_close(errors: Iterable[float], block: float) -> None:
    """Half of the values are within a few ms, all are within two more blocks."""
    errors = [abs(error) for error in errors]
    assert median(errors) < A_FEW_MS
    assert max(errors) < 2 * block + A_FEW_MS


def in_beats(evening: Evening, trace: Trace) -> tuple[float, float]:
    """The beats of the stroke's own sound and of the other player's replay, each by the guide in the same speaker."""
    other = 1 - trace.by
    return evening.beat(trace.by, trace.own), evening.beat(other, trace.replay[other])


def test_both_players_hear_every_stroke_once_and_none_arrives_too_late(evening: Evening, stalls: Stalls) -> None:
    """A stroke may be missing only if its moment lies in what the device skipped, as seen by the recorder."""
    strokes = sum(line["strokes"] for line in evening.seconds)
    for heard in evening.players:
        assert set(Counter((line["player"], line["beat"]) for line in heard).values()) == {1}
        assert min(line["early"] for line in heard) > 0
        assert [line for line in heard if line["left"] is None and not near(stalls, evening.due(line))] == []
        assert {line["velocity"] for line in heard} == {VELOCITY}
        assert len(heard) == strokes
    assert strokes == 2 * ROUNDS


def test_every_stroke_heard_at_once_is_also_sent(evening: Evening, stalls: Stalls) -> None:
    for by, (heard, onsets) in enumerate(zip(evening.players, evening.onsets, strict=True)):
        struck = sum(line["pad"] == PADS[by] for line in heard)
        assert len(whole(evening, onsets[PADS[by]], stalls)) <= 2 * struck


def test_the_speakers_give_every_stroke_once(evening: Evening, stalls: Stalls) -> None:
    """Except strokes whose beginning a lost block has cut off."""
    followed = {trace.reports[0]["beat"] for trace in evening.traces()}
    lost = [line for line in evening.players[0] if line["beat"] not in followed]
    assert [
        line for line in lost if not any(near(stalls, at) for at in (evening.struck(line), evening.due(line)))
    ] == []
    for listener, onsets in enumerate(evening.onsets):
        for by, pad in enumerate(PADS):
            assert len(whole(evening, onsets[pad], stalls)) <= (2 * ROUNDS if by == listener else ROUNDS)


def test_the_reports_agree(evening: Evening) -> None:
    ours, theirs = ({(each["player"], each["beat"], each["due"]) for each in heard} for heard in evening.players)
    assert ours == theirs


def test_both_hear_a_stroke_at_the_same_moment(traces: list[Trace], server: Server, block: float) -> None:
    assert_close(((trace.replay[1] - trace.replay[0]) * SECOND / server.rate for trace in traces), block)


def test_it_sounds_one_period_later(evening: Evening, traces: list[Trace], block: float) -> None:
    """One period after the sound of the hit itself, which comes a few blocks after the hit."""
    later = [replay - own for own, replay in (in_beats(evening, trace) for trace in traces)]
    few_blocks = (4 * block + A_FEW_MS) / FASTER
    assert PERIOD - few_blocks < min(later) <= max(later) < PERIOD


def test_it_sounds_on_its_beat(evening: Evening, traces: list[Trace], block: float) -> None:
    by_ear = [in_beats(evening, trace)[1] for trace in traces]
    struck = [trace.reports[0]["beat"] / BEAT for trace in traces]
    off = [heard - beat for heard, beat in zip(by_ear, struck, strict=True)]
    whole = round(median(off))
    assert_close(((each - whole) * FASTER for each in off), block)


def test_it_sounds_when_the_reports_say(evening: Evening, traces: list[Trace], block: float) -> None:
    """The recorder gets the sound a constant time before it has left the device."""
    for who in range(2):
        ahead = [
            trace.reports[who]["due"] - evening.offset - evening.recorder.heard_at(trace.replay[who])
            for trace in traces
        ]
        middle = median(ahead)
        assert abs(middle) < 3 * block + A_FEW_MS
        assert_close((each - middle for each in ahead), block)
        assert_close((trace.reports[who]["left"] - trace.reports[who]["due"] for trace in traces), block)


def test_an_own_stroke_is_heard_at_once(evening: Evening, traces: list[Trace], block: float) -> None:
    after = [evening.recorder.heard_at(trace.own) - trace.hit for trace in traces]
    assert 0 < median(after) < 4 * block + A_FEW_MS


def test_a_change_of_tempo_bends_what_was_struck_before_it(evening: Evening, traces: list[Trace]) -> None:
    """The strokes were struck at one tempo and sound during the change; they are among those that are on their beats.
    Measured by the local clock, which continues where the recording lacks blocks."""
    heard_at = evening.recorder.heard_at
    steps = [heard_at(after) - heard_at(before) for before, after in pairwise(evening.guides[0])]
    assert abs(median(steps[:12]) - TEMPO) < A_FEW_MS
    assert abs(median(steps[-12:]) - FASTER) < A_FEW_MS
    took = [heard_at(trace.replay[0]) - heard_at(trace.own) for trace in traces]
    assert [each for each in took if PERIOD * FASTER + A_FEW_MS < each < PERIOD * TEMPO - 2 * A_FEW_MS]
