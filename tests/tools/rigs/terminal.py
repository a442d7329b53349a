"""Runs a program in a terminal (tmux): a test sends keys and reads the screen."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .jack import wait_until

COLUMNS, ROWS = 120, 30
TMUX_TIMEOUT_S = 20.0


class Terminal:
    """A running terminal with one program."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._command = ("tmux", "-S", str(folder / "tmux"), "-f", os.devnull)
        self._environment = environment

    def keys(self, *keys: str) -> None:
        """Press keys, with tmux's names: Down, Enter, Space, C-c, a."""
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def shows(self, *texts: str) -> None:
        """Wait until all texts are on the screen. AssertionError with the screen's content after the timeout."""
        try:
            wait_until(lambda: all(text in self.screen() for text in texts), "")
        except AssertionError:
            raise AssertionError(f"{texts} not in:\n{self.screen()}") from None

    def tmux(self, *words: str) -> str:
        done = subprocess.run(
            [*self._command, *words], capture_output=True, text=True, env=self._environment, timeout=TMUX_TIMEOUT_S
        )
        return done.stdout


@contextmanager
def terminal(folder: Path, command: Sequence[str]) -> Iterator[Terminal]:
    """A terminal that runs the program; the program's home is `folder`."""
    environment = os.environ | {"TERM": "xterm", "LANG": "C.UTF-8", "HOME": str(folder)}
    made = Terminal(folder, environment)
    made.tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), *command)
    try:
        yield made
    finally:
        made.tmux("kill-server")
