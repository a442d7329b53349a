"""A djembe at one player's microphone sounds in the other's speakers one period later.

The recording is made by `tests/tools/drummer`, and played into an audio input of one player. The drum and the other
player's speakers are recorded with one sample clock.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from drumcircle_gui.timing.units import SECOND, Micros
from tests.tools.drummer import DRUMS, TONE, Performance, perform
from tests.tools.rigs.jack import Drummer, Recorder, Server, wait_until

from .evening import listen
from .listening import Ear
from .programs import Line, Program, circle, player

pytestmark = [pytest.mark.slow, pytest.mark.alone]

HITS = 20
BEATS, TEMPO_BPM = 16, 400
"""A period of 2.4 s: what computes besides on this machine may keep a stroke for two seconds, and it is in time."""

PERIOD = Micros(BEATS * 60 * SECOND // TEMPO_BPM)
BLOCK = 256
NEAR_S = 0.05
MS = 1000
NEAR = 40 * MS
"""A stroke's report must be this near to its due time; the next stroke is at least 250 ms away."""

WHOLE = 960
"""Number of frames of a stroke that must be in the recording as they were played."""

SETTLING, NEWS = 150 * MS, 300 * MS
"""A disturbance may have spoilt a stroke, or its sound, that comes so soon after it, as the programs have to find the
devices' clocks again; or that comes so shortly before it is known, as a busy server reports a lost block late."""

WAKES_S = 0.1
"""The recorder may wake late, never early. Its blocks within this many seconds before and after a frame give the
frame's local time."""

ENOUGH = 4
"""Number of strokes that must remain to be judged."""

Stalls = Sequence[tuple[Micros, Micros]]


@dataclass(frozen=True)
class Heard:
    """Results for the strokes during which the machine did not stall: by how many micros each sounds later than one
    period after it was played; the number of missing strokes; and the number of heard strokes that nobody has
    played."""

    late: list[float]
    lost: int
    false: int


def play(server: Server, folder: Path) -> Heard:
    played = perform(DRUMS[0], HITS, 11, (TONE,), (0.25, 0.45))
    with ExitStack() as stack:
        drummer = stack.enter_context(Drummer(server, played.sound))
        options = ("--tempo", str(TEMPO_BPM), "--beats", str(BEATS))
        _, invites = stack.enter_context(circle(folder / "circle", *options))
        seats = ("--name", "Fern", "--microphone", "drummer"), ("--name", "Moss")
        fern, moss = (stack.enter_context(player(folder / seat[1], invites["invite"], *seat)) for seat in seats)
        wait_until(lambda: "microphone:" in fern.log(), "the microphone was not opened")
        wait_until(lambda: "sound output:" in moss.log(), "the other player has no sound")
        recorder = stack.enter_context(server.recorder(("drummer:out", "PortAudio-01:out_0")))
        drummer.play()
        wait_until(lambda: not drummer.playing, "the drum plays on")
        listen(recorder, round((PERIOD / SECOND + 1) * server.rate))
        return Listening(played, recorder, moss, server.rate).judged()


class Listening:
    """Compares the drum, `played`, with the reports and with the speakers of the player `moss`."""

    def __init__(self, played: Performance, recorder: Recorder, moss: Program, rate: int) -> None:
        self._played, self._recorder, self._rate = played, recorder, rate
        self._drum, self._speakers = recorder.taken().T
        self._frames, self._stamps = np.array(recorder.stamps).T
        self._behind = self._stamps - self._frames * SECOND / rate
        offset = round(median(line["offset"] for line in moss.report("clock")))
        self._lines = {Micros(line["due"] - offset): line for line in moss.report("heard")}
        self._stalls: Stalls = recorder.disturbances(round(2 * BLOCK * SECOND / rate))

    def judged(self) -> Heard:
        """Judge the strokes, leaving out those with a stall near the hit or the sound. A stall in between does not
        matter: hit and sound are compared in local time, since the server's frames do not count stalls."""
        strokes = list(self._strokes())
        whole = [frame for frame in strokes if self._calm(self._struck(frame)) and self._calm(self._due(frame))]
        found = [self._late(frame) for frame in whole]
        heard = [late for late in found if late is not None]
        expected = [self._due(frame) for frame in strokes]
        unknown = (at for at in self._lines if min((abs(at - due) for due in expected), default=PERIOD) > NEAR)
        false = [at for at in unknown if self._calm(Micros(at - PERIOD)) and self._calm(at)]
        return Heard(heard, len(found) - len(heard), len(false))

    def _strokes(self) -> Iterator[int]:
        """The frames of the strokes in the recording, without those that differ from what was played. Drum and recorder
        work in the same blocks, of which each may have missed some."""
        for stroke in self._played.strokes:
            sound = self._played.sound[stroke.frame : stroke.frame + WHOLE]
            places = range(stroke.frame % BLOCK, len(self._drum) - WHOLE, BLOCK)
            yield from (each for each in places if np.array_equal(self._drum[each : each + WHOLE], sound))

    def _late(self, frame: int) -> float | None:
        """The lateness of the stroke played on `frame`; None if it is not in the report, or does not sound."""
        line = self._line(self._due(frame))
        if line is None:
            return None
        due, around = self._frame_at(self._due(frame)), round(NEAR_S * self._rate)
        part = self._speakers[due - around : due + 3 * around]
        sounds = Ear(self._rate).onset(part, line["pad"], line["velocity"], 2 * around)
        return None if sounds is None else self._local(due - around + sounds) - self._due(frame)

    def _line(self, due: Micros) -> Line | None:
        nearest = min(self._lines, key=lambda at: abs(at - due), default=None)
        return self._lines[nearest] if nearest is not None and abs(nearest - due) <= NEAR else None

    def _struck(self, frame: int) -> Micros:
        return Micros(round(self._local(frame)))

    def _due(self, frame: int) -> Micros:
        return Micros(self._struck(frame) + PERIOD)

    def _local(self, frame: int) -> float:
        """The local time at which the recorder gets `frame` when it wakes in time."""
        near = np.abs(self._frames - frame) <= WAKES_S * self._rate
        return frame * SECOND / self._rate + float(self._behind[near].min())

    def _frame_at(self, local: Micros) -> int:
        block = int(np.searchsorted(self._stamps, local)) - 1
        return int(self._frames[block]) + round((local - int(self._stamps[block])) * self._rate / SECOND)

    def _calm(self, at: Micros) -> bool:
        return not any(at - SETTLING <= stall[1] and stall[0] <= at + NEWS for stall in self._stalls)


def test_every_stroke_sounds_one_period_later(server: Server, tmp_path: Path) -> None:
    """To the millisecond, except for the constant delay of the server without hardware: three or four blocks."""
    heard = play(server, tmp_path)
    if len(heard.late) + heard.lost < ENOUGH:
        pytest.skip(f"the machine stood still: only {len(heard.late)} strokes are left to judge")
    assert (heard.lost, heard.false) == (0, 0)
    middle = median(heard.late)
    assert 2.5 < -middle / (BLOCK * SECOND / server.rate) < 4.5
    assert max(abs(each - middle) for each in heard.late) < MS
