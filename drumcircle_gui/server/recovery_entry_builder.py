"""Builds the recovery log's entry for a tick from the room's effects. Pure."""

from collections.abc import Callable
from typing import Any

from drumcircle_gui.protocol.fields import CONDUCTORS, Message, PlayerId
from drumcircle_gui.protocol.messages import ChatUpdate, Welcome
from drumcircle_gui.server.room.effects import Broadcast, Effect, RelayBatch, Send
from drumcircle_gui.server.room.recovery_log import RecordedMessage, RecoveryEntry
from drumcircle_gui.server.room.stroke_history import KeptBatch
from drumcircle_gui.timing.units import Micros


class RecoveryEntryBuilder:
    """Collects the changes that must survive a kill; `take` returns them and starts the next entry."""

    def __init__(self) -> None:
        self._next_line = 0
        self._clear()

    def _clear(self) -> None:
        self._messages: list[Any] = []
        self._batches: list[KeptBatch] = []
        self._tokens: dict[PlayerId, str] = {}
        self._heard: dict[PlayerId, int] = {}

    def add(self, effect: Effect) -> None:
        """Add the changes of `effect`, which is about to be carried out."""
        if (add := _ADD_EFFECT.get(type(effect))) is not None:
            add(self, effect)

    def take(self, at: Micros, wall: Micros) -> RecoveryEntry:
        """The entry at circle time `at`; `wall`: wall-clock time in micros."""
        entry = RecoveryEntry(
            at, wall, tuple(self._messages), tuple(self._batches), self._tokens, self._heard, self._next_line
        )
        self._clear()
        return entry

    def _add_broadcast(self, effect: Broadcast) -> None:
        if isinstance(effect.message, RecordedMessage):
            self._messages.append(effect.message)
        if isinstance(effect.message, ChatUpdate):
            self._next_line = effect.message.line.number + 1

    def _add_batch(self, effect: RelayBatch) -> None:
        self._batches.append(KeptBatch(effect.batch.number, effect.batch.base, effect.frame))
        self._heard |= effect.heard

    def _add_sent(self, effect: Send) -> None:
        if (add := _ADD_SENT.get(type(effect.message))) is not None:
            add(self, effect.message)

    def _add_welcome(self, welcome: Welcome) -> None:
        self._tokens[welcome.you] = welcome.token

    def _add_chat(self, chat: ChatUpdate) -> None:
        """Add a line that is not addressed to everyone once, however many receive it. Of private lines only the number
        is kept."""
        if chat.line.number >= self._next_line:
            self._next_line = chat.line.number + 1
            if chat.line.to == CONDUCTORS:
                self._messages.append(chat)


_ADD_EFFECT: dict[type[Effect], Callable[[RecoveryEntryBuilder, Any], None]] = {
    Broadcast: RecoveryEntryBuilder._add_broadcast,
    RelayBatch: RecoveryEntryBuilder._add_batch,
    Send: RecoveryEntryBuilder._add_sent,
}
_ADD_SENT: dict[type[Message], Callable[[RecoveryEntryBuilder, Any], None]] = {
    Welcome: RecoveryEntryBuilder._add_welcome,
    ChatUpdate: RecoveryEntryBuilder._add_chat,
}
