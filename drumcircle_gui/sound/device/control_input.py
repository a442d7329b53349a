"""Recognises the MIDI messages of controls, and decodes them. Pure."""

from collections.abc import Sequence

from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls
from drumcircle_gui.timing.units import Micros

NOTE_OFF, NOTE_ON, CONTROLLER, BEND = 0x80, 0x90, 0xB0, 0xE0
"""Status bytes of channel 0."""

MOST = 127
_MOST_BEND = (MOST << 7) + MOST
_CHANNEL_MODE = 120
"""Controllers from this number on are channel mode messages, such as All Notes Off."""


class ControlInput:
    """Reads the messages of all MIDI inputs for the controls in `setup`."""

    def __init__(self, setup: SetControls | None = None) -> None:
        self._setup = setup or SetControls()
        self._keys = frozenset(self._setup.keys)

    def takes(self, port: str, data: Sequence[int]) -> bool:
        """Whether a message belongs to a control, and so must not play a pad."""
        if not self._keys and not self._setup.learn:
            return False
        key = control_of(port, data)
        return key is not None and (self._setup.learn or key in self._keys)

    def moved(self, port: str, data: Sequence[int], at: Micros) -> ControlMoved | None:
        """The report of a message that `takes` has accepted."""
        key = control_of(port, data)
        if key is None:
            return None
        if key.kind == "note" and data[0] & 0xF0 == NOTE_OFF:
            return ControlMoved(at, key, 0.0)
        value = (data[2] << 7 | data[1]) / _MOST_BEND if key.kind == "bend" else data[2] / MOST
        return ControlMoved(at, key, value)


def control_of(port: str, data: Sequence[int]) -> ControlKey | None:
    """The control that a message of three bytes belongs to; None for other messages."""
    if len(data) != 3 or max(data[1:]) > MOST:
        return None
    status, channel = data[0] & 0xF0, data[0] & 0x0F
    if status in (NOTE_ON, NOTE_OFF):
        return ControlKey(port, "note", channel, data[1])
    if status == CONTROLLER and data[1] < _CHANNEL_MODE:
        return ControlKey(port, "cc", channel, data[1])
    return ControlKey(port, "bend", channel, 0) if status == BEND else None
