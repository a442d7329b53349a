"""The three integer units of time in the program.

``Micros`` are microseconds: of *circle time* (the server's monotonic clock since the circle was created) or, where a
name says ``local``, of this machine's own monotonic clock. ``Beats`` are micro-beats, millionths of a beat. ``Tempo``
is microseconds per beat, as in a Standard MIDI File's tempo event (meta event 0x51). State never holds them as floats.
"""

import time
from typing import NewType

Micros = NewType("Micros", int)
Beats = NewType("Beats", int)
Tempo = NewType("Tempo", int)

SECOND = Micros(1_000_000)
BEAT = Beats(1_000_000)

SLOWEST_TEMPO = Tempo(2_000_000)
"""30 bpm. At a slower tempo one micro-beat would last longer than 2 us, and converting a time to beats and back could
change it by more than 1 us."""

FASTEST_TEMPO = Tempo(150_000)
"""400 bpm."""


def beats(count: float) -> Beats:
    """`count` beats, whole or fractional, as micro-beats."""
    return Beats(round(count * BEAT))


def seconds(count: float) -> Micros:
    """`count` seconds as microseconds."""
    return Micros(round(count * SECOND))


def tempo_of_bpm(bpm: float) -> Tempo:
    """The tempo nearest to `bpm` beats per minute; ValueError outside 30 to 400 bpm and for NaN."""
    return checked_tempo(round(60 * SECOND / bpm) if bpm >= 1 else SLOWEST_TEMPO + 1)


def bpm_of(tempo: Tempo) -> float:
    """`tempo` in beats per minute, for display."""
    return 60 * SECOND / tempo


def checked_tempo(tempo: int) -> Tempo:
    """`tempo` itself; ValueError if it lies outside FASTEST_TEMPO to SLOWEST_TEMPO (400 to 30 bpm)."""
    if not FASTEST_TEMPO <= tempo <= SLOWEST_TEMPO:
        raise ValueError(f"the tempo must lie between {bpm_of(SLOWEST_TEMPO):g} and {bpm_of(FASTEST_TEMPO):g} bpm")
    return Tempo(tempo)


def local_micros() -> Micros:
    """Now, by this machine's monotonic clock: the same in all its processes, and unaffected by the wall clock."""
    return Micros(time.perf_counter_ns() // 1000)


def wall_micros() -> Micros:
    """The wall clock's time, for dates that people read and for times that must survive a restart of the machine."""
    return Micros(time.time_ns() // 1000)
