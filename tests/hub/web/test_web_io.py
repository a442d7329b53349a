"""The answers of a hub's web server to a plain HTTP client."""

import asyncio
import json
from pathlib import Path

import pytest

pytest.importorskip("aiohttp")

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.hub import hub_io
from drumcircle_gui.hub.web import visitors, web_io
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.recording.recorder_io import SUFFIX
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.hub.conftest import ServeHub, address_of
from tests.tools.loopback import run

pytestmark = pytest.mark.slow

SAMBA = CreateCircle("<b>Samba</b>", tempo_of_bpm(120), Meter(), "for beginners", "open")
CLOSED = CreateCircle("Closed", tempo_of_bpm(90), Meter())


async def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        lines = [f"GET {path} HTTP/1.1", "Host: hub", "Connection: close", *(f"{k}: {v}" for k, v in headers.items())]
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1"))
        head, _, body = (await asyncio.wait_for(reader.read(), 20)).partition(b"\r\n\r\n")
        first, *rest = head.decode().split("\r\n")
        return int(first.split()[1]), {k.lower(): v for k, _, v in (line.partition(": ") for line in rest)}, body
    finally:
        writer.close()


def test_the_pages_of_a_hub(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(web_port=0, name="School") as hub, open_directory(address_of(hub)) as client:
            assert hub.web_port is not None
            player, conductor = await client.create(SAMBA)
            closed, _ = await client.create(CLOSED)
            status, headers, page = await get(hub.web_port, "/")
            assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
            assert "default-src 'none'" in headers["content-security-policy"] and b"NONCE" not in page
            answers = {
                path: await get(hub.web_port, path) for path in ("/api/circles", "/healthz", "/metrics", "/nope")
            }
            assert [status for status, _, _ in answers.values()] == [200, 200, 200, 404]
            shown = json.loads(answers["/api/circles"][2])
            assert (shown["hub"], [circle["name"] for circle in shown["circles"]]) == (
                "School",
                ["<b>Samba</b>", "Closed"],
            )
            assert shown["address"] == str(address_of(hub))
            assert Invite.parse(shown["circles"][0]["invite"]).key == player.key
            for _, _, body in (*answers.values(), (0, {}, page)):
                for secret in (conductor.key, closed.key):
                    assert secret.encode() not in body
            assert b"\ndrumcircle_circles 2\n" in answers["/metrics"][2]

    run(story())


def test_the_guide_is_served_and_nothing_else_of_the_disk(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(web_port=0) as hub:
            port = hub.web_port or 0
            assert b'href="/guide/"' in (await get(port, "/"))[2]
            assert b'lang="de"' in (await get(port, "/", **{"Accept-Language": "de-CH"}))[2]
            status, headers, _ = await get(port, "/guide/", **{"Accept-Language": "de-CH"})
            assert (status, headers["location"]) == (302, "/guide/de/first-circle")
            status, headers, page = await get(port, "/guide/en/first-circle")
            assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
            assert b'src="/guide/pictures/start.png"' in page and "public" in headers["cache-control"]
            policy = headers["content-security-policy"]
            assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "script-src" not in policy
            unchanged = await get(port, "/guide/en/first-circle", **{"If-None-Match": headers["etag"]})
            assert (unchanged[0], unchanged[2]) == (304, b"")
            picture = await get(port, "/guide/pictures/start.png")
            assert (picture[1]["content-type"], picture[2][:4]) == ("image/png", b"\x89PNG")
            assert (await get(port, "/guide/guide.css"))[1]["content-type"] == "text/css; charset=utf-8"
            outside = [
                *("/guide/../hub/status.html", "/guide/%2e%2e/hub/status.html", "/guide/..%2f..%2fpyproject.toml"),
                *("/guide/pictures/..%2ffirst-circle.md", "/guide//etc/passwd", "/guide/%2fetc%2fpasswd"),
                *("/guide/en/first-circle.md", "/guide/en/first-circle%00", "/guide/..\\..\\setup", "/guide/de"),
            ]
            assert [(await get(port, path))[0] for path in outside] == [404] * len(outside)

    run(story())


def test_events_tell_of_changes(serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_io, "EVENT_INTERVAL_S", 0.02)
    monkeypatch.setattr(hub_io, "CHECK_INTERVAL_S", 0.02)

    async def story() -> None:
        async with serve_hub(web_port=0) as hub:
            reader, writer = await asyncio.open_connection("127.0.0.1", hub.web_port)
            writer.write(b"GET /events HTTP/1.1\r\nHost: hub\r\n\r\n")
            async with asyncio.timeout(20), open_directory(address_of(hub)) as client:
                await reader.readuntil(b'"circles":[]}')
                player, _ = await client.create(SAMBA)
                await reader.readuntil(b'"players":0')
                member = Client(player, "Fern")
                member.start()
                await reader.readuntil(b'"players":1')
                await reader.readuntil(b'"round_trips_ms":[')
                await member.close()
            writer.close()

    run(story())


def test_recordings_are_fetched_with_the_conductors_key(serve_hub: ServeHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with serve_hub(web_port=0) as hub, open_directory(address_of(hub)) as client:
            player, conductor = await client.create(SAMBA)
            folder = tmp_path / "hub" / "circles" / player.circle_id / "recordings"
            folder.mkdir()
            (folder / f"evening{SUFFIX}").write_bytes(b"strokes")
            path = f"/circles/{player.circle_id}/recordings"
            allowed = {"Authorization": f"Bearer {conductor.key}"}
            assert json.loads((await get(hub.web_port or 0, path, **allowed))[2]) == [
                {"file": f"evening{SUFFIX}", "bytes": 7}
            ]
            assert (await get(hub.web_port or 0, f"{path}/evening{SUFFIX}", **allowed))[2] == b"strokes"
            asked = [
                (path, {}),
                (path, {"Authorization": f"Bearer {player.key}"}),
                (path, {"Authorization": "Bearer "}),
                (path, {"Authorization": "Bearer \u00e9"}),
                (f"{path}/..%2f..%2fcircle.json", allowed),
                ("/circles/..%2f..%2fx/recordings", allowed),
                ("/circles/unknown-circle/recordings", {"Authorization": "Bearer "}),
            ]
            assert [(await get(hub.web_port or 0, path, **headers))[0] for path, headers in asked] == [404] * 7

    run(story())


def test_an_address_that_asks_too_often_is_refused(serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitors, "REQUESTS_AT_ONCE", 3)
    monkeypatch.setattr(visitors, "MAX_STREAMS_BY_ADDRESS", 0)

    async def story() -> None:
        async with serve_hub(web_port=0) as hub:
            port = hub.web_port or 0
            assert (await get(port, "/events"))[0] == 503
            for path in ("/healthz", "/guide/en/modes"):
                assert 429 in [(await get(port, path))[0] for _ in range(8)]

    run(story())
