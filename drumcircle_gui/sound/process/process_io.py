"""The sound process: renders sound and reads MIDI, commanded through stdin; sends events to stdout. Never imports Qt.

It ends when its parent closes the pipe, when the audio device no longer asks for sound (closing a stream whose sound
server is gone can hang, so the parent starts a new process), and on any unexpected exception. Its log is standard
error.

    drumcircle sound-process          serve the parent
    drumcircle sound-process --list   write one DeviceList and end
    drumcircle sound-process --decode FILE SAMPLES   write a loop's samples and one LoopReport, and end
"""

import argparse
import gc
import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NoReturn

import msgspec

from drumcircle_gui.installation.command_io import SOUND_PROCESS
from drumcircle_gui.protocol.framing import FrameError
from drumcircle_gui.sound.control_messages import SetControls
from drumcircle_gui.sound.device.audio_manager_io import AudioManager
from drumcircle_gui.sound.device.midi_io import MidiInputs
from drumcircle_gui.sound.device.midi_out_io import MidiOut
from drumcircle_gui.sound.device.output_io import SILENT_RATE
from drumcircle_gui.sound.kits.kit_shelf_io import KitShelf
from drumcircle_gui.sound.loops.decode_io import decode
from drumcircle_gui.sound.messages import (
    AudioHealth,
    ChokePads,
    ChooseAudio,
    ChooseKit,
    ChooseMicrophone,
    ChooseMidi,
    EngineCommand,
    EngineEvent,
    LoadLoops,
    PlayNow,
    SetUpPads,
    SilenceAll,
)
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, SendMidi, WatchMidiClock
from drumcircle_gui.sound.synth.renderer import Renderer, UseKit
from drumcircle_gui.timing.units import Micros

from .device_list_io import query_devices
from .exit_status_io import EXIT_FAILED, EXIT_STALLED
from .heartbeat import MAX_STALLED_BEATS, Heartbeat, Pulse
from .loop_loader_io import LoopLoader
from .pipe_codec import COMMANDS, EVENTS
from .process_log import EntryFormatter
from .spawn_io import DECODE, LIST, LOG_LEVEL, MEASURE

log = logging.getLogger("drumcircle_gui.sound.process.process_io")

Requests = queue.SimpleQueue[Callable[[], None] | None]
"""Changes of devices, for the thread that owns them; None ends that thread."""

HEARTBEAT_S = 1.0
MIDI_POLL_S = 0.25
"""Interval of the MIDI poll: a plug with a loose contact is out for about half a second, which the poll must notice."""

AUDIO_RETRY_S = 3.0
KITS_IDLE_S = 3600.0
MAX_EVENTS_PER_FRAME = 1000
CLOSE_TIMEOUT_S = 0.7
LIST_TIMEOUT_S = 10.0
"""Time limit of `--list`; the parent waits for a shorter time."""

SWITCH_INTERVAL_S = 0.001
"""Python's switch interval, short so that the audio callback does not wait for another thread."""


