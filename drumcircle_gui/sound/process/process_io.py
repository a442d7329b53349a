"""The sound process: renders, listens to MIDI, talks to its parent through stdin and stdout. Never imports Qt.

It ends itself when the parent is gone, and when the audio device stops asking for sound: nothing else is safe then
(closing a stream whose sound server has died can hang for ever), and the parent starts it again.

    python -m drumcircle_gui.sound.process.process_io          serve the parent
    python -m drumcircle_gui.sound.process.process_io --list   write one Outfit and end
"""

import gc
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from functools import cache
from typing import BinaryIO, TypeVar

import msgspec

from drumcircle_gui.sound.device.midi_io import MidiInputs
from drumcircle_gui.sound.device.output_io import SILENT_RATE
from drumcircle_gui.sound.device.output_manager_io import OutputManager
from drumcircle_gui.sound.messages import AudioHealth, AudioStatus, ChooseAudio, ChooseMidi, EngineCommand, EngineEvent
from drumcircle_gui.sound.synth.kit_io import load
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import Micros

from .device_list_io import outfit
from .pipe_codec import COMMANDS, EVENTS

DeviceRequest = TypeVar("DeviceRequest", ChooseAudio, ChooseMidi)

HEARTBEAT = 1.0
PATIENCE = 2
MIDI_POLL = 0.25  # a plug with a loose contact is out for half a second, and must be seen to be out
AUDIO_RETRY = 3.0
MOST_IN_A_FRAME = 1000
PARTING = 0.7
SWITCH_INTERVAL = 0.001

STOPPED = "The sound device stopped answering. It is being started again."


class SoundProcess:
    """Owns the threads: commands in, events out, audio devices, MIDI, heartbeat."""

    def __init__(self, commands: BinaryIO, events: BinaryIO) -> None:
        self._commands = commands
        self._events = events
        self._outgoing: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
        emit = self._outgoing.put
        kits = cache(load)
        self._renderer = Renderer(kits(SILENT_RATE), SILENT_RATE, emit)
        self._outputs = OutputManager(self._renderer, kits, emit)
        self._midi = MidiInputs(self._renderer.tell, emit)
        self._audio_wishes: queue.SimpleQueue[ChooseAudio | None] = queue.SimpleQueue()
        self._midi_wishes: queue.SimpleQueue[ChooseMidi | None] = queue.SimpleQueue()

    def run(self) -> None:
        """Serve until the parent closes its end."""
        self._outputs.start()
        gc.collect()
        gc.freeze()
        gc.disable()  # a collection would hold up the audio callback
        tending = [threading.Thread(target=task, daemon=True) for task in (self._tend_audio, self._tend_midi)]
        telling = [threading.Thread(target=task, daemon=True) for task in (self._write, self._beat)]
        for thread in tending + telling:
            thread.start()
        self._read()
        self._audio_wishes.put(None)
        self._midi_wishes.put(None)
        for thread in tending:
            thread.join(PARTING)

    def _read(self) -> None:
        while True:
            try:
                commands = COMMANDS.read(self._commands)
            except EOFError:
                return
            except ValueError as error:
                sys.stderr.write(f"commands out of range were left out: {error}\n")
                continue
            for command in commands:
                self._obey(command)

    def _obey(self, command: EngineCommand) -> None:
        if isinstance(command, ChooseAudio):
            self._audio_wishes.put(command)
        elif isinstance(command, ChooseMidi):
            self._midi_wishes.put(command)
        else:
            self._renderer.tell(command)

    def _write(self) -> None:
        try:
            while True:
                events = [self._outgoing.get()]
                while len(events) < MOST_IN_A_FRAME and not self._outgoing.empty():
                    events.append(self._outgoing.get())
                self._events.write(EVENTS.pack(events))
                self._events.flush()
        except BrokenPipeError:
            os._exit(0)

    def _tend_audio(self) -> None:
        _tend(self._audio_wishes, AUDIO_RETRY, self._outputs.choose, self._outputs.retry)
        self._outputs.close()

    def _tend_midi(self) -> None:
        _tend(self._midi_wishes, MIDI_POLL, self._midi.choose, self._midi.poll)
        self._midi.close()

    def _beat(self) -> None:
        """Tell how it goes as long as sound is asked for; when that ends, so does the process."""
        pause = threading.Event()
        stalled, before = 0, -1
        while stalled < PATIENCE:
            frame = self._renderer.frame
            stalled, before = (stalled + 1 if frame == before else 0), frame
            if not stalled:
                underruns, load = self._outputs.condition()
                self._outgoing.put(AudioHealth(underruns, load, self._renderer.drift_ppm))
            pause.wait(HEARTBEAT)
        self._outgoing.put(AudioStatus(None, 0, 0, Micros(0), STOPPED))
        pause.wait(HEARTBEAT / 4)
        os._exit(1)


def _tend(
    requests: "queue.SimpleQueue[DeviceRequest | None]",
    every: float,
    choose: Callable[[DeviceRequest], None],
    poll: Callable[[], None],
) -> None:
    """Follow each request as it comes, until it is None; once there was one, look round every `every` seconds."""
    request = requests.get()
    while request is not None:
        choose(request)
        request = _next(requests, every, poll)


def _next(
    requests: "queue.SimpleQueue[DeviceRequest | None]", every: float, meanwhile: Callable[[], None]
) -> DeviceRequest | None:
    while True:
        try:
            return requests.get(timeout=every)
        except queue.Empty:
            meanwhile()


def _private_stdout() -> BinaryIO:
    """The pipe to the parent, out of reach of libraries that print: what they write to stdout goes to stderr."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_INTERVAL)
    events = _private_stdout()
    if "--list" in sys.argv:
        events.write(msgspec.msgpack.encode(outfit()))
        events.flush()
    else:
        SoundProcess(sys.stdin.buffer, events).run()
    os._exit(0)


if __name__ == "__main__":
    main()
