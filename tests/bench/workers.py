"""Processes that answer a benchmark's requests one after the other."""

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from drumcircle_gui.tasks import new_event_loop

CLOSE = "close"
_TIMEOUT_S = 60.0


class Unanswered(Exception):
    """The process has ended, or is too busy to answer."""


_spawning = multiprocessing.get_context("spawn")


class Worker:
    """Runs `work(line, *arguments)` in a process of its own, which answers requests until `close`."""

    def __init__(self, work: Callable[..., Any], *arguments: Any) -> None:
        self._line, theirs = _spawning.Pipe()
        self._process = _spawning.Process(target=work, args=(theirs, *arguments), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, request: str) -> Any:
        """The answer to a request. Raises Unanswered after _TIMEOUT_S."""
        self.send(request)
        return self.receive()

    def send(self, request: str) -> None:
        """Send a request without waiting for the answer; `receive` returns it."""
        try:
            self._line.send(request)
        except OSError as error:
            raise Unanswered(request) from error

    def receive(self) -> Any:
        """The answer to the last request sent. Raises Unanswered after _TIMEOUT_S."""
        try:
            if self._line.poll(_TIMEOUT_S):
                return self._line.recv()
        except (EOFError, OSError) as error:
            raise Unanswered from error
        raise Unanswered

    def close(self) -> None:
        """End the process, by force if it does not answer."""
        with suppress(Unanswered):
            self.ask(CLOSE)
            self._process.join(_TIMEOUT_S)
        self._process.kill()
        self._process.join()
        self._line.close()


def answer(line: Connection, answers: Mapping[str, Callable[[], Awaitable[Any]]]) -> None:
    """Answer requests with the result of the coroutine of that name, until CLOSE is answered."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(answering(line, answers))


async def answering(line: Connection, answers: Mapping[str, Callable[[], Awaitable[Any]]]) -> None:
    """The same, on the running loop."""
    request = ""
    while request != CLOSE:
        request = await asyncio.to_thread(line.recv)
        line.send(await answers[request]())
