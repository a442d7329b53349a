"""Unhandled exceptions of every thread, event loop and finalizer: logged with their traceback, and reported once."""

import asyncio
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from .errors import DrumCircleError

log = logging.getLogger(__name__)

_MAX_DISTINCT = 1000

_RESET_WHILE_PAUSED = "; the handler is closed"
"""Ends the message of the error with which uvloop closes a TLS connection whose peer has reset it while its reading was
paused. Anybody may do that; such a connection ends like any other."""


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """An unhandled exception in words for users (`summary`, `where`) and for developers (`details`)."""

    summary: str
    where: str
    details: str

    @classmethod
    def of(cls, error: BaseException, where: str) -> "ErrorReport":
        """Make a report; `where` names the thread, task or callback that the exception ended."""
        trace = "".join(traceback.format_exception(error))
        system = f"Python {platform.python_version()} on {platform.platform()}"
        return cls(_summary(error), where, f"{system}\nIn {where}\n\n{trace}")


class ErrorHooks:
    """Logs every unhandled exception and passes it to `notify`, on the thread that raised it.

    While entered, it replaces `sys.excepthook`, `threading.excepthook` and `sys.unraisablehook`; `watch` adds the
    exception handler of an event loop. An unexpected exception that leaves the block is reported too, and becomes a
    DrumCircleError. `notify` may be replaced at any time; an exception in `notify` itself is only logged.
    """

    def __init__(self, notify: Callable[[ErrorReport], None] = lambda report: None) -> None:
        self.notify = notify
        self._notifying = threading.local()
        self._seen: set[str] = set()

    def __enter__(self) -> Self:
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook = self._from_interpreter, self._from_thread
        sys.unraisablehook = self._from_finalizer
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if isinstance(error, Exception) and not isinstance(error, DrumCircleError):
            self.report(error, "the main thread")
            raise DrumCircleError(
                f"Drum Circle has ended because of an unexpected error ({_summary(error)}).",
                "The log file has the details: please send it to us.",
            ) from error

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Report the unhandled exceptions of `loop`'s tasks and callbacks too."""
        loop.set_exception_handler(self.handle_loop_error)

    def handle_loop_error(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """The exception handler of an event loop, as `loop.set_exception_handler` wants it."""
        error = context.get("exception") or RuntimeError(context["message"])
        if "transport" in context and str(error).endswith(_RESET_WHILE_PAUSED):
            log.debug("A connection was reset while its reading was paused: %s", error)
            return
        task = context.get("task") or context.get("future")
        where = f"task {task.get_name()}" if isinstance(task, asyncio.Task) else context["message"]
        self.report(error, f"the {where.removeprefix('Exception in ')}")

    def report(self, error: BaseException, where: str) -> None:
        """Log `error` and pass it to `notify`; from any thread. The same exception object is reported once."""
        if getattr(error, "_drumcircle_reported", False):
            return
        error._drumcircle_reported = True  # type: ignore[attr-defined]
        report = ErrorReport.of(error, where)
        known = {"known": self._is_known(f"{where} {report.summary}")}
        log.error("Unexpected error in %s: %s", where, report.summary, exc_info=error, extra=known)
        if not getattr(self._notifying, "now", False):
            self._notify(report)

    def _notify(self, report: ErrorReport) -> None:
        self._notifying.now = True
        try:
            self.notify(report)
        except Exception:
            log.exception("The error could not be shown")
        finally:
            self._notifying.now = False

    def _is_known(self, error: str) -> bool:
        """Whether an equal error was reported before: the terminal shows each only once."""
        known = error in self._seen
        if len(self._seen) < _MAX_DISTINCT:
            self._seen.add(error)
        return known

    def _from_interpreter(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.report(error, "the main thread")
        else:
            self._before[0](kind, error, trace)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self.report(args.exc_value, f"the thread {args.thread.name}" if args.thread else "a thread")
        else:
            self._before[1](args)

    def _from_finalizer(self, args: "sys.UnraisableHookArgs") -> None:
        if isinstance(args.exc_value, Exception):
            self.report(args.exc_value, f"{args.err_msg or 'a finalizer'} ({type(args.object).__name__})")
        else:
            self._before[2](args)


def _summary(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")
