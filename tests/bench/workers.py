"""Processes that a benchmark asks for one thing after another."""

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from drumcircle_gui.tasks import new_event_loop

CLOSE = "close"
_PATIENCE = 60.0


class Unanswered(Exception):
    """The process has died, or is too busy to answer."""


_spawning = multiprocessing.get_context("spawn")


class Worker:
    """Runs `work(line, *arguments)` in a process of its own; `ask` and `close` it."""

    def __init__(self, work: Callable[..., Any], *arguments: Any) -> None:
        self._line, theirs = _spawning.Pipe()
        self._process = _spawning.Process(target=work, args=(theirs, *arguments), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, question: str) -> Any:
        """The answer; Unanswered if none comes."""
        self.tell(question)
        return self.told()

    def tell(self, question: str) -> None:
        """Ask, and go on; the answer is to be fetched by `told`."""
        try:
            self._line.send(question)
        except OSError as error:
            raise Unanswered(question) from error

    def told(self) -> Any:
        """The answer to what was told; Unanswered if none comes."""
        try:
            if self._line.poll(_PATIENCE):
                return self._line.recv()
        except (EOFError, OSError) as error:
            raise Unanswered from error
        raise Unanswered

    def close(self) -> None:
        """Ends it, in the last resort by force."""
        with suppress(Unanswered):
            self.ask(CLOSE)
            self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()
        self._line.close()


def answer(line: Connection, answers: Mapping[str, Callable[[], Awaitable[Any]]]) -> None:
    """What a worker does: give these answers until it has answered CLOSE."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(answering(line, answers))


async def answering(line: Connection, answers: Mapping[str, Callable[[], Awaitable[Any]]]) -> None:
    """The same, for a worker with a loop of its own."""
    question = ""
    while question != CLOSE:
        question = await asyncio.to_thread(line.recv)
        line.send(await answers[question]())
