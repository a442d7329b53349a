"""A connection on which bytes are bytes."""

import socket

PATIENCE = 3.0
NEVER = b"(no more within the time)\n"
CLOSED = b"(closed)\n"


class Line:
    """One connection. A reply ends with OK or ACK, or with what NEVER and CLOSED say."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._socket = socket.create_connection(address, PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = b""
        self._over = b""

    def send(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
        except OSError:
            self._over = self._over or CLOSED

    def reply(self) -> bytes:
        """The next one, however long."""
        whole = b""
        while True:
            line = self._line()
            whole += line
            if line.startswith(b"binary: "):
                whole += self._exactly(int(line[8:]) + 1)
            if line == b"OK\n" or line.startswith((b"ACK [", b"OK MPD ")) or line in (NEVER, CLOSED):
                return whole

    def close(self) -> None:
        self._socket.close()

    def _line(self) -> bytes:
        while b"\n" not in self._buffer:
            if not self._more():
                rest, self._buffer = self._buffer, b""
                return rest + b" (torn)\n" if rest else self._over
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line + b"\n"

    def _exactly(self, size: int) -> bytes:
        while len(self._buffer) < size and self._more():
            pass
        data, self._buffer = self._buffer[:size], self._buffer[size:]
        return data

    def _more(self) -> bool:
        if self._over:
            return False
        try:
            data = self._socket.recv(1 << 16)
        except TimeoutError:
            self._over = NEVER
            return False
        except OSError:
            data = b""
        if not data:
            self._over = CLOSED
        self._buffer += data
        return bool(data)
