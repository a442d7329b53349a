"""A djembe at one player's microphone sounds in the other's speakers one period later.

The recording is made by `tests/tools/drummer`, and played into an audio input of one player. The drum and the other
player's speakers are recorded with one sample clock.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from drumcircle_gui.timing.units import SECOND, Micros
from tests.tools.drummer import DRUMS, TONE, perform
from tests.tools.rigs.jack import Drummer, Recorder, Server, wait_until

from .listening import Ear
from .programs import Program, circle, player

pytestmark = [
    pytest.mark.slow,
    pytest.mark.alone,
    pytest.mark.skipif(
        "DRUMCIRCLE_MICROPHONE" not in os.environ, reason="set DRUMCIRCLE_MICROPHONE on a quiet machine"
    ),
]

HITS = 12
BEATS, TEMPO_BPM = 4, 240
PERIOD = Micros(BEATS * 60 * SECOND // TEMPO_BPM)
BLOCK = 256
NEAR_S = 0.05
MS = 1000
NEAR = 20 * MS


def errors(server: Server, folder: Path) -> list[float]:
    """By how many microseconds each stroke sounds later than one period after it was played."""
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
        wait_until(
            lambda: not drummer.playing and len(moss.report("heard")) >= HITS, f"not all were heard: {moss.log()}"
        )
        return list(late(recorder, moss, server.rate))


def late(recorder: Recorder, moss: Program, rate: int) -> Iterator[float]:
    """The drum's onset, one period, and the onset of the same stroke in the speakers."""
    drum, speakers = recorder.taken().T
    played = perform(DRUMS[0], HITS, 11, (TONE,), (0.25, 0.45))
    begin = int(np.flatnonzero(np.abs(drum) > 0)[0]) - int(np.flatnonzero(np.abs(played.sound) > 0)[0])
    ear, around = Ear(rate), round(NEAR_S * rate)
    disturbed = recorder.disturbances(round(2 * BLOCK * SECOND / rate))
    for stroke, line in zip(played.strokes, sorted(moss.report("heard"), key=lambda line: line["beat"]), strict=True):
        due = begin + stroke.frame + PERIOD * rate // SECOND
        found = ear.onset(speakers[due - around : due + 3 * around], line["pad"], line["velocity"], 2 * around)
        span = recorder.heard_at(begin + stroke.frame), recorder.heard_at(due)
        if found is not None and not any(meets(span, each) for each in disturbed):
            yield (found - around) * SECOND / rate


def meets(span: tuple[Micros, Micros], disturbance: tuple[Micros, Micros]) -> bool:
    """Whether the machine stood still during the period: the server's frames do not count that time."""
    return span[0] - NEAR <= disturbance[1] and disturbance[0] <= span[1] + NEAR


def test_every_stroke_sounds_one_period_later(server: Server, tmp_path: Path) -> None:
    """To the millisecond, but for the constant delay of the server without hardware: three or four blocks."""
    late_by = errors(server, tmp_path)
    if len(late_by) < HITS // 3:
        pytest.skip(f"the machine stood still: only {len(late_by)} strokes are left to judge")
    middle = median(late_by)
    assert 2.5 < -middle / (BLOCK * SECOND / server.rate) < 4.5
    assert max(abs(each - middle) for each in late_by) < MS
