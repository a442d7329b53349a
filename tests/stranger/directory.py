"""A client of a hub's directory, written from `drumcircle_gui/protocol/README.md` alone.

It uses only the standard library, and blocks until each answer has arrived.
"""

import re
import socket
from typing import Any
from urllib.parse import parse_qs

from tests.stranger import msgpack
from tests.stranger.client import Place, Refused, start_tls

DECLINED, CLOSING = 20, 22
OPEN_DIRECTORY, OPENED, LIST, LISTED, CREATE, CREATED = 31, 32, 33, 34, 35, 36
REGISTER, REGISTERED, LOG_IN, LOGGED_IN = 41, 40, 43, 42

Row = dict[str, Any]
_ROW = [
    "id",
    "name",
    "about",
    "tempo",
    "meter",
    "running",
    "players",
    "entry",
    "age",
    "host",
    "port",
    "pin",
    "circle",
    "key",
]


class Directory:
    """One connection to the hub of a link; `account` is a token from an earlier login."""

    def __init__(self, link: str, account: str = "") -> None:
        self.host, self.port, self.pin = parse_hub_link(link)
        self._buffer = b""
        self._socket: socket.socket = socket.create_connection((self.host, self.port), timeout=20)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.pin:
            self._socket = start_tls(self._socket, self.pin)
        _version, self.name, *_ = self._ask(OPENED, OPEN_DIRECTORY, 1, "stranger", account)

    def circles(self, search: str = "") -> list[Row]:
        """The circles in whose names or descriptions every word of `search` occurs."""
        _revision, _total, rows, *_ = self._ask(LISTED, LIST, search, 0)
        return [dict(zip(_ROW, row, strict=False)) for row in rows]

    def place(self, row: Row) -> Place:
        """The address of the circle of a row, with the key for joining."""
        pin = {"": self.pin, "none": None}.get(row["pin"], row["pin"])
        return Place(row["host"] or self.host, row["port"] or self.port, row["key"], pin, row["circle"])

    def create(self, name: str, entry: str) -> Place:
        """Have the hub host a circle; return its address with the conductors' key."""
        meter = {"beats": 4, "cycles": 1}
        circle, _key, conductor_key, host, port, *_ = self._ask(CREATED, CREATE, name, 500_000, meter, "", entry, True)
        return Place(host or self.host, port or self.port, conductor_key, self.pin, circle)

    def register(self, name: str, mail: str, password: str, code: str = "") -> str:
        """Request an account; return its state."""
        state, *_ = self._ask(REGISTERED, REGISTER, name, mail, password, code)
        return str(state)

    def log_in(self, name: str, password: str) -> str:
        """Log in; return the account's token."""
        token, *_ = self._ask(LOGGED_IN, LOG_IN, name, password)
        return str(token)

    def close(self) -> None:
        self._socket.close()

    def _ask(self, answer: int, *request: object) -> list[Any]:
        """Send a request; return the fields of its answer. Raises Refused if it is declined."""
        body = msgpack.write(list(request))
        self._socket.sendall(len(body).to_bytes(4, "big") + body)
        number, *fields = self._next()
        if number in (DECLINED, CLOSING):
            raise Refused(*fields[:2])
        assert number == answer
        return fields

    def _next(self) -> list[Any]:
        while len(self._buffer) < 4 or len(self._buffer) < 4 + int.from_bytes(self._buffer[:4], "big"):
            data = self._socket.recv(65_536)
            if not data:
                raise ConnectionResetError("the hub closed the connection")
            self._buffer += data
        end = 4 + int.from_bytes(self._buffer[:4], "big")
        body, self._buffer = self._buffer[4:end], self._buffer[end:]
        message = msgpack.read(body)
        assert isinstance(message, list)
        return message


def parse_hub_link(link: str) -> tuple[str, int, str | None]:
    """Host, port and pin (None: no encryption); ValueError."""
    found = re.fullmatch(r"drumcircle://(.*):(\d+)/[^?]*\?(.*)", link.strip(), re.IGNORECASE)
    parameters = parse_qs(found[3]) if found else {}
    if not found or parameters.get("hub") != ["1"] or len(parameters.get("pin", [])) != 1:
        raise ValueError("this is not a hub's link, or not a complete one")
    pin = parameters["pin"][0].lower()
    return found[1].strip("[]"), int(found[2]), None if pin == "none" else pin
