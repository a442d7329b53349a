"""Decoding in another process."""

import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from drumcircle_gui.sound.loops import loop_report
from drumcircle_gui.sound.process import decoder_io
from drumcircle_gui.sound.process.decoder_io import FAILED, NO_ANSWER, decode_loop
from tests.sound.loops.test_decode_io import tone

pytestmark = pytest.mark.slow


def test_a_file_is_decoded_and_measured(tmp_path: Path) -> None:
    sound = tone(48_000, 1, 4)
    sound[np.arange(len(sound)) % 24_000 >= 2_000] = 0  # a beep every half second
    soundfile.write(tmp_path / "a b.wav", sound, 48_000)
    report = decode_loop(tmp_path / "a b.wav", tmp_path / "out", measured=True)
    assert (report.problem, report.frames) == ("", 4 * 48_000)
    assert report.beats in (4, 8, 16)
    assert (tmp_path / "out").stat().st_size == 4 * report.frames


def test_what_goes_wrong_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "text").write_text("no sound")
    assert decode_loop(tmp_path / "text", tmp_path / "out").problem == loop_report.NO_SOUND_FILE
    assert decode_loop(tmp_path / "missing", tmp_path / "out").problem == FAILED
    for program, problem in (("import os; os.abort()", FAILED), ("import time; time.sleep(60)", NO_ANSWER)):
        monkeypatch.setattr(decoder_io, "PROCESS", (sys.executable, "-c", program))
        monkeypatch.setattr(decoder_io, "DECODE_TIMEOUT_S", 1.0)
        assert decode_loop(tmp_path / "text", tmp_path / "out").problem == problem
    monkeypatch.setattr(decoder_io, "PROCESS", (str(tmp_path / "no program"),))
    assert decode_loop(tmp_path / "text", tmp_path / "out").problem == FAILED
