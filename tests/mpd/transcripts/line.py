"""A connection that sends and receives bytes unchanged."""

import socket

PATIENCE = 10.0
NEVER = b"(no more within the time)\n"
CLOSED = b"(closed)\n"


class Line:
    """One connection. A reply ends with OK or ACK, or as NEVER and CLOSED describe."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._socket = socket.create_connection(address, PATIENCE)
        try:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:  # the server has gone already
            self._socket.close()
            raise
        self._reader = self._socket.makefile("rb")
        self._over = b""

    def send(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
        except OSError:
            self._over = self._over or CLOSED

    def reply(self) -> bytes:
        """The next reply, of any length."""
        lines = [self._line()]
        while not _is_last(lines[-1]):
            if lines[-1].startswith(b"binary: "):
                lines.append(self._read(int(lines[-1][8:]) + 1))
            lines.append(self._line())
        return b"".join(lines)

    def close(self) -> None:
        self._reader.close()
        self._socket.close()

    def _line(self) -> bytes:
        return self._read(None)

    def _read(self, size: int | None) -> bytes:
        if self._over:
            return self._over
        try:
            data = self._reader.readline() if size is None else self._reader.read(size)
        except TimeoutError:
            data, self._over = b"", NEVER
        except OSError:
            data = b""
        self._over = self._over or (b"" if data else CLOSED)
        return data or self._over


def _is_last(line: bytes) -> bool:
    return line in (b"OK\n", NEVER, CLOSED) or line.startswith((b"ACK [", b"OK MPD "))
