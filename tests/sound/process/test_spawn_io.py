import subprocess
import sys

from drumcircle_gui.sound.process import spawn_io
from drumcircle_gui.sound.process.spawn_io import process_environment, spawn


def test_the_process_finds_this_package_wherever_it_is_started(tmp_path):
    command = [sys.executable, "-c", "import drumcircle_gui"]
    assert subprocess.run(command, cwd=tmp_path, env=process_environment()).returncode == 0


def test_an_existing_python_path_is_kept(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    assert process_environment()["PYTHONPATH"].endswith("somewhere")
    assert process_environment()["OPENBLAS_NUM_THREADS"] == "1"


def test_all_three_standard_streams_are_pipes(monkeypatch):
    echo = "import sys; sys.stderr.write('noise'); print(sys.stdin.read())"
    monkeypatch.setattr(spawn_io, "PROCESS", (sys.executable, "-c", echo))
    with spawn() as process:
        assert process.communicate(b"hello", timeout=30) == (b"hello\n".replace(b"\n", process_newline()), b"noise")


def process_newline():
    return b"\r\n" if sys.platform == "win32" else b"\n"
