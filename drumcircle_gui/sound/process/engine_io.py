"""The sound engine: the program's side of the sound process, which it restarts after every failure."""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from drumcircle_gui.sound.control_messages import SetControls
from drumcircle_gui.sound.messages import (
    MAX_TRIM,
    RESTARTING,
    SILENT_DEVICE,
    AudioStatus,
    ChooseAudio,
    ChooseKit,
    ChooseMicrophone,
    ChooseMidi,
    EngineCommand,
    EngineEvent,
    LoadLoops,
    LoopPart,
    PlayAs,
    PlayLoop,
    PlayNow,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
    SetUpPads,
    SilenceAll,
)
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, SendMidi, TimedMidi, WatchMidiClock
from drumcircle_gui.timing.units import Micros

from .child_io import ChildProcess
from .restart_state import RestartState

log = logging.getLogger(__name__)

FIRST_PAUSE_S = 0.1
"""Pause before a restart; doubled after each failure in a row, up to MAX_PAUSE_S."""

MAX_PAUSE_S = 8.0
MAX_FAILURES = 4
"""After this many failures in a row, the process is started without an audio device."""

STEADY_S = 10.0
"""A process that ran for this long ends a row of failures."""

CLOSE_TIMEOUT_S = 6.0
MAX_GAIN = 8.0

GIVEN_UP = "The audio device keeps failing and was switched off. Choose a device to try it again."


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """`audio`: name of the audio device (None: the system's default, SILENT_DEVICE: none). `midi_in`: name of the MIDI
    input (None: all). `microphone`: None for none. `pads`: how MIDI kits are set up. `kit`: the file or folder of the
    player's own sounds, None for the built-in ones."""

    audio: str | None = None
    midi_in: str | None = None
    microphone: ChooseMicrophone | None = None
    pads: SetUpPads | None = None
    kit: str | None = None


