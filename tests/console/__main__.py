"""`python -m tests.console [--bots N] [--rooms N]`: a Python prompt beside a live circle and live rooms.

    >>> circle.snapshot.members         all members
    >>> circle.tempo(96)                from the next cycle on
    >>> rooms.ask("play")               the reply to an MPD command
    >>> rooms.state.rooms[0].skew       microseconds against the reference room
    >>> rooms.servers[1].kill()         a room that crashes
    >>> run(circle.conductor.close())   any coroutine, on the network thread

Everything runs on loopback, in a temporary folder that is deleted at the end. Ctrl+D ends it.
"""

import argparse
import code
import logging
import sys
import tempfile
from collections.abc import Coroutine, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from drumcircle_gui.tasks import LoopThread
from tests.tools.rigs import mpds

from .circle import LiveCircle
from .rooms import LiveRooms

DEFAULT_BOTS, DEFAULT_ROOMS = 4, 2


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.DEBUG if options.verbose else logging.WARNING, format="%(name)s: %(message)s")
    with ExitStack() as stack:
        names = open_all(stack, options.bots, options.rooms)
        code.interact(banner=_banner(names), local=names, exitmsg="Ending the circle and the rooms.")
    return 0


def open_all(stack: ExitStack, bots: int, rooms: int) -> dict[str, Any]:
    """Start the circle and the rooms, which `stack` ends; returns the names that the prompt defines."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="drumcircle-console-")))
    thread = stack.enter_context(LoopThread("network"))

    def run(work: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine on the network thread and return its result."""
        return thread.call(work).result()

    circle = LiveCircle(thread, folder / "circle", bots)
    circle.open()
    stack.callback(circle.close)
    names: dict[str, Any] = {"circle": circle, "run": run}
    if rooms and (missing := mpds.missing()):
        sys.stderr.write(f"There are no rooms: {missing}\n")
    elif rooms:
        names["rooms"] = LiveRooms(thread, folder / "music", rooms)
        names["rooms"].open()
        stack.callback(names["rooms"].close)
    return names


def _banner(names: dict[str, Any]) -> str:
    examples = (__doc__ or "").split("\n\n")[1]
    return f"{', '.join(names)} are live; for example:\n{examples}\nInvite: {names['circle'].invite}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.console", description="A prompt beside a live circle.")
    parser.add_argument("--bots", type=int, default=DEFAULT_BOTS, metavar="N", help="players in the circle")
    parser.add_argument("--rooms", type=int, default=DEFAULT_ROOMS, metavar="N", help="MPD servers, 0 to 4")
    parser.add_argument("--verbose", action="store_true", help="print the program's DEBUG log")
    return parser


if __name__ == "__main__":
    sys.exit(main())
