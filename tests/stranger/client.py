"""A client of a drum circle written from `drumcircle_gui/protocol/README.md` alone, using only the standard library.

It blocks while it waits, and is simple rather than fast.
"""

import hashlib
import re
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from tests.stranger import msgpack

HELLO, WELCOME, CLOCK_REQUEST, CLOCK_REPLY, STROKES, BATCH = 1, 2, 3, 4, 5, 6
SAY, CHAT, CHANGE, TIMELINE, GOODBYE, DECLINED, CLOSING = 7, 8, 9, 10, 15, 20, 22
WAITING, CHANGE_ENTRY, ENTRY, ANSWER_KNOCK = 60, 61, 62, 63
KEYS, RENEW_KEYS = 64, 79
SNARE = 38
UNKNOWN = -1


class Refused(Exception):
    """The server closed the connection, with a code and a text."""


def micros() -> int:
    """Local time in micros."""
    return time.perf_counter_ns() // 1000


def div(n: int, d: int) -> int:
    return (2 * n + d) // (2 * d)


class Beats:
    """The segments of a timeline."""

    def __init__(self, segments: list[dict[str, Any]]) -> None:
        self.segments = segments

    def at(self, time: int) -> dict[str, Any]:
        return ([each for each in self.segments if each["at"] <= time] or self.segments[:1])[-1]

    def holding(self, beat: int) -> dict[str, Any]:
        return ([each for each in self.segments if each["beat"] <= beat] or self.segments[:1])[-1]

    def beat_at(self, time: int) -> int:
        s = self.at(time)
        return s["beat"] + (div((time - s["at"]) * 1_000_000, s["tempo"]) if s["running"] else 0)

    def micros_at(self, beat: int) -> int | None:
        s = self.holding(beat)
        if not s["running"] and beat >= s["beat"]:
            return None
        return s["at"] + div((beat - s["beat"]) * s["tempo"], 1_000_000)

    def due(self, beat: int) -> int | None:
        meter = self.holding(beat)["meter"]
        return self.micros_at(beat + meter["beats"] * meter["cycles"] * 1_000_000)


class Place(NamedTuple):
    """The address of a circle, from an invite or a hub's listing. `pin` None: no encryption; `circle`: the id on a hub.

    `key`: "" to knock, or to join with an account.
    """

    host: str
    port: int
    key: str
    pin: str | None
    circle: str = ""


