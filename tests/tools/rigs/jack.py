"""A JACK server without hardware: real audio and MIDI ports between processes, and a recorder with one sample clock.

    with jack_server() as server:
        ... start what is to play, with `server.environment` ...
        with server.recorder(["PortAudio:out_0"]) as recorder:
            ...
            sound = recorder.taken()

Needs `jackd` (Debian: jackd2) and, to record, the JACK-Client package; `missing()` says what is not there.
"""

import os
import shutil
import subprocess
import threading
import uuid
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import pairwise
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from drumcircle_gui.sound.device.midi_backend_io import prefer_system_libraries
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

Sound = npt.NDArray[np.float32]

TO_BEGIN = 15.0
TO_END = 5.0
LOOK = 0.05


def missing() -> str:
    """Why there can be no server here; empty if there can."""
    if not shutil.which("jackd"):
        return "jackd is not installed (Debian, Ubuntu: sudo apt install jackd2)"
    if not find_spec("jack"):
        return "the JACK-Client package is not installed (pip install JACK-Client)"
    return ""


@contextmanager
def jack_server(frames: int = 256, rate: int = 48_000) -> Iterator["Server"]:
    """A dummy server of its own name, and the environment that leads this and other processes to it."""
    name = f"drums-{uuid.uuid4().hex[:8]}"
    settings = {"JACK_DEFAULT_SERVER": name, "JACK_NO_START_SERVER": "1", "JACK_NO_AUDIO_RESERVATION": "1"}
    priority = ("-R", "-P", "60") if getattr(os, "geteuid", int)() == 0 else ("-r",)
    command = ["jackd", "-n", name, *priority, "-d", "dummy", "-r", str(rate), "-p", str(frames), "-C", "2", "-P", "2"]
    before = {key: os.environ.get(key) for key in settings}
    os.environ.update(settings)
    try:
        with _running(command) as process:
            server = Server(name, rate, command, process)
            server.wait_until_ready()
            yield server
        if process.returncode:
            # Killed, it keeps one of the eight places in JACK's registry for ever, unless an heir ends in order.
            with revived(server):
                pass
    finally:
        for key, value in before.items():
            os.environ.pop(key) if value is None else os.environ.update({key: value})


@contextmanager
def _running(command: Sequence[str]) -> Iterator["subprocess.Popen[bytes]"]:
    # SIGPIPE stays ignored, as in Python: jackd would die of a client that vanished.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, restore_signals=False)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(TO_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def revived(server: "Server") -> Iterator["Server"]:
    """Another server in the place of one that was killed."""
    with _running(server.command) as process:
        heir = replace(server, process=process)
        heir.wait_until_ready()
        yield heir


@dataclass(frozen=True)
class Server:
    name: str
    rate: int
    command: Sequence[str]
    process: "subprocess.Popen[bytes]"

    @property
    def environment(self) -> dict[str, str]:
        """For the processes that are to find this server (those started while it runs find it anyway)."""
        return dict(os.environ)

    def wait_until_ready(self) -> None:
        """RuntimeError if the server does not come up."""
        done = subprocess.run(["jack_wait", "-w", "-t", str(int(TO_BEGIN))], capture_output=True)
        if done.returncode or self.process.poll() is not None:
            raise RuntimeError(f"jackd did not start: {done.stdout!r}")

    def kill(self) -> None:
        """End the server as a crash would."""
        self.process.kill()
        self.process.wait()

    def recorder(self, ports: Sequence[str]) -> "Recorder":
        """Records those output ports (patterns), one channel each, all in the same sample clock."""
        return Recorder(self, ports)


class Recorder:
    """A context manager: while inside, all that the ports play is kept. Errors are those of the jack package."""

    def __init__(self, server: Server, ports: Sequence[str]) -> None:
        import jack

        self._client: Any = jack.Client(f"ear-{uuid.uuid4().hex[:6]}", no_start_server=True, servername=server.name)
        self._client.set_shutdown_callback(lambda *_: None)
        self._client.set_process_callback(self._process)
        self._inputs = [self._client.inports.register(f"in_{number}") for number in range(len(ports))]
        self._ports = ports
        self.rate = server.rate
        self._blocks: list[Sound] = []
        self._stamps: list[tuple[int, Micros]] = []
        self._frames = 0

    def __enter__(self) -> "Recorder":
        self._client.activate()
        for pattern, into in zip(self._ports, self._inputs, strict=True):
            self._client.connect(self.find(pattern), into)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(Exception):  # the server may have been killed by the test
            self._client.deactivate()
        self._client.close()

    def find(self, pattern: str) -> Any:
        """The first audio output whose name matches, as soon as there is one. AssertionError if none comes."""
        found: list[Any] = []

        def there() -> bool:
            found[:] = self._client.get_ports(pattern, is_audio=True, is_output=True)
            return bool(found)

        wait_until(there, f"no JACK port matches {pattern}")
        return found[0]

    def taken(self) -> Sound:
        """What was recorded so far: frames x ports."""
        return np.concatenate(self._blocks) if self._blocks else np.zeros((0, len(self._inputs)), np.float32)

    @property
    def frames(self) -> int:
        """How much was recorded so far."""
        return self._frames

    @property
    def stamps(self) -> list[tuple[int, Micros]]:
        """The first frame of each block, and the local time at which the recorder was given it."""
        return list(self._stamps)

    def heard_at(self, frame: int) -> Micros:
        """The local time at which the recorder was given `frame`: the reference by which this machine's own stalls,
        which stop the server too, can be told from errors of what is recorded."""
        first, stamp = self._stamps[bisect_right(self._stamps, frame, key=itemgetter(0)) - 1]
        return Micros(stamp + (frame - first) * SECOND // self.rate)

    def stalls(self, longer: int) -> list[tuple[Micros, Micros]]:
        """From when to when it was not called for `longer` micros, nor anybody else who plays here, most likely."""
        stamps = [stamp for _, stamp in self._stamps]
        return [(before, after) for before, after in pairwise(stamps) if after - before > longer]

    def _process(self, frames: int) -> None:
        self._stamps.append((self._frames, local_micros()))
        self._frames += frames
        self._blocks.append(np.stack([port.get_array() for port in self._inputs], axis=1))


class Pads:
    """A pad kit with a MIDI cable into the JACK server: its output port is `name`."""

    def __init__(self, name: str) -> None:
        prefer_system_libraries()
        import supriya_midi

        self.name = name
        self._out = supriya_midi.MidiOut(supriya_midi.RtMidiAPI.UNIX_JACK, name)
        self._out.open_virtual_port("out")

    def hit(self, note: int, velocity: int) -> None:
        self._out.send_message([0x99, note, velocity])

    def unplug(self) -> None:
        self._out.close_port()
        self._out.delete()


def onsets(sound: npt.NDArray[np.floating[Any]], threshold: float = 0.01, quiet: int = 4800) -> list[int]:
    """The frames at which sound begins after at least `quiet` frames of silence."""
    loud = np.flatnonzero(np.abs(sound) > threshold)
    starts = np.flatnonzero(np.diff(loud, prepend=-quiet - 1) > quiet)
    return [int(frame) for frame in loud[starts]]


def wait_until(holds: Callable[[], bool], complaint: str, timeout: float = 20.0) -> None:
    """AssertionError with `complaint` if `holds` does not come true in time."""
    pause = threading.Event()
    for _ in range(round(timeout / LOOK)):
        if holds():
            return
        pause.wait(LOOK)
    raise AssertionError(complaint)
