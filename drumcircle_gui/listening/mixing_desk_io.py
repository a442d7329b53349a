"""A player's mixing desk: applies mix, volumes and trim to the listener, and runs the calibration."""

from collections.abc import Callable
from dataclasses import replace

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.listening.listener_io import Listener
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import PlayedStroke
from drumcircle_gui.timing.units import Micros, local_micros

from .calibration import Calibration, TapResult
from .loops.loop_state import loop_gain
from .outputs.midi_out import SetUpMidiOut
from .player_state import Calibrate, ListeningState, SetStrip, SetTrim, Volumes

DeskIntent = Volumes | SetStrip | SetTrim | Calibrate | SetUpMidiOut


class MixingDesk:
    """`on_listening` gets each new state. Use on the listener's loop."""

    def __init__(
        self, listener: Listener, listening: ListeningState, on_listening: Callable[[ListeningState], None]
    ) -> None:
        self.listening = listening
        self._listener, self._on_listening = listener, on_listening
        self._members: tuple[Member, ...] = ()
        self._loop = 1.0
        self._calibration: Calibration | None = None
        listener.set_trim(listening.trim)
        self._set_levels()

    def follow(self, circle: CircleSnapshot) -> None:
        """Apply the mix to this circle's members, and to its loop."""
        loop = loop_gain(circle)
        if circle.members is not self._members or loop != self._loop:
            self._members, self._loop = circle.members, loop
            self._set_levels()

    def handle(self, request: DeskIntent) -> None:
        """Apply the player's intent."""
        match request:
            case Volumes():
                self._publish(replace(self.listening, volumes=request))
            case SetStrip():
                self._publish(self.listening.adjusted(request))
            case SetUpMidiOut():
                self._publish(replace(self.listening, midi_out=request))
            case SetTrim(by):
                self._set_trim(by)
            case Calibrate(on):
                self._calibrate(on=on)

    def tapped(self, at: Micros) -> bool:
        """During a calibration, count a stroke at local time `at` as a tap. Returns whether it was one."""
        if self._calibration is None:
            return False
        self._calibration.tap(at)
        self._publish(replace(self.listening, tapping=self._calibration.tapping))
        return True

    def played(self, played: PlayedStroke) -> None:
        """Schedule the next click."""
        if self._calibration is not None:
            self._listener.play(self._calibration.played(played))

    def _set_trim(self, by: Micros) -> None:
        self._listener.set_trim(by)
        tapping = self.listening.tapping
        if self._calibration is not None:
            self._calibration.forget()
            tapping = self._calibration.tapping
        self._publish(replace(self.listening, trim=by, tapping=tapping))

    def _calibrate(self, *, on: bool) -> None:
        self._calibration = Calibration(local_micros()) if on else None
        self._publish(replace(self.listening, tapping=TapResult() if on else None))
        if self._calibration is not None:
            self._listener.play(self._calibration.begin())

    def _publish(self, listening: ListeningState) -> None:
        self.listening = listening
        self._set_levels()
        self._on_listening(listening)

    def _set_levels(self) -> None:
        self._listener.set_master(self.listening.volumes.circle)
        self._listener.set_levels(self.listening.levels(self._members, self._loop))
