"""The program as users run it: processes started from the command line, observed by their output."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools.rigs.jack import wait_until

COMMAND = (sys.executable, "-m", "drumcircle_gui")
TO_END = 10.0

Line = dict[str, Any]


@dataclass(frozen=True)
class Program:
    """A running command, its report, and the folder with all its files."""

    process: "subprocess.Popen[str]"
    folder: Path

    def report(self, event: str) -> list[Line]:
        """The lines of the report with that event so far."""
        file = self.folder / "report.jsonl"
        whole = file.read_text().rpartition("\n")[0] if file.exists() else ""
        lines: list[Line] = [json.loads(line) for line in whole.splitlines()]
        return [line for line in lines if line["event"] == event]

    def log(self) -> str:
        return "".join(file.read_text() for file in sorted(self.folder.rglob("*.log")))

    def sound_process(self) -> int:
        """The id of its sound process."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        (child,) = (int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split())
        return child

    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        return cpu_of(self.process.pid)

    def said(self) -> str:
        """Its output on the terminal."""
        return (self.folder / "terminal").read_text()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def cpu_of(pid: int) -> float:
    """Seconds of processor time that a process has used so far, as Linux counts them."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def circle(folder: Path, *options: str) -> Iterator[tuple[Program, dict[str, str]]]:
    """A circle without a window on this machine, and its invites."""
    with _running(folder, "conduct", "--headless", "--bind", "127.0.0.1", "--port", "0", *options) as program:
        assert program.process.stdout
        yield program, json.loads(program.process.stdout.readline())


@contextmanager
def player(folder: Path, invite: str, *options: str, window: bool = False) -> Iterator[Program]:
    """A player who has joined and knows the time; with a window only if requested."""
    with _running(folder, "join", invite, *(() if window else ("--headless",)), *options) as program:
        wait_until(lambda: bool(program.report("clock")), f"the player did not join: {program.said()}")
        yield program


@contextmanager
def _running(folder: Path, *command: str) -> Iterator[Program]:
    """A context with a running program. It is ended by Ctrl+C, unless it has ended already, and must exit with status
    0."""
    folder.mkdir()
    files = ("--data-dir", str(folder / "data"), "--report", str(folder / "report.jsonl"))
    with (folder / "terminal").open("w") as terminal:
        process = subprocess.Popen([*COMMAND, *command, *files], stdout=subprocess.PIPE, stderr=terminal, text=True)
    with process:
        try:
            yield Program(process, folder)
            process.send_signal(signal.SIGINT)
            assert process.wait(TO_END) in (0, -signal.SIGKILL)
        finally:
            process.kill()
