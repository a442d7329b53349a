"""Whose turn it is to be told how they fare, so that telling thousands stays cheap and never comes all at once."""

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.timing.units import SECOND, Micros

MOST_PER_SECOND = 200


class StatusRotation:
    """Everybody in turn about once a second; less often when that would be more than 200 of them a second."""

    def __init__(self) -> None:
        self._since: dict[PlayerId, Micros] = {}

    def enter(self, id: PlayerId, now: Micros) -> None:
        """To be told, first in a second; nothing new for who waits already."""
        self._since.setdefault(id, now)

    def turns(self, now: Micros, elapsed: Micros) -> list[PlayerId]:
        """Whose turn has come, `elapsed` after the last question. Enter again each who is still there."""
        most = -(-MOST_PER_SECOND * elapsed // SECOND)
        come: list[PlayerId] = []
        for id, since in self._since.items():
            if len(come) >= most or now - since < SECOND:
                break
            come.append(id)
        for id in come:
            del self._since[id]
        return come
