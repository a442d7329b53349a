"""Notices about the player's own devices: plugged in, unplugged, failed, working again. Pure."""

from itertools import count

from drumcircle_gui.client.circle_state import CircleNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.messages import RESTARTING

MAX_NOTICES = 4
SOUND = "sound"
MIDI = "midi"
DISK = "disk"
LOOP = "loop"
OUTPUT = "output"


class DeviceNotices:
    """The latest notice of each device, until it is dismissed. `code`: a MIDI port's name, SOUND, DISK, LOOP
    or OUTPUT. The numbers are negative and odd: those of a circle's notices are positive, those of a conductor's
    machine even."""

    def __init__(self) -> None:
        self.notices: tuple[CircleNotice, ...] = ()
        self._numbers = count(-1, -2)

    def follow(self, before: SoundStatus, now: SoundStatus) -> None:
        """Add notices for what changed. The first status is the starting point and gives none."""
        self._follow_drums(before, now)
        self._follow_speakers(before, now)

    def disk_failed(self, error: DrumCircleError) -> None:
        """Add a notice: recording has ended because of `error`."""
        self._note(DISK, error.what, error.todo)

    def loop_failed(self, name: str, problem: str) -> None:
        """Add a notice: the loop is not heard here because of `problem`."""
        what = f"You cannot hear the loop {name}: {problem}." if name else f"You cannot hear the loop: {problem}."
        self._note(LOOP, what, "The others may hear it. Play with the guide, or ask the conductor for another file.")

    def output_failed(self, error: DrumCircleError) -> None:
        """Add a notice: nothing is sent to other programs because of `error`."""
        self._note(OUTPUT, error.what, error.todo)

    def dismiss(self, number: int) -> None:
        """Remove a notice."""
        self.notices = tuple(notice for notice in self.notices if notice.number != number)

    def _follow_drums(self, before: SoundStatus, now: SoundStatus) -> None:
        if before.midi is None or now.midi is None:
            return
        had, has = before.midi.ports, now.midi.ports
        for port in (port for port in has if port not in had):
            self._note(port, f"{_device_name(port)} is plugged in.")
        for port in (port for port in had if port not in has):
            self._note(port, f"{_device_name(port)} was unplugged.", "Plug it in again, or play with keys and pads.")

    def _follow_speakers(self, before: SoundStatus, now: SoundStatus) -> None:
        name = before.device.name if before.device else None
        if now.device is None or now.device is before.device:
            return
        failure = next((notice.todo for notice in self.notices if notice.code == SOUND), None)
        if name is None and now.device.name is not None and failure is not None:
            self._note(SOUND, f"The sound is back, on {now.device.name}.", failure.removesuffix(RESTARTING).strip())
        elif name is not None and now.device.name is None and now.device.problem:
            self._note(SOUND, f"There is no sound on {name} now.", now.device.problem)

    def _note(self, device: str, what: str, todo: str = "") -> None:
        self._forget(device)
        self.notices = (*self.notices, CircleNotice(next(self._numbers), what, todo, device))[-MAX_NOTICES:]

    def _forget(self, device: str) -> None:
        self.notices = tuple(notice for notice in self.notices if notice.code != device)


def _device_name(port: str) -> str:
    """The device's name: ALSA calls a port "TD-17:TD-17 MIDI 1"."""
    return port.split(":")[0].strip() or port
