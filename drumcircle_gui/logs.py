"""The log: everything of interest into a file that cannot grow without bound, warnings to the terminal too.

The only place where wall-clock time is read: it labels the lines.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Self

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SIZE = 1_000_000
_KEPT = 3


class Log:
    """From `open` to `close`, whatever any module logs goes to `folder`/`name`.log, and warnings to standard error.

    Two programs must not share a `name` in the same folder at the same time. Where the folder cannot be written to,
    that is said on standard error and everything else works.
    """

    def __init__(self, folder: Path, name: str = "drumcircle") -> None:
        self.file = folder / f"{name}.log"
        self._handlers: list[logging.Handler] = []

    def open(self) -> Self:
        terminal = logging.StreamHandler()
        terminal.setLevel(logging.WARNING)
        terminal.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        self._attach(terminal)
        try:
            self._attach(self._rotating_file())
        except OSError as error:
            logging.getLogger(__name__).warning("No log is kept: %s", error)
        logging.getLogger("drumcircle_gui").setLevel(logging.INFO)
        logging.captureWarnings(True)
        return self

    def close(self) -> None:
        """Idempotent."""
        logging.captureWarnings(False)
        while self._handlers:
            handler = self._handlers.pop()
            logging.getLogger().removeHandler(handler)
            handler.close()

    __enter__ = open

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _rotating_file(self) -> logging.Handler:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self.file, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
        handler.setFormatter(logging.Formatter(_LINE))
        return handler

    def _attach(self, handler: logging.Handler) -> None:
        self._handlers.append(handler)
        logging.getLogger().addHandler(handler)
