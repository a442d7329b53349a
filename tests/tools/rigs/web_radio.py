"""A web server that sends music as a radio station does, or as a server without ranges, where MPD cannot seek; and, at
other addresses, as a server with ranges."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import quote, unquote

PIECE = 16_384
RANGES = "/ranges/"


@dataclass(frozen=True)
class WebRadio:
    """`url(file)` is where a file of its folder is sent from its beginning, faster than it is played."""

    port: int

    def url(self, file: str) -> str:
        return f"http://127.0.0.1:{self.port}/{quote(file)}"

    def ranged_url(self, file: str) -> str:
        """Where MPD can seek in that file."""
        return f"http://127.0.0.1:{self.port}{RANGES}{quote(file)}"


@contextmanager
def web_radio(folder: Path) -> Iterator[WebRadio]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = (folder / unquote(self.path.removeprefix(RANGES)).lstrip("/")).read_bytes()
            ranged = self.path.startswith(RANGES)
            begin = int(self.headers.get("Range", "bytes=0-")[6:].partition("-")[0] or 0) if ranged else 0
            self.send_response(206 if begin else 200)
            self.send_header("Content-Type", "audio/flac" if self.path.endswith("flac") else "application/ogg")
            if ranged:
                self.send_header("Accept-Ranges", "bytes")
                self.send_header("Content-Length", str(len(data) - begin))
            if begin:
                self.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
            self.end_headers()
            data = data[begin:]
            try:
                for at in range(0, len(data), PIECE):
                    self.wfile.write(data[at : at + PIECE])
                    sleep(0.005)
            except OSError:  # the listener has gone
                return

        def log_message(self, format: str, *arguments: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield WebRadio(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
