"""A member's loops: fetched from a real server, over cut connections, and decoded."""

import asyncio
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.listening.loops import loop_desk_io
from drumcircle_gui.listening.loops.loop_desk_io import LoopDesk
from drumcircle_gui.listening.loops.loop_state import LoopState
from drumcircle_gui.protocol.loop_messages import ChangeLoop, Loop, LoopPiece
from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.sound.loops import loop_report
from drumcircle_gui.sound.loops.loop_report import LoopReport
from drumcircle_gui.timing.units import Tempo
from tests.sound.loops.test_decode_io import tone

DATA = os.urandom(150_000)
PATIENCE = 20.0


def loop_of(data: bytes) -> Loop:
    return Loop(hashlib.sha256(data).hexdigest(), len(data), "Forest", 16, Tempo(500_000))


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.01)


def copied(source: Path, target: Path) -> LoopReport:
    target.write_bytes(source.read_bytes())
    return LoopReport("", 1)


class Circle:
    """A server whose circle plays to `data`, a member, and the member's desk."""

    def __init__(self, folder: Path, data: bytes, decode: Callable[[Path, Path], LoopReport] = copied) -> None:
        self._folder, self._data = folder, data
        self.states: list[LoopState] = []
        self.used: list[dict[str, str]] = []
        self.kept: dict[str, bytes] = {}
        self.pieces = self.cut_at = 0
        self.desk = LoopDesk(
            lambda request: self.client.transfer(request),
            lambda files: self.used.append(dict(files)),
            self.states.append,
            decode,
            lambda name, kept: self.kept.update({name: kept}),
        )

    async def __aenter__(self) -> "Circle":
        self.server = Server(ServerConfig(name="Oak", bind="127.0.0.1", tls=False, data_dir=self._folder))
        await self.server.start()
        self.client = Client(
            self.server.conductor_invite,
            "Fern",
            on_circle=self.desk.follow,
            on_message=lambda message, _: self.take(message),
        )
        self.client.start()
        await until(lambda: self.client.circle.clock)
        self.play(self._data)
        return self

    def take(self, message: object) -> None:
        self.pieces += isinstance(message, LoopPiece)
        self.desk.take(message)  # type: ignore[arg-type]
        if 0 < self.cut_at <= self.pieces:
            self.cut_at = 0
            self.client._transport.abort("cut")  # type: ignore[union-attr]

    def play(self, data: bytes | None) -> None:
        """The server has this file, and the circle plays to it."""
        loops = self.server._runner.room.loops
        loop = None if data is None else loop_of(data)
        if loop is not None and data is not None:
            self.server._runner._loops._data[loop.file] = data
            loops.files |= {loop.file}
        self.client.request(ChangeLoop(loops.plan.epoch, loop))

    async def __aexit__(self, *_: object) -> None:
        await self.client.close()
        await self.desk.close()
        await self.server.close()


@pytest.mark.slow
def test_a_file_is_fetched_and_used_and_deleted(tmp_path: Path) -> None:
    async def story() -> None:
        async with Circle(tmp_path, DATA) as circle:
            await until(lambda: circle.desk.state.ready)
            file = Path(circle.used[-1][loop_of(DATA).file])
            assert file.read_bytes() == DATA
            assert circle.states[-1] == LoopState("Forest", 100, True)
            assert circle.kept == {loop_of(DATA).file: DATA}
            assert [state.arrived for state in circle.states] == sorted(state.arrived for state in circle.states)
            circle.play(DATA[:5000])
            await until(lambda: set(circle.desk.ready) == {loop_of(DATA[:5000]).file})
            await until(lambda: not file.exists())
            circle.play(None)
            await until(lambda: circle.used[-1] == {})
            assert circle.states[-1] == LoopState()

    asyncio.run(story())


def test_a_cut_connection_costs_little(tmp_path: Path) -> None:
    async def story() -> None:
        async with Circle(tmp_path, DATA) as circle:
            circle.cut_at = circle.pieces + 10
            await until(lambda: circle.desk.state.ready)
            assert circle.cut_at == 0
            assert circle.pieces < len(DATA) / 4096 + 65
            assert Path(circle.used[-1][loop_of(DATA).file]).read_bytes() == DATA

    asyncio.run(story())


@pytest.mark.slow
def test_a_damaged_file_is_fetched_again_and_given_up(tmp_path: Path) -> None:
    async def story() -> None:
        async with Circle(tmp_path, DATA) as circle:
            name = loop_of(DATA).file
            circle.server._runner._loops._data[name] = DATA[:-1] + bytes([DATA[-1] ^ 1])
            await until(lambda: circle.desk.state.problem)
            assert circle.desk.state.problem == loop_desk_io.DAMAGED
            assert circle.used == []

    asyncio.run(story())


@pytest.mark.slow
def test_a_file_that_is_no_sound_and_a_full_disk_are_explained(tmp_path: Path) -> None:
    def full(source: Path, target: Path) -> LoopReport:
        raise OSError(28, "No space left on device")

    async def story() -> None:
        async with Circle(tmp_path, DATA, lambda source, target: LoopReport(loop_report.TOO_LONG)) as circle:
            await until(lambda: circle.desk.state.problem)
            assert circle.desk.state == LoopState("Forest", 0, False, "it lasts longer than 5 minutes")
        async with Circle(tmp_path, DATA, full) as circle:
            await until(lambda: circle.desk.state.problem)
            assert "no space left on device" in circle.desk.state.problem

    asyncio.run(story())


@pytest.mark.slow
def test_a_sound_file_is_decoded_by_another_process(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "loop.flac", tone(44_100, seconds=1), 44_100)

    async def story() -> None:
        data = (tmp_path / "loop.flac").read_bytes()
        async with Circle(tmp_path, data, loop_desk_io.decode_loop) as circle:
            await until(lambda: circle.desk.state.ready)
            assert abs(Path(circle.used[-1][loop_of(data).file]).stat().st_size - 4 * 48_000) <= 8

    asyncio.run(story())
