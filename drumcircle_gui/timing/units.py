"""The three integer units in which the program thinks about time.

``Micros`` are microseconds of *circle time* (the server's monotonic clock since the circle was made) or, where a name
says ``local``, of this machine's own monotonic clock. ``Beats`` are micro-beats. ``Tempo`` is microseconds per beat,
as in a Standard MIDI File's tempo event (MIDI 1.0, SMF meta event 0x51). None of them is ever a float in state.
"""

import time
from typing import NewType

Micros = NewType("Micros", int)
Beats = NewType("Beats", int)
Tempo = NewType("Tempo", int)

SECOND = Micros(1_000_000)
BEAT = Beats(1_000_000)

# Slower than 2 s a beat, one micro-beat would be worth more than 2 us and conversions could no longer be inverses
# to within 1 us.
SLOWEST_TEMPO = Tempo(2_000_000)
FASTEST_TEMPO = Tempo(150_000)


def beats(count: float) -> Beats:
    """`count` whole or fractional beats as micro-beats."""
    return Beats(round(count * BEAT))


def seconds(count: float) -> Micros:
    """`count` seconds as microseconds."""
    return Micros(round(count * SECOND))


def tempo_of_bpm(bpm: float) -> Tempo:
    """The tempo nearest to `bpm` beats per minute; ValueError outside 30 to 400 bpm, and for what is no number."""
    return checked_tempo(round(60 * SECOND / bpm) if bpm >= 1 else SLOWEST_TEMPO + 1)


def bpm_of(tempo: Tempo) -> float:
    """Beats per minute, for showing to people."""
    return 60 * SECOND / tempo


def checked_tempo(tempo: int) -> Tempo:
    """`tempo` itself; ValueError if it lies outside FASTEST_TEMPO to SLOWEST_TEMPO (400 to 30 bpm)."""
    if not FASTEST_TEMPO <= tempo <= SLOWEST_TEMPO:
        raise ValueError(f"the tempo must lie between {bpm_of(SLOWEST_TEMPO):g} and {bpm_of(FASTEST_TEMPO):g} bpm")
    return Tempo(tempo)


def local_micros() -> Micros:
    """This machine's monotonic clock: never steps with the wall clock, the same in all processes of a machine."""
    return Micros(time.perf_counter_ns() // 1000)
