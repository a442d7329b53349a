"""A JACK server without hardware: real audio and MIDI ports between processes, and a recorder with one sample clock.

    with jack_server() as server:
        ... start the programs that play, with `server.environment` ...
        with server.recorder(["PortAudio:out_0"]) as recorder:
            ...
            sound = recorder.taken()

Needs `jackd` (Debian: jackd2) and, to record, the package JACK-Client; `missing()` names what is missing.
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

START_TIMEOUT_S = 15.0
EXIT_TIMEOUT_S = 5.0
POLL_INTERVAL_S = 0.05


def missing() -> str:
    """Why no server can run on this machine; empty if one can."""
    if not shutil.which("jackd"):
        return "jackd is not installed (Debian, Ubuntu: sudo apt install jackd2)"
    if not find_spec("jack"):
        return "the JACK-Client package is not installed (pip install JACK-Client)"
    return ""


@contextmanager
def jack_server(frames: int = 256, rate: int = 48_000) -> Iterator["Server"]:
    """A server with the dummy backend and a unique name. This process's environment makes programs connect to it."""
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
            # A killed server keeps one of JACK's eight registry slots until a server of the same name ends normally.
            with revived(server):
                pass
    finally:
        for key, value in before.items():
            os.environ.pop(key) if value is None else os.environ.update({key: value})


@contextmanager
def _running(command: Sequence[str]) -> Iterator["subprocess.Popen[bytes]"]:
    # SIGPIPE stays ignored, as in Python: otherwise a client that disappears would end jackd.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, restore_signals=False)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(EXIT_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def revived(server: "Server") -> Iterator["Server"]:
    """Another server with the name and settings of one that was killed."""
    with _running(server.command) as process:
        successor = replace(server, process=process)
        successor.wait_until_ready()
        yield successor


@dataclass(frozen=True)
class Server:
    """A running JACK server."""

    name: str
    rate: int
    command: Sequence[str]
    process: "subprocess.Popen[bytes]"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of processes that use this server (processes started while it runs inherit it anyway)."""
        return dict(os.environ)

    def wait_until_ready(self) -> None:
        """RuntimeError if the server does not start."""
        try:
            wait_until(self._is_ready, "jackd does not answer", START_TIMEOUT_S)
        except (AssertionError, subprocess.TimeoutExpired) as hung:
            raise RuntimeError(str(hung)) from None

    def _is_ready(self) -> bool:
        """Asked with `jack_wait -c`, as `jack_wait -w` looks only once a second."""
        if self.process.poll() is not None:
            raise AssertionError(f"jackd did not start: exit code {self.process.returncode}")
        done = subprocess.run(["jack_wait", "-c"], capture_output=True, timeout=START_TIMEOUT_S)
        return done.stdout.strip() == b"running"

    def kill(self) -> None:
        """End the server as a crash would."""
        self.process.kill()
        self.process.wait()

    def recorder(self, ports: Sequence[str | None]) -> "Recorder":
        """Records those output ports (patterns), one channel each, with one sample clock. None: silence until
        `Recorder.connect`."""
        return Recorder(self, ports)


class Recorder:
    """A context manager that records what the ports play. Raises the errors of the package jack."""

    def __init__(self, server: Server, ports: Sequence[str | None]) -> None:
        import jack

        self._client: Any = jack.Client(
            f"recorder-{uuid.uuid4().hex[:6]}", no_start_server=True, servername=server.name
        )
        self._client.set_shutdown_callback(lambda *_: None)
        self._client.set_process_callback(self._process)
        self._client.set_xrun_callback(lambda _: self._xruns.append(local_micros()))
        self._inputs = [self._client.inports.register(f"in_{number}") for number in range(len(ports))]
        self._ports = ports
        self.rate = server.rate
        self._blocks: list[Sound] = []
        self._stamps: list[tuple[int, Micros]] = []
        self._xruns: list[Micros] = []
        self._missed: list[Micros] = []
        self._lacking = [(0, 0)]
        self._next_frame: int | None = None
        self._frames = 0

    def __enter__(self) -> "Recorder":
        self._client.activate()
        for number, pattern in enumerate(self._ports):
            if pattern is not None:
                self.connect(number, pattern)
        return self

    def connect(self, number: int, pattern: str) -> None:
        """Record the output port that matches on the channel `number`, unless it is recorded there already."""
        source, own = self.find(pattern), self._inputs[number]
        if source not in self._client.get_all_connections(own):
            self._client.connect(source, own)

    def __exit__(self, *_: object) -> None:
        with suppress(Exception):  # the test may have killed the server
            self._client.deactivate()
        self._client.close()

    def offers(self, pattern: str) -> bool:
        """Whether there is an audio output whose name matches the POSIX extended pattern."""
        return bool(self._client.get_ports(pattern, is_audio=True, is_output=True))

    def find(self, pattern: str) -> Any:
        """Wait for the first audio output whose name matches, and return it. AssertionError after the timeout."""
        found: list[Any] = []

        def there() -> bool:
            found[:] = self._client.get_ports(pattern, is_audio=True, is_output=True)
            return bool(found)

        wait_until(there, f"no JACK port matches {pattern}")
        return found[0]

    def taken(self) -> Sound:
        """The recording so far: frames x ports."""
        return np.concatenate(self._blocks) if self._blocks else np.zeros((0, len(self._inputs)), np.float32)

    @property
    def frames(self) -> int:
        """The number of frames recorded so far."""
        return self._frames

    @property
    def stamps(self) -> list[tuple[int, Micros]]:
        """The first frame of each block, and the local time at which the recorder got it."""
        return list(self._stamps)

    def heard_at(self, frame: int) -> Micros:
        """The local time at which the recorder got `frame`. It separates stalls of the machine, which stop the server
        too, from errors of the recorded programs."""
        first, stamp = self._stamps[bisect_right(self._stamps, frame, key=itemgetter(0)) - 1]
        return Micros(stamp + (frame - first) * SECOND // self.rate)

    def on_sample_clock(self, frame: int) -> int:
        """`frame` as the server's sample clock counts it: with the blocks before it that the recording lacks."""
        return frame + self._lacking[bisect_right(self._lacking, frame, key=itemgetter(0)) - 1][1]

    def stalls(self, longer: int) -> list[tuple[Micros, Micros]]:
        """The intervals longer than `longer` microseconds in which the recorder was not called; other clients probably
        were not called either."""
        stamps = [stamp for _, stamp in self._stamps]
        return [(before, after) for before, after in pairwise(stamps) if after - before > longer]

    def disturbances(self, longer: int) -> list[tuple[Micros, Micros]]:
        """Stalls, the moments at which the server reported that a client did not play its block in time, and those
        after which the recording lacks a block."""
        return sorted([*self.stalls(longer), *((moment, moment) for moment in (*self._xruns, *self._missed))])

    def _process(self, frames: int) -> None:
        self._stamps.append((self._frames, local_micros()))
        frame = self._client.last_frame_time
        if self._next_frame is not None and frame != self._next_frame:
            self._missed.append(local_micros())
            jump = (frame - self._next_frame + 2**31) % 2**32 - 2**31  # back by a block if it was read too early
            self._lacking.append((self._frames, self._lacking[-1][1] + jump))
        self._next_frame = (frame + frames) % 2**32
        self._frames += frames
        if self._inputs:
            self._blocks.append(np.stack([port.get_array() for port in self._inputs], axis=1))


