"""A member's side of a circle, without I/O: bytes from the server -> a `CircleSnapshot`; the member's actions -> bytes.

The caller passes in what arrives and the local time, writes what `data_to_send` returns, and calls back in time:
`flush_strokes` once a tick while there are strokes, `request_time` after the delay that it returns. A session outlives
connections: after `connection_made` it resumes where it was, and sends again what the server has not received.
"""

import logging
from collections.abc import Callable
from itertools import count
from typing import Any

import drumcircle_gui.protocol.glyphs  # noqa: F401  (the first text that needs it must not hold up the window)
from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import Connection, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.entry_messages import KeysUpdate
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.log_form import LogForm
from drumcircle_gui.protocol.loop_messages import LoopPiece, LoopTransfer, LoopWanted
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.protocol.strokes import Batch, SentStroke
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats, Micros

from .change_queue import ChangeQueue
from .circle_state import CircleNotice, CircleSnapshot, HeardStroke, LinkState, with_changes
from .state_changes import STATE_CHANGES, conducted, keys_notice
from .stroke_log import StrokeLog
from .time_requests import TimeRequests

log = logging.getLogger(__name__)

MAX_CHAT_LINES = 500
"""Lines of chat kept; the oldest are dropped."""

MAX_NOTICES = 5
"""Notices shown at a time; the oldest are dropped."""

NOT_MEASURED = Micros(-1)


