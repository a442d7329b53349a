"""An MPD client that measures reply times, and the processor time of a process."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

TIMEOUT_S = 60.0
PIECE_BYTES = 262_144
END = b"\nOK\n"


class Client:
    """A connection that reads replies in pieces of at most `piece` bytes. RuntimeError if the server sends an error."""

    def __init__(self, address: tuple[str, int], piece: int = PIECE_BYTES) -> None:
        self._line = socket.socket()
        self._line.settimeout(TIMEOUT_S)
        if piece < PIECE_BYTES:
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

    def send(self, command: str) -> None:
        """Send a command without reading its reply."""
        self._line.sendall(command.encode() + b"\n")

    def ask(self, command: str) -> int:
        """Send a command and read its reply; return the length of the reply in bytes."""
        return self.read_rest(self.begin_reply(command))

    def read_rest(self, first: bytes, pause: float = 0.0) -> int:
        """Read the rest of a reply, with a pause of that many seconds before each piece; returns the length of the
        reply."""
        length, end = len(first), b"\n" + first
        while not end.endswith(END):
            if pause:
                threading.Event().wait(pause)
            data = self._take()
            length, end = length + len(data), end[-len(END) :] + data
        return length

    def begin_reply(self, command: str) -> bytes:
        """Send a command; returns the first piece of its reply, for `read_rest`."""
        self.send(command)
        return self._take()

    def pairs(self, command: str) -> dict[str, str]:
        """The names and values in the (short) reply to a command."""
        self.send(command)
        return dict(line.split(": ", 1) for line in self.read_reply().split("\n") if ": " in line)

    def read_reply(self) -> str:
        """The next (short) reply."""
        data = b"\n"
        while not data.endswith(END):
            data += self._take()
        return data.decode()

    def time(self, command: str) -> float:
        """Seconds from sending a command until its whole reply was read."""
        began = time.perf_counter()
        self.ask(command)
        return time.perf_counter() - began

    def pipelined(self, command: str, count: int) -> float:
        """The same for `count` commands sent at once, each with its own reply."""
        began = time.perf_counter()
        self.send("\n".join([command] * count))
        rest = b""
        while count:
            *lines, rest = (rest + self._take()).split(b"\n")
            count -= lines.count(b"OK")
        return time.perf_counter() - began

    def _take(self) -> bytes:
        data = self._line.recv(self._piece)
        if not data:
            raise ConnectionError("the server has closed the connection")
        if data.startswith(b"ACK"):
            raise RuntimeError(data.decode())
        return data


@contextmanager
def crowd(address: tuple[str, int], count: int, command: str) -> Iterator[list[Client]]:
    """That many clients, each of which has sent the command `command`."""
    with ExitStack() as stack:
        clients = [stack.enter_context(Client(address)) for _ in range(count)]
        for each in clients:
            each.send(command)
        yield clients


def processor_share(pid: int, seconds: float) -> float:
    """The processor time of a process during the next `seconds`, in % of a core."""
    before, began = _processor_time(pid), time.perf_counter()
    threading.Event().wait(seconds)
    return 100 * (_processor_time(pid) - before) / (time.perf_counter() - began)


def _processor_time(pid: int) -> float:
    """The processor time of all its threads in s, from the kernel's schedstat."""
    books = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(book.read_text().split()[0]) for book in books) / 1e9
