"""The recordings of a circle on a hub are fetched from its page."""

import asyncio
import hashlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

pytest.importorskip("aiohttp")

from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.recordings_fetch_io import DAMAGED, LOOPS, SUFFIX, fetch
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.recording import loop_library_io, recorder_io
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.hub.conftest import address_of
from tests.tools.circle_snapshots import INVITE
from tests.tools.loopback import run


def test_recordings_are_fetched_once_and_again_when_they_have_grown(tmp_path: Path) -> None:
    assert (SUFFIX, LOOPS) == (recorder_io.SUFFIX, loop_library_io.FOLDER)

    async def story() -> None:
        usual = {"bind": "127.0.0.1", "tls": False, "recording": False, "web_port": 0}
        hub = Hub(HubConfig(data_dir=tmp_path / "hub", **usual))
        await hub.start()
        try:
            async with open_directory(address_of(hub)) as client:
                player, conductor = await client.create(CreateCircle("Oak", tempo_of_bpm(120), Meter()))
            kept = tmp_path / "hub" / "circles" / player.circle_id / "recordings"
            kept.mkdir()
            web, mine = f"http://127.0.0.1:{hub.web_port}/", tmp_path / "mine" / "deep"
            name = f"Evening 1 ü{SUFFIX}"

            async def fetched() -> list[tuple[str, str]]:
                found = await asyncio.to_thread(fetch, web, conductor, mine)
                return [(each.file.name, each.outcome) for each in found]

            assert await fetched() == []
            (kept / name).write_bytes(b"strokes")
            assert await fetched() == [(name, "fetched")]
            assert await fetched() == [(name, "is there already")]
            (kept / name).write_bytes(b"strokes and more")
            assert await fetched() == [(name, "fetched")]
            assert [(file.name, file.read_bytes()) for file in mine.iterdir()] == [(name, b"strokes and more")]
            loop = hashlib.sha256(b"forest").hexdigest()
            LoopLibrary(kept).keep(loop, b"forest")
            (kept / LOOPS / "notes.txt").write_bytes(b"none of these")
            assert await fetched() == [(name, "is there already"), (loop, "fetched")]
            assert LoopLibrary(mine).read(loop) == b"forest"
            assert await fetched() == [(name, "is there already"), (loop, "is there already")]
            (mine / LOOPS / loop).unlink()
            (kept / LOOPS / loop).write_bytes(b"FOREST")
            assert await fetched() == [(name, "is there already"), (loop, DAMAGED)]
            assert not list((mine / LOOPS).iterdir())
            with pytest.raises(DrumCircleError, match="conductor's invite"):
                await asyncio.to_thread(fetch, web, player, mine)
        finally:
            await hub.close()

    run(story())


class Strange(BaseHTTPRequestHandler):
    """A hub's page that misbehaves; remembers the keys that it was sent."""

    answer, keys = (200, b"[]"), []

    def do_GET(self) -> None:
        self.keys.append(self.headers.get("Authorization"))
        status, body = self.answer
        self.send_response(status)
        if status == 302:
            self.send_header("Location", f"http://localhost:{self.server.server_port}/elsewhere")
            type(self).answer = (200, b"[]")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def strange():
    Strange.keys = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Strange) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True, name="DummyHub").start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


CASES = {
    b"[{": "cannot be fetched",
    b"[1]": "cannot be fetched",
    b'[{"more": ' + b"[" * 100_000: "cannot be fetched",
    b'[{"file": "x.drumcircle"}]': "cannot be fetched",
}


@pytest.mark.parametrize(("body", "problem"), CASES.items())
def test_a_page_that_is_no_hubs_is_reported(strange: str, tmp_path: Path, body: bytes, problem: str) -> None:
    Strange.answer = (200, body)
    with pytest.raises(DrumCircleError, match=problem):
        fetch(strange, INVITE, tmp_path)


def test_names_with_paths_and_other_files_are_left_out(strange: str, tmp_path: Path) -> None:
    names = ("../x.drumcircle", "a/b.drumcircle", "c\\\\d.drumcircle", "C:x.drumcircle", "run.exe")
    rows = ", ".join(f'{{"file": "{name}", "bytes": 3}}' for name in names)
    Strange.answer = (200, f"[{rows}]".encode())
    assert fetch(strange, INVITE, tmp_path) == [] and list(tmp_path.iterdir()) == []


def test_the_key_goes_to_no_other_host(strange: str, tmp_path: Path) -> None:
    Strange.answer = (302, b"")
    assert fetch(strange, replace(INVITE, circle_id="oak"), tmp_path) == []
    assert Strange.keys == [f"Bearer {INVITE.key}", None]


@pytest.mark.parametrize(
    ("web", "status", "problem"),
    [("ftp://hub", 0, "no web address"), ("http://127.0.0.1:9", 0, "cannot be fetched"), ("", 429, "declines")],
)
def test_failures_say_what_to_do(strange: str, tmp_path: Path, web: str, status: int, problem: str) -> None:
    Strange.answer = (status, b"")
    with pytest.raises(DrumCircleError, match=problem):
        fetch(web or strange, INVITE, tmp_path)