class Pads:
    """A pad kit that sends MIDI to the JACK server; its output port is `name`:out.

    Its library sends on a thread of its own, so that no message is lost while Python is busy. It holds Python's lock
    while it closes the port: `unplug` after a recorder of this process has ended, whose callbacks JACK may wait for.
    """

    def __init__(self, name: str) -> None:
        prefer_system_libraries()
        import supriya_midi

        self.name = name
        self._out = supriya_midi.MidiOut(supriya_midi.RtMidiAPI.UNIX_JACK, name)
        self._out.open_virtual_port("out")

    def hit(self, note: int, velocity: int) -> None:
        self.send([0x99, note, velocity])

    def send(self, message: Sequence[int]) -> None:
        """Send the bytes of one message."""
        self._out.send_message(list(message))

    def unplug(self) -> None:
        self._out.close_port()
        self._out.delete()


class Synth:
    """A MIDI port at a JACK server that keeps what it gets, without Python's lock: a binding that opens the port holds
    it, and JACK waits for seconds if a client of the same process needs it meanwhile."""

    def __init__(self, name: str) -> None:
        prefer_system_libraries()
        import supriya_midi

        self.port = f"{name}:in"
        self._in = supriya_midi.MidiIn(supriya_midi.RtMidiAPI.UNIX_JACK, name)
        self._in.open_virtual_port("in")

    def received(self) -> Iterator[bytes]:
        """The messages that have arrived since the last call."""
        while message := self._in.get_message():
            yield bytes(message[0])

    def unplug(self) -> None:
        self._in.close_port()
        self._in.delete()


def onsets(sound: npt.NDArray[np.floating[Any]], threshold: float = 0.01, quiet: int = 4800) -> list[int]:
    """The frames at which sound begins after at least `quiet` frames of silence."""
    loud = np.flatnonzero(np.abs(sound) > threshold)
    starts = np.flatnonzero(np.diff(loud, prepend=-quiet - 1) > quiet)
    return [int(frame) for frame in loud[starts]]


def wait_until(holds: Callable[[], bool], complaint: str | Callable[[], str], timeout: float = 20.0) -> None:
    """Wait until `holds()` is true. AssertionError with `complaint`, or what it returns by then, after `timeout`
    seconds."""
    pause = threading.Event()
    for _ in range(round(timeout / POLL_INTERVAL_S)):
        if holds():
            return
        pause.wait(POLL_INTERVAL_S)
    raise AssertionError(complaint if isinstance(complaint, str) else complaint())


class Drummer:
    """A context manager: a JACK client named "drummer" whose output plays a recording when `play` is called. PortAudio
    lists it as an audio input: a microphone."""

    def __init__(self, server: Server, sound: Sound) -> None:
        import jack

        self._client: Any = jack.Client("drummer", no_start_server=True, servername=server.name)
        self._client.set_process_callback(self._process)
        self._out = self._client.outports.register("out")
        self._sound = sound
        self._next = len(sound)

    def __enter__(self) -> "Drummer":
        self._client.activate()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(Exception):
            self._client.deactivate()
        self._client.close()

    def play(self) -> None:
        """Play the recording from its beginning."""
        self._next = 0

    @property
    def playing(self) -> bool:
        return self._next < len(self._sound)

    def _process(self, _frames: int) -> None:
        out = self._out.get_array()
        part = self._sound[self._next : self._next + len(out)]
        out[: len(part)], out[len(part) :] = part, 0
        self._next += len(part)
