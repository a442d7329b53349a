"""Hostile clients and rooms: their cost is bounded, others are not affected, and it is logged."""

import random
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Self

import pytest

from tests.mpd.house import PINK, WHITE, House
from tests.mpd.transcripts.line import CLOSED, Line
from tests.tools.rigs import meddler as bad
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import ANYTHING, GREETING, Answer, Meddler, meddler
from tests.tools.rigs.mpds import Mpd
from tests.tools.rigs.rooms import Proxy

pytestmark = [pytest.mark.slow, pytest.mark.never_retried]

MIB = 1024 * 1024
MOST_MORE = 96 * MIB
"""Bytes that one hostile client may occupy at a time."""

SOON = 5.0
"""Seconds in which everybody else must get an answer, on a busy machine."""


class Bystander:
    """A client with ordinary requests."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._line = Line(address)
        assert self._line.reply().startswith(b"OK MPD")

    def ask(self, *commands: bytes) -> list[bytes]:
        """The replies, which must arrive within SOON."""
        found: list[bytes] = []
        thread = threading.Thread(target=lambda: found.extend(self._replies(commands)))
        thread.start()
        thread.join(SOON)
        assert not thread.is_alive(), f"no answer to {commands} so far: {found}"
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()

    def _replies(self, commands: tuple[bytes, ...]) -> Iterator[bytes]:
        for command in commands:
            self._line.send(command + b"\n")
            yield self._line.reply()


@contextmanager
def untroubled(proxy: Proxy, most_more: int = MOST_MORE) -> Iterator[Bystander]:
    """Another client is answered before, as soon as a room leads, and after, and the proxy grows by less than
    `most_more` bytes."""
    with Bystander(proxy.address) as bystander:
        wait_until(lambda: bystander.ask(b"ping", b"status")[0] == b"OK\n", "no room leads")
        proxy.reset_peak()
        before = proxy.memory()
        yield bystander
        assert bystander.ask(b"ping", b"playlistinfo", b"find title White")[0] == b"OK\n"
        assert asked(proxy, b"ping") == b"OK\n"
        assert proxy.peak() - before < most_more
        assert proxy.process.poll() is None


def asked(proxy: Proxy, command: bytes) -> bytes:
    """The reply to a new client."""
    with Bystander(proxy.address) as other:
        return other.ask(command)[0]


def reach(proxy: Proxy, buffer: int = 0) -> socket.socket:
    made = socket.socket()
    if buffer:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    made.settimeout(SOON)
    made.connect(proxy.address)
    return made


def pour(into: socket.socket, data: bytes, times: int) -> None:
    """Send as much as the server takes, until it closes the connection."""
    with suppress(OSError):
        for _ in range(times):
            into.sendall(data)


def is_disconnected(line: socket.socket) -> bool:
    try:
        while line.recv(1 << 16):
            pass
    except OSError as error:
        return not isinstance(error, TimeoutError)
    return True


# --- clients ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param(b"", b"x" * MIB, id="a line without end"),
        pytest.param(b"find title ", b'"' * MIB, id="an argument without end"),
        pytest.param(b"command_list_begin\n", b"status\n" * 100_000, id="a list without end"),
        pytest.param(b"command_list_ok_begin\n", (b"add " + b"x" * 8000 + b"\n") * 100, id="a list of long lines"),
        pytest.param(b"command_list_begin\nping\n", b"x" * MIB, id="a line without end in a list"),
        pytest.param(b"", b"\0" * MIB, id="nothing but zeros"),
        pytest.param(b"idle\n", b"noidle " * 100_000, id="noise while it idles"),
    ],
)
def test_a_client_whose_request_never_ends_is_disconnected(shared: House, first: bytes, then: bytes) -> None:
    with untroubled(shared.proxy, 32 * MIB), reach(shared.proxy) as line:
        line.sendall(first)
        pour(line, then, 64)
        assert is_disconnected(line)


def test_clients_that_never_read(shared: House) -> None:
    with untroubled(shared.proxy) as bystander, ExitStack() as stack:
        for _ in range(5):
            line = stack.enter_context(reach(shared.proxy, buffer=4096))
            line.settimeout(0.5)
            pour(line, b"listallinfo\n" * 5_000, 20)
            assert bystander.ask(b"ping") == [b"OK\n"]
        pictures = stack.enter_context(reach(shared.proxy, buffer=4096))
        pictures.settimeout(0.5)
        pour(pictures, b'binarylimit 1000000\nalbumart "%s" 0\n' % WHITE.encode() * 2_000, 10)


def test_a_client_that_never_reads_does_not_hold_up_others(shared: House) -> None:
    shared.fresh(WHITE, PINK)
    with untroubled(shared.proxy) as bystander, reach(shared.proxy, buffer=4096) as line:
        line.settimeout(0.5)
        pour(line, b"playlistinfo\nrepeat 1\n" * 20_000, 1)
        assert bystander.ask(b"play 1", b"setvol 50", b"stop") == [b"OK\n"] * 3
    shared.all_say(volume="50", state="stop")


def test_clients_that_send_random_bytes(shared: House) -> None:
    chance = random.Random(4)
    with untroubled(shared.proxy) as bystander:
        for number in range(200):
            with reach(shared.proxy) as line:
                data = chance.randbytes(chance.randrange(1, 4000))
                pour(line, data.replace(b"kill", b"") + b"\n", 1)
            if number % 50 == 0:
                assert bystander.ask(b"ping") == [b"OK\n"]


def test_clients_that_send_odd_requests(shared: House) -> None:
    shared.fresh()
    chance = random.Random(5)
    lines = [b"status", b"idle", b"noidle", b"command_list_begin", b"command_list_end", b"ping", b"playlistinfo"]
    lines += [b'find "(title', b"plchanges 0", b"\xff", b"close", b"", b"albumart x 0", b'add "', b"binarylimit 64"]
    with untroubled(shared.proxy):
        for _ in range(150):
            with reach(shared.proxy) as line:
                pour(line, b"\n".join(chance.choices(lines, k=20)), 1)


def test_a_thousand_clients(shared: House) -> None:
    with untroubled(shared.proxy) as bystander:
        with ExitStack() as stack:
            for number in range(1000):
                line = stack.enter_context(reach(shared.proxy))
                line.sendall(b"idle\n" if number % 2 else b"status\n")
            assert bystander.ask(b"ping", b"repeat 1", b"repeat 0") == [b"OK\n"] * 3
        wait_until(lambda: _welcome(shared.proxy), "nobody is let in again")


def test_slow_clients(shared: House) -> None:
    """Each occupies a connection, and sends a byte now and then."""
    with untroubled(shared.proxy) as bystander, ExitStack() as stack:
        lines = [stack.enter_context(reach(shared.proxy)) for _ in range(200)]
        for byte in b"stat":
            for line in lines:
                line.sendall(bytes([byte]))
            assert bystander.ask(b"ping") == [b"OK\n"]
        for line in lines:
            line.sendall(b"us\n")
        assert all(b"OK MPD" in line.recv(4096) for line in lines)


def test_clients_that_vanish_in_the_middle(shared: House) -> None:
    shared.fresh(WHITE)
    parts = [
        b"command_list_begin\nclear\n",
        b"listallinfo\n" * 100,
        b"idle\n",
        b'albumart "%s" 0\n' % WHITE.encode(),
        b"pla",
    ]
    with untroubled(shared.proxy):
        for number in range(200):
            with reach(shared.proxy) as line:
                line.sendall(parts[number % len(parts)])
    shared.all_have(WHITE)


def _welcome(proxy: Proxy) -> bool:
    line = Line(proxy.address)
    try:
        return line.reply() != CLOSED
    finally:
        line.close()


# --- rooms -----------------------------------------------------------------------------------------------------------

ANSWERS: dict[str, Answer] = {
    "nothing": bad.nothing,
    "half": bad.half_a_reply,
    "garbage": bad.garbage,
    "line": bad.endless_line,
    "reply": bad.endless_reply,
    "short": bad.too_short_a_picture,
    "beyond": bad.a_picture_beyond_measure,
    "minus": bad.a_picture_of_no_length,
}

Rooms = Callable[..., Mpd]
Start = Callable[..., Proxy]

READ_PINK = b'readpicture "%s" 0' % PINK.encode()


@pytest.mark.parametrize("where", [GREETING, "status"])
def test_rooms_that_answer_badly_do_not_affect_others(where: str, mpd: Rooms, proxy: Start) -> None:
    """Faulty rooms of all kinds at once, beside a good one; they fail at the greeting or at the first request."""
    good = mpd("good")
    with ExitStack() as stack:
        rooms = [stack.enter_context(meddler(good, kind, rules={where: answer})) for kind, answer in ANSWERS.items()]
        served = proxy(good, *rooms)
        with untroubled(served, 200 * MIB) as bystander:
            assert bystander.ask(b'add "%s"' % WHITE.encode(), b"play", b"status")[:2] == [b"OK\n", b"OK\n"]
            wait_until(lambda: good.asked("status")["state"] == "play", "the good room does not play")
            wait_until(lambda: all(room.answered for room in rooms), "some were never asked")
            assert bystander.ask(b"seekcur 15", b"pause 1", b"stop") == [b"OK\n"] * 3
        for kind in ANSWERS:
            wait_until(lambda kind=kind: kind in served.log(), f"of {kind} nothing is told")  # type: ignore[misc]


class Doubtful:
    """A house in which one room may be turned bad, and leads: the other one is slower."""

    def __init__(self, rooms: tuple[Mpd, Mpd], evil: Meddler, served: Proxy) -> None:
        self.rooms, self.evil, self.proxy = rooms, evil, served


@pytest.fixture
def doubtful(mpd: Rooms, proxy: Start) -> Iterator[Doubtful]:
    rooms = mpd("first"), mpd("second")
    with meddler(rooms[0], "evil") as evil, meddler(rooms[1], "slow", delay=0.03) as slow:
        yield Doubtful(rooms, evil, proxy(evil, slow))


def test_an_answer_that_breaks_off_does_not_affect_others(doubtful: Doubtful) -> None:
    with untroubled(doubtful.proxy, 200 * MIB) as bystander:
        good = bystander.ask(READ_PINK)[0]
        for answer in ANSWERS.values():
            doubtful.evil.rules["readpicture"] = answer
            with reach(doubtful.proxy) as asking, suppress(TimeoutError):
                asking.settimeout(0.5)
                asking.sendall(READ_PINK + b"\n")
                for _ in range(100):
                    asking.recv(1 << 16)
                assert bystander.ask(b"ping", b"status")[0] == b"OK\n"
            assert asked(doubtful.proxy, b"find title White").startswith(b"file: ")
        doubtful.evil.rules.clear()
        wait_until(lambda: asked(doubtful.proxy, READ_PINK) == good, "it is never good again")


@pytest.mark.parametrize("kind", ["nothing", "reply", "line"])
def test_a_lead_room_that_answers_badly_is_replaced(kind: str, doubtful: Doubtful) -> None:
    with untroubled(doubtful.proxy, 200 * MIB) as bystander:
        good = bystander.ask(READ_PINK)[0]
        doubtful.evil.rules[ANYTHING] = ANSWERS[kind]
        wait_until(lambda: bool(doubtful.evil.answered), "it is never asked")
        assert asked(doubtful.proxy, READ_PINK) == good
        assert bystander.ask(b"repeat 1", b"status")[0] == b"OK\n"
        wait_until(lambda: doubtful.rooms[1].asked("status")["repeat"] == "1", "the other room is not told")


def test_a_room_that_answers_more_than_it_was_asked(doubtful: Doubtful) -> None:
    """Its replies could be mistaken for those to other requests, so it is disconnected."""

    async def twice() -> AsyncIterator[bytes]:
        yield b"OK\nOK\nfile: not/yours\nOK\n"

    with untroubled(doubtful.proxy) as bystander:
        doubtful.evil.rules["readcomments"] = twice
        bystander.ask(b'readcomments "%s"' % WHITE.encode())
        for _ in range(20):
            found = bystander.ask(b"find title White", b"ping", b'lsinfo "Rain/Short"')
            assert b"not/yours" not in b"".join(found)
            assert found[0].startswith(b"file: Noise/1 White.flac\n")
            assert found[1] == b"OK\n"
