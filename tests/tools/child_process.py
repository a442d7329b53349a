"""Starts the programs that tests talk to, and ends them with the test."""

import subprocess
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
