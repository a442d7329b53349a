"""Files of loops, sent to a real server and fetched from it."""

import asyncio
import hashlib
from pathlib import Path

import pytest

from drumcircle_gui.loops.loop_changes import LoopChanges
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.loop_messages import (
    MAX_LOOP_PIECE,
    ChangeLoop,
    FetchLoop,
    Loop,
    LoopPiece,
    LoopUpdate,
    LoopWanted,
    OfferLoop,
    UploadLoop,
)
from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.server.loops import loop_files_io, loop_traffic_io
from drumcircle_gui.server.loops.loop_files_io import MAX_FILES, LoopFiles
from drumcircle_gui.server.loops.loop_traffic_io import KEEP_READ, PIECES_EACH, PIECES_PER_TICK, LoopTraffic
from drumcircle_gui.server.recovery_io import recovery_file
from drumcircle_gui.timing.units import Micros, Tempo
from tests.server.conftest import Serve
from tests.server.peer import Peer

DATA = bytes(range(256)) * 60
FILE = hashlib.sha256(DATA).hexdigest()
LOOP = Loop(FILE, len(DATA), "Forest", 16, Tempo(500_000))


async def upload(peer: Peer, data: bytes = DATA, begin: int = 0) -> None:
    name = hashlib.sha256(data).hexdigest()
    for offset in range(begin, len(data), MAX_LOOP_PIECE):
        peer.send(UploadLoop(name, offset, data[offset : offset + MAX_LOOP_PIECE]))
        wanted = await peer.next(LoopWanted)
        assert wanted == LoopWanted(name, min(offset + MAX_LOOP_PIECE, len(data)))


async def fetch(peer: Peer, begin: int = 0) -> bytes:
    data = b""
    while begin + len(data) < len(DATA):
        peer.send(FetchLoop(FILE, begin + len(data)))
        piece = await peer.next(LoopPiece)
        assert piece.offset == begin + len(data)
        data += piece.data
    return data


