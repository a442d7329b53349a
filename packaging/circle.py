"""Plays a circle of three without windows: `python packaging/circle.py`. Ends with 0 if the bots are heard.

A server, two bots and a player who listens, each a process of its own. Makes on its first run all that is needed.
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

WITHIN_S = 40.0
LOOK_S = 0.2
TO_END_S = 15.0
BOTS = 2
FAST = ("--tempo", "240", "--beats", "4")  # what is played comes round after a second


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
            raise system.Unready("The circle did not start.", "What it said is above.")
        report = folder / "report.jsonl"
        listener = ("join", invite, "--headless", "--audio", "none", "--no-record", "--report", str(report))
        processes.enter_context(_running(folder, *listener))
        processes.enter_context(_running(folder, "bots", invite, "--count", str(BOTS)))
        heard = _heard(report)
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}: {len(heard)} of {BOTS} bots heard by the third player", flush=True)
    return int(len(heard) < BOTS)


def _heard(report: Path) -> set[str]:
    """The players whose strokes were heard, as soon as these are enough, or time is up."""
    until = time.monotonic() + WITHIN_S
    heard: set[str] = set()
    while len(heard) < BOTS and time.monotonic() < until:
        time.sleep(LOOK_S)
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
            process.communicate(timeout=TO_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    kept = () if arguments[0] == "bots" else ("--data-dir", str(folder / arguments[0]))
    return [str(environment.PYTHON), "-m", "drumcircle_gui", *arguments, *kept]


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
