"""The release notice is fetched over HTTP, and failures have a reason."""

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation.release_io import newest_release

from .test_release import NOTICE, PUBLIC, RELEASE

PAGES = {"/release.json": NOTICE, "/long": b" " * 10_000}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(200 if page else 404)
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(10)


def test_the_newest_release_is_fetched(site: str) -> None:
    assert asyncio.run(newest_release(f"{site}/release.json", PUBLIC)) == RELEASE


@pytest.mark.parametrize(("page", "reason"), [("/missing", "404"), ("/long", "longer than 8192 bytes")])
def test_a_notice_that_cannot_be_had_has_a_reason(site: str, page: str, reason: str) -> None:
    with pytest.raises(DrumCircleError, match=reason):
        asyncio.run(newest_release(f"{site}{page}", PUBLIC))


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/release.json", "nonsense", "https://"])
def test_an_address_where_nothing_answers_has_a_reason(address: str) -> None:
    with pytest.raises(DrumCircleError, match="does not say which version is the newest"):
        asyncio.run(newest_release(address, PUBLIC))
