"""How a client wants replies to look, which MPD keeps per connection. Pure.

Clients share the connections to a room; before one is used for a client it is told what it has to know.
"""

from dataclasses import dataclass

from .syntax import request_from

DEFAULT_BINARY_LIMIT = b"8192"
"""MPD's own `binarylimit` (`src/client/Client.hxx`)."""


@dataclass(frozen=True, slots=True)
class ReplyFormat:
    """`tags`: the tag types wanted, None for all; `protocol`: the features switched on."""

    binary_limit: bytes = DEFAULT_BINARY_LIMIT
    tags: tuple[bytes, ...] | None = None
    features: tuple[bytes, ...] = ()

    def requests_to(self, wanted: "ReplyFormat") -> list[bytes]:
        """The requests that tune a connection with this so that it is as `wanted`."""
        requests = []
        if self.binary_limit != wanted.binary_limit:
            requests.append(request_from((b"binarylimit", wanted.binary_limit)))
        if self.tags != wanted.tags:
            requests += _tags(wanted.tags)
        if self.features != wanted.features:
            requests.append(b"protocol clear")
            requests += [request_from((b"protocol", b"enable", *wanted.features))] * bool(wanted.features)
        return requests


def values_of(body: bytes, name: bytes) -> tuple[bytes, ...]:
    """The values of all lines `name: value`."""
    begin = name + b": "
    return tuple(line[len(begin) :] for line in body.splitlines() if line.startswith(begin))


def _tags(wanted: tuple[bytes, ...] | None) -> list[bytes]:
    if wanted is None:
        return [b"tagtypes all"]
    # MPD takes at most sixteen words at once.
    parts = [wanted[at : at + 12] for at in range(0, len(wanted), 12)]
    return [b"tagtypes clear", *(request_from((b"tagtypes", b"enable", *part)) for part in parts)]
