"""Sessions and a server's room, connected in memory, with simulated time; connections can be cut after any byte."""

from itertools import count

from drumcircle_gui.client.circle_state import HeardStroke
from drumcircle_gui.client.session import Session
from drumcircle_gui.protocol.connection import Connection, ConnectionState, Side
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ClockReply, ClockRequest, Hello, Welcome
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.room.effects import Broadcast, CloseConnection, Effect, RelayBatch, ReplayBatches, Send
from drumcircle_gui.server.room.events import (
    CircleEvent,
    ConnectionClosed,
    ConnectionId,
    JoinRequested,
    MessageReceived,
    Tick,
)
from drumcircle_gui.server.room.room import CircleRoom
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Micros, seconds, tempo_of_bpm

KEYS = InviteKeys(player="play", conductor="lead")
EVERYTHING = 1 << 30


class SimulatedCircle:
    """A circle that runs from the start; by default at 120 bpm with a period of 8 s."""

    def __init__(self, bpm: float = 120, meter: Meter | None = None) -> None:
        self.now = seconds(1)
        self._beginning = Timeline.stopped(tempo_of_bpm(bpm), meter or Meter())
        self.wires: dict[ConnectionId, SimulatedMember] = {}
        self._ids = count(1)
        self.restart()

    def restart(self) -> None:
        """Replace the circle by a new one at the same address: without members, its time starting at 0."""
        for member in list(self.wires.values()):
            member.cut()
        tokens = (f"{id(self)} {number}" for number in self._ids)
        timeline = self._beginning.changed(Micros(1), running=True)
        self.room = CircleRoom("Oak", KEYS, timeline, lambda: next(tokens))

    def advance(self, time: Micros) -> None:
        self.now = Micros(self.now + time)

    def tick(self) -> None:
        self.advance(self.room.tick)
        self.handle(Tick())

    def new_connection(self, member: "SimulatedMember") -> ConnectionId:
        number = ConnectionId(next(self._ids))
        self.wires[number] = member
        return number

    def handle(self, event: CircleEvent) -> None:
        for effect in self.room.handle(event, self.now):
            self._carry_out(effect)

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Send(to, message):
                self.wires[to].down += self.wires[to].server.send(message)
                self.wires[to].welcomed |= isinstance(message, Welcome)
            case Broadcast(message):
                self._to_all(encode(message))
            case RelayBatch(frame, _):
                self._to_all(frame)
            case ReplayBatches(to, frames, _):
                self.wires[to].down += b"".join(frames)
            case CloseConnection(connection, closing):
                member = self.wires.pop(connection)
                member.down += encode(closing)
                member.server.close()

    def _to_all(self, frame: bytes) -> None:
        for member in self.wires.values():
            if member.welcomed:
                member.down += frame


class SimulatedMember:
    """A session, the server's end of its connection, and the bytes on their way between them.

    Its local time is `ahead` micros ahead of the simulation's.
    """

    def __init__(self, simulation: SimulatedCircle, name: str = "Fern", ahead: int = 1_000_000_000) -> None:
        self.session = Session(name, KEYS.player)
        self.heard: list[HeardStroke] = []
        self.connected = False
        self._simulation, self._ahead = simulation, ahead

    @property
    def local(self) -> Micros:
        return Micros(self._simulation.now + self._ahead)

    def join(self) -> None:
        """Connect and measure the circle's time."""
        self.connect()
        self.settle()
        self.session.request_time(self.local)
        self.settle()

    def connect(self) -> None:
        self.cut()
        self.connected, self.welcomed = True, False
        self.up, self.down = b"", b""
        self.server = Connection(Side.SERVER)
        self._number = self._simulation.new_connection(self)
        self.session.connection_made()

    def cut(self) -> None:
        """Break the connection; bytes on their way are lost."""
        if self.connected:
            self.connected = False
            if self._simulation.wires.pop(self._number, None):
                self._simulation.handle(ConnectionClosed(self._number))
            self.session.connection_lost("The connection was lost.")

    def settle(self) -> None:
        """Deliver all bytes that are on their way."""
        self.carry_up(EVERYTHING)
        self.carry_down(EVERYTHING)

    def carry_up(self, size: int) -> None:
        """Deliver so many bytes to the server."""
        if self.connected:
            self.up += self.session.data_to_send()
            data, self.up = self.up[:size], self.up[size:]
            for message in self.server.receive(data):
                assert isinstance(message, Message), message
                self._receive(message)

    def carry_down(self, size: int) -> None:
        """Deliver so many bytes to the member."""
        if self.connected:
            data, self.down = self.down[:size], self.down[size:]
            self.session.receive(data, self.local)
            self.heard += self.session.take_strokes()

    def _receive(self, message: Message) -> None:
        now = self._simulation.now
        if isinstance(message, ClockRequest) and self.server.state is ConnectionState.JOINED:
            self.down += self.server.send(ClockReply(message.id, message.sent, now, now))
        if isinstance(message, Hello):
            self._simulation.handle(JoinRequested(self._number, message, "192.0.2.1"))
        else:
            self._simulation.handle(MessageReceived(self._number, message))
