"""Whether the sound process works: a device that asks for sound, or one that is being opened or closed. Pure."""

from enum import Enum

MAX_STALLED_BEATS = 2
"""After so many in a row without a frame, the audio device has stalled."""

MAX_CHANGING_BEATS = 10
"""For so many in a row, devices may be opened or closed, meanwhile none asks for sound: a busy sound server takes some
seconds, one that is gone takes for ever."""


class Pulse(Enum):
    """What to do at a beat: report that the process works, wait for the next beat, or end the process."""

    REPORT = "report"
    WAIT = "wait"
    END = "end"


class Heartbeat:
    """Call `beat` once a second."""

    def __init__(self) -> None:
        self._frame = -1
        self._stalled = self._changing = 0

    def beat(self, frame: int, *, changing: bool) -> Pulse:
        """`frame`: how many were rendered so far; `changing`: a device is being opened or closed."""
        moved, self._frame = frame != self._frame, frame
        if moved:
            self._stalled = self._changing = 0
            return Pulse.REPORT
        if changing and self._changing < MAX_CHANGING_BEATS:
            self._changing += 1
            return Pulse.REPORT
        self._stalled += 1
        return Pulse.END if self._stalled >= MAX_STALLED_BEATS else Pulse.WAIT
