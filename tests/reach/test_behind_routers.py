"""The verdict in real networks: namespaces with NAT by nftables and Debian's miniupnpd.

A circle is served at home, and the program outside the house joins it with the invite that the one at home printed.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.tools.rigs.nat import Namespace, house, missing

pytestmark = pytest.mark.slow

WITHIN_S = 30
REPOSITORY = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}


@pytest.fixture(scope="module", autouse=True)
def possible() -> None:
    if reason := missing():
        pytest.skip(reason)


@contextmanager
def serving(home: Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """A circle at home, whose router may be asked; yields what the program prints once it has examined the network."""
    words = ("conduct", "--headless", "--open-port", "--name", "Oak", "--port", "8004", "--no-record")
    command = home.command(sys.executable, "-m", "drumcircle_gui", *words, "--data-dir", str(folder / "oak"))
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    try:
        assert program.stdout is not None
        program.stdout.readline()
        yield json.loads(program.stdout.readline())
        program.send_signal(signal.SIGTERM)
        assert program.wait(WITHIN_S) == 0
    finally:
        program.kill()
        program.wait()
        program.stdout.close()


def strokes_from(outside: Namespace, invite: str, folder: Path) -> int:
    """How many strokes a bot outside plays in the circle of `invite`; 0 if it cannot join."""
    words = ("bots", invite, "--count", "1", "--rate", "20", "--seconds", "2", "--data-dir", str(folder / "bot"))
    command = outside.command(sys.executable, "-m", "drumcircle_gui", *words)
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=WITHIN_S, check=False)
    return int(json.loads(done.stdout)["struck"])


@pytest.mark.parametrize(
    ("kind", "form"), [("open", "open"), ("nat", "nat"), ("double", "double-nat"), ("ipv6", "ipv6-only")]
)
def test_the_verdict(kind, form, tmp_path):
    with house(kind, tmp_path) as place, serving(place.home, tmp_path) as told:
        assert told["reach"] == form


@pytest.mark.parametrize("kind", ["upnp", "pmp"])
def test_the_router_opens_the_port_a_bot_outside_plays_and_the_port_is_closed_afterwards(kind, tmp_path):
    with house(kind, tmp_path) as place:
        with serving(place.home, tmp_path) as told:
            assert (told["reach"], "5.9.1.2:8004" in told["invite"]) == ("opened", True)
            assert "dnat" in place.rules()
            assert strokes_from(place.outside, told["invite"], tmp_path) > 0
        assert "dnat" not in place.rules()
