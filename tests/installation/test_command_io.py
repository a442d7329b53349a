import subprocess
import sys
from pathlib import Path

import pytest

from drumcircle_gui.installation.command_io import SOUND_PROCESS, command, environment


@pytest.fixture
def bundle(monkeypatch, tmp_path) -> Path:
    """This program as a bundle: its executable."""
    executable = tmp_path / "Drum Circle.exe"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(executable))
    return executable


def test_the_command_runs_the_program_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    run = subprocess.run(command("--version"), cwd=tmp_path, env=environment(), capture_output=True, text=True)
    assert run.stdout.startswith("Drum Circle ")


def test_a_bundle_starts_its_own_executable(bundle, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert command(SOUND_PROCESS, "--list") == (str(bundle), "sound-process", "--list")
    assert "PYTHONPATH" not in environment()
    assert environment()["PYINSTALLER_RESET_ENVIRONMENT"] == "1"


def test_on_windows_a_bundle_starts_the_executable_that_has_standard_streams(bundle, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert command() == (str(bundle),)
    console = bundle.with_name("drumcircle.exe")
    console.touch()
    assert command() == (str(console),)
