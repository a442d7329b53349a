import subprocess
import sys

import msgspec
import pytest

from drumcircle_gui.sound.messages import DeviceList
from drumcircle_gui.sound.process.exit_status_io import EXIT_FAILED
from drumcircle_gui.sound.process.pipe_codec import COMMANDS
from drumcircle_gui.sound.process.spawn_io import LIST, LOG_LEVEL, PROCESS, process_environment

RUN = """
import io, sys
from drumcircle_gui.sound.process import process_io
from drumcircle_gui.sound.messages import ChooseAudio, ChooseMidi, PlayNow
from drumcircle_gui.sound.process.pipe_codec import COMMANDS
requests = COMMANDS.pack([ChooseAudio(None), ChooseMidi(None), PlayNow(36, 100)]) + COMMANDS.pack([PlayNow(200, 1)])
process_io.SoundProcess(io.BytesIO(requests), io.BytesIO()).run()
assert {'sounddevice', 'mido'} <= set(sys.modules)
assert {'rtmidi', 'supriya_midi'} & set(sys.modules)
found = [name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))]
sys.stdout.write(" ".join(found))
sys.stdout.flush()
process_io.os._exit(0)
"""


def run_script(script):
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=process_environment(), timeout=60, text=True
    )


@pytest.mark.slow
def test_the_process_never_imports_qt():
    run = run_script(RUN)
    assert (run.stdout, run.returncode) == ("", 0)
    assert "out of range" in run.stderr


CHATTER = """
import os
from drumcircle_gui.sound.process.process_io import _private_stdout
pipe = _private_stdout()
os.write(1, b"chatter")
pipe.write(b"frames")
pipe.flush()
"""


@pytest.mark.slow
def test_what_libraries_print_does_not_get_into_the_pipe():
    run = run_script(CHATTER)
    assert (run.stdout, run.stderr) == ("frames", "chatter")


@pytest.mark.slow
def test_it_can_list_devices_instead_of_serving():
    run = subprocess.run([*PROCESS, LIST], capture_output=True, env=process_environment(), timeout=60, check=True)
    assert msgspec.msgpack.decode(run.stdout, type=DeviceList)


@pytest.mark.slow
@pytest.mark.parametrize("rest", [b"", COMMANDS.pack([])[:-1]])
def test_it_ends_when_its_parent_is_gone(rest):
    run = subprocess.run(PROCESS, input=rest, capture_output=True, env=process_environment(), timeout=60)
    assert run.returncode == 0


@pytest.mark.slow
def test_its_log_has_the_level_that_the_parent_asks_for():
    run = subprocess.run([*PROCESS, LOG_LEVEL, "10"], input=b"", capture_output=True, env=process_environment())
    assert b"DEBUG drumcircle_gui.sound" in run.stderr


FAILING = """
import threading
from drumcircle_gui.sound.process import process_io
process_io.end_on_errors()
def fail():
    raise RuntimeError("not expected")
{start}
threading.Event().wait(30)
"""
THREAD = "threading.Thread(target=fail, name='midi').start()"
CALLBACK = """
import sys
from types import SimpleNamespace as Fake
sys.modules["sounddevice"] = Fake(OutputStream=lambda **settings: Fake(start=lambda: settings["callback"](0, 0, 0, 0)))
from drumcircle_gui.sound.device.audio_devices import AudioDevice
from drumcircle_gui.sound.device.output_io import StreamOutput
output = StreamOutput(None, AudioDevice(0, "Speakers", "Speakers", 48000, "low"))
threading.Thread(target=output.start, name="midi").start()
"""


@pytest.mark.slow
@pytest.mark.parametrize("start", ["fail()", THREAD, CALLBACK])
def test_an_unexpected_exception_on_any_thread_is_logged_and_ends_the_process(start):
    run = run_script(FAILING.format(start=start))
    assert run.returncode == EXIT_FAILED
    assert "Unexpected error in the " in run.stderr
    assert "Traceback" in run.stderr


HANGING_LIST = """
import sys, threading
from drumcircle_gui.sound.process import process_io
process_io.LIST_TIMEOUT_S = 0.2
process_io.query_devices = threading.Event().wait
process_io.main(["--list"])
"""


@pytest.mark.slow
def test_a_listing_that_hangs_ends_by_itself():
    run = run_script(HANGING_LIST)
    assert (run.returncode, run.stdout) == (EXIT_FAILED, "")
