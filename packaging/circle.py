"""Check that a circle works on this machine: `python packaging/circle.py [EXECUTABLE]`. Exits with 0 if it does.

Runs a server, two bots and a listening player, without windows, each as a process; it works if the player hears every
bot. With an executable, of the bundle that it starts; otherwise of the checkout, whose first run makes the virtual
environment.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import environment
import run
import system

HEARD_TIMEOUT_S = 40.0
POLL_INTERVAL_S = 0.2
EXIT_TIMEOUT_S = 15.0
"""After this a process that was asked to end is killed."""

BOTS = 2
FAST = ("--tempo", "240", "--beats", "4")  # a period of one second


def main(arguments: list[str]) -> int:
    if arguments:
        return check(arguments)
    run.provide(environment.needs(*run.REQUIREMENTS))
    return check([str(environment.prepare(*run.REQUIREMENTS)), "-m", "drumcircle_gui"])


def check(program: Sequence[str]) -> int:
    """Run the circle with the command `program`; returns the exit code."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as processes:
        folder = Path(name)

        def start(*words: str) -> subprocess.Popen[str]:
            data = () if words[0] == "bots" else ("--data-dir", str(folder / words[0]))
            return processes.enter_context(running([*program, *words, *data]))

        server = start("conduct", "--headless", "--bind", "127.0.0.1", "--port", "0", *FAST)
        assert server.stdout
        invite = json.loads(server.stdout.readline() or "{}").get("invite")
        if not invite:
            raise system.Unready("The circle did not start.", "Its messages above say why.")
        report = folder / "report.jsonl"
        start("join", invite, "--headless", "--audio", "none", "--no-record", "--report", str(report))
        start("bots", invite, "--count", str(BOTS))
        heard = _heard(report)
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}: {len(heard)} of {BOTS} bots heard by the third player", flush=True)
    return int(len(heard) < BOTS)


def _heard(report: Path) -> set[str]:
    """The players whose strokes the report contains; returns when all bots are in it, or after HEARD_TIMEOUT_S."""
    deadline = time.monotonic() + HEARD_TIMEOUT_S
    heard: set[str] = set()
    while len(heard) < BOTS and time.monotonic() < deadline:
        time.sleep(POLL_INTERVAL_S)
        heard = {str(line["player"]) for line in _lines(report) if line["event"] == "heard"}
    return heard


def _lines(report: Path) -> list[dict[str, object]]:
    whole = report.read_text(encoding="utf-8").rpartition("\n")[0] if report.exists() else ""
    return [json.loads(line) for line in whole.splitlines()]


@contextmanager
def running(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=EXIT_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
