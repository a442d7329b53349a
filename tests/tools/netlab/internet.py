"""The internet as tests use it: hosts, and what befalls them."""

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Self

from . import namespaces
from .profiles import LAN, Profile
from .router import Packets, serve

TO_END = 10.0

_spawning = get_context("spawn")


@dataclass(frozen=True, eq=False)
class Host:
    """A machine of its own as far as the network goes; all else it shares with this one.

    `path` leads to its namespace, for `nsenter --net=PATH` in another terminal.
    """

    name: str
    address: str
    path: str
    _net: "Internet"
    _number: int
    _namespace: int

    def inside(self) -> AbstractContextManager[None]:
        """Meanwhile the calling thread is on this host: sockets made now belong to it for good."""
        return namespaces.inside(self._namespace)

    def run(self, command: Sequence[str], **options: Any) -> "subprocess.Popen[Any]":
        """Starts a process on this host; `options` are those of Popen. It ends with the internet at the latest."""
        with self.inside():
            process = subprocess.Popen(command, **options)
        self._net.processes.append(process)
        return process

    def packets(self) -> Packets:
        """What it has sent, lost and received so far."""
        packets: Packets = self._net.ask("packets", self._number)
        return packets


class Internet:
    """A context manager. Methods may be called from any thread; OSError where the machine refuses.

    `seed` fixes the dice, though not the times at which they are thrown.
    """

    def __init__(self, seed: int | None = None) -> None:
        self.processes: list[subprocess.Popen[Any]] = []
        self._hosts: list[Host] = []
        self._lock = threading.Lock()
        self._line, theirs = _spawning.Pipe()
        self._router = _spawning.Process(target=serve, args=(theirs, seed), name="router", daemon=True)
        self._router.start()
        theirs.close()

    def host(self, name: str, profile: Profile = LAN) -> Host:
        """A new host on a line of that profile."""
        number, theirs, address = self.ask("host", profile)
        path = f"/proc/{self._router.pid}/fd/{theirs}"
        host = Host(name, address, path, self, number, os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        self._hosts.append(host)
        return host

    def set(self, host: Host, profile: Profile) -> None:
        """From now on the host hangs on another line; what is on its way already stays so."""
        self.ask("set", host._number, profile)

    def cut(self, host: Host, lasting: float) -> None:
        """For so many seconds from now the host's line is dead."""
        self.ask("cut", host._number, lasting)

    def close(self) -> None:
        """Ends all processes on the hosts, and the hosts. May be called again."""
        self._line.close()
        self._router.join(TO_END)
        self._router.kill()
        for process in self.processes:
            process.wait(TO_END)
        for host in self._drained():
            os.close(host._namespace)

    def ask(self, method: str, *arguments: Any) -> Any:
        with self._lock:
            self._line.send((method, arguments))
            answer = self._line.recv()
        if isinstance(answer, OSError):
            raise answer
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _drained(self) -> Iterator[Host]:
        while self._hosts:
            yield self._hosts.pop()
