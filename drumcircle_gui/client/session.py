"""A member's side of a circle, without I/O: what the server says -> a `Circle`; what the member does -> bytes.

The shell gives it bytes and the local time, writes what `outgoing` returns, and asks it again when it is time
(`flush` once a tick while there are strokes, `ask_time` whenever it says). It outlives connections: after a new
`opened` it resumes where it was, and sends again what the server has not heard.
"""

import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice
from typing import Any

from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import Connection, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.strokes import MAX_SENT_STROKES, Batch, SentStroke, Strokes
from drumcircle_gui.timing.estimator import ClockEstimator, ClockExchange, polling_delay
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats, Micros

from .circle_state import CircleNotice, CircleSnapshot, HeardStroke, LinkState

MOST_CHAT = 500
MOST_NOTICES = 5
MOST_HELD = 4096
MOST_OPEN = 32


class Session:
    """One member. Not thread-safe: belongs to the loop that feeds it."""

    def __init__(self, name: str, key: str, agent: str = "drumcircle") -> None:
        self.come_back = True
        self.late = 0
        self._circle = CircleSnapshot()
        self._members: dict[int, m.Member] = {}
        self._members_changed = False
        self._name, self._key, self._agent = name, key, agent
        self._token = ""
        self._connection = Connection(Side.CLIENT)
        self._out: list[bytes] = []
        self._arrived: list[HeardStroke] = []
        self._told: list[tuple[Message, Micros]] = []
        self._ahead = 0
        self._next_batch = 0
        self._struck: deque[SentStroke] = deque(maxlen=MOST_HELD)
        self._struck_count = 0
        self._sent_count = 0
        self._estimator = ClockEstimator()
        self._asked: dict[int, Micros] = {}
        self._ask_ids = count(secrets.randbelow(2**31))
        self._notice_ids = count(1)
        self._last_words = ""

    @property
    def circle(self) -> CircleSnapshot:
        """All that is known now. The same object as long as nothing changed."""
        if self._members_changed:  # not at every coming and going: whoever joins a stadium hears of thousands at once
            self._members_changed = False
            self._set(members=tuple(self._members.values()))
        return self._circle

    # --- the shell's side ---------------------------------------------------------------------------------------

    def opened(self) -> None:
        """A new connection stands: say hello."""
        self._connection = Connection(Side.CLIENT)
        self._asked.clear()
        self._out.clear()
        last = self._next_batch - 1 if self._token else -1
        self._send(m.Hello(m.PROTOCOL_VERSION, self._name, self._key, self._agent, self._token, last))

    def received(self, data: bytes, now: Micros) -> None:
        """Bytes that came in at local time `now`."""
        for item in self._connection.receive(data):
            _HANDLERS[type(item)](self, item, now)
            if isinstance(item, Message):
                self._told.append((item, self._moment(now)))

    def lost(self, problem: str) -> None:
        """The connection ended, or could not be made; `problem` says why, unless the server itself did."""
        self._connection.close()
        problem, self._last_words = self._last_words or problem, ""
        if self.circle.link is not LinkState.OVER:
            self._set(link=LinkState.WAITING if self.come_back else LinkState.OVER, problem=problem)

    def give_up(self, problem: str) -> None:
        """Trying again would not help."""
        self.come_back = False
        self._connection.close()
        self._set(link=LinkState.OVER, problem=problem)

    def outgoing(self) -> bytes:
        """What is to be written now."""
        data = b"".join(self._out)
        self._out.clear()
        return data

    def arrived(self) -> list[HeardStroke]:
        """The strokes that came since the last call, in the server's order."""
        arrived, self._arrived = self._arrived, []
        return arrived

    def told(self) -> list[tuple[Message, Micros]]:
        """What the server said since the last call, and when, in circle time as far as it is known."""
        told, self._told = self._told, []
        return told

    @property
    def joined(self) -> bool:
        return self._connection.state is ConnectionState.JOINED

    @property
    def ended(self) -> bool:
        """Nothing more will come on this connection, nor may anything be sent."""
        return self._connection.state is ConnectionState.CLOSED

    def ask_time(self, now: Micros) -> Micros:
        """Send one clock request; returns after how long to send the next."""
        number = next(self._ask_ids)
        self._asked[number] = now
        while len(self._asked) > MOST_OPEN:
            del self._asked[next(iter(self._asked))]
        clock, trip = self.circle.clock, self.circle.round_trip
        unknown = Micros(-1)
        self._send(
            m.ClockRequest(number, now, unknown if trip is None else trip, clock.bound if clock else unknown, self.late)
        )
        begun = self._estimator.begun
        return polling_delay(Micros(0 if begun is None else now - begun))

    def flush(self) -> None:
        """Send the strokes struck since the last flush."""
        while self.joined and self._sent_count < self._struck_count:
            begin = len(self._struck) - (self._struck_count - self._sent_count)
            hits = tuple(islice(self._struck, begin, begin + MAX_SENT_STROKES))
            self._send(Strokes(self._sent_count, hits))
            self._sent_count += len(hits)

    # --- the member's side --------------------------------------------------------------------------------------

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """A stroke at local time `at`. Returns its beat; None if the circle stands still, or is not known yet or no
        more: then only its player heard it."""
        clock = self.circle.clock
        if clock is None or self.circle.link is LinkState.OVER:
            return None
        moment = clock.circle(at)
        segment = self.circle.timeline.at(moment)
        if not segment.running or moment < segment.at:
            return None
        beat = segment.beat_at(moment)
        self._struck.append(SentStroke(beat, pad, velocity))
        self._struck_count += 1
        self._sent_count = max(self._sent_count, self._struck_count - len(self._struck))
        return beat

    def request(self, message: m.Say | m.ChangeTimeline | m.GiveCue | m.Moderate) -> None:
        """Ask something of the server; if there is no connection, a notice says so."""
        if self.joined:
            self._send(message)
        else:
            self._note("You are not connected", "It will be possible as soon as the connection is back.", "offline")

    def leave(self) -> None:
        """Say goodbye for good, after the last stroke."""
        problem = self.circle.problem
        if self.joined:
            self.flush()
            self._send(m.Goodbye())
            problem = "You left the circle."
        self.give_up(problem)

    def dismiss(self, number: int) -> None:
        """Take a notice away."""
        self._set(notices=tuple(notice for notice in self.circle.notices if notice.number != number))

    # --- what the server says -----------------------------------------------------------------------------------

    def _welcome(self, welcome: m.Welcome, now: Micros) -> None:
        timeline = Timeline(welcome.timeline)
        if welcome.token != self._token:
            self._begin_anew(timeline.beat_at(welcome.now))
        self._token = welcome.token
        self._ahead = welcome.now - now
        self._next_batch = max(self._next_batch, welcome.next_batch)
        self._rewind_to(welcome.heard)
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
            chat=tuple(chat[number] for number in sorted(chat))[-MOST_CHAT:],
            cue=welcome.cue,
            tick=welcome.tick,
        )

    def _begin_anew(self, since: Beats) -> None:
        """The server does not know us (any more): nothing of an earlier circle counts."""
        self._estimator = ClockEstimator()
        self._struck.clear()
        self._struck_count = self._sent_count = self._next_batch = self.late = 0
        entry = self.circle.entry + 1
        self._set(entry=entry, clock=None, exchange=None, standings=(), chat=(), since=since)

    def _rewind_to(self, heard: int) -> None:
        oldest = self._struck_count - len(self._struck)
        self._sent_count = min(max(heard, oldest), self._struck_count)

    def _clock_reply(self, reply: m.ClockReply, now: Micros) -> None:
        sent = self._asked.pop(reply.id, None)
        if sent is None:
            return
        exchange = ClockExchange(sent, reply.received, reply.replied, now)
        self._estimator.playing = self.circle.timeline.latest.running
        self._set(clock=self._estimator.add(exchange), exchange=exchange)

    def _batch(self, batch: Batch, now: Micros) -> None:
        if batch.number < self._next_batch:
            return
        self._next_batch = batch.number + 1
        self._arrived += [
            HeardStroke(stroke.player, Beats(batch.base + stroke.offset), stroke.pad, stroke.velocity, now)
            for stroke in batch.strokes
        ]

    def _timeline(self, message: m.TimelineUpdate, _: Micros) -> None:
        self._set(timeline=Timeline(message.segments))

    def _chat(self, message: m.ChatUpdate, _: Micros) -> None:
        self._set(chat=(*self.circle.chat, message.line)[-MOST_CHAT:])

    def _cued(self, message: m.CueUpdate, _: Micros) -> None:
        self._set(cue=message.cue)

    def _member_is(self, message: m.MemberUpdate, _: Micros) -> None:
        self._members[message.member.id] = message.member
        self._members_changed = True

    def _member_left(self, message: m.MemberLeft, _: Micros) -> None:
        self._members_changed |= self._members.pop(message.id, None) is not None

    def _standings(self, message: m.QualityUpdate, _: Micros) -> None:
        self._set(standings=message.rows)

    def _pace(self, message: m.TickUpdate, _: Micros) -> None:
        self._set(tick=message.tick)

    def _declined(self, message: m.Declined, _: Micros) -> None:
        self._note(message.text, code=message.code)

    def _closing(self, message: m.Closing, _: Micros) -> None:
        if not message.again:
            self.give_up(message.text)
        self._last_words = message.text

    def _violation(self, violation: ProtocolViolation, _: Micros) -> None:
        self.give_up(f"The server speaks another language ({violation.text}).")

    # ------------------------------------------------------------------------------------------------------------

    def _send(self, message: Message) -> None:
        self._out.append(self._connection.send(message))

    def _moment(self, now: Micros) -> Micros:
        """Circle time at local time `now`; until the clock is found, by the welcome alone."""
        clock = self._circle.clock
        return clock.circle(now) if clock else Micros(now + self._ahead)

    def _note(self, what: str, todo: str = "", code: str = "") -> None:
        notice = CircleNotice(next(self._notice_ids), what, todo, code)
        self._set(notices=(*self.circle.notices, notice)[-MOST_NOTICES:])

    def _set(self, **changes: Any) -> None:
        self._circle = replace(self._circle, **changes)


_HANDLERS: dict[type, Callable[[Session, Any, Micros], None]] = {
    m.Welcome: Session._welcome,
    m.ClockReply: Session._clock_reply,
    Batch: Session._batch,
    m.TimelineUpdate: Session._timeline,
    m.ChatUpdate: Session._chat,
    m.CueUpdate: Session._cued,
    m.MemberUpdate: Session._member_is,
    m.MemberLeft: Session._member_left,
    m.QualityUpdate: Session._standings,
    m.TickUpdate: Session._pace,
    m.Declined: Session._declined,
    m.Closing: Session._closing,
    ProtocolViolation: Session._violation,
}
