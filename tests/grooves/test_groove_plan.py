"""Laws of grooves: every note sounds once, on its beat, however the time is divided into requests."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.grooves.groove_plan import PLAIN_GUIDE, GroovePlan, notes_between, offset, pickups_between
from drumcircle_gui.protocol.groove_messages import Groove, GrooveNote, GrooveSpan
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, beats, seconds, tempo_of_bpm
from tests.timing.strategies import timelines

notes = some.builds(GrooveNote, some.integers(-8, 40), some.integers(0, 2), some.integers(1, 127))
grooves = some.builds(
    Groove, some.just("Any"), some.integers(1, 9), some.integers(1, 5), some.integers(0, 75), some.tuples(notes, notes)
)
PLAYING = Timeline.stopped(tempo_of_bpm(120), Meter(8)).changed(seconds(1), running=True)
CLICKS = Groove("Clicks", 4, 2, 0, (GrooveNote(0, 2, 100), GrooveNote(3, 2, 60)))
ALWAYS = GroovePlan((GrooveSpan(1, Beats(0), CLICKS),))


@given(timelines(), grooves, some.lists(some.integers(0, seconds(60)), min_size=1, max_size=6))
def test_adjoining_ranges_share_no_note_and_miss_none(timeline: Timeline, groove: Groove, cuts: list[int]) -> None:
    plan = GroovePlan((GrooveSpan(1, Beats(0), groove),))
    ends = sorted({0, *cuts, seconds(60)})
    for between in (notes_between, pickups_between):
        whole = list(between(timeline, plan, Micros(0), seconds(60)))
        parts = [each for begin, end in pairwise(ends) for each in between(timeline, plan, Micros(begin), Micros(end))]
        assert sorted(parts, key=repr) == sorted(whole, key=repr)


def test_a_groove_repeats_from_the_beginning_of_each_cycle_and_is_cut_at_its_end() -> None:
    three = GroovePlan(
        (GrooveSpan(1, Beats(0), Groove("Three", 3, 1, 0, (GrooveNote(0, 0, 90), GrooveNote(2, 0, 50)))),)
    )
    found = notes_between(PLAYING, three, Micros(0), Micros(seconds(1) + 16 * 500_000))
    struck = [PLAYING.beat_at(at) // BEAT for at, _ in found]
    assert struck == [0, 2, 3, 5, 6, 8, 10, 11, 13, 14]


def test_a_new_groove_begins_on_its_beat() -> None:
    plan = GroovePlan(
        (GrooveSpan(1, Beats(0), CLICKS), GrooveSpan(2, beats(8), None), GrooveSpan(3, beats(16), CLICKS))
    )
    struck = [PLAYING.beat_at(at) / BEAT for at, _ in notes_between(PLAYING, plan, Micros(0), seconds(13))]
    assert struck == [0, 1.5, 4, 5.5, 16, 17.5, 20, 21.5]


def test_swing_delays_every_second_step() -> None:
    groove = Groove("Swing", 2, 2, 33)
    assert [offset(groove, step) for step in range(4)] == [0, 665_000, 1_000_000, 1_665_000]
    assert offset(groove, -1) == -335_000


def test_a_pickup_sounds_before_each_start_only() -> None:
    groove = Groove("Pickup", 4, 2, 0, (GrooveNote(-3, 2, 90), GrooveNote(-1, 2, 90)))
    plan = GroovePlan((GrooveSpan(1, Beats(0), groove),))
    again = PLAYING.changed(seconds(5), running=False).changed(seconds(12), running=True)
    times = [at for at, _ in pickups_between(again, plan, Micros(0), seconds(30))]
    assert times == [seconds(0.25), seconds(0.75), seconds(11.25), seconds(11.75)]
    assert list(notes_between(again, plan, Micros(0), seconds(30))) == []


def test_the_plain_guide() -> None:
    assert PLAIN_GUIDE.at(beats(3)) is None
    assert list(notes_between(PLAYING, PLAIN_GUIDE, Micros(0), seconds(9))) == []
