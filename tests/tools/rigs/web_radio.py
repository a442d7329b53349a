"""A web server that sends music as a radio station does, or as a server without ranges: nobody can seek in it."""

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


@dataclass(frozen=True)
class WebRadio:
    """`url(file)` is where a file of its folder is sent from its beginning, faster than it is played."""

    port: int

    def url(self, file: str) -> str:
        return f"http://127.0.0.1:{self.port}/{quote(file)}"


@contextmanager
def web_radio(folder: Path) -> Iterator[WebRadio]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "audio/flac" if self.path.endswith("flac") else "application/ogg")
            self.end_headers()
            data = (folder / unquote(self.path).lstrip("/")).read_bytes()
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
