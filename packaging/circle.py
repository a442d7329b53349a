"""Check that a circle works on this machine: `python packaging/circle.py`. Exits with 0 if every bot is heard.

Runs a server, two bots and a listening player, without windows, each as a process. The first run makes the virtual
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


def main(_: list[str]) -> int:
    run.provide(environment.needs(*run.REQUIREMENTS))
    environment.prepare(*run.REQUIREMENTS)
    with tempfile.TemporaryDirectory() as name, ExitStack() as processes:
        folder = Path(name)
        server = processes.enter_context(
            _running(folder, "conduct", "--headless", "--bind", "127.0.0.1", "--port", "0", *FAST)
        )
        assert server.stdout
        invite = json.loads(server.stdout.readline() or "{}").get("invite")
        if not invite:
            raise system.Unready("The circle did not start.", "Its messages above say why.")
        report = folder / "report.jsonl"
        listener = ("join", invite, "--headless", "--audio", "none", "--no-record", "--report", str(report))
        processes.enter_context(_running(folder, *listener))
        processes.enter_context(_running(folder, "bots", invite, "--count", str(BOTS)))
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
def _running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(_command(folder, arguments), stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=EXIT_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    data = () if arguments[0] == "bots" else ("--data-dir", str(folder / arguments[0]))
    return [str(environment.PYTHON), "-m", "drumcircle_gui", *arguments, *data]


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
