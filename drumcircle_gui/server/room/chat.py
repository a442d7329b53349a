"""The chat: who receives a line, and how many lines a member may send."""

import logging
from collections.abc import Sequence

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE, PlayerId
from drumcircle_gui.protocol.messages import ChatEntry, ChatUpdate, Say
from drumcircle_gui.protocol.sanitize import clean_text
from drumcircle_gui.timing.units import Micros

from .circle import Circle, decline, send_to
from .effects import Broadcast, Effect
from .roster import Seat

log = logging.getLogger(__name__)

MAX_LINES_PER_S = 1
MAX_LINES_AT_ONCE = 5
"""Number of lines of one member in one burst."""


class ChatRelay:
    """Sends each line to its recipients, and back to its sender."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._limit = circle.new_limit(MAX_LINES_PER_S, MAX_LINES_AT_ONCE)

    def say(self, seat: Seat, message: Say, now: Micros) -> list[Effect]:
        if not self._limit.take(seat.id, 1, now):
            return decline(seat, "slow-down", "You write faster than the others can read: wait a moment.")
        text = clean_text(message.text)
        if not text:
            return []
        if message.to == EVERYONE:
            return [Broadcast(ChatUpdate(self._entry(seat, EVERYONE, text, now)))]
        if message.to == CONDUCTORS:
            recipients = self._circle.roster.conductors()
            return _deliver(self._entry(seat, CONDUCTORS, text, now), seat, recipients)
        return self._say_privately(seat, message.to, text, now)

    def _say_privately(self, seat: Seat, to: PlayerId, text: str, now: Micros) -> list[Effect]:
        recipient = self._circle.roster.by_id(to)
        if recipient is None:
            return decline(seat, "gone", f"{self._circle.roster.former_name(to)} has left and did not read this.")
        if recipient.connection is None:
            return decline(seat, "gone", f"{recipient.name} has lost the connection and did not read this.")
        return _deliver(self._entry(seat, to, text, now), seat, [recipient])

    def _entry(self, seat: Seat, to: int, text: str, now: Micros) -> ChatEntry:
        log.debug("chat line from member %d to %d", seat.id, to)
        return self._circle.chat.new_entry(seat, to, text, now)


def _deliver(entry: ChatEntry, sender: Seat, recipients: Sequence[Seat]) -> list[Effect]:
    echo = [] if sender in recipients else [sender]
    return send_to([*echo, *recipients], ChatUpdate(entry))
