"""A hosted server and its report."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.conductor import host_io
from drumcircle_gui.conductor.host_io import ServerHost
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.loop_messages import ChangeLoop, LoopUpdate, LoopWanted, OfferLoop
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.server.recovery_io import recovery_file
from drumcircle_gui.server.server_io import ServerConfig
from tests.server.loops.test_loop_traffic_io import DATA, FILE, LOOP, upload
from tests.server.peer import Peer
from tests.tools.loopback import Member, Watch, run

FIELDS = {"players", "strokes", "batches", "bytes", "deliveries", "tick_lateness"}


class Book(Watch):
    """A report in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, dict[str, Any]]] = []

    def write(self, event: str, **facts: Any) -> None:
        self.lines.append((event, facts))
        self.news()


def config(data_dir: Path, port: int = 0) -> ServerConfig:
    return ServerConfig(name="Oak", bind="127.0.0.1", port=port, data_dir=data_dir)


def test_the_report_gets_a_line_of_statistics_every_interval(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_io, "REPORT_INTERVAL_S", 0.02)

    async def story() -> None:
        book = Book()
        host = ServerHost(config(tmp_path), book)
        await host.start()
        async with Member(host.server.invite):
            await book.until(lambda: book.lines and book.lines[-1][1]["players"] == 1)
        await book.until(lambda: book.lines[-1][1]["players"] == 0)
        assert {event for event, _ in book.lines} == {"second"}
        assert all(facts.keys() >= FIELDS for _, facts in book.lines)
        await host.close()
        await host.close()

    run(story())


def test_a_port_in_use_is_raised_and_close_still_works(tmp_path: Path) -> None:
    async def story() -> None:
        host = ServerHost(config(tmp_path), Book())
        await host.start()
        other = ServerHost(config(tmp_path, host.server.port), Book())
        with pytest.raises(DrumCircleError, match="is in use"):
            await other.start()
        await other.close()
        await host.close()

    run(story())


@pytest.mark.parametrize(("resume", "recorded"), [(True, True), (False, False)])
def test_a_restored_circle_is_recorded_only_if_it_was_before(tmp_path: Path, resume: bool, recorded: bool) -> None:
    async def story() -> None:
        first = ServerHost(config(tmp_path), Book(), tmp_path / "recordings")
        await first.start()
        assert first.recording and first.server.restored is None
        port = first.server.port
        log = recovery_file(tmp_path, port)
        while not log.exists():
            await asyncio.sleep(0.01)
        saved = log.read_bytes()
        await first.close()
        log.write_bytes(saved)  # as if the server had been killed
        second = ServerHost(config(tmp_path, port), Book(), tmp_path / "recordings", resume_recording=resume)
        await second.start()
        assert second.server.restored is not None
        assert second.recording == recorded
        await second.close()

    run(story())


def test_a_recording_has_the_files_of_its_loops_beside_it(tmp_path: Path) -> None:
    recordings = tmp_path / "recordings"

    async def story() -> None:
        host = ServerHost(config(tmp_path), Book(), recordings)
        await host.start()
        oak = await Peer.join(host.server.conductor_invite, "Oak")
        oak.send(OfferLoop(FILE, len(DATA)))
        await oak.next(LoopWanted)
        await upload(oak)
        oak.send(ChangeLoop(0, LOOP))
        await oak.next(LoopUpdate)
        await oak.leave()
        await host.close()

    run(story())
    assert LoopLibrary(recordings).read(FILE) == DATA
