"""The small internet as tests use it: hosts, and changes to their lines."""

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

END_TIMEOUT_S = 10.0

_spawning = get_context("spawn")


@dataclass(frozen=True, eq=False)
class Host:
    """A network namespace with an address of its own; files and processes are shared with this machine.

    `path` is its namespace, for `nsenter --net=PATH` in another terminal.
    """

    name: str
    address: str
    path: str
    _net: "Internet"
    _number: int
    _namespace: int

    def inside(self) -> AbstractContextManager[None]:
        """Moves the calling thread to this host meanwhile: sockets made now stay on it."""
        return namespaces.inside(self._namespace)

    def run(self, command: Sequence[str], **options: Any) -> "subprocess.Popen[Any]":
        """Starts a process on this host; `options` are those of Popen. It is killed when the internet closes."""
        with self.inside():
            process = subprocess.Popen(command, **options)
        self._net.processes.append(process)
        return process

    def packets(self) -> Packets:
        """Counts of packets so far."""
        packets: Packets = self._net.ask("packets", self._number)
        return packets


class Internet:
    """A context manager. Methods may be called from any thread. OSError if the system refuses.

    `seed` fixes the random numbers, but not the times at which they are drawn.
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
        """Adds a host on a line of that profile."""
        number, theirs, address = self.ask("host", profile)
        path = f"/proc/{self._router.pid}/fd/{theirs}"
        host = Host(name, address, path, self, number, os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        self._hosts.append(host)
        return host

    def set(self, host: Host, profile: Profile) -> None:
        """Changes the host's line. Packets already on their way keep their arrival times."""
        self.ask("set", host._number, profile)

    def cut(self, host: Host, duration_s: float) -> None:
        """Drops every packet of the host for `duration_s` seconds from now."""
        self.ask("cut", host._number, duration_s)

    def close(self) -> None:
        """Kills all processes on the hosts and removes the hosts. Idempotent."""
        self._line.close()
        self._router.join(END_TIMEOUT_S)
        self._router.kill()
        for process in self.processes:
            process.wait(END_TIMEOUT_S)
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
