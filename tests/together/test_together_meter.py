"""What is measured while a circle plays."""

from drumcircle_gui.grooves.groove_plan import GroovePlan
from drumcircle_gui.protocol.groove_messages import Groove, GrooveSpan
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, tempo_of_bpm
from drumcircle_gui.together.together_meter import RECENT_CYCLES, RECENT_STROKES, TogetherMeter

TIMELINE = Timeline.stopped(tempo_of_bpm(120), Meter(4)).changed(Micros(0), running=True)


def play(meter, player, beats, late=0.0, grooves=GroovePlan()):  # noqa: B008
    for beat in beats:
        meter.add(player, Beats(round((beat + late) * BEAT)), TIMELINE, grooves)


def test_each_player_and_each_cycle_is_measured():
    meter = TogetherMeter()
    meter.follow(1, (1, 2))
    play(meter, 1, range(12))
    play(meter, 2, range(12), late=0.02)
    assert meter.players()[1].late == 0
    assert abs(meter.player(2).late - 10_000) <= 1
    cycles = meter.cycles()
    assert [cycle.begin for cycle in cycles] == [0, 4 * BEAT]
    assert [cycle.spread.strokes for cycle in cycles] == [8, 8]
    assert all(abs(cycle.spread.deviation - 5_000) < 100 for cycle in cycles)


def test_only_the_latest_strokes_of_a_player_count():
    meter = TogetherMeter()
    play(meter, 1, range(100), late=0.1)
    play(meter, 1, range(100, 100 + RECENT_STROKES))
    assert meter.player(1).late == 0
    assert meter.player(1).strokes == RECENT_STROKES
    assert len(meter.cycles()) == RECENT_CYCLES - 1


def test_members_that_left_and_other_entries_are_forgotten():
    meter = TogetherMeter()
    meter.follow(1, (1, 2))
    play(meter, 1, range(8))
    play(meter, 2, range(8))
    meter.follow(1, (2,))
    assert set(meter.players()) == {2}
    meter.follow(2, (2,))
    assert not meter.players() and not meter.cycles()


def test_a_late_stroke_of_a_forgotten_cycle_does_not_bring_it_back():
    meter = TogetherMeter()
    play(meter, 1, range(4 * (RECENT_CYCLES + 4)))
    before = meter.cycles()
    play(meter, 1, [1])
    assert meter.cycles() == before


def test_the_grid_is_that_of_the_groove():
    thirds = GroovePlan((GrooveSpan(1, Beats(0), Groove(beats=1, division=3)),))
    meter = TogetherMeter()
    play(meter, 1, [n + 1 / 3 for n in range(8)], grooves=thirds)
    assert abs(meter.player(1).late) <= 1
