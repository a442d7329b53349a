"""The chat."""

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE, PlayerId
from drumcircle_gui.protocol.messages import ChatEntry, ChatUpdate, Say
from drumcircle_gui.protocol.sanitize import clean
from drumcircle_gui.timing.units import Micros

from .circle import Circle, decline, tell
from .effects import Broadcast, Effect
from .roster import Seat


class ChatRelay:
    """Brings each line to those it is for, and back to who wrote it."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle

    def say(self, seat: Seat, message: Say, now: Micros) -> list[Effect]:
        text = clean(message.text)
        if not text:
            return []
        if not seat.voice.take(1, now):
            return decline(seat, "slow-down", "You write faster than the others can read: wait a moment.")
        if message.to == EVERYONE:
            return [Broadcast(ChatUpdate(self._line(seat, EVERYONE, text, now)))]
        if message.to == CONDUCTORS:
            listeners = self._circle.roster.conductors()
            return _bring(self._line(seat, CONDUCTORS, text, now), seat, listeners)
        return self._whisper(seat, message.to, text, now)

    def _whisper(self, seat: Seat, to: PlayerId, text: str, now: Micros) -> list[Effect]:
        listener = self._circle.roster.by_id(to)
        if listener is None:
            return decline(seat, "gone", f"{self._circle.roster.former_name(to)} has left and did not read this.")
        if listener.connection is None:
            return decline(seat, "gone", f"{listener.name} has lost the connection and did not read this.")
        return _bring(self._line(seat, to, text, now), seat, [listener])

    def _line(self, seat: Seat, to: int, text: str, now: Micros) -> ChatEntry:
        return self._circle.speech.said(seat, to, text, now)


def _bring(line: ChatEntry, sender: Seat, listeners: list[Seat]) -> list[Effect]:
    echo = [] if sender in listeners else [sender]
    return tell([*echo, *listeners], ChatUpdate(line))