class SoundProcess:
    """Owns the process's threads: commands, events, audio device, MIDI inputs, heartbeat."""

    def __init__(self, commands: BinaryIO, events: BinaryIO) -> None:
        self._commands = commands
        self._events = events
        self._outgoing: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
        emit = self._outgoing.put
        self._kits = KitShelf(emit)
        self._own: queue.SimpleQueue[tuple[PlayNow | ChokePads, Micros]] = queue.SimpleQueue()
        self._renderer = Renderer(self._kits(SILENT_RATE), SILENT_RATE, emit, self._queue_own)
        self._audio = AudioManager(self._renderer, self._kits, emit)
        self._midi_out = MidiOut(emit)
        self._midi = MidiInputs(self._sound_now, emit)
        self._audio_requests: Requests = queue.SimpleQueue()
        self._midi_requests: Requests = queue.SimpleQueue()
        self._kit_requests: Requests = queue.SimpleQueue()
        self._loops = LoopLoader(self._renderer.load_loops)
        self._loop_requests: Requests = queue.SimpleQueue()
        self._on_threads: dict[type[EngineCommand], tuple[Requests, Callable[..., None]]] = {
            ChooseAudio: (self._audio_requests, self._audio.choose),
            ChooseMicrophone: (self._audio_requests, self._audio.choose),
            ChooseMidi: (self._midi_requests, self._midi.choose),
            SetUpPads: (self._midi_requests, self._midi.set_up),
            SetControls: (self._midi_requests, self._midi.set_controls),
            WatchMidiClock: (self._midi_requests, self._midi.watch_clock),
            ChooseMidiOut: (self._midi_requests, self._midi_out.choose),
            ChooseKit: (self._kit_requests, self._choose_kit),
            LoadLoops: (self._loop_requests, self._loops.load),
        }

    def run(self) -> None:
        """Serve until the parent closes its end of the pipe."""
        self._audio.outputs.start()
        gc.collect()
        gc.freeze()
        gc.disable()  # a collection would delay the audio callback
        devices = [_thread("audio", self._manage_audio), _thread("midi", self._manage_midi)]
        kits = _thread("kits", lambda: _serve(self._kit_requests, KITS_IDLE_S, lambda: None))
        others = {
            "loops": self._load_loops,
            "own strokes": self._pass_on_own,
            "events": self._write,
            "heartbeat": self._beat,
        }
        for thread in (*devices, kits, *(_thread(name, task) for name, task in others.items())):
            thread.start()
        self._read()
        self._audio_requests.put(None)
        self._midi_requests.put(None)
        self._loop_requests.put(None)
        for thread in devices:
            thread.join(CLOSE_TIMEOUT_S)

    def _read(self) -> None:
        while True:
            try:
                commands = COMMANDS.read(self._commands)
            except (EOFError, FrameError) as error:  # a parent that dies may leave half a frame
                log.debug("the pipe from the parent has ended %s", error)
                return
            except msgspec.DecodeError as error:
                log.warning("ignoring commands out of range: %s", error)
                continue
            for command in commands:
                self._handle(command)

    def _handle(self, command: EngineCommand) -> None:
        log.debug("%s", command)
        if type(command) in self._on_threads:
            requests, execute = self._on_threads[type(command)]
            requests.put(partial(execute, command))
        elif isinstance(command, SendMidi):
            self._midi_out.send(command)
        elif isinstance(command, PlayNow):
            self._sound_now(command)
        else:
            if isinstance(command, SilenceAll):
                self._midi_out.panic()
            self._renderer.submit(command)  # type: ignore[arg-type]

    def _sound_now(self, action: PlayNow | ChokePads) -> None:
        self._renderer.submit(action)
        self._midi_out.strike(action)

    def _queue_own(self, struck: tuple[PlayNow | ChokePads, Micros]) -> None:
        """Called by the audio callback: no thread is woken for nothing, as it would compete with it for the
        processor."""
        if self._midi_out.sounds_own:
            self._own.put(struck)

    def _pass_on_own(self) -> None:
        while True:
            self._midi_out.sound(*self._own.get())

    def _choose_kit(self, command: ChooseKit) -> None:
        self._renderer.submit(UseKit(*self._kits.choose(command.path)))

    def _write(self) -> None:
        try:
            while True:
                events = [self._outgoing.get()]
                while len(events) < MAX_EVENTS_PER_FRAME and not self._outgoing.empty():
                    events.append(self._outgoing.get())
                self._events.write(EVENTS.pack(events))
                self._events.flush()
        except BrokenPipeError:
            log.debug("the parent is gone")
            os._exit(0)

    def _manage_audio(self) -> None:
        _serve(self._audio_requests, AUDIO_RETRY_S, self._audio.poll)
        self._audio.close()

    def _manage_midi(self) -> None:
        _serve(self._midi_requests, MIDI_POLL_S, self._poll_midi)
        self._midi_out.close()
        self._midi.close()

    def _poll_midi(self) -> None:
        self._midi.poll()
        self._midi_out.poll()

    def _load_loops(self) -> None:
        while (request := self._loop_requests.get()) is not None:
            request()

    def _beat(self) -> None:
        """Send `AudioHealth` as long as the device asks for sound; end the process when it no longer does."""
        pause, heart = threading.Event(), Heartbeat()
        while (pulse := heart.beat(self._renderer.frame, changing=self._audio.changing)) is not Pulse.END:
            if pulse is Pulse.REPORT:
                underruns, load = self._audio.outputs.condition()
                self._outgoing.put(AudioHealth(underruns, load, self._renderer.drift_ppm))
            pause.wait(HEARTBEAT_S)
        log.error("the audio device has not asked for sound for %.0f s", MAX_STALLED_BEATS * HEARTBEAT_S)
        os._exit(EXIT_STALLED)


def _thread(name: str, task: Callable[[], None]) -> threading.Thread:
    return threading.Thread(target=task, name=name, daemon=True)


def _serve(requests: Requests, interval_s: float, poll: Callable[[], None]) -> None:
    """Carry out requests until one is None. After the first, call `poll` every `interval_s` seconds."""
    request = requests.get()
    while request is not None:
        request()
        request = _next(requests, interval_s, poll)


def _next(requests: Requests, interval_s: float, poll: Callable[[], None]) -> Callable[[], None] | None:
    while True:
        try:
            return requests.get(timeout=interval_s)
        except queue.Empty:
            poll()


def end_on_errors() -> None:
    """From now on, an unhandled exception on any thread is logged with its traceback and ends the process."""
    sys.excepthook = lambda kind, error, _: _end(error, "the main thread")
    threading.excepthook = lambda args: _end(args.exc_value, f"the thread {args.thread and args.thread.name}")


def _end(error: BaseException | None, where: str) -> None:
    log.critical("Unexpected error in %s", where, exc_info=error)
    os._exit(EXIT_FAILED)


def _end_after(seconds: float) -> None:
    """End the process after this time even if a thread hangs, because its parent may have ended meanwhile."""
    timer = threading.Timer(seconds, lambda: os._exit(EXIT_FAILED))
    timer.daemon = True
    timer.start()


def _private_stdout() -> BinaryIO:
    """The pipe to the parent. From now on, what libraries print to stdout goes to stderr."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def main(arguments: Sequence[str]) -> NoReturn:
    """Serve, or list, as `arguments` say."""
    options = argparse.ArgumentParser(prog=SOUND_PROCESS)
    options.add_argument(LIST, dest="list", action="store_true")
    options.add_argument(DECODE, dest="decode", nargs=2, type=Path)
    options.add_argument(MEASURE, dest="measure", action="store_true")
    options.add_argument(LOG_LEVEL, type=int, default=logging.INFO)
    chosen = options.parse_args(arguments)
    signal.signal(signal.SIGINT, signal.SIG_DFL if chosen.list else signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    handler = logging.StreamHandler()  # standard error
    handler.setFormatter(EntryFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger("drumcircle_gui").setLevel(chosen.log_level)
    events = _private_stdout()
    end_on_errors()
    if chosen.list:
        _end_after(LIST_TIMEOUT_S)
        events.write(msgspec.msgpack.encode(query_devices()))
        events.flush()
    elif chosen.decode:
        events.write(msgspec.msgpack.encode(decode(*chosen.decode, measured=chosen.measure)))
        events.flush()
    else:
        SoundProcess(sys.stdin.buffer, events).run()
    os._exit(0)
