"""Two ends of a connection, joined in memory."""

from drumcircle_gui.protocol.connection import Connection, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.fields import Message

OTHER = {Side.CLIENT: Side.SERVER, Side.SERVER: Side.CLIENT}


class Pair:
    """A client and a server; each receives at once what the other sends."""

    def __init__(self) -> None:
        self.ends = {side: Connection(side) for side in Side}

    @property
    def client(self) -> Connection:
        return self.ends[Side.CLIENT]

    @property
    def server(self) -> Connection:
        return self.ends[Side.SERVER]

    def carry(self, sender: Side, message: Message) -> list[Message | ProtocolViolation]:
        """Send `message`; returns what the other end receives."""
        return list(self.ends[OTHER[sender]].receive(self.ends[sender].send(message)))

    def states(self) -> tuple[ConnectionState, ConnectionState]:
        """The states of client and server."""
        return self.client.state, self.server.state
