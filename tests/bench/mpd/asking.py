"""A client that takes the time of a server's answers, and what a process costs meanwhile."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60.0
PIECE = 262_144
END = b"\nOK\n"


class Client:
    """One connection, which takes replies in pieces of at most so many bytes. RuntimeError for what is refused."""

    def __init__(self, address: tuple[str, int], piece: int = PIECE) -> None:
        self._line = socket.socket()
        self._line.settimeout(PATIENCE)
        if piece < PIECE:
            self._line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, piece)
        self._line.connect(address)
        self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._piece = piece
        self._line.recv(piece)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._line.close()

    def fileno(self) -> int:
        return self._line.fileno()

    def tell(self, command: str) -> None:
        self._line.sendall(command.encode() + b"\n")

    def ask(self, command: str) -> int:
        """How many bytes the reply has."""
        return self.rest(self.begun(command))

    def rest(self, first: bytes, pause: float = 0.0) -> int:
        """The same of a reply that begins so; for so many seconds it waits before it takes each further piece of it."""
        length, end = len(first), b"\n" + first
        while not end.endswith(END):
            if pause:
                threading.Event().wait(pause)
            data = self._take()
            length, end = length + len(data), end[-len(END) :] + data
        return length

    def begun(self, command: str) -> bytes:
        """What a reply begins with; for `rest`."""
        self.tell(command)
        return self._take()

    def said(self, command: str) -> dict[str, str]:
        """The pairs of a reply, which is a short one."""
        self.tell(command)
        return dict(line.split(": ", 1) for line in self.heard().split("\n") if ": " in line)

    def heard(self) -> str:
        """The next reply, which is a short one."""
        data = b"\n"
        while not data.endswith(END):
            data += self._take()
        return data.decode()

    def took(self, command: str) -> float:
        """Seconds until the whole reply was there."""
        begun = time.perf_counter()
        self.ask(command)
        return time.perf_counter() - begun

    def pipelined(self, command: str, count: int) -> float:
        """The same for so many at once, each with a reply of its own."""
        begun = time.perf_counter()
        self.tell("\n".join([command] * count))
        rest = b""
        while count:
            *lines, rest = (rest + self._take()).split(b"\n")
            count -= lines.count(b"OK")
        return time.perf_counter() - begun

    def _take(self) -> bytes:
        data = self._line.recv(self._piece)
        if not data:
            raise ConnectionError("the server has closed the connection")
        if data.startswith(b"ACK"):
            raise RuntimeError(data.decode())
        return data


@contextmanager
def crowd(address: tuple[str, int], count: int, saying: str) -> Iterator[list[Client]]:
    """So many clients, each of which has said that."""
    with ExitStack() as stack:
        clients = [stack.enter_context(Client(address)) for _ in range(count)]
        for each in clients:
            each.tell(saying)
        yield clients


def burden(pid: int, seconds: float) -> float:
    """What a process costs, in % of a core, as it is for so many seconds."""
    before, begun = _processor_time(pid), time.perf_counter()
    threading.Event().wait(seconds)
    return 100 * (_processor_time(pid) - before) / (time.perf_counter() - begun)


def _processor_time(pid: int) -> float:
    """Seconds that all its threads have had, by the kernel's own book."""
    books = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(book.read_text().split()[0]) for book in books) / 1e9
