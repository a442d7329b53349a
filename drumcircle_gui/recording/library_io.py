"""The recordings in a folder: lists, loads, renames and deletes them."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from send2trash import send2trash

from drumcircle_gui.errors import DrumCircleError

from .journal import (
    HEADER_SIZE,
    MAX_END_SIZE,
    JournalEnd,
    JournalError,
    JournalReader,
    JournalSummary,
    decode_end,
    decode_header,
)
from .loop_library_io import LoopLibrary
from .loop_track import loops_of
from .performance import Performance, PerformanceError, build_performance
from .recorder_io import SUFFIX, safe_file_name, unused_file
from .recordings_state import Recording

log = logging.getLogger(__name__)

MIN_STROKE_SIZE = 5
"""Minimum size in bytes of a stroke in a journal: an array of four values of at least one byte each."""


class RecordingLibrary:
    """The recordings in `folder`, which need not exist. Every method blocks while it waits for the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def recordings(self) -> Iterator[Recording]:
        """All recordings, the latest first. Of a finished one only the end is read, of an unfinished one everything.

        Hidden files are ignored: macOS writes a `._` file beside each file on disks of other systems.
        """
        files = (file for file in self.folder.glob(f"*{SUFFIX}") if not file.name.startswith("."))
        for file in sorted(files, reverse=True):
            try:
                yield _summarize(file)
            except FileNotFoundError:
                log.debug("deleted while listing: %s", file)
            except (OSError, JournalError) as error:
                log.info("%s cannot be read: %s", file, error)
                yield Recording(file, complete=False, problem=_sentence(error))

    def load(self, recording: Recording) -> Performance:
        """The records of a recording, up to where it ends or is damaged. DrumCircleError if it cannot be read."""
        try:
            with recording.file.open("rb") as file:
                return build_performance(JournalReader(file))
        except (OSError, JournalError, PerformanceError) as error:
            raise DrumCircleError(f"“{recording.name}” cannot be read: {_sentence(error)}") from error

    def rename(self, recording: Recording, name: str) -> Path:
        """Rename a recording; return its new file. DrumCircleError if that fails."""
        stem = f"{recording.stamp}{safe_file_name(name)}"
        if stem == recording.file.stem:
            return recording.file
        try:
            return recording.file.rename(unused_file(self.folder, stem))
        except OSError as error:
            raise DrumCircleError(f"“{recording.name}” could not be renamed: {_sentence(error)}") from error

    def delete(self, recording: Recording) -> None:
        """Move a recording to the trash. DrumCircleError if that fails; the recording is then unchanged."""
        try:
            send2trash(recording.file)
        except OSError as error:
            raise DrumCircleError(
                f"“{recording.name}” could not be moved to the trash: {_sentence(error)}",
                "It is still in the folder. Open the folder to delete it.",
            ) from error


def missing_loops(file: Path) -> list[str]:
    """The names of the loops in the recording `file` whose files are not beside it; none if it cannot be read."""
    try:
        named = loops_of(RecordingLibrary(file.parent).load(Recording(file)))
    except DrumCircleError as error:
        log.info("%s", error)
        return []
    gone = LoopLibrary(file.parent).missing(named)
    return [loop.name for name, loop in named.items() if name in gone]


def _summarize(file: Path) -> Recording:
    with file.open("rb") as opened:
        started = decode_header(opened.read(HEADER_SIZE))
        size = opened.seek(0, 2)
        opened.seek(max(size - MAX_END_SIZE, HEADER_SIZE))
        end = decode_end(opened.read())
        if end is not None and end.strokes * MIN_STROKE_SIZE > size:
            log.warning("%s claims %d strokes in %d bytes", file, end.strokes, size)
            end = None
        summary = end or _read_summary(opened)
        return Recording(
            file,
            started,
            summary.length,
            summary.strokes,
            summary.players,
            summary.names,
            size,
            complete=end is not None,
        )


def _read_summary(file: BinaryIO) -> JournalEnd:
    """Sum up a journal that has no last record."""
    file.seek(0)
    summary = JournalSummary()
    for record in JournalReader(file):
        summary.add(record)
    return summary.end()


def _sentence(error: Exception) -> str:
    words = str(getattr(error, "strerror", None) or error)
    return words if words.endswith(".") else f"{words}."