class Stranger:
    """One member. `pump` fills the lists and fields with what arrives. `account`: a token of the hub's."""

    def __init__(self, name: str, place: Place | str, account: str = "") -> None:
        self.name, self.account = name, account
        self.host, self.port, self.key, self.pin, self.circle = parse_invite(place) if isinstance(place, str) else place
        self.me, self.token, self.last_batch = 0, "", -1
        self.timeline = Beats([])
        self.struck = 0
        self.members: list[list[Any]] = []
        self.heard: list[tuple[int, int, int, int]] = []
        self.read: list[tuple[int, int, str]] = []
        self.declined: list[str] = []
        self.offset, self.round_trip = 0, UNKNOWN
        self._replied = 0
        self.waiting = False
        self.knocking: list[tuple[int, str]] = []
        self.players_key = ""
        self._on = {
            WELCOME: self._welcome,
            CLOCK_REPLY: self._clock_reply,
            BATCH: self._batch,
            CHAT: self._chat,
            TIMELINE: self._timeline,
            DECLINED: self._declined,
            CLOSING: self._closing,
            WAITING: self._waiting,
            ENTRY: self._entry,
            KEYS: self._keys,
        }

    # --- actions -----------------------------------------------------------------------------------------------------

    def join(self) -> None:
        """Connect and wait for the Welcome; a second time, resume."""
        self.connect()
        self.pump(lambda: self._welcomed)

    def knock(self) -> None:
        """Ask to join without a key; returns when a conductor has been asked."""
        self.key = ""
        self.connect()
        self.pump(lambda: self.waiting)

    def let_in(self) -> None:
        """Wait for the answer to a knock."""
        self.pump(lambda: self._welcomed)

    def connect(self) -> None:
        """Connect and say Hello."""
        self._buffer = b""
        self._socket = socket.create_connection((self.host, self.port), timeout=10)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.pin:
            self._socket = start_tls(self._socket, self.pin)
        self._socket.settimeout(0.02)
        self._welcomed = False
        self._send(HELLO, 1, self.name, self.key, "stranger", self.token, self.last_batch, self.circle, self.account)

    def sync(self, exchanges: int = 8) -> None:
        """Measure the time; the exchange with the shortest round trip counts."""
        for number in range(exchanges):
            self._replied = UNKNOWN
            self._send(CLOCK_REQUEST, number, micros(), self.round_trip, self.bound, 0)
            self.pump(lambda number=number: self._replied == number)

    @property
    def bound(self) -> int:
        return UNKNOWN if self.round_trip == UNKNOWN else -(-self.round_trip // 2)

    @property
    def now(self) -> int:
        """Circle time."""
        return micros() + self.offset

    def strike(self, pad: int = SNARE, velocity: int = 100) -> int:
        """Send a stroke struck now; returns its beat."""
        beat = self.timeline.beat_at(self.now)
        self._send(STROKES, self.struck, [[beat, pad, velocity]])
        self.struck += 1
        return beat

    def say(self, text: str, to: int = 0) -> None:
        self._send(SAY, to, text)

    def change(self, **request: object) -> None:
        epoch = self.timeline.segments[-1]["epoch"]
        self._send(CHANGE, epoch, request.get("tempo"), request.get("running"), request.get("meter"))

    def change_entry(self, policy: str) -> None:
        self._send(CHANGE_ENTRY, policy)

    def renew_keys(self) -> None:
        """Have both invites replaced; returns when the new keys have arrived."""
        self._send(RENEW_KEYS)
        self.pump(lambda: self.players_key != "")

    def answer(self, name: str, admit: bool) -> None:
        """Answer the knock of `name`, once it is there."""
        self.pump(lambda: name in dict(self.knocking).values())
        self._send(ANSWER_KNOCK, next(number for number, each in self.knocking if each == name), admit)

    def leave(self) -> None:
        self._send(GOODBYE)
        self._socket.close()

    def disconnect(self) -> None:
        """Break the connection."""
        self._socket.close()

    def pump(self, until: Callable[[], bool], within: float = 20) -> None:
        """Handle what the server sends until `until` is true; TimeoutError after `within` seconds."""
        deadline = time.monotonic() + within
        while not until():
            if time.monotonic() > deadline:
                raise TimeoutError
            try:
                data = self._socket.recv(65536)
            except TimeoutError:
                continue
            if not data:
                raise ConnectionResetError("the server closed the connection")
            self._take(data, micros())

    # --- messages from the server ------------------------------------------------------------------------------------

    def _take(self, data: bytes, now: int) -> None:
        self._buffer += data
        while len(self._buffer) >= 4:
            end = 4 + int.from_bytes(self._buffer[:4], "big")
            if len(self._buffer) < end:
                return
            body, self._buffer = self._buffer[4:end], self._buffer[end:]
            number, *fields = msgpack.read(body)  # type: ignore[misc]
            if number in self._on:
                self._on[number](now, *fields)

    def _welcome(self, now: int, version: int, you: int, token: str, *rest: Any) -> None:
        _circle, self.role, _circle_now, segments, self.members, chat, _cue, _tick, next_batch, heard, *_newer = rest
        if token != self.token:
            self.struck = 0
        self.me, self.token, self.struck = you, token, max(self.struck, heard)
        self.timeline = Beats(segments)
        self.last_batch = next_batch - 1
        for line in chat:
            self._chat(now, line)
        self._welcomed = True

    def _clock_reply(self, now: int, number: int, sent: int, received: int, replied: int, *_: object) -> None:
        round_trip = (now - sent) - (replied - received)
        if self.round_trip == UNKNOWN or round_trip <= self.round_trip:
            self.round_trip = round_trip
            self.offset = ((received - sent) + (replied - now)) // 2
        self._replied = number

    def _batch(self, now: int, number: int, base: int, strokes: list[list[int]], *_: object) -> None:
        if number > self.last_batch:
            self.last_batch = number
            self.heard += [(player, base + offset, pad, velocity) for player, offset, pad, velocity, *_ in strokes]

    def _chat(self, now: int, line: list[Any], *_: object) -> None:
        _number, sender, _name, to, text, *_newer = line
        self.read.append((sender, to, text))

    def _timeline(self, now: int, segments: list[dict[str, Any]], *_: object) -> None:
        self.timeline = Beats(segments)

    def _declined(self, now: int, code: str, *_: object) -> None:
        self.declined.append(code)

    def _closing(self, now: int, code: str, text: str, *_: object) -> None:
        raise Refused(code, text)

    def _waiting(self, now: int, *_: object) -> None:
        self.waiting = True

    def _entry(self, now: int, policy: str, knockers: list[list[Any]], *_: object) -> None:
        self.knocking = [(number, name) for number, name, *_ in knockers]

    def _keys(self, now: int, player: str, conductor: str, *_: object) -> None:
        self.players_key, self.key = player, conductor

    def _send(self, *message: object) -> None:
        body = msgpack.write(list(message))
        self._socket.sendall(len(body).to_bytes(4, "big") + body)


def parse_invite(invite: str) -> Place:
    """The address in an invite. ValueError if it is invalid."""
    found = re.fullmatch(r"drumcircle://(.*):(\d+)/[^?]*\?(.*)", invite.strip(), re.IGNORECASE)
    parameters = parse_qs(found[3]) if found else {}
    keys, pins, circles = (parameters.get(name, []) for name in ("key", "pin", "circle"))
    if not found or (len(keys), len(pins)) != (1, 1) or len(circles) > 1:
        raise ValueError("this is not an invite, or not a complete one, or more than one")
    pin = None if pins[0] == "none" else pins[0].lower()
    return Place(found[1].strip("[]"), int(found[2]), keys[0], pin, *circles)


def start_tls(connection: socket.socket, pin: str) -> ssl.SSLSocket:
    """TLS with the server whose certificate has the pin; ssl.SSLError if it has another one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    tls = context.wrap_socket(connection)
    certificate = tls.getpeercert(binary_form=True)
    if certificate is None or hashlib.sha256(certificate).hexdigest() != pin:
        tls.close()
        raise ssl.SSLError("this is not the server of the invite")
    return tls
