"""The recordings in a folder: what there is, and what can be done with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from send2trash import send2trash

from drumcircle_gui.errors import DrumCircleError

from .journal import HEADER_SIZE, LONGEST_END, Ended, JournalTally, NotAJournal, Reading, begun_of, ended_of
from .performance import Performance, Unusable, performance
from .recorder_io import SUFFIX, free_name, speakable
from .recordings_state import Recording


class Library:
    """The recordings in `folder`, which need not exist. Methods may take as long as the disk does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def recordings(self) -> Iterator[Recording]:
        """All of them, the latest first. Those that were closed in peace are known at a glance, others are read."""
        for file in sorted(self.folder.glob(f"*{SUFFIX}"), reverse=True):
            try:
                yield _looked_at(file)
            except FileNotFoundError:
                continue
            except (OSError, NotAJournal) as error:
                yield Recording(file, complete=False, problem=_words(error))

    def load(self, recording: Recording) -> Performance:
        """All of it, up to where it was cut off if it was. DrumCircleError if it cannot be read."""
        try:
            with recording.file.open("rb") as file:
                return performance(Reading(file))
        except (OSError, NotAJournal, Unusable) as error:
            raise DrumCircleError(f"“{recording.name}” cannot be read: {_words(error)}") from error

    def rename(self, recording: Recording, name: str) -> Path:
        """Call it `name`; its file. DrumCircleError if that cannot be."""
        stem = f"{recording.stamp}{speakable(name)}"
        if stem == recording.file.stem:
            return recording.file
        file = free_name(self.folder, stem)
        try:
            return recording.file.rename(file)
        except OSError as error:
            raise DrumCircleError(f"“{recording.name}” could not be renamed: {_words(error)}") from error

    def delete(self, recording: Recording) -> None:
        """Move it to the trash. DrumCircleError if that cannot be; then it stays."""
        try:
            send2trash(recording.file)
        except OSError as error:
            raise DrumCircleError(
                f"“{recording.name}” could not be moved to the trash: {_words(error)}",
                "It is still there. Open the folder to delete it for good.",
            ) from error


def _looked_at(file: Path) -> Recording:
    with file.open("rb") as opened:
        begun = begun_of(opened.read(HEADER_SIZE))
        size = opened.seek(0, 2)
        opened.seek(max(size - LONGEST_END, HEADER_SIZE))
        ended = ended_of(opened.read())
        sums = ended or _summed_up(opened)
        return Recording(
            file, begun, sums.length, sums.strokes, sums.players, sums.names, size, complete=ended is not None
        )


def _summed_up(file: BinaryIO) -> Ended:
    """What a journal without an end holds."""
    file.seek(0)
    tally = JournalTally()
    for record in Reading(file):
        tally.add(record)
    return tally.ended()


def _words(error: Exception) -> str:
    words = str(getattr(error, "strerror", None) or error)
    return words if words.endswith(".") else f"{words}."
