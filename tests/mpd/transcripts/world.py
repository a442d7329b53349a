"""A session with one server, and with two at once."""

from collections.abc import Iterable

from tests.tools.rigs.jack import wait_until

from .line import NEVER, Line
from .same import Names, plain
from .script import Step

LAST = b"the_end\n"


class World:
    """A server at `address`, and a session's connections to it."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._address = address
        self._lines: dict[str, Line] = {}
        self._names = Names()

    def do(self, step: Step) -> list[bytes]:
        """Carry out a step; return the replies without the server's own values."""
        if step.who == "=":
            self._wait(step.sent.decode())
            return []
        if step.mark == "!":
            self._lines.pop(step.who).close()
            return []
        made = step.who not in self._lines
        line = self._line(step.who)
        line.send(self._names.filled(step.sent))
        replies = [line.reply() for _ in range(step.replies + made)]
        return [self._plain(reply, step.mark) for reply in replies]

    def rest(self) -> dict[str, list[bytes]]:
        """What each connection still sends, up to the reply to a last request."""
        return {who: self._to_the_end(line) for who, line in self._lines.items()}

    def close(self) -> None:
        for line in self._lines.values():
            line.close()

    def _plain(self, reply: bytes, mark: str) -> bytes:
        whole = plain(reply, self._names)
        if mark == "~":
            return b""
        return whole.splitlines()[-1].partition(b"} ")[0] if mark == "?" else whole

    def _line(self, who: str) -> Line:
        if who not in self._lines:
            self._lines[who] = Line(self._address)
        return self._lines[who]

    def _to_the_end(self, line: Line) -> list[bytes]:
        line.send(b"noidle\n" + LAST)
        found = [b""]
        while not found[-1].endswith((LAST[:-1] + b'"\n', b")\n")):
            found.append(plain(line.reply(), self._names))
        return [reply for reply in found if reply and not reply.startswith(b"changed: ")]

    def _wait(self, for_what: str) -> None:
        line = Line(self._address)
        line.reply()
        line.send(b"password all\n")  # where there are none, it is refused, and nothing is needed
        line.reply()
        try:
            wait_until(lambda: _holds(for_what, self._status(line)), f"never {for_what}")
        finally:
            line.close()

    def _status(self, line: Line) -> dict[str, str]:
        line.send(b"status\n")
        reply = line.reply()
        assert reply.endswith(b"OK\n"), reply
        pairs = (each.partition(": ") for each in reply.decode().splitlines())
        return {key: value for key, _, value in pairs}


def deviations(script: Iterable[Step], bare: World, other: World) -> list[str]:
    """The differences of `other` from `bare`, step by step."""
    found: list[str] = []
    for number, step in enumerate(script):
        try:
            expected, said = bare.do(step), other.do(step)
        except AssertionError as error:
            return [*found, f"step {number} {step}: {error}"]
        if NEVER in expected:
            found.append(f"step {number} {step}: MPD itself says less than the session expects")
        if expected != said:
            found.append(
                f"step {number} {_short(step.who.encode() + b': ' + step.sent)}\n{_difference(expected, said)}"
            )
    if (expected_rest := bare.rest()) != (rest := other.rest()):
        found.append(f"at the end\n  bare  {expected_rest}\n  other {rest}")
    return found


def _holds(for_what: str, status: dict[str, str]) -> bool:
    sounds = "audio" in status and float(status.get("elapsed", "0")) > 0
    if for_what == "settled":
        return sounds
    if for_what == "resting":
        return sounds or status["state"] != "play"
    if for_what == "updated":
        return "updating_db" not in status
    if for_what == "failed":
        return "error" in status and status["state"] == "stop"  # MPD reports the error a moment before it stops
    key, _, value = for_what.rpartition(" ")
    return status.get(key or "state") == value


def _difference(expected: list[bytes], said: list[bytes]) -> str:
    if len(expected) != len(said):
        return f"  bare  {[_short(each) for each in expected]}\n  other {[_short(each) for each in said]}"
    pairs = [(one, other) for one, other in zip(expected, said, strict=True) if one != other]
    return "\n".join(f"  bare  {_near(one, other)}\n  other {_near(other, one)}" for one, other in pairs)


def _near(reply: bytes, beside: bytes) -> str:
    """The lines around the first difference, if there are many."""
    lines, theirs = reply.splitlines(), beside.splitlines()
    first = next(
        (n for n, (a, b) in enumerate(zip(lines, theirs, strict=False)) if a != b), min(len(lines), len(theirs))
    )
    return _short(b"\n".join(lines[max(0, first - 2) : first + 6]) + (b" ..." if len(lines) > first + 6 else b""))


def _short(data: bytes, most: int = 500) -> str:
    return repr(data) if len(data) <= most else f"{data[:most]!r}... ({len(data)} bytes)"
