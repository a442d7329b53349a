"""What a room wants done, as news for its memory. Pure."""

from collections.abc import Callable
from typing import Any

from drumcircle_gui.protocol.fields import CONDUCTORS, Message, PlayerId
from drumcircle_gui.protocol.messages import ChatUpdate, Welcome
from drumcircle_gui.server.room.effects import Broadcast, Effect, Relay, Send
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, Worth
from drumcircle_gui.server.room.stroke_history import KeptBatch
from drumcircle_gui.timing.units import Micros


class RecoveryNotes:
    """Gathers news from what a room wants done."""

    def __init__(self) -> None:
        self._next_line = 0
        self._begin()

    def _begin(self) -> None:
        self._messages: list[Any] = []
        self._batches: list[KeptBatch] = []
        self._tokens: dict[PlayerId, str] = {}
        self._heard: dict[PlayerId, int] = {}

    def note(self, effect: Effect) -> None:
        """This is about to be done."""
        if (take := _NOTED.get(type(effect))) is not None:
            take(self, effect)

    def taken(self, at: Micros, wall: Micros) -> RecoveryEntry:
        """All that was gathered since the last time."""
        news = RecoveryEntry(
            at, wall, tuple(self._messages), tuple(self._batches), self._tokens, self._heard, self._next_line
        )
        self._begin()
        return news

    def _broadcast(self, effect: Broadcast) -> None:
        if isinstance(effect.message, Worth):
            self._messages.append(effect.message)
        if isinstance(effect.message, ChatUpdate):
            self._next_line = effect.message.line.number + 1

    def _relay(self, effect: Relay) -> None:
        self._batches.append(KeptBatch(effect.batch.number, effect.batch.base, effect.frame))
        self._heard |= effect.heard

    def _send(self, effect: Send) -> None:
        if (take := _SENT.get(type(effect.message))) is not None:
            take(self, effect.message)

    def _welcome(self, welcome: Welcome) -> None:
        self._tokens[welcome.you] = welcome.token

    def _chat(self, chat: ChatUpdate) -> None:
        """A line to some only; each of them is sent it. Of a private one, nothing is kept but that there was one."""
        if chat.line.number >= self._next_line:
            self._next_line = chat.line.number + 1
            if chat.line.to == CONDUCTORS:
                self._messages.append(chat)


_NOTED: dict[type[Effect], Callable[[RecoveryNotes, Any], None]] = {
    Broadcast: RecoveryNotes._broadcast,
    Relay: RecoveryNotes._relay,
    Send: RecoveryNotes._send,
}
_SENT: dict[type[Message], Callable[[RecoveryNotes, Any], None]] = {
    Welcome: RecoveryNotes._welcome,
    ChatUpdate: RecoveryNotes._chat,
}
