"""Starts the programs that tests talk to, and ends them with the test."""

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


@contextmanager
def child(command: Sequence[object], **options: Any) -> "Iterator[subprocess.Popen[Any]]":
    """A process with the options of `subprocess.Popen`; it is killed at the end of the block if it still runs."""
    with subprocess.Popen([str(word) for word in command], **options) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: "subprocess.Popen[str]", timeout_s: float = 60.0) -> str:
    """The first line of its output; empty if it ends before. It is killed if it writes none in time."""
    assert process.stdout
    killer = threading.Timer(timeout_s, process.kill)
    killer.start()
    try:
        return process.stdout.readline()
    finally:
        killer.cancel()
        killer.join()
