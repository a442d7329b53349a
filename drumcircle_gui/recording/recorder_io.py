"""Records a circle while it plays, on a separate thread: one journal file for each circle that the recorder joins."""

import errno
import logging
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from drumcircle_gui.append_log_io import AppendLog, open_log
from drumcircle_gui.background_writer_io import BackgroundWriter, Sink
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import make_private_folder
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Welcome
from drumcircle_gui.timing.units import Micros

from .journal import RECORDED_TYPES, JournalEncoder, encode_header

log = logging.getLogger(__name__)

SUFFIX = ".drumcircle"
STAMP = "%Y-%m-%d %H.%M.%S"

MAX_WAITING = 4096
"""Maximum number of messages that wait for the disk."""

SYNC_AFTER_S = 1.0
"""Longest part of a recording that is lost if the machine loses its power, approximately."""

MAX_NAME_SIZE = 180
"""Maximum number of bytes of a circle's name in a file name: file systems allow 255, and stamp, suffix and a number
need some of them."""

OnProblem = Callable[[DrumCircleError], None]
PublishedMessage = tuple[Message, Micros]
OpenLog = Callable[[Path], AppendLog]


class Recorder(Protocol):
    """Records the messages that a server publishes."""

    def take(self, message: Message, at: Micros) -> None:
        """Record `message`, published at circle time `at`. Does not wait; call it from any thread. The first one is a
        Welcome."""

    def close(self) -> None:
        """Write the waiting messages, and finish the recording. Idempotent."""


class NoRecorder:
    """Records nothing."""

    def take(self, message: Message, at: Micros) -> None:
        """Discard the message."""

    def close(self) -> None:
        """Do nothing."""


def keep_no_loops(message: Message) -> None:
    """For recorders whose owner stores the files of loops elsewhere."""


def _new_log(path: Path) -> AppendLog:
    return open_log(path, new=True)


class FileRecorder:
    """Writes journals into `folder`, one for each circle that is joined; a journal without strokes is deleted.
    `keep_loops` gets each message after it was written, on the recorder's thread (see `LoopKeeper`). When the disk is
    full or too slow, recording stops: `on_problem` is called once, on any thread, and the records so far are kept. If
    the process is killed, the last few milliseconds are lost; at a power failure, about the last SYNC_AFTER_S."""

    def __init__(
        self,
        folder: Path,
        on_problem: OnProblem,
        open_file: OpenLog = _new_log,
        keep_loops: Callable[[Message], None] = keep_no_loops,
    ) -> None:
        self._on_problem = on_problem
        sink = _JournalSink(folder, open_file, self._fail, keep_loops)
        self._writer = BackgroundWriter("recorder", sink, MAX_WAITING, SYNC_AFTER_S)

    def take(self, message: Message, at: Micros) -> None:
        """Record `message`, published at circle time `at`. Does not wait; call it from any thread. The first one is a
        Welcome."""
        if type(message) not in RECORDED_TYPES:  # clock replies arrive many times a second and would wake the thread
            return
        if not self._writer.put((message, at)) and not self._writer.ended:
            self._writer.discard()
            self._fail(OSError(errno.EAGAIN, "the disk is too slow"))

    def end(self) -> None:
        """Finish the recording in the background; `close` waits for that."""
        self._writer.end()

    def close(self) -> None:
        """Write the waiting messages, and finish; takes a few seconds at most if the disk does not respond.
        Idempotent."""
        if not self._writer.close():
            log.error("The end of the recording is lost: the disk does not answer")

    def _fail(self, error: OSError) -> None:
        log.error("Recording has stopped: %s", error)
        self._on_problem(recording_problem(error))


class _JournalSink(Sink[PublishedMessage]):
    def __init__(
        self,
        folder: Path,
        open_file: OpenLog,
        fail: Callable[[OSError], None],
        keep_loops: Callable[[Message], None],
    ) -> None:
        self._folder, self._open_file, self._fail, self._keep_loops = folder, open_file, fail, keep_loops
        self._log: AppendLog | None = None
        self._journal = JournalEncoder()
        self._token: str | None = None

    def write(self, items: list[PublishedMessage]) -> None:
        for message, at in items:
            if isinstance(message, Welcome) and message.token != self._token:
                self._begin_journal(message)
            if self._log is not None and (record := self._journal.encode(message, at)):
                self._log.append(record)
                self._keep_loops(message)

    def sync(self) -> None:
        if self._log is not None:
            self._log.sync()

    def finish(self) -> None:
        if self._log is not None:
            self._log.append(self._journal.encode_end())
            self._log.sync()

    def fail(self, error: OSError) -> None:
        self._fail(error)

    def close(self) -> None:
        if self._log is not None:
            self._close(self._log)
            self._log = None

    def _begin_journal(self, welcome: Welcome) -> None:
        """Begin a new file for another circle, or for the same one after joining anew, when batches are
        numbered anew."""
        self.finish()
        self.close()
        self._journal, self._token = JournalEncoder(), welcome.token
        make_private_folder(self._folder)
        started = datetime.now().astimezone()
        file = unused_file(self._folder, f"{started.strftime(STAMP)} {safe_file_name(welcome.circle)}")
        log.info("recording to %s", file)
        self._log = self._open_file(file)
        self._log.append(encode_header(int(started.timestamp())))

    def _close(self, file: AppendLog) -> None:
        file.close()
        if not self._journal.summary.strokes:
            try:
                file.path.unlink(missing_ok=True)
            except OSError as error:
                log.warning("An empty recording remains: %s", error)


def recording_problem(error: OSError) -> DrumCircleError:
    """The notice for users when `error` has stopped a recording; conductors on other machines get it, too."""
    why = error.strerror or str(error)
    kept = "" if error.errno == errno.ENOENT else " What was recorded until now is kept."
    return DrumCircleError(
        f"Recording has stopped ({why[:1].lower()}{why[1:]}).{kept}", f"You can play on. {_remedy(error)}"
    )


def _remedy(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "Make room on the disk before the next recording."
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return "Check who may write to the recordings folder."
        case _:
            return "Check the disk with the recordings folder."


def safe_file_name(name: str) -> str:
    """`name` as a part of file names on every system: without reserved characters, of at most MAX_NAME_SIZE bytes."""
    kept = " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', " ", name).split())
    short = kept[:64].encode(errors="ignore")[:MAX_NAME_SIZE].decode(errors="ignore")
    return short.strip(" .") or "circle"


def unused_file(folder: Path, stem: str) -> Path:
    """A recording's file in `folder` called `stem`, with a number if that name is taken."""
    file, number = folder / f"{stem}{SUFFIX}", 1
    while file.exists():
        number += 1
        file = folder / f"{stem} ({number}){SUFFIX}"
    return file


class SessionRecording:
    """Finds the recording of a session that begins now. `folder` is None if nothing is recorded."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._before = _latest(folder)

    def find(self) -> Path | None:
        """The session's latest recording, None if there is none."""
        latest = _latest(self._folder)
        return None if latest == self._before else latest


def _latest(folder: Path | None) -> Path | None:
    """The recording with the latest stamp in its name."""
    try:
        return (
            max((file for file in folder.glob(f"*{SUFFIX}") if file.name[:1] != "."), default=None) if folder else None
        )
    except OSError as error:
        log.info("the recordings cannot be listed: %s", error)
        return None
