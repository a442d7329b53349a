"""Two connections joined by a wire in memory (after h11's tests/helpers.py)."""

from drumcircle_gui.protocol.connection import Connection, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.fields import Message

OTHER = {Side.CLIENT: Side.SERVER, Side.SERVER: Side.CLIENT}


class Pair:
    """A client and a server; what one sends the other has received."""

    def __init__(self) -> None:
        self.ends = {side: Connection(side) for side in Side}

    @property
    def client(self) -> Connection:
        return self.ends[Side.CLIENT]

    @property
    def server(self) -> Connection:
        return self.ends[Side.SERVER]

    def carry(self, sender: Side, message: Message) -> list[Message | ProtocolViolation]:
        """What the other end makes of `message`."""
        return list(self.ends[OTHER[sender]].receive(self.ends[sender].send(message)))

    def states(self) -> tuple[ConnectionState, ConnectionState]:
        """The client's, then the server's."""
        return self.client.state, self.server.state
