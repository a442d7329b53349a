"""The log: a file of bounded size for everything of interest, and warnings on the terminal.

This module may read the wall clock, to label the lines.
"""

import logging
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from .defaults import LOG_VARIABLE
from .errors import DrumCircleError
from .paths import make_private_folder

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}

_LINE = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_FILE_SIZE = 1_000_000
_DEBUG_FILE_SIZE = 10_000_000
"""Bytes: enough for some minutes if every frame is logged."""

_OLD_FILES = 3


def log_level(environment: Mapping[str, str], *, verbose: bool) -> int:
    """The level of the log file: DEBUG if `verbose`, else the value of LOG_VARIABLE, else INFO.

    DrumCircleError if LOG_VARIABLE has a value that is not in LEVELS.
    """
    name = environment.get(LOG_VARIABLE, "").strip().lower()
    if name and name not in LEVELS:
        raise DrumCircleError(f"{LOG_VARIABLE} is “{name}”.", f"Set it to one of these: {', '.join(LEVELS)}.")
    return logging.DEBUG if verbose else LEVELS.get(name, logging.INFO)


class Log:
    """Writes log records of `level` or above to `folder`/`name`.log, and warnings to standard error, from `open` to
    `close`.

    Two processes must not use the same `name` in one folder at the same time. If the file cannot be written, one
    sentence on standard error says so, and everything else works. Tracebacks are only in the file.
    """

    def __init__(self, folder: Path, name: str = "drumcircle", level: int = logging.INFO) -> None:
        self.file = folder / f"{name}.log"
        self._level = level
        self._handlers: list[logging.Handler] = []

    def open(self) -> Self:
        self._attach(_Terminal())
        try:
            self._attach(self._rotating_file())
        except OSError as error:
            logging.getLogger(__name__).warning("No log is written to %s: %s", self.file, error.strerror or error)
        logging.getLogger("drumcircle_gui").setLevel(self._level)
        logging.captureWarnings(True)
        return self

    def close(self) -> None:
        """Stop logging. Idempotent."""
        logging.captureWarnings(False)
        while self._handlers:
            handler = self._handlers.pop()
            logging.getLogger().removeHandler(handler)
            handler.close()

    __enter__ = open

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _rotating_file(self) -> logging.Handler:
        make_private_folder(self.file.parent)
        size = _DEBUG_FILE_SIZE if self._level <= logging.DEBUG else _FILE_SIZE
        handler = _LogFile(self.file, maxBytes=size, backupCount=_OLD_FILES, encoding="utf-8")
        handler.setFormatter(logging.Formatter(_LINE))
        return handler

    def _attach(self, handler: logging.Handler) -> None:
        self._handlers.append(handler)
        logging.getLogger().addHandler(handler)


class _LogFile(RotatingFileHandler):
    """A file that only the user can read. Reports the first failure to write in one sentence on standard error."""

    _failed = False

    def _open(self) -> TextIOWrapper:
        file = Path(self.baseFilename)
        if file.exists():
            file.chmod(0o600)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        self._report(sys.exc_info()[1])

    def close(self) -> None:
        try:
            super().close()
        except OSError as error:
            self._report(error)

    def _report(self, error: BaseException | None) -> None:
        if not self._failed:
            self._failed = True
            why = getattr(error, "strerror", None) or error
            _say(f"WARNING: The log file {self.baseFilename} is incomplete: {why}.")


class _OneLine(logging.Formatter):
    """Formats a record as the first line of its message, without a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{record.levelname}: {record.getMessage().partition(chr(10))[0]}"


class _Terminal(logging.StreamHandler[TextIO]):
    """Writes warnings to standard error, each unhandled exception once. Ignores a closed terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.setLevel(logging.WARNING)
        self.setFormatter(_OneLine())
        self.addFilter(lambda record: not getattr(record, "known", False))

    def handleError(self, record: logging.LogRecord) -> None:
        """Do nothing: there is no other place to report to."""


def _say(sentence: str) -> None:
    try:
        sys.stderr.write(sentence + "\n")
    except (OSError, ValueError, AttributeError) as error:  # a closed terminal; a program without a console
        logging.getLogger(__name__).debug("%s (%s)", sentence, error)
