"""Reads the files of loops, and sends them to the server; continues after a reconnection."""

import asyncio
import hashlib
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from drumcircle_gui.client.circle_state import CircleSnapshot, LinkState
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH, Message
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BYTES, LoopTransfer, LoopWanted
from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.sound.process.decoder_io import decode_loop
from drumcircle_gui.sound.synth.loop_voice import LOOP_RATE
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .loop_intents import ChosenLoop, tempo_of
from .loop_upload import LoopUpload

log = logging.getLogger(__name__)

_REFUSALS = ("loop-damaged", "loop-not-kept", "not-allowed")
_OTHER_FILE = "Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes."


class LoopUploader:
    """Uploads one file at a time. Use on one loop.

    `send` returns False if there is no connection; `on_progress` is called after each answer of the server.
    """

    def __init__(self, send: Callable[[LoopTransfer], bool], on_progress: Callable[[], None] = lambda: None) -> None:
        self._send, self._on_progress = send, on_progress
        self._upload: LoopUpload | None = None
        self._joined = False
        self.refusal = ""
        """Why the server rejects the file; "" if it does not."""

    async def read(self, path: Path) -> tuple[ChosenLoop, bytes]:
        """The loop in this file, measured, and the file's bytes. DrumCircleError if it holds no loop."""
        try:
            return await asyncio.to_thread(_read, path)
        except OSError as error:
            raise DrumCircleError(f"{path.name} cannot be read: {error.strerror or error}.", _OTHER_FILE) from error

    def start(self, chosen: ChosenLoop, data: bytes) -> None:
        """Upload this file; an upload in progress is cancelled."""
        self._upload, self.refusal = LoopUpload(chosen.file, data), ""
        if self._joined:
            self._send(self._upload.offer())

    @property
    def sent(self) -> int:
        """The share of the file that the server has, in per cent."""
        return self._upload.sent if self._upload else 0

    @property
    def complete(self) -> bool:
        """Whether the server has the file."""
        return self._upload is not None and self._upload.complete

    def follow(self, circle: CircleSnapshot) -> None:
        """Take the client's new snapshot; resume the upload after a reconnection."""
        joined = circle.link is LinkState.JOINED
        if joined and not self._joined and self._upload is not None and not self._upload.complete:
            self._send(self._upload.offer())
        self._joined = joined

    def take(self, message: Message) -> None:
        """Take a message from the server."""
        if self._upload is None or self._upload.complete:
            return
        if isinstance(message, LoopWanted):
            for piece in self._upload.take(message, local_micros()):
                self._send(piece)
            self._on_progress()
        elif isinstance(message, Declined) and message.code in _REFUSALS:
            log.warning("the loop was not taken: %s", message.text)
            self._upload, self.refusal = None, message.text
            self._on_progress()


def _read(path: Path) -> tuple[ChosenLoop, bytes]:
    """Read and measure a file. Runs on a worker thread."""
    with path.open("rb") as file:
        data = file.read(MAX_LOOP_BYTES + 1)
    if len(data) > MAX_LOOP_BYTES:
        raise DrumCircleError(f"{path.name} is larger than {MAX_LOOP_BYTES >> 20} MiB.", _OTHER_FILE)
    with tempfile.TemporaryDirectory(prefix="drumcircle-loop-", ignore_cleanup_errors=True) as folder:
        report = decode_loop(path, Path(folder, "loop.pcm"), measured=True)
    if report.problem:
        raise DrumCircleError(f"{path.name} cannot be played. {report.problem}.", _OTHER_FILE)
    name = clean_name(path.stem[:MAX_NAME_LENGTH], default="")
    length = Micros(report.frames * SECOND // LOOP_RATE)
    digest = hashlib.sha256(data).hexdigest()
    return ChosenLoop(name, digest, len(data), length, report.beats, tempo_of(report.beat_s)), data
