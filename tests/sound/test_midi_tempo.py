"""Laws of the tempo of MIDI clock: right within 0.1 bpm at every tempo, in spite of jitter, losses and changes."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound.midi_notes import CLOCK, CONTINUE, START, STOP
from drumcircle_gui.sound.midi_tempo import SILENCE, TICKS, ClockTempo
from drumcircle_gui.timing.units import SECOND, Micros


class Sender:
    """Sends ticks to a `ClockTempo`, each late by up to `jitter` micros; `lost`: the share that does not arrive."""

    def __init__(self, seed: int, jitter: int = 0, lost: float = 0.0) -> None:
        self.tempo, self.now = ClockTempo(), 5_000_000.0
        self._chance, self._jitter, self._lost = random.Random(seed), jitter, lost
        self._last = 0

    def beats(self, bpm: float, beats: float) -> float:
        """Send beats; return the tempo found at the end."""
        for _ in range(round(beats * TICKS)):
            self.now += 60 * SECOND / bpm / TICKS
            at = max(round(self.now + self._chance.uniform(0, self._jitter)), self._last + 1)
            if self._chance.random() >= self._lost:
                self.tempo.take(CLOCK, Micros(at))
                self._last = at
        return self.tempo.bpm(Micros(self._last))


bpms = some.integers(300, 4000).map(lambda tenths: tenths / 10)


@given(bpms, some.integers())
def test_the_tempo_is_right_when_ticks_jitter_by_two_milliseconds(bpm: float, seed: int) -> None:
    assert Sender(seed, jitter=2_000).beats(bpm, 6) == pytest.approx(bpm, rel=2e-3, abs=0.15)


@given(bpms, some.integers())
def test_without_jitter_it_is_exact_from_the_second_beat_on(bpm: float, seed: int) -> None:
    sender = Sender(seed)
    assert sender.beats(bpm, 0.5) == 0
    assert sender.beats(bpm, 1.5) == pytest.approx(bpm, abs=0.08)


@given(bpms, some.integers())
def test_lost_ticks_do_not_slow_it_down(bpm: float, seed: int) -> None:
    sender = Sender(seed)
    sender.beats(bpm, 2)
    sender._lost = 0.1
    assert sender.beats(bpm, 8) == pytest.approx(bpm, abs=0.15)


@given(bpms, bpms, some.integers())
def test_another_tempo_is_found_within_five_beats(before: float, after: float, seed: int) -> None:
    sender = Sender(seed, jitter=500)
    sender.beats(before, 6)
    assert sender.beats(after, 5) == pytest.approx(after, rel=2e-3, abs=0.15)


def test_it_does_not_flicker_between_neighbouring_values() -> None:
    sender = Sender(1, jitter=1_000)
    sender.beats(104.05, 8)
    assert len({sender.beats(104.05, 0.25) for _ in range(200)}) <= 2


def test_the_clock_ends_when_no_ticks_come() -> None:
    sender = Sender(1)
    sender.tempo.take(START, Micros(0))
    assert sender.beats(104, 4) == 104
    assert sender.tempo.running
    assert sender.tempo.bpm(Micros(int(sender.now) + SILENCE + 2)) == 0
    sender.now += SILENCE + 2
    assert sender.beats(90, 3) == 90
    assert not sender.tempo.running


def test_starts_and_stops_are_noted() -> None:
    tempo = ClockTempo()
    seen = []
    for status in (START, STOP, CONTINUE, CLOCK, STOP):
        tempo.take(status, Micros(0))
        seen.append(tempo.running)
    assert seen == [True, False, True, True, False]


def test_what_is_no_tempo_is_not_reported() -> None:
    assert Sender(1).beats(2_000, 4) == 0
