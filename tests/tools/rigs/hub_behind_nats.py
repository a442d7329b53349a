"""A conductor behind a NAT hosts on a hub, and players behind two other NATs play: what is lost, as a line of JSON.

    python -m tests.tools.rigs.hub_behind_nats [--seconds S]

Linux only, root only, with nftables; see `nat`.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from .nat import OUTSIDE, Namespace, house, missing, neighbours

REPOSITORY = Path(__file__).parents[3]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
RATE = 20
SETTLE_S = 3.0


def measure(seconds: float, folder: Path) -> dict[str, int]:
    """Strokes that the players struck, that the hub received, and that it delivered: each to all three members, but the
    last ones not to a player who has left before."""
    with house("nat", folder) as place, neighbours(place.outside, 2) as homes:
        report = folder / "hub.jsonl"
        with _hub(place.outside, report, folder) as link:
            circle = json.loads(_program(place.home, folder, "conduct", "--headless", "--hub", link, "--name", "Oak"))
            with _conducting(place.home, circle["conductor_invite"], folder, seconds):
                time.sleep(SETTLE_S)
                words = ("bots", circle["invite"], "--count", "1", "--rate", str(RATE), "--seconds", str(seconds))
                players = [_started(home, folder / str(number), *words) for number, home in enumerate(homes)]
                printed = [player.communicate(timeout=seconds + 60)[0] for player in players]
                time.sleep(SETTLE_S)
        lines = [json.loads(line) for line in report.read_text().splitlines()]
    struck = sum(int(json.loads(line)["struck"]) for line in printed)
    received, delivered = (sum(line.get(what, 0) for line in lines) for what in ("strokes", "deliveries"))
    return {"struck": struck, "received": received, "lost": struck - received, "delivered": delivered}


@contextlib.contextmanager
def _hub(outside: Namespace, report: Path, folder: Path) -> Iterator[str]:
    """A hub on the internet; its link."""
    words = ("hub", "--public-address", OUTSIDE, "--port", "8010", "--no-record", "--report", str(report))
    with _ended(_started(outside, folder / "hub", *words)) as program:
        assert program.stdout is not None
        yield json.loads(program.stdout.readline())["hub"]


@contextlib.contextmanager
def _conducting(home: Namespace, invite: str, folder: Path, seconds: float) -> Iterator[None]:
    """A conductor at home, who starts the circle and stays."""
    script = folder / "script.jsonl"
    lines = [{"do": "start"}, {"do": "wait", "seconds": seconds + 60}]
    script.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with _ended(_started(home, folder / "conductor", "conduct", "--connect", invite, "--script", str(script))):
        yield


@contextlib.contextmanager
def _ended(program: "subprocess.Popen[str]") -> Iterator["subprocess.Popen[str]"]:
    """Ended with the block, as by Ctrl+C."""
    try:
        yield program
    finally:
        program.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(20)
        program.kill()
        program.communicate()


def _started(where: Namespace, folder: Path, *words: str) -> "subprocess.Popen[str]":
    command = where.command(sys.executable, "-m", "drumcircle_gui", *words, "--data-dir", str(folder))
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)


def _program(where: Namespace, folder: Path, *words: str) -> str:
    """What a program prints until it ends."""
    return _started(where, folder / words[0], *words).communicate(timeout=60)[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10.0, help="how long the players play (default 10)")
    options = parser.parse_args()
    if reason := missing():
        sys.stderr.write(f"No houses can be made here: {reason}.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        found = measure(options.seconds, Path(folder))
    sys.stdout.write(json.dumps(found) + "\n")
    return 0 if found["struck"] and not found["lost"] else 1


if __name__ == "__main__":
    sys.exit(main())
