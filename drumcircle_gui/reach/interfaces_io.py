"""This machine's addresses, and its router."""

import ctypes
import logging
import re
import socket
import subprocess
import sys
from pathlib import Path

import ifaddr

from .addresses import Scope, scope_of, usable

log = logging.getLogger(__name__)

_ROUTE_TIMEOUT_S = 3.0


def own_addresses() -> tuple[str, ...]:
    """The IPv4 and IPv6 addresses of this machine's network interfaces; the one used for outgoing connections comes
    first."""
    try:
        adapters = list(ifaddr.get_adapters())
    except OSError as error:
        log.info("the network interfaces cannot be listed: %s", error)
        adapters = []
    found = [ip.ip if isinstance(ip.ip, str) else ip.ip[0] for adapter in adapters for ip in adapter.ips]
    first = outgoing_address()
    return tuple(dict.fromkeys(([first] if first else []) + found))


def network_addresses() -> tuple[str, ...]:
    """The addresses at which other machines of its networks reach this one."""
    return tuple(each for each in usable(own_addresses()) if scope_of(each) is not Scope.COMPUTER)


def outgoing_address() -> str:
    """The IPv4 address used for outgoing connections; "" if there is no route. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # reserved for documentation (RFC 5737): only the route is looked up
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def default_gateway() -> str:
    """The IPv4 address of this machine's router; "" if it is not known. May take seconds: call it in a thread."""
    try:
        if sys.platform == "win32":
            return _gateway_of_windows()
        if sys.platform.startswith("linux"):
            return read_linux_routes(Path("/proc/net/route").read_text())
        command = ("route", "-n", "get", "default")
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_ROUTE_TIMEOUT_S, check=False)
        return read_bsd_route(answer.stdout)
    except (OSError, ValueError, AttributeError, subprocess.SubprocessError) as error:
        log.info("the router's address is not known: %s", error)
        return ""


def read_linux_routes(table: str) -> str:
    """The gateway of the default route in /proc/net/route with the least metric; "" if there is none."""
    rows = [line.split() for line in table.splitlines()[1:]]
    defaults = [row for row in rows if len(row) > 7 and row[1] == row[7] == "00000000" and int(row[3], 16) & 2]
    best = min(defaults, key=lambda row: int(row[6]), default=None)
    return socket.inet_ntoa(int(best[2], 16).to_bytes(4, sys.byteorder)) if best else ""


def read_bsd_route(text: str) -> str:
    """The gateway that `route -n get default` prints on macOS; "" if there is none."""
    found = re.search(r"gateway:\s*(\d+\.\d+\.\d+\.\d+)\s", text)
    return found[1] if found else ""


def _gateway_of_windows() -> str:
    """The gateway by GetBestRoute, which returns a row of 14 numbers; the fourth is the next hop (iprtrmib.h)."""
    row = (ctypes.c_ulong * 14)()
    failed = ctypes.windll.iphlpapi.GetBestRoute(0, 0, ctypes.byref(row))  # type: ignore[attr-defined,unused-ignore]
    return "" if failed or not row[3] else socket.inet_ntoa(int(row[3]).to_bytes(4, "little"))
