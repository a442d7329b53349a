"""Fuzz targets of the client: a session that receives any messages, or bytes that are almost messages."""

from hypothesis import strategies as st

from drumcircle_gui.client.session import Session
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import FROM_SERVER, encode
from drumcircle_gui.timing.units import SECOND, Micros
from tests.protocol.examples import EXAMPLES
from tests.protocol.strategies import FROM_SERVERS, of
from tests.tools.fuzz.inputs import damaged
from tests.tools.fuzz.registry import fuzz_target

from .talk import NOW, welcomed

FRAMES = [encode(message) for kind, message in EXAMPLES.items() if kind in FROM_SERVER]


@fuzz_target(st.tuples(st.none() | of(m.Welcome), st.lists(FROM_SERVERS.map(encode) | damaged(FRAMES), max_size=8)))
def sessions(given: tuple[Message | None, list[bytes]]) -> None:
    """Whatever a server sends, a session continues, or ends with a reason; it never raises."""
    welcome, chunks = given
    session = Session("Fern", "key", "fuzz")
    session.connection_made()
    for number, chunk in enumerate([encode(welcome or welcomed()), *chunks]):
        now = Micros(NOW + number * SECOND)
        session.receive(chunk, now)
        session.strike(now, 38, 100)
        session.flush_strokes()
        if session.joined:
            session.request_time(now)
        session.data_to_send()
        session.take_strokes()
    assert session.joined or session.circle.problem or not session.reconnects or session.closed
