"""Linux network namespaces without names: held by open files, and gone with the last file and process in them.

Only for root; Linux only. `missing()` says why there can be none here.
"""

import ctypes
import fcntl
import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

TUN = Path("/dev/net/tun")
MTU = 1500

_CLONE_NEWNET = 0x4000_0000  # sched.h
_TUNSETIFF = 0x4004_54CA  # linux/if_tun.h
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000


def missing() -> str:
    """Why there can be no internet here; empty if there can."""
    if not sys.platform.startswith("linux"):
        return "network namespaces are a thing of Linux"
    if not shutil.which("ip"):
        return "ip is not installed (Debian, Ubuntu: sudo apt install iproute2)"
    try:
        with ThreadPoolExecutor(1) as thread:  # which takes its namespace along when it ends
            os.close(thread.submit(lambda: make("10.0.0.1/32")).result())
    except OSError as error:
        return f"there may be no network namespaces and tunnels here ({error}): it takes root, and {TUN}"
    return ""


def make(address: str) -> int:
    """Puts the calling thread into a new namespace with loopback and a tunnel of that address ("10.0.0.1/24").

    The open file through which the tunnel's packets come and go, one at a time, IP header first. OSError.
    """
    _call("unshare", _CLONE_NEWNET)
    tunnel = os.open(TUN, os.O_RDWR | os.O_NONBLOCK)
    try:
        fcntl.ioctl(tunnel, _TUNSETIFF, struct.pack("16sH22x", b"net0", _IFF_TUN | _IFF_NO_PI))
        _configure(
            "link set lo up",
            "link set net0 addrgenmode none",  # or the system would send packets of its own
            f"link set net0 mtu {MTU} multicast off up",
            f"address add {address} dev net0",
        )
    except BaseException:
        os.close(tunnel)
        raise
    return tunnel


def here() -> int:
    """An open file of the calling thread's namespace."""
    return os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)


@contextmanager
def inside(namespace: int) -> Iterator[None]:
    """Meanwhile the calling thread is in that namespace; sockets that it makes and processes it starts stay there."""
    home = here()
    try:
        _call("setns", namespace, _CLONE_NEWNET)
        yield
    finally:
        _call("setns", home, _CLONE_NEWNET)
        os.close(home)


def inhabitants(namespaces: Collection[int]) -> list[int]:
    """The processes whose main thread is in one of those namespaces (given as open files)."""
    wanted = {os.fstat(namespace).st_ino for namespace in namespaces}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            if (process / "ns/net").stat().st_ino in wanted:
                found.append(int(process.name))
    return found


def clear(namespaces: Collection[int], spared: Collection[int]) -> None:
    """Kills all processes there but the `spared` ones, and what they start meanwhile."""
    while doomed := set(inhabitants(namespaces)) - set(spared):
        for process in doomed:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


def _configure(*commands: str) -> None:
    done = subprocess.run(["ip", "-batch", "-"], input="\n".join(commands), capture_output=True, text=True)
    if done.returncode:
        raise OSError(done.stderr.strip())


def _call(name: str, *arguments: int) -> None:
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    if function(*arguments):
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
