"""Tasks and threads with an owner: `close` waits until they have ended, and no exception in them is lost. Also turns
for each address. Independent of Qt."""

import asyncio
import contextlib
import gc
import logging
import sys
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

if sys.platform == "win32":  # where there is no uvloop
    from asyncio import new_event_loop as new_event_loop
else:
    from uvloop import new_event_loop as new_event_loop

log = logging.getLogger(__name__)

T = TypeVar("T")
OnError = Callable[[str, BaseException], None]
LoopErrorHandler = Callable[[asyncio.AbstractEventLoop, dict[str, Any]], object]

SWITCH_INTERVAL_S = 0.001
"""A busy thread yields to another one after this time. With Python's default of 5 ms, a busy event loop delayed the
thread that writes the recovery log at each of its writes, and with it all strokes."""

STACK_BYTES = 8 * 2**20
"""The stack of a LoopThread. macOS gives a thread 512 KiB, less than msgspec needs to reject a deeply nested message:
Python 3.13 allows 10,000 levels before it raises RecursionError."""


class Tasks:
    """The running tasks of one owner. Use on the event loop's own thread.

    `on_error` gets the name of a task and the exception that ended it. By default, the exception goes to the loop's
    exception handler, which logs it and shows it to the user (see `error_hooks`).
    """

    def __init__(self, on_error: OnError | None = None) -> None:
        self._on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, T], name: str) -> "asyncio.Task[T]":
        """Run `work` until it ends or `close` is called. RuntimeError after `close`."""
        if self._closed:
            work.close()
            raise RuntimeError(f"{name} was started after its owner had closed")
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        log.debug("task started: %s", name)
        return task

    async def close(self) -> None:
        """Cancel the running tasks and wait until they have ended. Idempotent. It does not cancel its caller."""
        self._closed = True
        while others := self._running - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others)
            self._running -= others

    async def drain(self) -> None:
        """Wait until all running tasks have ended."""
        if self._running:
            await asyncio.wait(self._running)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._running.discard(task)
        error = None if task.cancelled() else task.exception()
        log.debug("task %s: %s", "cancelled" if task.cancelled() else "failed" if error else "ended", task.get_name())
        if error is not None:
            self._report(task, error)

    def _report(self, task: "asyncio.Task[Any]", error: BaseException) -> None:
        if self._on_error is not None:
            self._on_error(task.get_name(), error)
        else:
            message = f"Unhandled exception in the task {task.get_name()}"
            task.get_loop().call_exception_handler({"message": message, "exception": error, "task": task})


@contextlib.contextmanager
def prompt_process() -> Iterator[None]:
    """A context in which no thread of a process without a window waits long. Enter it when all modules are imported.

    Threads get the interpreter within SWITCH_INTERVAL_S. Garbage collections leave out the objects that exist on entry:
    a collection of all of them takes 20 ms or more.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        sys.setswitchinterval(before)


class AddressTurns:
    """Grants turns to one caller at a time for each address, in the order in which they asked. Waiting costs no
    processor time, however many callers of one address wait."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._users: Counter[str] = Counter()

    def __len__(self) -> int:
        """Addresses that have a turn or wait for one."""
        return len(self._locks)

    @contextlib.asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Wait until it is this address's turn; it ends with the block."""
        lock = self._locks.setdefault(address, asyncio.Lock())
        self._users[address] += 1
        try:
            async with lock:
                yield
        finally:
            self._users[address] -= 1
            if not self._users[address]:
                del self._users[address], self._locks[address]


class LoopThread:
    """A thread that runs its own asyncio loop (uvloop where available) from construction to `close`.

    Its stack has STACK_BYTES, where the system allows it; the threads of its executor have its name too. `on_error` is
    the loop's exception handler.
    """

    def __init__(self, name: str, on_error: LoopErrorHandler | None = None) -> None:
        self._runner = asyncio.Runner(loop_factory=new_event_loop)
        self._loop = self._runner.get_loop()
        self._loop.set_exception_handler(on_error)
        self._loop.set_default_executor(ThreadPoolExecutor(thread_name_prefix=name))
        self._closing = asyncio.Event()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name)
        with _stack_size(STACK_BYTES):
            self._thread.start()

    def call(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        """Run `work` in this thread. The future gets its result, exception or cancellation. Call it from any thread.

        RuntimeError after `close`.
        """
        with self._lock:
            if self._closed:
                work.close()
                raise RuntimeError(f"the thread {self._thread.name} is closed")
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    def close(self) -> None:
        """Cancel the tasks of this thread and wait until it has ended. Idempotent; call from any other thread."""
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
        with self._runner:  # leaving it cancels every task and waits for it
            self._runner.run(self._until_closed())

    async def _until_closed(self) -> None:
        await self._closing.wait()


@contextlib.contextmanager
def _stack_size(size: int) -> Iterator[None]:
    """A context in which new threads have a stack of `size` bytes, if the system allows it."""
    try:
        before = threading.stack_size(size)
    except (ValueError, RuntimeError) as error:
        log.debug("a thread keeps its usual stack: %s", error)
        yield
        return
    try:
        yield
    finally:
        threading.stack_size(before)
