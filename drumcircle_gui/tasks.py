"""Tasks and threads that have an owner: whoever starts one can close it, closing waits until it is gone, and an
exception in it is never lost. Knows nothing of Qt.
"""

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Self, TypeVar

if sys.platform == "win32":  # where there is no uvloop
    from asyncio import new_event_loop as new_event_loop
else:
    from uvloop import new_event_loop as new_event_loop

T = TypeVar("T")
OnError = Callable[[str, BaseException], None]


class Tasks:
    """The running tasks of one owner. Every method is for the loop's own thread.

    `on_error` is told the name of a task and the exception it ended with.
    """

    def __init__(self, on_error: OnError) -> None:
        self._on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, T], name: str) -> "asyncio.Task[T]":
        """Runs `work` until it ends or `close`. RuntimeError once closed."""
        if self._closed:
            work.close()
            raise RuntimeError(f"{name} was started after its owner had closed")
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self) -> None:
        """Cancels what runs and waits until it has ended. Idempotent. One of the tasks may call it, and lives."""
        self._closed = True
        while others := self._running - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others)
            self._running -= others

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._on_error(task.get_name(), error)


class LoopThread:
    """A thread that runs an asyncio loop of its own (uvloop where there is one) from construction to `close`."""

    def __init__(self, name: str) -> None:
        self._runner = asyncio.Runner(loop_factory=new_event_loop)
        self._loop = self._runner.get_loop()
        self._closing = asyncio.Event()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name)
        self._thread.start()

    def call(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        """Runs `work` in the thread; from any thread. Its result, exception or cancellation is the future's.

        RuntimeError once closed.
        """
        with self._lock:
            if self._closed:
                work.close()
                raise RuntimeError(f"the thread {self._thread.name} is closed")
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    def close(self) -> None:
        """Cancels all that runs in the thread and waits until it has ended. Idempotent; from any other thread."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _run(self) -> None:
        with self._runner:  # whose end cancels and awaits every task
            self._runner.run(self._until_closed())

    async def _until_closed(self) -> None:
        await self._closing.wait()
