"""Counts the strokes that reach this member late because of its network. Pure."""

from collections.abc import Iterable

from drumcircle_gui.client.recent_late import RecentLate
from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.timing.units import SECOND, Micros

SETTLING = Micros(5 * SECOND)
"""Strokes are late while a sound device starts, which is not the network's fault. Counts come once a second."""


class LateHere:
    """Late strokes of the last minute, without those around a change of the sound device."""

    def __init__(self) -> None:
        self._recent = RecentLate()
        self._device: object = None
        self._settled = Micros(0)

    def update(self, qualities: Iterable[ConnectionQuality], me: int, device: object, now: Micros) -> int:
        """Add the counts known at local time `now`; return the late strokes of the member `me`. `device`: a value that
        differs from the last one where the sound device does."""
        if device != self._device:
            self._device, self._settled = device, Micros(now + SETTLING)
        if now < self._settled:
            self._recent = RecentLate()
        own = (quality for quality in qualities if quality.id == me)
        return self._recent.update(own, now).get(me, 0)
