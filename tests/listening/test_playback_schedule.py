"""Laws of playback: which strokes go to the sound engine, when, and how often."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.grooves.groove_plan import GroovePlan
from drumcircle_gui.listening import playback_schedule
from drumcircle_gui.listening.playback_schedule import (
    HORIZON,
    MAX_SETTLING,
    SETTLED_ERROR,
    PlaybackSchedule,
    SoundedStroke,
)
from drumcircle_gui.protocol.groove_messages import BASS, CLICK, LOW, Groove, GrooveNote, GrooveSpan
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, PlayedStroke, PlayStroke
from drumcircle_gui.sound.synth.kit import BASS_KEYS, GUIDE_BEAT, GUIDE_CLICK, GUIDE_COUNT, GUIDE_CYCLE, GUIDE_VELOCITY
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.guide import guide_beats
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo, beats, seconds
from tests.timing.strategies import leads, meters, tempi, timelines

AHEAD = seconds(1000)
"""Local time minus circle time."""

CLOCK = Clock(Micros(0), -AHEAD, 0.0, Micros(0), Micros(0))
PLAYING = Timeline.stopped(Tempo(500_000), Meter()).changed(Micros(1), running=True)
START = 1
CIRCLE = CircleSnapshot(entry=1, clock=CLOCK, timeline=PLAYING)


def local(circle: int) -> Micros:
    return Micros(circle + AHEAD)


def stroke(beat: int, player: int = 7, pad: int = 38, arrived: Micros = AHEAD) -> HeardStroke:
    return HeardStroke(player, Beats(beat), pad, 100, arrived)


def strokes_of(plays: Sequence[PlayStroke]) -> list[PlayStroke]:
    return [play for play in plays if play.channel != GUIDE_CHANNEL]


def guide_of(plays: Sequence[PlayStroke]) -> list[PlayStroke]:
    return [play for play in plays if play.channel == GUIDE_CHANNEL and play.pad != GUIDE_COUNT]


def counts_of(plays: Sequence[PlayStroke]) -> list[PlayStroke]:
    return [play for play in plays if play.pad == GUIDE_COUNT]


@pytest.fixture
def ears() -> PlaybackSchedule:
    return PlaybackSchedule()


# --- strokes ---------------------------------------------------------------------------------------------------------


def test_a_stroke_sounds_one_period_later_by_this_machines_clock(ears: PlaybackSchedule) -> None:
    ears.add(CIRCLE, [stroke(beats(4))])
    assert strokes_of(ears.due(CIRCLE, local(seconds(8)))[0]) == []
    (play,) = strokes_of(ears.due(CIRCLE, local(seconds(9.5)))[0])
    assert (play.at, play.pad, play.velocity, play.channel) == (local(seconds(10) + START), 38, 100, 7)


def test_without_a_clock_nothing_is_returned(ears: PlaybackSchedule) -> None:
    unknown = replace(CIRCLE, clock=None)
    ears.add(unknown, [stroke(beats(4))])
    assert ears.due(unknown, local(seconds(9.5))) == ([], 0)
    assert len(strokes_of(ears.due(CIRCLE, local(seconds(9.5)))[0])) == 1


def by_clock(error: int, entry: int = 1) -> CircleSnapshot:
    return replace(CIRCLE, clock=replace(CLOCK, error=Micros(error)), entry=entry)


def test_a_new_member_waits_until_its_clock_is_exact_and_no_longer(ears: PlaybackSchedule) -> None:
    assert not ears.is_settled(replace(CIRCLE, clock=None), local(seconds(1)))
    assert not ears.is_settled(by_clock(SETTLED_ERROR + 1), local(seconds(2)))
    assert ears.is_settled(by_clock(SETTLED_ERROR), local(seconds(2.1)))
    assert ears.is_settled(by_clock(SETTLED_ERROR + 1), local(seconds(2.2)))
    assert not ears.is_settled(by_clock(SETTLED_ERROR + 1, entry=2), local(seconds(2.3)))


def test_a_new_member_with_an_uneven_line_waits_for_a_limited_time(ears: PlaybackSchedule) -> None:
    uneven, begin = by_clock(SETTLED_ERROR + 1), local(seconds(2))
    assert not ears.is_settled(uneven, begin)
    assert not ears.is_settled(uneven, Micros(begin + MAX_SETTLING - 1))
    assert ears.is_settled(uneven, Micros(begin + MAX_SETTLING))


pauses = some.builds(Micros, some.integers(1, HORIZON - 1))


@given(
    timelines(),
    some.lists(some.tuples(some.integers(0, 60 * BEAT), some.integers(0, 39)), max_size=20),
    some.lists(pauses, min_size=40, max_size=40),
)
def test_each_stroke_is_returned_once_at_its_time(
    timeline: Timeline, arrivals: list[tuple[int, int]], pauses: list[Micros]
) -> None:
    ears, circle = PlaybackSchedule(), replace(CIRCLE, timeline=timeline)
    now, plays, missed = seconds(5), [], 0
    for turn, pause in enumerate(pauses):
        now = Micros(now + pause)
        ears.add(circle, [stroke(beat, pad=number) for number, (beat, when) in enumerate(arrivals) if when == turn])
        ready, late = ears.due(circle, local(now))
        plays += strokes_of(ready)
        missed += late
    assert len({play.pad for play in plays}) == len({play.tag for play in plays}) == len(plays)
    for play in plays:
        assert play.at == local(timeline.due(Beats(arrivals[play.pad][0])))
    due = [timeline.due(Beats(beat)) for beat, _ in arrivals]
    assert len(plays) + missed == sum(at is not None and at < now + HORIZON for at in due)


def test_strokes_of_muted_members_are_dropped(ears: PlaybackSchedule) -> None:
    quiet = replace(CIRCLE, members=(Member(7, "Fern", "player", 0, muted=True), Member(8, "Wren", "player", 1)))
    ears.add(quiet, [stroke(beats(4)), stroke(beats(4), player=8)])
    assert [play.channel for play in strokes_of(ears.due(quiet, local(seconds(9.5)))[0])] == [8]
    assert strokes_of(ears.due(CIRCLE, local(seconds(9.5)))[0]) == []


def test_late_strokes_are_counted_once(ears: PlaybackSchedule) -> None:
    ears.add(CIRCLE, [stroke(beats(1)), stroke(beats(2)), stroke(beats(5))])
    assert ears.due(CIRCLE, local(seconds(9.2)))[1] == 2
    assert ears.due(CIRCLE, local(seconds(9.2)))[1] == 0


def test_strokes_from_before_joining_do_not_count_as_late(ears: PlaybackSchedule) -> None:
    newcomer = replace(CIRCLE, since=beats(2))
    ears.add(newcomer, [stroke(beats(1)), stroke(beats(2))])
    assert ears.due(newcomer, local(seconds(9.2)))[1] == 1


def test_a_new_entry_drops_all_strokes(ears: PlaybackSchedule) -> None:
    ears.add(CIRCLE, [stroke(beats(4)), stroke(beats(5))])
    (play,) = strokes_of(ears.due(CIRCLE, local(seconds(9.5)))[0])
    other = replace(CIRCLE, entry=2)
    ears.add(other, [stroke(beats(0), pad=50)])
    assert ears.outcome(PlayedStroke(play.tag, play.at, False), CLOCK) is None
    plays = [play for second in range(12) for play in ears.due(other, local(seconds(second)))[0]]
    assert [play.pad for play in strokes_of(plays)] == [50]
    assert len(guide_of(plays)) == 24


# --- the guide -------------------------------------------------------------------------------------------------------


def test_the_guide_is_quiet_with_a_bass_on_the_first_beat_of_a_cycle(ears: PlaybackSchedule) -> None:
    waltz = replace(CIRCLE, timeline=Timeline.stopped(Tempo(250_000), Meter(3)).changed(seconds(1), running=True))
    plays, _ = ears.due(waltz, local(seconds(1)))
    assert [(play.at, play.pad) for play in plays] == [
        (local(seconds(1)), GUIDE_CYCLE),
        (local(seconds(1.25)), GUIDE_BEAT),
        (local(seconds(1.5)), GUIDE_BEAT),
        (local(seconds(1.75)), GUIDE_CYCLE),
    ]
    assert {(play.velocity, play.channel) for play in plays} == {(GUIDE_VELOCITY, GUIDE_CHANNEL)}
    assert len({play.tag for play in plays}) == 4


changes = some.none() | some.fixed_dictionaries(
    {}, optional={"tempo": tempi, "running": some.booleans(), "meter": meters}
)


@pytest.mark.slow
@given(
    timelines(most=3),
    some.lists(some.tuples(pauses, changes, some.integers(0, seconds(3))), min_size=20, max_size=60),
)
def test_the_guide_sounds_each_beat_once_through_all_changes(
    timeline: Timeline, turns: list[tuple[Micros, dict[str, object] | None, int]]
) -> None:
    ears, now = PlaybackSchedule(), seconds(5)
    begin, plays = now, []
    for pause, change, lead in turns:
        plays += guide_of(ears.due(replace(CIRCLE, timeline=timeline), local(now))[0])
        now = Micros(now + pause)
        if change is not None:
            timeline = timeline.changed(Micros(now + HORIZON + lead), **change)
    plays += guide_of(ears.due(replace(CIRCLE, timeline=timeline), local(now))[0])
    wanted = [local(beat.at) for beat in guide_beats(timeline, begin, Micros(now + HORIZON))]
    assert [play.at for play in plays] == wanted


def test_guide_beats_not_requested_in_time_are_skipped(ears: PlaybackSchedule) -> None:
    ears.due(CIRCLE, local(seconds(2)))
    plays, _ = ears.due(CIRCLE, local(seconds(9)))
    assert [play.at for play in plays] == [local(seconds(9) + START), local(seconds(9.5) + START)]


def test_a_start_is_counted_in_once_even_if_it_is_near(ears: PlaybackSchedule) -> None:
    silent = replace(CIRCLE, timeline=Timeline.stopped(Tempo(500_000), Meter()))
    begins = replace(silent, timeline=silent.timeline.changed(seconds(12.5), running=True))
    assert ears.due(silent, local(seconds(9.9)))[0] == []
    plays = [play for tenth in range(100, 140) for play in ears.due(begins, local(seconds(tenth / 10)))[0]]
    assert [play.at for play in counts_of(plays)] == [local(seconds(10.5 + number / 2)) for number in range(4)]
    assert next(play.at for play in guide_of(plays)) == local(seconds(12.5))
    assert {play.channel for play in plays} == {GUIDE_CHANNEL}


@given(leads)
def test_a_clock_that_steps_back_repeats_nothing(step: Micros) -> None:
    ears = PlaybackSchedule()
    first, _ = ears.due(CIRCLE, local(seconds(100)))
    behind = replace(CIRCLE, clock=replace(CLOCK, offset=CLOCK.offset - step))
    again = [play for second in range(5) for play in ears.due(behind, local(seconds(100 + second)))[0]]
    beats_of = [CLOCK.circle(play.at) for play in first] + [behind.clock.circle(play.at) for play in again]
    assert len(set(beats_of)) == len(beats_of)


# --- what was sounded ------------------------------------------------------------------------------------------------


def test_outcomes_are_in_circle_time(ears: PlaybackSchedule) -> None:
    struck = stroke(beats(4), arrived=local(seconds(3)))
    ears.add(CIRCLE, [struck])
    (play,) = strokes_of(ears.due(CIRCLE, local(seconds(9.5)))[0])
    played = PlayedStroke(play.tag, Micros(play.at + 40), False)
    due = Micros(seconds(10) + START)
    assert ears.outcome(played, CLOCK) == SoundedStroke(
        struck, due, left=Micros(due + 40), early=Micros(due - seconds(3))
    )
    assert ears.outcome(played, CLOCK) is None


def test_the_guide_has_no_outcome(ears: PlaybackSchedule) -> None:
    (play, *_) = guide_of(ears.due(CIRCLE, local(seconds(9)))[0])
    assert ears.outcome(PlayedStroke(play.tag, play.at, False), CLOCK) is None


def test_strokes_without_an_outcome_are_limited(ears: PlaybackSchedule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback_schedule, "MAX_SOUNDING", 2)
    numbers = count()
    ears.add(CIRCLE, [stroke(beats(4), pad=next(numbers)) for _ in range(3)])
    plays = strokes_of(ears.due(CIRCLE, local(seconds(9.5)))[0])
    outcomes = [ears.outcome(PlayedStroke(play.tag, play.at, False), CLOCK) for play in plays]
    assert [one is None for one in outcomes] == [True, False, False]


# --- grooves ---------------------------------------------------------------------------------------------------------

ROCK = Groove("Rock", 4, 2, 0, (GrooveNote(0, LOW, 116), GrooveNote(1, CLICK, 60), GrooveNote(3, BASS, 84, -5)))


def test_a_groove_takes_the_place_of_the_plain_guide(ears: PlaybackSchedule) -> None:
    quick = Timeline.stopped(Tempo(500_000), Meter(4)).changed(Micros(1), running=True)
    plan = GroovePlan((GrooveSpan(1, beats(4), ROCK), GrooveSpan(2, beats(8), None)))
    circle = replace(CIRCLE, timeline=quick, grooves=plan)
    plays = [play for tenth in range(60) for play in guide_of(ears.due(circle, local(seconds(tenth / 10)))[0])]
    found = [((play.at - local(START)) / (SECOND // 2), play.pad, play.velocity) for play in plays]
    plain = [(float(beat), GUIDE_BEAT if beat % 4 else GUIDE_CYCLE, GUIDE_VELOCITY) for beat in range(12)]
    rock = [(4.0, GUIDE_BEAT, 116), (4.5, GUIDE_CLICK, 60), (5.5, BASS_KEYS[7], 84)]
    assert sorted(found)[:11] == [*plain[:4], *rock, *plain[8:]]
