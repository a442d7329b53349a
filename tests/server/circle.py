"""A room with simulated connections: what each would receive, in order."""

from itertools import count
from typing import TypeVar

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.message_codec import decode_from_server
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, ChangeTimeline, Closing, Hello, Member, Welcome
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.room.effects import (
    Broadcast,
    CloseConnection,
    DropConnection,
    Effect,
    RelayBatch,
    ReplayBatches,
    Send,
)
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
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo

T = TypeVar("T", bound=Message)

ADDRESS = "192.0.2.1"
KEYS = InviteKeys(player="play", conductor="lead")
TEMPO = Tempo(SECOND // 2)
PERIOD = Micros(16 * TEMPO)


def decoded(frame: bytes) -> Message:
    """The message in one complete frame."""
    message = decode_from_server(frame[LENGTH.size :])
    assert message is not None
    return message


class Client:
    """One connection, as the room's shell sees it."""

    def __init__(self, circle: "Circle", connection: ConnectionId) -> None:
        self._circle = circle
        self.connection = connection
        self.inbox: list[Message] = []
        self.closing: Closing | None = None
        self.dropped = False

    @property
    def welcome(self) -> Welcome:
        return self.got(Welcome)[0]

    @property
    def id(self) -> int:
        return self.welcome.you

    def got(self, kind: type[T]) -> list[T]:
        return [message for message in self.inbox if isinstance(message, kind)]

    def sends(self, message: Message) -> list[Message]:
        """The messages it receives immediately, broadcasts included."""
        before = len(self.inbox)
        self._circle.happens(MessageReceived(self.connection, message))
        return self.inbox[before:]

    def strikes(self, *beats: float, first: int | None = None) -> list[Message]:
        """Sends strokes the given number of beats from now."""
        now = self._circle.beat
        hits = tuple(SentStroke(Beats(now + round(beat * BEAT)), 38, 100) for beat in beats)
        number = self._struck if first is None else first
        self._struck = number + len(hits)
        return self.sends(Strokes(number, hits))

    _struck = 0

    def loses_connection(self) -> None:
        self._circle.happens(ConnectionClosed(self.connection))
        self._circle.welcomed.discard(self)


class Circle:
    """A room at 120 bpm with a period of 16 beats, and its clock."""

    def __init__(self, meter: Meter | None = None, **options: int) -> None:
        tokens = (f"token {number}" for number in count(1))
        self.room = CircleRoom("Oak", KEYS, Timeline.stopped(TEMPO, meter or Meter()), lambda: next(tokens), **options)
        self.now = Micros(0)
        self.clients: dict[ConnectionId, Client] = {}
        self.welcomed: set[Client] = set()
        self.relayed: list[Batch] = []

    def joins(
        self,
        name: str = "Fern",
        key: str = KEYS.player,
        token: str = "",
        last_batch: int = -1,
        address: str = ADDRESS,
    ) -> Client:
        return self.says_hello(Hello(PROTOCOL_VERSION, name, key, token=token, last_batch=last_batch), address)

    def conductor(self, name: str = "Oak") -> Client:
        return self.joins(name, KEYS.conductor)

    def says_hello(self, hello: Hello, address: str = ADDRESS) -> Client:
        client = Client(self, ConnectionId(len(self.clients) + 1))
        self.clients[client.connection] = client
        self.happens(JoinRequested(client.connection, hello, address))
        return client

    def playing(self) -> Client:
        """The conductor, once the circle has started."""
        conductor = self.conductor()
        conductor.sends(ChangeTimeline(0, running=True))
        self.passes(3 * SECOND)
        return conductor

    def happens(self, event: CircleEvent) -> list[Effect]:
        effects = self.room.handle(event, self.now)
        for effect in effects:
            self._carry_out(effect)
        return effects

    def passes(self, time: int) -> list[Effect]:
        """Ticks for the given time; returns the resulting effects."""
        effects = []
        end = self.now + time
        while self.now < end:
            self.now = Micros(min(self.now + self.room.tick, end))
            effects += self.happens(Tick())
        return effects

    @property
    def beat(self) -> Beats:
        return self.timeline.beat_at(self.now)

    @property
    def timeline(self) -> Timeline:
        return self.room._circle.timeline

    @property
    def members(self) -> dict[str, Member]:
        return {member.name: member for member in self.room._circle.roster.members}

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Send(to, message):
                client = self.clients[to]
                client.inbox.append(message)
                if isinstance(message, Welcome):
                    self.welcomed.add(client)
            case Broadcast(message):
                self._to_all(message)
            case RelayBatch(frame, _):
                batch = decoded(frame)
                assert isinstance(batch, Batch)
                self.relayed.append(batch)
                self._to_all(batch)
            case ReplayBatches(to, frames, _):
                self.clients[to].inbox += map(decoded, frames)
            case DropConnection(connection):
                self.clients[connection].dropped = True
                self.happens(ConnectionClosed(connection))
            case CloseConnection(connection, closing):
                self.clients[connection].closing = closing
                self.welcomed.discard(self.clients[connection])
                self.happens(ConnectionClosed(connection))

    def _to_all(self, message: Message) -> None:
        for client in self.welcomed:
            client.inbox.append(message)
