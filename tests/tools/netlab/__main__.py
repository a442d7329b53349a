"""`python -m tests.tools.netlab [HOST[=PROFILE] ...] [-- COMMAND ...]`: a shell in a small internet.

Without hosts, prints the profiles. With hosts, the first one runs a shell or COMMAND, and a command that enters each of
the others from another terminal is printed. A host's profile is the one of its own name, unless another is given. The
hosts' addresses are in the environment, under their names in capitals.
"""

import os
import signal
import sys
from collections.abc import Sequence

from tests.bench import form

from .internet import Internet
from .namespaces import missing
from .profiles import LAN, PROFILES, Profile, facts

TITLES = ("profile", "ms up / down", "+ mean queueing", "lost", "description")


def main(arguments: Sequence[str]) -> int:
    words = list(arguments)
    split = words.index("--") if "--" in words else len(words)
    requests = [request.partition("=") for request in words[:split]]
    if not requests or any(profile and profile not in PROFILES for _, _, profile in requests):
        _say(f"{__doc__}\n{overview()}")
        return 2 if requests else 0
    if reason := missing():
        _say(f"No small internet can be made here: {reason}.")
        return 1
    return _open([(name, _profile(name, profile)) for name, _, profile in requests], words[split + 1 :])


def overview() -> str:
    """The profiles, as a table."""
    return form.table([dict(zip(TITLES, (name, *facts(each)), strict=True)) for name, each in PROFILES.items()])


def _profile(name: str, profile: str) -> Profile:
    return PROFILES[profile] if profile else PROFILES.get(name, LAN)


def _open(requests: Sequence[tuple[str, Profile]], command: Sequence[str]) -> int:
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C is for the command on the host
    with Internet() as net:
        hosts = [net.host(name, profile) for name, profile in requests]
        for host in hosts:
            _say(f"{host.name:12} {host.address:12} nsenter --net={host.path}")
        addresses = {host.name.upper().replace("-", "_"): host.address for host in hosts}
        shell = [os.environ.get("SHELL", "/bin/sh")]
        return int(hosts[0].run(command or shell, env=os.environ | addresses).wait())


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
