"""One place where unexpected exceptions end up, whichever thread, task or slot they come from."""

import asyncio
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """What went wrong, for people to send to those who can mend it."""

    summary: str
    where: str
    details: str

    @classmethod
    def of(cls, error: BaseException, where: str) -> "ErrorReport":
        """`where` names the thread or task the exception ended."""
        trace = "".join(traceback.format_exception(error))
        system = f"Python {platform.python_version()} on {platform.platform()}"
        summary = f"{type(error).__name__}: {error}".rstrip(": ")
        return cls(summary, where, f"{system}\nIn {where}\n\n{trace}")


class Guard:
    """Hands every unexpected exception to `report`, as a Report, on the thread on which it was raised.

    A context manager; on leaving, the handlers that were there before are back. An exception of `report` itself goes
    to the handlers of before, so that there is no endless round.
    """

    def __init__(self, report: Callable[[ErrorReport], None]) -> None:
        self._report = report
        self._sys_before = sys.excepthook
        self._thread_before = threading.excepthook
        self._busy = threading.local()

    def __enter__(self) -> "Guard":
        self._sys_before, self._thread_before = sys.excepthook, threading.excepthook
        sys.excepthook = self._from_sys
        threading.excepthook = self._from_thread
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._sys_before, self._thread_before

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on what nobody caught in `loop`'s tasks and callbacks comes here too."""
        loop.set_exception_handler(self._from_loop)

    def _from_sys(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt) or not self._handled(error, "the main thread"):
            self._sys_before(kind, error, trace)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        name = args.thread.name if args.thread else "a thread"
        if args.exc_value is None or not self._handled(args.exc_value, name):
            self._thread_before(args)

    def _from_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception") or RuntimeError(context["message"])
        task = context.get("task") or context.get("future")
        name = task.get_name() if isinstance(task, asyncio.Task) else context["message"]
        if not self._handled(error, name):
            loop.default_exception_handler(context)

    def _handled(self, error: BaseException, where: str) -> bool:
        """Whether the report was taken, which it is not while one is being made on this thread."""
        if getattr(self._busy, "now", False):
            return False
        self._busy.now = True
        try:
            self._report(ErrorReport.of(error, where))
        finally:
            self._busy.now = False
        return True
