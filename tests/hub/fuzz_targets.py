"""Fuzz targets of the hub: HTTP requests, and the stored files of circles."""

import asyncio
import logging
import socket
import tempfile
from importlib.util import find_spec
from pathlib import Path

from drumcircle_gui.hub.circle_folders_io import RECORD_FILE, CircleFolders
from drumcircle_gui.hub.circle_record import CircleRecord, decode_circle, encode_circle
from drumcircle_gui.recording.recorder_io import SUFFIX
from drumcircle_gui.server.entry.entry_file_io import FILE_NAME, EntryFile
from drumcircle_gui.server.workload_io import Workload
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, tempo_of_bpm
from tests.tools.fuzz.inputs import damaged
from tests.tools.fuzz.registry import fuzz_target

KEY, SECRET = "conductors-key", b"secret of this machine"
RECORD = CircleRecord(
    id="circle-0001",
    name="Samba",
    about="",
    entry="open",
    listed=True,
    player_key="players-key",
    conductor_key=KEY,
    tempo=tempo_of_bpm(120),
    meter=Meter(),
    created=Micros(1),
)
RECORDINGS = f"/circles/{RECORD.id}/recordings"


def _request(path: str, *headers: str, method: str = "GET") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: hub", *headers, "", ""]).encode()


ALLOWED = f"Authorization: Bearer {KEY}"
REQUESTS = [
    _request("/"),
    _request("/events"),
    _request("/api/circles", "Connection: close"),
    _request("/healthz", method="HEAD"),
    _request("/metrics"),
    _request(RECORDINGS, ALLOWED),
    _request(f"{RECORDINGS}/evening{SUFFIX}", ALLOWED, "Range: bytes=2-4"),
    _request(f"{RECORDINGS}/..%2f..%2f{RECORD_FILE}", ALLOWED),
    _request("/circles/..%2f..%2fx/recordings", ALLOWED),
    _request("/nope?x=%00", "Content-Length: 3", method="POST") + b"abc",
    _request("/healthz", "Transfer-Encoding: chunked") + b"3\r\nabc\r\n0\r\n\r\n",
    _request("http://hub/healthz", "Upgrade: websocket", "Connection: Upgrade"),
]


class Source:
    """A hub with one circle, whose folder is in `data_dir`."""

    def __init__(self, data_dir: Path) -> None:
        from drumcircle_gui.hub.web.status import HubFigures, PublicStatus

        self._folders = CircleFolders(data_dir)
        self.status = lambda: PublicStatus(hub="School", address="127.0.0.1:8004", circles=())
        self.figures = lambda: HubFigures(*[0] * 0, **dict.fromkeys(HubFigures.__struct_fields__, 0))
        self.recordings = self._folders.recording_files

    def conductor_key(self, circle: str) -> str:
        record = self._folders.record(circle)
        return record.conductor_key if record is not None else ""


async def _answers(data_dir: Path, data: bytes) -> bytes:
    """All bytes that the web server answers to `data`."""
    from drumcircle_gui.hub.web.web_io import WebServer

    server = WebServer(Source(data_dir), "127.0.0.1", 0, Workload())
    await server.start()
    server._closing = True  # pages that wait for events get one and no more
    handler = server._runner.server()
    own, theirs = socket.socketpair()
    await asyncio.get_running_loop().connect_accepted_socket(lambda: handler, theirs)
    reader, writer = await asyncio.open_connection(sock=own)
    writer.write(data)
    answers = bytearray()

    async def read() -> None:
        while piece := await reader.read(65_536):
            answers.extend(piece)

    reading = asyncio.ensure_future(read())
    async with asyncio.timeout(20):
        await writer.drain()
        for _ in range(3):  # what was sent has arrived, and is parsed
            await asyncio.sleep(0)
        while not (handler.transport is None or (handler._waiter is not None and not handler._messages)):
            await asyncio.sleep(0)
        writer.close()
        if handler.transport is not None:
            handler.close()
            handler.transport.close()
        await asyncio.wait([reading])
        await server.close()
    return bytes(answers)


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


if find_spec("aiohttp"):

    @fuzz_target(damaged(REQUESTS), [*REQUESTS[4:9], b"GET / HTTP/1.1\r\n" * 900], cost=10)
    def http_requests(data: bytes) -> None:
        """Whatever a browser sends, no handler fails, and nothing is answered but what is public or allowed."""
        errors = _Errors()
        logging.getLogger().addHandler(errors)
        try:
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder)
                (root / "secret").write_bytes(SECRET)
                recordings = root / "circles" / RECORD.id / "recordings"
                recordings.mkdir(parents=True)
                CircleFolders(root).save(RECORD)
                (recordings / f"evening{SUFFIX}").write_bytes(b"strokes")
                answers = asyncio.run(_answers(root, data))
        finally:
            logging.getLogger().removeHandler(errors)
        assert not errors.records, errors.records[0].getMessage()
        assert b" 500 Internal" not in answers
        assert SECRET not in answers
        assert KEY.encode() not in answers or KEY.encode() in data  # what is no HTTP is quoted


@fuzz_target(damaged([encode_circle(RECORD)]), corpus=[b"[" * 100_000, b'{"id": ' * 50_000])
def circle_records(data: bytes) -> None:
    """The record of a circle is read, or refused with a text."""
    try:
        record = decode_circle(data)
    except ValueError as error:
        assert str(error)
        return
    assert decode_circle(encode_circle(record)) == record


ENTRY = b'{"policy": "invite", "invites": [], "bans": [{"number": 1, "name": "Ivy", "address": "192.0.2.1"}]}'


@fuzz_target(damaged([ENTRY]), corpus=[b"[" * 100_000, b'{"policy": ' * 50_000])
def entry_files(data: bytes) -> None:
    """A file of invites and bans is loaded, or renamed as damaged."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / FILE_NAME
        file.write_bytes(data)
        logging.disable()  # it says that a file is set aside
        try:
            EntryFile(file, lambda: Micros(0)).load(Micros(0))
        finally:
            logging.disable(logging.NOTSET)
