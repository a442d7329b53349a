"""What a player is told of their own devices as these come, go and fail. Pure."""

from itertools import count

from drumcircle_gui.client.circle_state import CircleNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.listening.sound_status import SoundStatus

MAX_NOTICES = 4
SOUND = "sound"
MIDI = "midi"
DISK = "disk"


class DeviceNotices:
    """The latest news of each device, until dismissed. Their numbers are negative, those of a circle's notices are not;
    their codes are the MIDI ports' names, SOUND and DISK."""

    def __init__(self) -> None:
        self.notices: tuple[CircleNotice, ...] = ()
        self._numbers = count(-1, -1)

    def follow(self, before: SoundStatus, now: SoundStatus) -> None:
        """Take note of what changed. What was there at the first look is no news."""
        self._follow_drums(before, now)
        self._follow_speakers(before, now)

    def disk_failed(self, error: DrumCircleError) -> None:
        """The performance is not recorded any more."""
        self._note(DISK, error.what, error.todo)

    def dismiss(self, number: int) -> None:
        """Take a notice away."""
        self.notices = tuple(notice for notice in self.notices if notice.number != number)

    def _follow_drums(self, before: SoundStatus, now: SoundStatus) -> None:
        if before.midi is None or now.midi is None:
            return
        had, has = before.midi.ports, now.midi.ports
        for port in (port for port in has if port not in had):
            self._note(port, f"{_spoken(port)} is plugged in.")
        for port in (port for port in had if port not in has):
            self._note(port, f"{_spoken(port)} was pulled out.", "Plug it in again, or play with keys and pads.")

    def _follow_speakers(self, before: SoundStatus, now: SoundStatus) -> None:
        name = before.device.name if before.device else None
        if now.device is None or now.device is before.device:
            return
        if now.device.name is not None:
            self._forget(SOUND)
        elif name is not None and now.device.problem:
            self._note(SOUND, f"{name} fell silent.", now.device.problem)

    def _note(self, device: str, what: str, todo: str = "") -> None:
        self._forget(device)
        self.notices = (*self.notices, CircleNotice(next(self._numbers), what, todo, device))[-MAX_NOTICES:]

    def _forget(self, device: str) -> None:
        self.notices = tuple(notice for notice in self.notices if notice.code != device)


def _spoken(port: str) -> str:
    """What people call it: ALSA names a port "TD-17:TD-17 MIDI 1 20:0"."""
    return port.split(":")[0].strip() or port
