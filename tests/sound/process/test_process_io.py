import subprocess
import sys

import msgspec

from drumcircle_gui.sound.messages import DeviceList
from drumcircle_gui.sound.process.spawn_io import PROCESS, surroundings

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


def test_no_qt_gets_into_the_process():
    run = subprocess.run(
        [sys.executable, "-c", RUN], capture_output=True, env=surroundings(), timeout=60, text=True, check=True
    )
    assert run.stdout == ""
    assert "out of range" in run.stderr


CHATTER = """
import os
from drumcircle_gui.sound.process.process_io import _private_stdout
pipe = _private_stdout()
os.write(1, b"chatter")
pipe.write(b"frames")
pipe.flush()
"""


def test_what_libraries_print_does_not_get_into_the_pipe():
    run = subprocess.run([sys.executable, "-c", CHATTER], capture_output=True, env=surroundings(), timeout=60)
    assert (run.stdout, run.stderr) == (b"frames", b"chatter")


def test_it_can_list_instead_of_serving():
    run = subprocess.run([*PROCESS, "--list"], capture_output=True, env=surroundings(), timeout=60, check=True)
    assert msgspec.msgpack.decode(run.stdout, type=DeviceList)


def test_it_ends_when_its_parent_is_gone():
    run = subprocess.run(PROCESS, stdin=subprocess.DEVNULL, capture_output=True, env=surroundings(), timeout=60)
    assert run.returncode == 0
