"""Anonymous Linux network namespaces: an open file holds one; it is gone with the last file and process in it.

Linux only, root only. `missing()` says why none can be made here.
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
    """The reason why no small internet can be made here; empty if it can."""
    if not sys.platform.startswith("linux"):
        return "network namespaces exist on Linux only"
    if not shutil.which("ip"):
        return "ip is not installed (Debian, Ubuntu: sudo apt install iproute2)"
    try:
        with ThreadPoolExecutor(1) as thread:  # its namespace ends with the thread
            os.close(thread.submit(lambda: make("10.0.0.1/32")).result())
    except OSError as error:
        return f"network namespaces and tunnels are not permitted here ({error}): they need root and {TUN}"
    return ""


def make(address: str) -> int:
    """Moves the calling thread into a new namespace with loopback and a tunnel of that address ("10.0.0.1/24").

    Returns the open file that reads and writes the tunnel's packets, one at a time, IP header first. OSError.
    """
    _call("unshare", _CLONE_NEWNET)
    tunnel = os.open(TUN, os.O_RDWR | os.O_NONBLOCK)
    try:
        fcntl.ioctl(tunnel, _TUNSETIFF, struct.pack("16sH22x", b"net0", _IFF_TUN | _IFF_NO_PI))
        _configure(
            "link set lo up",
            "link set net0 addrgenmode none",  # otherwise the system sends packets of its own
            f"link set net0 mtu {MTU} multicast off up",
            f"address add {address} dev net0",
        )
    except BaseException:
        os.close(tunnel)
        raise
    return tunnel


def here() -> int:
    """Opens the calling thread's namespace."""
    return os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)


@contextmanager
def inside(namespace: int) -> Iterator[None]:
    """Moves the calling thread into that namespace meanwhile; sockets and processes made there stay there."""
    home = here()
    try:
        _call("setns", namespace, _CLONE_NEWNET)
        yield
    finally:
        _call("setns", home, _CLONE_NEWNET)
        os.close(home)


def processes_in(namespaces: Collection[int]) -> list[int]:
    """The ids of processes whose main thread is in one of those namespaces (given as open files)."""
    wanted = {os.fstat(namespace).st_ino for namespace in namespaces}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # the process has ended
            if (process / "ns/net").stat().st_ino in wanted:
                found.append(int(process.name))
    return found


def clear(namespaces: Collection[int], spared: Collection[int]) -> None:
    """Kills all processes in those namespaces except the `spared` ones, and every process they start meanwhile."""
    while doomed := set(processes_in(namespaces)) - set(spared):
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
