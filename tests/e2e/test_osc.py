"""A circle's strokes and beats arrive as OSC at python-osc's own server in a separate process."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from tests.tools.rigs.jack import wait_until

from .programs import circle, player

pytestmark = [pytest.mark.slow]

TEMPO_BPM, BEATS = 400, 4
MS = 0.001
SERVER = """
import sys, time
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import BlockingOSCUDPServer
told = Dispatcher()
told.set_default_handler(lambda address, *arguments: print(time.time(), address, *arguments, flush=True))
server = BlockingOSCUDPServer(("127.0.0.1", 0), told)
print(server.server_address[1], flush=True)
server.serve_forever()
"""


@contextmanager
def peer(folder: Path) -> Iterator[tuple[int, Path]]:
    """The server's port, and the file with its lines: the time of handling, the time tag, address, arguments."""
    lines = folder / "osc"
    with lines.open("w") as out:
        process = subprocess.Popen([sys.executable, "-c", SERVER], stdout=out)
    try:
        wait_until(lambda: lines.read_text().endswith("\n"), "the OSC server does not start")
        yield int(lines.read_text()), lines
    finally:
        process.kill()
        process.wait()


def test_beats_and_strokes_arrive_at_another_program_in_time(tmp_path: Path) -> None:
    with ExitStack() as stack:
        port, lines = stack.enter_context(peer(tmp_path))
        _, invites = stack.enter_context(circle(tmp_path / "circle", "--tempo", str(TEMPO_BPM), "--beats", str(BEATS)))
        bots = [sys.executable, "-m", "drumcircle_gui", "bots", invites["invite"], "--count", "1", "--seconds", "4"]
        where = ("--name", "Fern", "--audio", "none", "--osc", f"127.0.0.1:{port}")
        stack.enter_context(player(tmp_path / "Fern", invites["invite"], *where))
        wait_until(lambda: "/drumcircle/beat" in lines.read_text(), "no beat arrives")
        with (tmp_path / "bots").open("w") as out:
            assert subprocess.run(bots, stdout=out, check=False).returncode == 0
        wait_until(lambda: "/drumcircle/stroke" in lines.read_text(), "no stroke arrives")
        told = [line.split() for line in lines.read_text().splitlines()[1:]]
    beats = [(float(at), int(number)) for at, address, number, *_ in told if address == "/drumcircle/beat"]
    steps = [after[0] - before[0] for before, after in pairwise(beats)]
    assert abs(median(steps) - 60 / TEMPO_BPM) < 5 * MS
    assert all(after[1] == before[1] % BEATS + 1 for before, after in pairwise(beats))
