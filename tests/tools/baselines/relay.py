"""A server without batches: it sends each stroke to each client as it arrives (the scheme of 2016).

It implements as much of the protocol as the benchmarks' clients need: Hello, Welcome, strokes. So it does less work
than the real server for each stroke.
"""

import asyncio
import socket
import ssl

from drumcircle_gui.protocol.connection import Connection, Side
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Cue, Hello, Member, Welcome
from drumcircle_gui.protocol.strokes import Batch, Stroke, Strokes
from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo, local_micros

TEMPO = Tempo(SECOND // 2)

TICK = Micros(25_000)
"""The interval at which clients send: so short that each stroke travels alone."""


class Relay:
    """Serves until `close`. `deliveries` counts strokes times the clients they were sent to, `bytes` their bytes."""

    def __init__(self) -> None:
        self.deliveries = 0
        self.bytes = 0
        self.clients: list[asyncio.Transport] = []
        self._strokes = 0
        self._began = local_micros()

    async def start(self, context: ssl.SSLContext | None) -> int:
        """Start listening; returns the port."""
        listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self._server = await asyncio.get_running_loop().create_server(
            lambda: _Client(self), sock=listening, ssl=context
        )
        return int(listening.getsockname()[1])

    def close(self) -> None:
        self._server.close()
        for client in self.clients:
            client.abort()

    def welcome(self, client: asyncio.Transport, hello: Hello) -> Message:
        self.clients.append(client)
        you = len(self.clients)
        now = Micros(local_micros() - self._began)
        running = Segment(1, Micros(0), Beats(0), TEMPO, True, Meter(), Beats(0))
        members = (Member(you, hello.name, "player", 0),)
        return Welcome(
            PROTOCOL_VERSION, you, "", "Relay", "player", now, (running,), members, (), Cue(), TICK, self._strokes, 0
        )

    def relay(self, player: int, strokes: Strokes) -> None:
        for stroke in strokes.strokes:
            frame = encode(Batch(self._strokes, stroke.beat, (Stroke(player, 0, stroke.pad, stroke.velocity),)))
            self._strokes += 1
            for client in self.clients:
                client.write(frame)
            self.deliveries += len(self.clients)
            self.bytes += len(self.clients) * len(frame)


class _Client(asyncio.Protocol):
    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._connection = Connection(Side.SERVER)
        self._player = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for message in self._connection.receive(data):
            if isinstance(message, Hello):
                welcome = self._relay.welcome(self._transport, message)
                self._player = welcome.you
                self._transport.write(self._connection.send(welcome))
            elif isinstance(message, Strokes):
                self._relay.relay(self._player, message)
