"""Loops in the memory of the sound process."""

from pathlib import Path

import numpy as np
import pytest

from drumcircle_gui.sound.messages import MAX_LOOPS, ChooseAudio, ChooseMidi, LoadLoops, PlayLoop
from drumcircle_gui.sound.process.loop_loader_io import LoopLoader
from drumcircle_gui.sound.process.restart_state import RestartState


def test_loops_are_read_once_and_let_go(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    used: list[dict[str, int]] = []
    loader = LoopLoader(lambda sounds: used.append({name: sound.frames for name, sound in sounds.items()}))
    files = {}
    for number in range(MAX_LOOPS + 1):
        files[f"loop {number}"] = str(tmp_path / str(number))
        np.zeros(2 * (number + 1), "<i2").tofile(tmp_path / str(number))
    loader.load(LoadLoops(files))
    assert used[-1] == {"loop 0": 1, "loop 1": 2}
    (tmp_path / "1").unlink()
    loader.load(LoadLoops({"loop 1": files["loop 1"], "gone": str(tmp_path / "gone")}))
    assert used[-1] == {"loop 1": 2}
    assert "stays silent" in caplog.text
    loader.load(LoadLoops({}))
    assert used[-1] == {}


def test_a_restarted_process_gets_the_loops() -> None:
    state = RestartState(None, None)
    state.note([LoadLoops({"a": "x"}), LoadLoops({"b": "y"}), PlayLoop(())])
    assert state.commands() == [ChooseAudio(None), ChooseMidi(None), LoadLoops({"b": "y"})]