def test_a_loop_goes_from_a_conductor_to_a_player(serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            oak, fern = await Peer.join(server.conductor_invite, "Oak"), await Peer.join(server.invite)
            oak.send(ChangeLoop(0, LOOP))
            assert (await oak.next(Declined)).code == "loop-missing"
            oak.send(OfferLoop(FILE, len(DATA)))
            assert await oak.next(LoopWanted) == LoopWanted(FILE, 0)
            await upload(oak)
            oak.send(ChangeLoop(0, LOOP))
            update = await fern.next(LoopUpdate)
            assert update.spans[-1].loop == LOOP
            assert await fetch(fern) == DATA
            late = await Peer.join(server.invite, "Late")
            assert late.welcome.loops == update.spans
            for peer in (oak, fern, late):
                await peer.leave()

    asyncio.run(story())


@pytest.mark.slow
def test_after_a_cut_the_rest_is_sent(serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            oak = await Peer.join(server.conductor_invite, "Oak")
            oak.send(OfferLoop(FILE, len(DATA)))
            await oak.next(LoopWanted)
            oak.send(UploadLoop(FILE, 0, DATA[:MAX_LOOP_PIECE]))
            await oak.next(LoopWanted)
            await oak.leave()
            oak = await Peer.join(server.conductor_invite, "Oak")
            oak.send(OfferLoop(FILE, len(DATA)))
            assert await oak.next(LoopWanted) == LoopWanted(FILE, MAX_LOOP_PIECE)
            oak.send(UploadLoop(FILE, 0, DATA[:10]))
            assert await oak.next(LoopWanted) == LoopWanted(FILE, MAX_LOOP_PIECE)
            await upload(oak, begin=MAX_LOOP_PIECE)
            oak.send(OfferLoop(FILE, len(DATA)))
            assert await oak.next(LoopWanted) == LoopWanted(FILE, len(DATA))
            assert await fetch(oak, begin=7) == DATA[7:]
            await oak.leave()

    asyncio.run(story())


@pytest.mark.slow
def test_a_restarted_server_has_the_loop(serve: Serve, tmp_path: Path) -> None:
    async def story() -> None:
        async with serve() as server:
            oak = await Peer.join(server.conductor_invite, "Oak")
            oak.send(OfferLoop(FILE, len(DATA)))
            await oak.next(LoopWanted)
            await upload(oak)
            oak.send(ChangeLoop(0, LOOP))
            await oak.next(LoopUpdate)
            while b"Forest" not in (left := recovery_file(tmp_path, server.port).read_bytes()):
                await asyncio.sleep(0.01)
            folder = recovery_file(tmp_path, server.port).with_suffix(loop_files_io.SUFFIX)
            folder.rename(tmp_path / "kept")
            await oak.leave()
        assert not folder.exists()
        recovery_file(tmp_path, server.port).write_bytes(left)
        (tmp_path / "kept").rename(folder)
        async with serve(port=server.port) as heir:
            back = await Peer.join(heir.invite)
            assert back.welcome.loops[-1].loop == LOOP
            while heir._runner.room.loops.files != {FILE}:
                await asyncio.sleep(0.01)
            assert await fetch(back) == DATA
            await back.leave()
        assert not folder.exists()

    asyncio.run(story())


def test_only_conductors_send_and_only_what_they_announced(serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            oak, fern = await Peer.join(server.conductor_invite, "Oak"), await Peer.join(server.invite)
            fern.send(OfferLoop(FILE, len(DATA)))
            assert (await fern.next(Declined)).code == "not-allowed"
            fern.send(FetchLoop(FILE, 0))
            assert (await fern.next(LoopPiece)).data == b""
            oak.send(UploadLoop(FILE, 0, b"x"))
            assert await oak.next(LoopWanted) == LoopWanted(FILE, 0)
            oak.send(OfferLoop(FILE, 4))
            oak.send(UploadLoop(FILE, 0, b"evil"))
            assert (await oak.next(Declined)).code == "loop-damaged"
            for peer in (oak, fern):
                await peer.leave()

    asyncio.run(story())


def test_a_full_disk_is_reported(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(loop_files_io.atomic_file, "replace", full)

    async def story() -> None:
        async with serve() as server:
            oak = await Peer.join(server.conductor_invite, "Oak")
            oak.send(OfferLoop(FILE, len(DATA)))
            for offset in range(0, len(DATA), MAX_LOOP_PIECE):
                oak.send(UploadLoop(FILE, offset, DATA[offset : offset + MAX_LOOP_PIECE]))
            while (declined := await oak.next(Declined)).code == "trouble":  # no file can be written
                pass
            assert declined.code == "loop-not-kept"
            assert "no space left on device" in declined.text
            await oak.leave()

    asyncio.run(story())


class Line:
    """A member's connection that notes what it is sent."""

    def __init__(self, *, drained: bool = True) -> None:
        self.drained = drained
        self.got: list[Message] = []

    def send(self, message: Message) -> None:
        self.got.append(message)


def test_a_tick_is_shared_and_skips_those_that_lag(tmp_path: Path) -> None:
    async def story() -> None:
        changes = LoopChanges()
        changes.files = frozenset({FILE})
        files = LoopFiles(tmp_path / "x.memory")
        await asyncio.to_thread(files.save, FILE, DATA, ())
        traffic = LoopTraffic(files, changes)
        lines, lagging = [Line() for _ in range(6)], Line(drained=False)
        for line in (lagging, *lines):
            for number in range(200):
                traffic.take(line, FetchLoop(FILE, number), conducts=False)
        while not lines[0].got:
            traffic.deliver(Micros(0))
            await asyncio.sleep(0.001)
        for tick in range(1, 3):
            traffic.deliver(Micros(tick))
        shares = [len(line.got) for line in lines]
        assert sum(shares) == 3 * PIECES_PER_TICK
        assert max(shares) - min(shares) <= PIECES_EACH
        assert lagging.got == []
        lagging.drained = True
        traffic.forget(lines[0])
        for tick in range(40):
            traffic.deliver(Micros(tick))
        assert len(lagging.got) == 64
        traffic.deliver(Micros(KEEP_READ + 41))
        assert traffic._data == {}
        await traffic.close(keep=False)
        assert not (tmp_path / "x.loops").exists()

    asyncio.run(story())


def test_few_files_are_kept_and_damaged_ones_are_not(tmp_path: Path) -> None:
    files = LoopFiles(tmp_path / "x.memory")
    names = [hashlib.sha256(bytes([number])).hexdigest() for number in range(MAX_FILES + 2)]
    for number, name in enumerate(names):
        kept = files.save(name, bytes([number]), {names[0]})
    assert names[0] in kept
    assert names[-1] in kept
    assert len(kept) == MAX_FILES
    (tmp_path / "x.loops" / names[0]).write_bytes(b"other")
    (tmp_path / "gone.loops").mkdir()
    assert files.scan() == kept - {names[0]}
    assert not (tmp_path / "gone.loops").exists()
    assert loop_traffic_io.MAX_INCOMING < MAX_FILES