class Session:
    """One member. Not thread-safe: it belongs to the event loop that feeds it.

    `name` is sent as `clean_name` makes it; `circle_id` and `account` as in `Hello`. `reconnects`: whether to connect
    again when the connection ends. `late_strokes`: how many strokes arrived after they were due, since joining;
    reported with each clock request.
    """

    def __init__(self, name: str, key: str, agent: str = "drumcircle", circle_id: str = "", account: str = "") -> None:
        self.reconnects = True
        self.late_strokes = 0
        self._circle = CircleSnapshot()
        self._members: dict[int, m.Member] = {}
        self._members_changed = False
        self._name, self._key, self._agent = clean_name(name), key, agent
        self._circle_id, self._account = circle_id, account
        self._token = ""
        self._connection = Connection(Side.CLIENT)
        self._outgoing: list[bytes] = []
        self._arrived: list[HeardStroke] = []
        self._received: list[tuple[Message, Micros]] = []
        self._offset_at_welcome = 0
        self._next_batch = 0
        self._strokes = StrokeLog()
        self._time = TimeRequests()
        self._notice_ids = count(1)
        self._changes = ChangeQueue()
        self._closing_text = ""

    @property
    def circle(self) -> CircleSnapshot:
        """All that is known now. The same object as long as nothing changed."""
        if self._members_changed:  # built on demand: members of large circles come and go by the thousand
            self._members_changed = False
            self._set(members=tuple(self._members.values()))
        return self._circle

    # --- the connection -----------------------------------------------------------------------------------------

    def connection_made(self) -> None:
        """A new connection is open: send Hello."""
        self._connection = Connection(Side.CLIENT)
        self._time.reconnected()
        self._outgoing.clear()
        last = self._next_batch - 1 if self._token else -1
        identity = self._name, self._key, self._agent, self._token, last, self._circle_id, self._account
        self._send(m.Hello(m.PROTOCOL_VERSION, *identity))

    def receive(self, data: bytes, now: Micros) -> None:
        """Handle bytes that arrived at local time `now`."""
        for item in self._connection.receive(data):
            log.debug("received %s", LogForm(item) if isinstance(item, Message) else item)
            _HANDLERS[type(item)](self, item, now)
            if isinstance(item, Message):
                self._received.append((item, self._circle_time(now)))

    def connection_lost(self, problem: str) -> None:
        """The connection ended or could not be made. `problem` says why; a reason given by the server comes first."""
        self._connection.close()
        problem, self._closing_text = self._closing_text or problem, ""
        if self.circle.link is not LinkState.ENDED:
            self._set(link=LinkState.RECONNECTING if self.reconnects else LinkState.ENDED, problem=problem)

    def give_up(self, problem: str) -> None:
        """End for good, because another attempt would not help."""
        self.reconnects = False
        self._connection.close()
        self._set(link=LinkState.ENDED, problem=problem)

    def data_to_send(self) -> bytes:
        """The bytes to write now."""
        data = b"".join(self._outgoing)
        self._outgoing.clear()
        return data

    def take_strokes(self) -> list[HeardStroke]:
        """The strokes that arrived since the last call, in the server's order."""
        arrived, self._arrived = self._arrived, []
        return arrived

    def take_messages(self) -> list[tuple[Message, Micros]]:
        """The messages that arrived since the last call, each with its circle time as far as that is known."""
        received, self._received = self._received, []
        return received

    @property
    def joined(self) -> bool:
        return self._connection.state is ConnectionState.JOINED

    @property
    def closed(self) -> bool:
        """Nothing more arrives on this connection, nor may anything be sent."""
        return self._connection.state is ConnectionState.CLOSED

    def request_time(self, now: Micros) -> Micros:
        """Send a clock request at local time `now`; returns the delay until the next one, a tick at least."""
        number = self._time.new(now)
        clock, trip = self.circle.clock, self.circle.round_trip
        bound = clock.bound if clock else NOT_MEASURED
        self._send(m.ClockRequest(number, now, NOT_MEASURED if trip is None else trip, bound, self.late_strokes))
        return max(self._time.delay(now), self.circle.tick)

    def flush_strokes(self) -> None:
        """Send the strokes struck since the last flush."""
        while self.joined and (message := self._strokes.next_message()):
            self._send(message)

    # --- the member's actions -----------------------------------------------------------------------------------

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """Record a stroke at local time `at`; returns its beat. None if the circle is stopped or its time is not known:
        then nobody else will hear the stroke."""
        clock = self.circle.clock
        if clock is None or self.circle.link is LinkState.ENDED:
            return None
        moment = clock.circle(at)
        segment = self.circle.timeline.at(moment)
        if not segment.running or moment < segment.at:
            return None
        beat = segment.beat_at(moment)
        self._strokes.add(SentStroke(beat, pad, velocity))
        self._note_drummers({self.circle.me})
        return beat

    def request(self, message: m.Request) -> None:
        """Send a request to the server. A notice says if there is no connection, or if a value is out of range."""
        if not self.joined:
            self._notify("You are not connected", "It will be possible as soon as the connection is back.", "offline")
            return
        try:
            message_codec.check(message)
        except message_codec.MalformedMessage as error:
            log.warning("not sent: %s", error)
            self._notify("This cannot be sent: it is too long or out of range.", "Make it shorter.", "out-of-range")
        else:
            if isinstance(message, m.ChangeTimeline):
                self._changes.add(message)
                self._send_change()
            else:
                self._send(message)

    def transfer(self, message: LoopTransfer) -> bool:
        """Send a message that moves a file; False if there is no connection."""
        if self.joined:
            self._send(message)
        return self.joined

    def leave(self) -> None:
        """Send the last strokes and Goodbye, and end."""
        problem = self.circle.problem
        if self.joined:
            self.flush_strokes()
            self._send(m.Goodbye())
            problem = "You left the circle."
        self.give_up(problem)

    def dismiss(self, number: int) -> None:
        """Remove a notice."""
        self._set(notices=tuple(notice for notice in self.circle.notices if notice.number != number))

    # --- messages from the server -------------------------------------------------------------------------------

    def _on_welcome(self, welcome: m.Welcome, now: Micros) -> None:
        timeline = Timeline(welcome.timeline)
        if welcome.token != self._token:
            self._start_entry(timeline.beat_at(welcome.now))
        self._token = welcome.token
        self._offset_at_welcome = welcome.now - now
        self._next_batch = max(self._next_batch, welcome.next_batch)
        self._strokes.rewind_to(welcome.heard)
        self._members = {member.id: member for member in welcome.members}
        self._members_changed = True
        chat = {line.number: line for line in (*self.circle.chat, *welcome.chat)}
        self._set(
            link=LinkState.JOINED,
            problem="",
            name=welcome.circle,
            me=welcome.you,
            role=welcome.role,
            timeline=timeline,
            chat=tuple(chat[number] for number in sorted(chat))[-MAX_CHAT_LINES:],
            tick=welcome.tick,
            **conducted(welcome),
        )
        self._changes.welcomed(timeline.latest)
        self._send_change()

    def _start_entry(self, since: Beats) -> None:
        """Begin as a new member on the beat `since`, because the server does not know this member."""
        self._time.restart()
        self._strokes = StrokeLog()
        self._next_batch = self.late_strokes = 0
        entry = self.circle.entry + 1
        self._set(entry=entry, clock=None, exchange=None, qualities=(), chat=(), since=since, drumming=frozenset())

    def _on_clock_reply(self, reply: m.ClockReply, now: Micros) -> None:
        if (found := self._time.replied(reply, now, playing=self.circle.timeline.latest.running)) is not None:
            exchange, clock = found
            self._set(clock=clock, exchange=exchange)

    def _on_batch(self, batch: Batch, now: Micros) -> None:
        if batch.number < self._next_batch:
            return
        self._next_batch = batch.number + 1
        self._arrived += [
            HeardStroke(stroke.player, Beats(batch.base + stroke.offset), stroke.pad, stroke.velocity, now)
            for stroke in batch.strokes
        ]
        self._note_drummers({stroke.player for stroke in batch.strokes})

    def _note_drummers(self, players: set[int]) -> None:
        if not players <= self._circle.drumming:
            self._set(drumming=self._circle.drumming | players)

    def _on_timeline(self, message: m.TimelineUpdate, _: Micros) -> None:
        self._set(timeline=Timeline(message.segments))
        self._changes.updated(self.circle.timeline.latest)
        self._send_change()

    def _on_chat(self, message: m.ChatUpdate, _: Micros) -> None:
        self._set(chat=(*self.circle.chat, message.line)[-MAX_CHAT_LINES:])

    def _on_transfer(self, message: Message, _: Micros) -> None:
        """The caller takes it with `take_messages`."""

    def _on_state(self, message: Message, _: Micros) -> None:
        self._set(**STATE_CHANGES[type(message)](message))

    def _on_keys(self, message: KeysUpdate, _: Micros) -> None:
        """The two invites were replaced: later connections show the new key."""
        self._key = message.conductor
        self._set(keys=message)
        self._notify(*keys_notice(message, self.circle), code="invites")

    def _on_member(self, message: m.MemberUpdate, _: Micros) -> None:
        self._members[message.member.id] = message.member
        self._members_changed = True

    def _on_member_left(self, message: m.MemberLeft, _: Micros) -> None:
        self._members_changed |= self._members.pop(message.id, None) is not None

    def _on_declined(self, message: m.Declined, _: Micros) -> None:
        if self._changes.declined(message.code):
            self._notify(message.text, code=message.code)
        self._send_change()

    def _on_closing(self, message: m.Closing, _: Micros) -> None:
        if not message.again:
            self.give_up(message.text)
        self._closing_text = message.text

    def _on_violation(self, violation: ProtocolViolation, _: Micros) -> None:
        self.give_up(f"The server speaks another language ({violation.text}).")

    # ------------------------------------------------------------------------------------------------------------

    def _send_change(self) -> None:
        if self.joined and (change := self._changes.take(self.circle.timeline.latest)) is not None:
            self._send(change)

    def _send(self, message: Message) -> None:
        log.debug("sending %s", LogForm(message))
        self._outgoing.append(self._connection.send(message))

    def _circle_time(self, now: Micros) -> Micros:
        """Circle time at local time `now`; before the first clock reply, by the Welcome alone."""
        clock = self._circle.clock
        return clock.circle(now) if clock else Micros(now + self._offset_at_welcome)

    def _notify(self, what: str, todo: str = "", code: str = "") -> None:
        notice = CircleNotice(next(self._notice_ids), what, todo, code)
        self._set(notices=(*self.circle.notices, notice)[-MAX_NOTICES:])

    def _set(self, **changes: Any) -> None:
        before, self._circle = self._circle, with_changes(self._circle, changes)
        if self._circle.link is not before.link:
            log.debug("link: %s -> %s %s", before.link.value, self._circle.link.value, self._circle.problem)


_HANDLERS: dict[type, Callable[[Session, Any, Micros], None]] = {
    m.Welcome: Session._on_welcome,
    m.ClockReply: Session._on_clock_reply,
    Batch: Session._on_batch,
    m.TimelineUpdate: Session._on_timeline,
    m.ChatUpdate: Session._on_chat,
    m.MemberUpdate: Session._on_member,
    KeysUpdate: Session._on_keys,
    m.MemberLeft: Session._on_member_left,
    **dict.fromkeys(STATE_CHANGES, Session._on_state),
    LoopPiece: Session._on_transfer,
    LoopWanted: Session._on_transfer,
    m.Declined: Session._on_declined,
    m.Closing: Session._on_closing,
    ProtocolViolation: Session._on_violation,
}
