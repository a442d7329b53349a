"""How many beats a loop has."""

from drumcircle_gui.conductor.loops.loop_intents import ChosenLoop, LoopCount, bounded_tempo, tempo_of
from drumcircle_gui.timing.units import SECOND, Micros, Tempo

EXACT = ChosenLoop("Forest", 64 * "a", 100, Micros(8 * SECOND), 16, Tempo(500_000))
RAGGED = ChosenLoop("Song", 64 * "b", 100, Micros(61 * SECOND), 102, Tempo(600_000))
UNKNOWN = ChosenLoop("Sea", 64 * "c", 100, Micros(10 * SECOND))


def test_a_loop_is_as_measured_or_as_counted() -> None:
    assert EXACT.measured(Tempo(400_000)) == LoopCount(16, Tempo(500_000))
    assert EXACT.counted(10) == LoopCount(10, Tempo(800_000))
    assert UNKNOWN.measured(Tempo(400_000)) == LoopCount(25, Tempo(400_000))


def test_halves_and_doubles_within_the_tempos_of_a_circle() -> None:
    count = EXACT.measured(Tempo(1))
    assert count.scaled(1) == LoopCount(32, Tempo(250_000))
    assert count.scaled(-1) == LoopCount(8, Tempo(1_000_000))
    assert LoopCount(7, Tempo(500_000)).scaled(-1) is None
    assert LoopCount(7, Tempo(200_000)).scaled(1) is None


def test_a_loop_that_is_not_cut_to_its_beats_begins_again_with_a_cycle() -> None:
    assert EXACT.loop(EXACT.measured(Tempo(1)), 80, 7).beats == 16
    published = RAGGED.loop(RAGGED.measured(Tempo(1)), 80, 16)
    assert (published.beats, published.tempo, published.level) == (112, 600_000, 80)


def test_tempos_are_bounded() -> None:
    assert (tempo_of(0.0), tempo_of(0.5), bounded_tempo(1), bounded_tempo(1e9)) == (None, 500_000, 150_000, 2_000_000)
