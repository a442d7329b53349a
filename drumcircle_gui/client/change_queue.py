"""A conductor's requests to change the timeline, one at a time: the next refers to what this one caused. Pure."""

import msgspec

from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.timing.timeline import Segment

_ANSWERS = ("stale", "unchanged", "too-many", "not-allowed", "slow-down")
"""Codes of Declined that answer a ChangeTimeline."""


class ChangeQueue:
    """Sends one request at a time: later ones wait for the server's answer, and merge into one.

    A request names the epoch of the timeline it was made for. If only this conductor has changed the timeline since
    then, it is sent with the latest epoch instead. So the server declines it as stale only if another conductor made a
    change.
    """

    def __init__(self) -> None:
        self._sent: ChangeTimeline | None = None
        self._repeats = False
        self._waiting: ChangeTimeline | None = None
        self._others_epoch = 0

    def add(self, change: ChangeTimeline) -> None:
        """Add a request."""
        self._waiting = change if self._waiting is None else _merged(self._waiting, change)

    def take(self, latest: Segment) -> ChangeTimeline | None:
        """The request to send now; None if there is none, or if the previous one is not answered yet. `latest`: the
        timeline's last segment."""
        if self._sent is not None or self._waiting is None:
            return None
        change, self._waiting = self._waiting, None
        self._repeats = self._others_epoch <= change.epoch < latest.epoch
        self._sent = msgspec.structs.replace(change, epoch=latest.epoch) if self._repeats else change
        return self._sent

    def welcomed(self, latest: Segment) -> None:
        """A new connection begins: the pending request will not be answered, and others may have changed the
        timeline."""
        self._sent, self._others_epoch = None, latest.epoch

    def updated(self, latest: Segment) -> None:
        """The timeline has changed; `latest` is its last segment."""
        if self._sent is not None and _causes(self._sent, latest):
            self._sent = None
        else:
            self._others_epoch = latest.epoch

    def declined(self, code: str) -> bool:
        """The server declined a request. Returns whether to notify the conductor: not if an own earlier request already
        had the same effect."""
        if self._sent is None or code not in _ANSWERS:
            return True
        self._sent = None
        return not (self._repeats and code == "unchanged")


def _merged(first: ChangeTimeline, second: ChangeTimeline) -> ChangeTimeline:
    return ChangeTimeline(
        min(first.epoch, second.epoch),
        tempo=first.tempo if second.tempo is None else second.tempo,
        running=first.running if second.running is None else second.running,
        meter=second.meter or first.meter,
    )


def _causes(change: ChangeTimeline, latest: Segment) -> bool:
    """Whether `latest` is what the server makes of `change`."""
    pairs = ((change.tempo, latest.tempo), (change.running, latest.running), (change.meter, latest.meter))
    return latest.epoch == change.epoch + 1 and all(wanted in (None, given) for wanted, given in pairs)
