r"""How a session is written down: one step a line, empty lines and those with # mean nothing.

    a: status                     connection `a` (made when first named) sends a line, and has one reply
    a 3: ping / ping / ping       it sends three lines at once, and has three replies
    a 0: idle player              it has no reply yet
    a 1:                          it has one now, and sends nothing
    a? outputs                    of the reply only matters whether it is OK, or which ACK
    a~ play                       nothing of it matters
    a!                            it goes without a word
    = stop                        everybody waits until status says `state: stop`
    = song 1                      until it says that, or what else is named so
    = failed                      until it tells of an error, and nothing plays
    = settled                     until a song plays, or is paused, and its format is known
    = resting                     that, or nothing plays
    = updated                     until no job is under way

Within a line \x00 to \xff are bytes, {3} is the third song id that was seen in the session, {v2} the second version of
the queue, {x*80} eighty x and {} nothing. ` / ` is the end of a line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STEP = re.compile(r"(?P<who>\w+)(?: (?P<replies>\d+))?(?P<mark>[:?~!])(?: (?P<text>.*))?")
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
_MANY = re.compile(rb"\{([^{}]+)\*(\d+)\}")


@dataclass(frozen=True)
class Step:
    """One step. `who` "=": wait for the condition `sent`. `mark`: as written."""

    who: str
    sent: bytes
    replies: int = 1
    mark: str = ":"


def steps(text: str) -> Iterator[Step]:
    """The steps of a text. ValueError for an invalid line."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield _step(line)


def data(text: str) -> bytes:
    """The bytes of a text, placeholders still in place."""
    encoded = _BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), text.replace(" / ", "\n").encode())
    return _MANY.sub(lambda found: found[1] * int(found[2]), encoded).replace(b"{}", b"")


def _step(line: str) -> Step:
    if line.startswith("= "):
        return Step("=", line[2:].encode())
    if not (found := _STEP.fullmatch(line)):
        raise ValueError(f"no step: {line}")
    text = found["text"]
    sent = b"" if text is None else data(text) + b"\n"
    return Step(found["who"], sent, int(found["replies"] or 1), found["mark"])
