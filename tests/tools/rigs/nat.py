"""A house behind routers: network namespaces with NAT by nftables and, in a router, Debian's miniupnpd.

Linux only, root only. Each namespace is held by a process, and is gone with it. `missing()` says why none can be made.
"""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["open", "nat", "upnp", "pmp", "double", "ipv6"]

HOLD_S = "300"
"""A namespace ends after this time even if its test was killed."""

HOME, OUTSIDE = "192.168.1.20", "5.9.1.9"
HOME_IPV6, OUTSIDE_IPV6 = "2a01:4f8:1::20", "2a01:4f8:1::9"

_TOOLS = {"ip": "iproute2", "nft": "nftables", "miniupnpd": "miniupnpd", "unshare": "util-linux", "sysctl": "procps"}

_NAT = """
table ip nat {
  chain post { type nat hook postrouting priority 100; oifname "wan" masquerade; }
}
table ip filter {
  chain in { type filter hook input priority 0; iifname "wan" ct state new drop; }
}
"""
_UPNPD_TABLES = """
table inet filter {
  chain forward { type filter hook forward priority 0; jump miniupnpd; }
  chain miniupnpd { }
  chain prerouting { type nat hook prerouting priority -100; jump prerouting_miniupnpd; }
  chain postrouting { type nat hook postrouting priority 100; jump postrouting_miniupnpd; }
  chain prerouting_miniupnpd { }
  chain postrouting_miniupnpd { }
}
"""
_UPNPD = """
ext_ifname=wan
listening_ip=lan
port=5000
enable_upnp={upnp}
enable_natpmp={pmp}
uuid=11111111-2222-3333-4444-555555555555
secure_mode=yes
upnp_table_name=filter
upnp_nat_table_name=filter
upnp_forward_chain=miniupnpd
upnp_nat_chain=prerouting_miniupnpd
upnp_nat_postrouting_chain=postrouting_miniupnpd
allow 1024-65535 0.0.0.0/0 1024-65535
deny 0-65535 0.0.0.0/0 0-65535
"""


def missing() -> str:
    """The reason why no house can be made here; empty if it can."""
    if not sys.platform.startswith("linux"):
        return "network namespaces exist on Linux only"
    if absent := [package for tool, package in _TOOLS.items() if shutil.which(tool) is None]:
        return f"missing here: {', '.join(absent)} (Debian, Ubuntu: sudo apt install)"
    rules = 'table ip nat { chain post { type nat hook postrouting priority 100; oifname "wan" masquerade; }\n}'
    tried = subprocess.run(["unshare", "-n", "nft", rules], capture_output=True, text=True, timeout=20, check=False)
    return "" if tried.returncode == 0 else f"NAT in namespaces is not permitted here: {tried.stderr.strip()}"


class Namespace:
    """A network namespace with loopback, from construction to `close`."""

    def __init__(self) -> None:
        self._holder = subprocess.Popen(
            ["unshare", "-n", "sh", "-c", f"ip link set lo up; echo; exec sleep {HOLD_S}"], stdout=subprocess.PIPE
        )
        assert self._holder.stdout is not None
        self._holder.stdout.readline()
        self.pid = self._holder.pid

    def command(self, *words: str) -> list[str]:
        """The command that runs `words` here."""
        return ["nsenter", "-t", str(self.pid), "-n", *words]

    def run(self, *words: str, timeout: float = 20) -> str:
        """What the command prints. CalledProcessError if it fails."""
        return subprocess.run(
            self.command(*words), check=True, stdout=subprocess.PIPE, text=True, timeout=timeout
        ).stdout

    def ip(self, words: str) -> None:
        self.run("ip", *words.split())

    def address(self, device: str, *addresses: str) -> None:
        self.ip(f"link set {device} up")
        for address in addresses:
            self.ip(f"address add {address} dev {device}" + (" nodad" if ":" in address else ""))

    def close(self) -> None:
        self._holder.kill()
        self._holder.wait()
        if self._holder.stdout is not None:
            self._holder.stdout.close()


@dataclass
class House:
    """The namespace of a computer at home, one on the internet, and the router between them, if there is one."""

    home: Namespace
    outside: Namespace
    router: Namespace | None

    def rules(self) -> str:
        """The router's rules, which show the ports it has opened."""
        return self.router.run("nft", "list", "ruleset") if self.router else ""


