"""Fuzz targets of the transfer of loops: messages that members and servers may send, in any order."""

import asyncio
import hashlib
import tempfile
from pathlib import Path

from hypothesis import strategies as st

from drumcircle_gui.listening.loops.loop_fetch import LoopFetch
from drumcircle_gui.loops.loop_changes import LoopChanges
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.loop_messages import (
    MAX_FETCHES,
    MAX_LOOP_BYTES,
    MAX_LOOP_PIECE,
    FetchLoop,
    Loop,
    LoopPiece,
    OfferLoop,
    UploadLoop,
)
from drumcircle_gui.protocol.message_codec import check
from drumcircle_gui.server.loops.loop_files_io import LoopFiles
from drumcircle_gui.server.loops.loop_traffic_io import MAX_INCOMING, LoopTraffic
from drumcircle_gui.timing.units import SECOND, Micros, Tempo
from tests.tools.fuzz.registry import fuzz_target

DATA = bytes(range(256)) * 40
FILES = st.sampled_from([hashlib.sha256(DATA).hexdigest(), hashlib.sha256(b"x").hexdigest(), "0" * 64])
OFFSETS = st.sampled_from([0, 1, MAX_LOOP_PIECE, 2 * MAX_LOOP_PIECE, len(DATA), MAX_LOOP_BYTES])
PIECES = st.tuples(OFFSETS, st.integers(1, MAX_LOOP_PIECE)).map(lambda at: (DATA * 2)[at[0] :][: at[1]] or b"x")
REQUESTS = st.one_of(
    st.builds(OfferLoop, FILES, st.sampled_from([1, len(DATA), MAX_LOOP_BYTES])),
    st.builds(UploadLoop, FILES, OFFSETS, PIECES),
    st.builds(FetchLoop, FILES, OFFSETS),
)


class Receiver:
    """A member's connection; it takes what is sent as long as it is `drained`."""

    def __init__(self) -> None:
        self.drained = True
        self.sent: list[Message] = []

    def send(self, message: Message) -> None:
        check(message)
        self.sent.append(message)


@fuzz_target(st.lists(st.tuples(st.booleans(), st.booleans(), REQUESTS), max_size=30), cost=4)
def loop_transfers(given: list[tuple[bool, bool, OfferLoop | UploadLoop | FetchLoop]]) -> None:
    """Whatever members send about loops, the server answers with valid messages, stores few files, and terminates."""

    async def story() -> None:
        with tempfile.TemporaryDirectory() as folder:
            changes, now = LoopChanges(), Micros(0)
            traffic = LoopTraffic(LoopFiles(Path(folder) / "circle-1.memory"), changes)
            members = Receiver(), Receiver()
            for second, conducts, message in given:
                traffic.take(members[second], message, conducts=conducts)
                now = Micros(now + SECOND)
                traffic.deliver(now)
                await asyncio.sleep(0)
            assert len(traffic._incoming) <= MAX_INCOMING
            assert all(len(each) <= MAX_FETCHES for each in traffic._requests.values())
            await traffic._tasks.drain()
            for file in changes.files:
                data = await asyncio.to_thread(LoopFiles(Path(folder) / "circle-1.memory").read, file)
                assert data is not None
            traffic.forget(members[0])
            await traffic.close(keep=False)

    asyncio.run(story())


@fuzz_target(st.lists(st.builds(LoopPiece, FILES, OFFSETS, st.just(b"") | PIECES), max_size=40))
def loop_pieces(pieces: list[LoopPiece]) -> None:
    """Whatever pieces a server sends, a member requests the missing part, a few pieces at a time, and no
    more than all."""
    now = Micros(0)
    fetch = LoopFetch(Loop(hashlib.sha256(DATA).hexdigest(), len(DATA), "Forest", 16, Tempo(500_000)), now)
    for piece in pieces:
        for request in fetch.requests(now):
            check(request)
            assert request.offset < len(DATA)
        now = Micros(now + SECOND)
        fetch.take(piece, now)
        assert 0 <= fetch.arrived <= 100
        assert not fetch.file.complete or len(fetch.file.data) == len(DATA)