class AudioEngine:
    """Sound output and MIDI input in a separate process, which is restarted whenever it ends or stalls.

    Every method may be called from any thread. None blocks, except `close`, which waits up to CLOSE_TIMEOUT_S.
    `on_event` is called on the engine's own thread, and its exceptions are logged.
    """

    def __init__(self, config: EngineConfig, on_event: Callable[[EngineEvent], None]) -> None:
        self._on_event = on_event
        self._state = RestartState(config.audio, config.midi_in, config.microphone, config.pads, config.kit)
        self._lock = threading.Lock()
        self._child: ChildProcess | None = None
        self._closing = threading.Event()
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name="sound engine", daemon=True)

    @property
    def pid(self) -> int | None:
        """The id of the sound process; None while it does not run."""
        with self._lock:
            return self._child.pid if self._child else None

    def start(self) -> None:
        """Start the process; it gets all commands given so far. Call once."""
        self._thread.start()

    def close(self) -> None:
        """End the process. Idempotent."""
        with self._lock:
            self._closing.set()
            if self._child:
                self._child.stop()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(CLOSE_TIMEOUT_S)

    def play(self, strokes: Sequence[PlayStroke]) -> None:
        """Play each stroke at its time. Each gets one `PlayedStroke`, even if the process is restarted meanwhile."""
        self._send(strokes)

    def strike(self, pad: int, velocity: int) -> None:
        """Play a stroke at once, on OWN_CHANNEL."""
        self._send((PlayNow(pad, velocity),))

    def set_channel(self, channel: int, gain: float, pan: float) -> None:
        """Set linear `gain` (0 to 8) and `pan` (-1 to 1) of a channel; see `SetChannel`. Values are clamped."""
        self._send((SetChannel(channel, _clamped(gain), min(max(pan, -1.0), 1.0)),))

    def set_master(self, gain: float) -> None:
        """Set the linear gain of the whole output, 0 to 8."""
        self._send((SetMasterGain(_clamped(gain)),))

    def set_trim(self, by: Micros) -> None:
        """Set how much later than the audio device reports its sound is heard, -MAX_TRIM to MAX_TRIM."""
        self._send((SetOutputTrim(Micros(min(max(by, -MAX_TRIM), MAX_TRIM))),))

    def choose_audio(self, device: str | None) -> None:
        """Switch to the audio device of that name; None: the system's default, SILENT_DEVICE: no sound."""
        self._failures = 0
        self._send((ChooseAudio(device),))

    def choose_midi(self, port: str | None) -> None:
        """Use only the MIDI input of that name; None: all."""
        self._send((ChooseMidi(port),))

    def choose_microphone(self, choice: ChooseMicrophone) -> None:
        """Detect strokes in the sound of a microphone."""
        self._send((choice,))

    def set_up_pads(self, setup: SetUpPads) -> None:
        """Apply the set-up of MIDI kits."""
        self._send((setup,))

    def set_controls(self, controls: SetControls) -> None:
        """Report the movements of these MIDI controls."""
        self._send((controls,))

    def choose_kit(self, path: str | None) -> None:
        """Load the kit at `path`; None: the built-in sounds alone."""
        self._send((ChooseKit(path),))

    def play_as(self, voices: PlayAs) -> None:
        """Play the strokes of a channel with a kit or with certain sounds."""
        self._send((voices,))

    def load_loops(self, files: Mapping[str, str]) -> None:
        """Keep exactly these loops loaded: the paths of their decoded files, by their names."""
        self._send((LoadLoops(dict(files)),))

    def play_loop(self, parts: Sequence[LoopPart]) -> None:
        """Play these parts of loops, in order of time, and nothing else on LOOP_CHANNEL."""
        self._send((PlayLoop(tuple(parts)),))

    def choose_midi_out(self, choice: ChooseMidiOut) -> None:
        """Use a MIDI output."""
        self._send((choice,))

    def send_midi(self, messages: Sequence[TimedMidi]) -> None:
        """Send these messages to the MIDI output at their times."""
        self._send((SendMidi(tuple(messages)),))

    def watch_midi_clock(self, *, on: bool) -> None:
        """Start or stop reporting the tempo of MIDI clock at the inputs."""
        self._send((WatchMidiClock(on),))

    def silence_all(self) -> None:
        """Stop everything that sounds now."""
        self._send((SilenceAll(),))

    def _send(self, commands: Sequence[EngineCommand]) -> None:
        with self._lock:
            self._state.note(commands)
            if self._child:
                self._child.send(commands)

    def _run(self) -> None:
        """Run one process after another until closed."""
        while not self._closing.is_set():
            begun = time.monotonic()
            cause = self._run_child()
            if not self._closing.is_set():
                self._recover(cause, time.monotonic() - begun)

    def _run_child(self) -> str:
        """Run one process until it ends. Returns why it ended."""
        try:
            child = self._started()
        except OSError as error:
            log.error("The sound process cannot be started: %s", error)
            return f"its process could not be started ({error.strerror or error})"
        if child is None:
            return ""
        child.listen(self._handle)
        with self._lock:
            self._child = None
        cause = child.wait()
        if not self._closing.is_set():
            log.error("The sound process %d ended: %s. Its last output: %s", child.pid, cause, child.last_output or "-")
        return cause

    def _started(self) -> ChildProcess | None:
        with self._lock:
            if self._closing.is_set():
                return None
            self._child = ChildProcess()
            self._child.send(self._state.commands())
            return self._child

    def _recover(self, cause: str, lasted_s: float) -> None:
        """Report the failure and wait, longer each time; after MAX_FAILURES, switch the audio device off."""
        self._failures = 1 if lasted_s > STEADY_S else self._failures + 1
        if self._failures >= MAX_FAILURES:
            self._send((ChooseAudio(SILENT_DEVICE, GIVEN_UP),))
        self._report(AudioStatus(None, 0, 0, Micros(0), f"The sound stopped, because {cause}. {RESTARTING}"))
        self._closing.wait(min(FIRST_PAUSE_S * 2**self._failures, MAX_PAUSE_S))

    def _handle(self, event: EngineEvent) -> None:
        with self._lock:
            self._state.answer(event)
        self._report(event)

    def _report(self, event: EngineEvent) -> None:
        try:
            self._on_event(event)
        except Exception:
            log.exception("The sound engine's event %r could not be handled", event)


def _clamped(gain: float) -> float:
    return min(max(gain, 0.0), MAX_GAIN)
