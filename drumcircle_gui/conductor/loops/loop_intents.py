"""The requests that the conductor's window makes about the loop, and the state that it shows of it. Pure."""

from dataclasses import dataclass
from math import ceil
from pathlib import Path

from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BEATS, Loop
from drumcircle_gui.timing.units import FASTEST_TEMPO, SECOND, SLOWEST_TEMPO, Micros, Tempo

EXACT = Micros(60_000)
"""A loop whose length differs by at most this from a whole number of beats counts as cut to its beats."""


@dataclass(frozen=True, slots=True)
class ChosenLoop:
    """A sound file to be used as a loop. `file`: its SHA-256. `length`: its duration.

    `beats` and `tempo` are measured; 0 and None if they could not be.
    """

    name: str
    file: str
    size: int
    length: Micros
    beats: int = 0
    tempo: Tempo | None = None

    def counted(self, beats: int) -> "LoopCount":
        """The count and tempo of a loop that is exactly `beats` beats long."""
        return LoopCount(beats, bounded_tempo(self.length / max(beats, 1)))

    def measured(self, present: Tempo) -> "LoopCount":
        """The measured count and tempo. If they could not be measured, the circle's `present` tempo and the beats that
        fit."""
        if self.tempo is None:
            return LoopCount(min(max(ceil(self.length / present), 1), MAX_LOOP_BEATS), present)
        return LoopCount(min(max(self.beats, 1), MAX_LOOP_BEATS), self.tempo)

    def loop(self, count: "LoopCount", level: int, cycle: int) -> Loop:
        """The loop to publish. One that is not cut to its beats is repeated at the beginning of a cycle of `cycle`
        beats."""
        beats = count.beats
        if abs(beats * count.tempo - self.length) > EXACT:
            beats = cycle * ceil(ceil(self.length / count.tempo) / cycle)
        return Loop(self.file, self.size, self.name, min(beats, MAX_LOOP_BEATS), count.tempo, level)


@dataclass(frozen=True, slots=True)
class LoopCount:
    """The number of beats of a loop, and its tempo."""

    beats: int
    tempo: Tempo

    def scaled(self, doubled: int) -> "LoopCount | None":
        """The same loop in twice (`doubled` = 1) or half (-1) as many beats; None if that is not possible."""
        beats, tempo = self.beats * 2**doubled, self.tempo / 2**doubled
        if beats != int(beats) or not 1 <= beats <= MAX_LOOP_BEATS or not FASTEST_TEMPO <= tempo <= SLOWEST_TEMPO:
            return None
        return LoopCount(int(beats), Tempo(round(tempo)))


def bounded_tempo(micros: float) -> Tempo:
    """The tempo nearest to `micros` per beat within the range of a circle."""
    return Tempo(round(min(max(micros, FASTEST_TEMPO), SLOWEST_TEMPO)))


def tempo_of(beat_s: float) -> Tempo | None:
    """The tempo with beats of `beat_s` seconds; None if that was not measured."""
    return bounded_tempo(beat_s * SECOND) if beat_s else None


@dataclass(frozen=True, slots=True)
class LoopShelf:
    """The file that was chosen last; `chosen_count` counts these. `reading`: the name of one that is being read.
    `sent`: the share that the server has, in per cent. `problem`: why the latest file is not used, and what to do."""

    chosen: ChosenLoop | None = None
    chosen_count: int = 0
    reading: str = ""
    sent: int = 0
    problem: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class ChooseLoopFile:
    """Intent: read this file, measure its tempo, and send it to the server."""

    path: Path


@dataclass(frozen=True, slots=True)
class PlayChosenLoop:
    """Intent: play to the chosen file from the next cycle on, and set the circle's tempo to its own."""

    count: LoopCount
    level: int


@dataclass(frozen=True, slots=True)
class SetLoopLevel:
    """Intent: set how loud everybody hears the present loop, in per cent."""

    level: int


@dataclass(frozen=True, slots=True)
class EndLoop:
    """Intent: no loop from the next cycle on."""


LoopIntent = ChooseLoopFile | PlayChosenLoop | SetLoopLevel | EndLoop
