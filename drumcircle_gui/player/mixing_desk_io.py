"""A player's mixing desk: how they hear, brought to their listener, and the calibration of it."""

from collections.abc import Callable
from dataclasses import replace

from drumcircle_gui.listening.listener_io import Listener
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import Played
from drumcircle_gui.timing.units import Micros, local_micros

from .calibration import Calibration, TapResult
from .player_state import Adjust, Calibrate, Ears, SetTrim, Volumes

Request = Volumes | Adjust | SetTrim | Calibrate


class Desk:
    """On the listener's loop. `on_ears` gets what has changed."""

    def __init__(self, listener: Listener, ears: Ears, on_ears: Callable[[Ears], None]) -> None:
        self.ears = ears
        self._listener, self._on_ears = listener, on_ears
        self._members: tuple[Member, ...] = ()
        self._calibration: Calibration | None = None
        listener.set_trim(ears.trim)
        self._set_levels()

    def follow(self, members: tuple[Member, ...]) -> None:
        """These are in the circle now."""
        if members is not self._members:
            self._members = members
            self._set_levels()

    def obey(self, request: Request) -> None:
        match request:
            case Volumes():
                self._tell(replace(self.ears, volumes=request))
            case Adjust():
                self._tell(self.ears.adjusted(request))
            case SetTrim(by):
                self._set_trim(by)
            case Calibrate(on):
                self._calibrate(on=on)

    def tapped(self, at: Micros) -> bool:
        """Whether what was struck `at` was a tap along to the clicks, and so is none of the circle's."""
        if self._calibration is None:
            return False
        self._calibration.tap(at)
        self._tell(replace(self.ears, tapping=self._calibration.tapping))
        return True

    def played(self, played: Played) -> None:
        """What became of a click."""
        if self._calibration is not None:
            self._listener.play(self._calibration.played(played))

    def _set_trim(self, by: Micros) -> None:
        self._listener.set_trim(by)
        tapping = self.ears.tapping
        if self._calibration is not None:
            self._calibration.forget()
            tapping = self._calibration.tapping
        self._tell(replace(self.ears, trim=by, tapping=tapping))

    def _calibrate(self, *, on: bool) -> None:
        self._calibration = Calibration(local_micros()) if on else None
        self._tell(replace(self.ears, tapping=TapResult() if on else None))
        if self._calibration is not None:
            self._listener.play(self._calibration.begin())

    def _tell(self, ears: Ears) -> None:
        self.ears = ears
        self._set_levels()
        self._on_ears(ears)

    def _set_levels(self) -> None:
        self._listener.set_master(self.ears.volumes.circle)
        self._listener.set_levels(self.ears.levels(self._members))
