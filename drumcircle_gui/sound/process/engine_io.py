"""The sound engine as the program sees it: always there, never in the way, mended by itself."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drumcircle_gui.sound.messages import (
    MAX_TRIM,
    SILENT_DEVICE,
    AudioStatus,
    ChooseAudio,
    ChooseMidi,
    EngineCommand,
    EngineEvent,
    PlayNow,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
)
from drumcircle_gui.timing.units import Micros

from .child_io import ChildProcess
from .restart_state import RestartState

LOG = logging.getLogger(__name__)

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 8.0
PATIENCE = 4
STEADY = 10.0
TO_CLOSE = 6.0

RESTARTING = "The sound stopped. It is being started again."
GIVEN_UP = "The audio device keeps failing and was switched off. Choose a device to try it again."


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """`audio`: name of the device (None: the system's choice, "none": silent). `midi_in`: name of the MIDI input
    (None: all)."""

    audio: str | None = None
    midi_in: str | None = None


class AudioEngine:
    """Sound out and MIDI in, in a process of its own that is started again whenever it dies or stalls.

    Every method may be called from any thread and none blocks (`close` waits, but not for long). `on_event` is called
    on a thread of the engine's; its exceptions are logged.
    """

    def __init__(self, config: EngineConfig, on_event: Callable[[EngineEvent], None]) -> None:
        self._on_event = on_event
        self._recall = RestartState(config.audio, config.midi_in)
        self._lock = threading.Lock()
        self._child: ChildProcess | None = None
        self._closing = threading.Event()
        self._failures = 0
        self._keeper = threading.Thread(target=self._keep, name="sound engine", daemon=True)

    @property
    def pid(self) -> int | None:
        """The sound process, if it runs."""
        with self._lock:
            return self._child.pid if self._child else None

    def start(self) -> None:
        """Start the process; what was told before is not lost. Once only."""
        self._keeper.start()

    def close(self) -> None:
        """End the process. Does nothing when done already."""
        with self._lock:
            self._closing.set()
            if self._child:
                self._child.leave()
        if self._keeper.is_alive() and self._keeper is not threading.current_thread():
            self._keeper.join(TO_CLOSE)

    def play(self, plays: Sequence[PlayStroke]) -> None:
        """Sound each of `plays` at its moment. One `Played` comes back for each, even if the process dies meanwhile."""
        self._tell(plays)

    def strike(self, pad: int, velocity: int) -> None:
        """Sound an own hit at once, on channel OWN."""
        self._tell((PlayNow(pad, velocity),))

    def set_channel(self, channel: int, gain: float, pan: float) -> None:
        """Linear `gain` 0 to 8 and `pan` -1 to 1 of a player, GUIDE or OWN, for the strokes that begin from now on,
        those told already among them. A gain of 0 silences what rings, too."""
        self._tell((SetChannel(channel, min(max(gain, 0.0), 8.0), min(max(pan, -1.0), 1.0)),))

    def set_master(self, gain: float) -> None:
        """Linear gain 0 to 8 of everything."""
        self._tell((SetMasterGain(min(max(gain, 0.0), 8.0)),))

    def set_trim(self, by: Micros) -> None:
        """How much later than the device says its sound is heard, -MOST_TRIM to MOST_TRIM."""
        self._tell((SetOutputTrim(Micros(min(max(by, -MAX_TRIM), MAX_TRIM))),))

    def choose_audio(self, device: str | None) -> None:
        """Go over to the device of that name; None: the system's choice, "none": silent."""
        self._failures = 0
        self._tell((ChooseAudio(device),))

    def choose_midi(self, port: str | None) -> None:
        """Listen to the MIDI input of that name only; None: to all."""
        self._tell((ChooseMidi(port),))

    def _tell(self, commands: Sequence[EngineCommand]) -> None:
        with self._lock:
            self._recall.note(commands)
            if self._child:
                self._child.send(commands)

    def _keep(self) -> None:
        """Run the process again and again until closed."""
        while not self._closing.is_set():
            begun = time.monotonic()
            child = self._begin()
            if child:
                child.listen(self._hear)
                with self._lock:
                    self._child = None
                child.wait()
            self._mend(time.monotonic() - begun)

    def _begin(self) -> ChildProcess | None:
        with self._lock:
            if self._closing.is_set():
                return None
            try:
                self._child = ChildProcess()
            except OSError as error:
                LOG.error("the sound process cannot be started: %s", error)
                return None
            self._child.send(self._recall.commands())
            return self._child

    def _mend(self, lasted: float) -> None:
        """The process is gone: say so, wait a little (longer each time), and do without a device that keeps failing."""
        if self._closing.is_set():
            return
        self._failures = 1 if lasted > STEADY else self._failures + 1
        if self._failures >= PATIENCE:
            self._tell((ChooseAudio(SILENT_DEVICE, GIVEN_UP),))
        self._report(AudioStatus(None, 0, 0, Micros(0), RESTARTING))
        self._closing.wait(min(FIRST_PAUSE * 2**self._failures, LONGEST_PAUSE))

    def _hear(self, event: EngineEvent) -> None:
        with self._lock:
            self._recall.answer(event)
        self._report(event)

    def _report(self, event: EngineEvent) -> None:
        try:
            self._on_event(event)
        except Exception:
            LOG.exception("what the sound engine told could not be handled")