@contextlib.contextmanager
def house(kind: Kind, folder: Path) -> Iterator[House]:
    """A house of that kind. `folder` is for the router's files."""
    with contextlib.ExitStack() as stack:

        def namespace() -> Namespace:
            made = Namespace()
            stack.callback(made.close)
            return made

        home, outside = namespace(), namespace()
        if kind in ("open", "ipv6"):
            _join(home, "lan", outside, "net")
            _without_router(kind, home, outside)
            yield House(home, outside, None)
            return
        router = namespace()
        _join(home, "lan", router, "lan")
        _home_behind(home, router)
        if kind == "double":
            _behind_provider(router, outside, namespace())
        else:
            _join(router, "wan", outside, "net")
            router.address("wan", "5.9.1.2/24")
            outside.address("net", f"{OUTSIDE}/24")
        _masquerade(router)
        if kind in ("upnp", "pmp", "double"):
            stack.enter_context(_upnpd(router, folder, upnp=kind != "pmp"))
        yield House(home, outside, router)


@contextlib.contextmanager
def neighbours(outside: Namespace, count: int) -> Iterator[list[Namespace]]:
    """Computers in further houses, each behind a NAT of its own that opens no ports."""
    with contextlib.ExitStack() as stack:
        homes = []
        for number in range(2, 2 + count):
            home, router = Namespace(), Namespace()
            stack.callback(home.close)
            stack.callback(router.close)
            _join(home, "lan", router, "lan")
            _home_behind(home, router)
            _join(router, "wan", outside, f"net{number}")
            router.address("wan", f"5.9.{number}.2/24")
            outside.address(f"net{number}", f"5.9.{number}.9/24")
            router.ip(f"route add default via 5.9.{number}.9")
            _masquerade(router)
            homes.append(home)
        yield homes


def _without_router(kind: Kind, home: Namespace, outside: Namespace) -> None:
    own, other = ("5.9.1.20/24", f"{OUTSIDE}/24") if kind == "open" else (f"{HOME_IPV6}/64", f"{OUTSIDE_IPV6}/64")
    home.address("lan", own)
    outside.address("net", other)


def _home_behind(home: Namespace, router: Namespace) -> None:
    home.address("lan", f"{HOME}/24")
    router.address("lan", "192.168.1.1/24")
    home.ip("route add default via 192.168.1.1")


def _behind_provider(router: Namespace, outside: Namespace, provider: Namespace) -> None:
    """Between the router and the internet, a provider's one."""
    _join(router, "wan", provider, "lan")
    _join(provider, "wan", outside, "net")
    router.address("wan", "100.64.7.2/24")
    provider.address("lan", "100.64.7.1/24")
    provider.address("wan", "5.9.1.2/24")
    outside.address("net", f"{OUTSIDE}/24")
    router.ip("route add default via 100.64.7.1")
    _masquerade(provider)


def _join(one: Namespace, device: str, other: Namespace, its_device: str) -> None:
    """A cable between two namespaces."""
    subprocess.run(
        one.command(*f"ip link add {device} type veth peer name {its_device} netns {other.pid}".split()),
        check=True,
        timeout=20,
    )


def _masquerade(router: Namespace) -> None:
    router.run("sysctl", "-qw", "net.ipv4.ip_forward=1")
    router.run("nft", _NAT)


@contextlib.contextmanager
def _upnpd(router: Namespace, folder: Path, *, upnp: bool) -> Iterator[None]:
    router.run("nft", _UPNPD_TABLES)
    router.ip("route add 239.0.0.0/8 dev lan")
    config = folder / "miniupnpd.conf"
    config.write_text(_UPNPD.format(upnp="yes" if upnp else "no", pmp="no" if upnp else "yes"))
    pidfile = folder / "miniupnpd.pid"
    log = (folder / "miniupnpd.log").open("w")
    daemon = subprocess.Popen(
        router.command("miniupnpd", "-d", "-f", str(config), "-P", str(pidfile)), stdout=log, stderr=log
    )
    try:
        yield
    finally:
        daemon.terminate()
        daemon.wait(10)
        log.close()
