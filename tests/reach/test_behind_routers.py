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

from drumcircle_gui.protocol.invite import Invite
from tests.tools.rigs.nat import HOME, HOME_IPV6, OUTSIDE, OUTSIDE_IPV6, Namespace, house, missing

pytestmark = pytest.mark.slow

WITHIN_S = 30
FORWARD = f"""
table ip forwarding {{
  chain pre {{ type nat hook prerouting priority -100; iifname "wan" tcp dport 8004 dnat to {HOME}:8004; }}
}}
"""
FIREWALL = """
table ip firewall {
  chain in { type filter hook input priority 0; iifname "lan" tcp dport 8004 drop; }
}
"""
REPOSITORY = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}


@pytest.fixture(scope="module", autouse=True)
def possible() -> None:
    if reason := missing():
        pytest.skip(reason)


@contextmanager
def serving(home: Namespace, folder: Path, *options: str) -> Iterator[dict[str, Any]]:
    """A circle at home, whose router may be asked; yields what the program prints once it has examined the network."""
    words = ("conduct", "--headless", "--open-port", "--name", "Oak", "--port", "8004", "--no-record", *options)
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


@contextmanager
def hub_at(outside: Namespace, address: str, folder: Path) -> Iterator[str]:
    """A hub on the internet; returns its link."""
    words = ("hub", "--bind", address, "--port", "8010", "--no-record", "--data-dir", str(folder / "hub"))
    command = outside.command(sys.executable, "-m", "drumcircle_gui", *words)
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    try:
        assert program.stdout is not None
        yield json.loads(program.stdout.readline())["hub"]
    finally:
        program.kill()
        program.wait()
        program.stdout.close()


def strokes_from(outside: Namespace, invite: str, folder: Path) -> int:
    """The number of strokes that a bot outside plays in the circle of `invite`; 0 if it cannot join."""
    words = ("bots", invite, "--count", "1", "--rate", "20", "--seconds", "2", "--data-dir", str(folder / "bot"))
    command = outside.command(sys.executable, "-m", "drumcircle_gui", *words)
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=WITHIN_S, check=False)
    return int(json.loads(done.stdout)["struck"])


@pytest.mark.parametrize(
    ("kind", "form", "host"),
    [
        ("open", "open", "5.9.1.20"),
        ("nat", "nat", HOME),
        ("upnp", "opened", "5.9.1.2"),
        ("double", "double-nat", HOME),
        ("ipv6", "ipv6-only", HOME_IPV6),
        ("forwarded", "forwarded", "5.9.1.2"),
        ("firewall", "blocked", "5.9.1.20"),
    ],
)
def test_the_verdict_after_a_hub_has_tried_to_connect(kind, form, host, tmp_path):
    """A router that its owner has told to forward the port, and a computer with a firewall, differ from the others only
    for the hub."""
    place_kind = {"forwarded": "nat", "firewall": "open"}.get(kind, kind)
    with house(place_kind, tmp_path) as place:
        if kind == "forwarded":
            place.router.run("nft", FORWARD)
        if kind == "firewall":
            place.home.run("nft", FIREWALL)
        outside = OUTSIDE_IPV6 if kind == "ipv6" else OUTSIDE
        with (
            hub_at(place.outside, outside, tmp_path) as link,
            serving(place.home, tmp_path, "--announce", link) as told,
        ):
            assert (told["reach"], Invite.parse(told["invite"]).host) == (form, host)


@pytest.mark.parametrize("kind", ["upnp", "pmp"])
def test_the_router_opens_the_port_a_bot_outside_plays_and_the_port_is_closed_afterwards(kind, tmp_path):
    with house(kind, tmp_path) as place:
        with serving(place.home, tmp_path) as told:
            assert (told["reach"], "5.9.1.2:8004" in told["invite"]) == ("opened", True)
            assert "dnat" in place.rules()
            assert strokes_from(place.outside, told["invite"], tmp_path) > 0
        assert "dnat" not in place.rules()
