"""The format in which a client wants its replies; MPD keeps it per connection. Pure.

Several clients share one connection to a room. Before the connection serves a client, it is set to that client's
format.
"""

from dataclasses import dataclass

from .syntax import request_from

DEFAULT_BINARY_LIMIT = b"8192"
"""MPD's default `binarylimit` in bytes (`src/client/Client.hxx`)."""

_TAGS_PER_REQUEST = 12
"""MPD takes at most sixteen words in a `tagtypes` request."""


@dataclass(frozen=True, slots=True)
class ReplyFormat:
    """`binary_limit`: bytes in one binary part. `tags`: tag types in replies, None for all. `features`: those enabled
    by `protocol`."""

    binary_limit: bytes = DEFAULT_BINARY_LIMIT
    tags: tuple[bytes, ...] | None = None
    features: tuple[bytes, ...] = ()

    def requests_to(self, wanted: "ReplyFormat") -> list[bytes]:
        """The requests that change a connection from this format to the `wanted` one."""
        requests = []
        if self.binary_limit != wanted.binary_limit:
            requests.append(request_from((b"binarylimit", wanted.binary_limit)))
        if self.tags != wanted.tags:
            requests += _tag_requests(wanted.tags)
        if self.features != wanted.features:
            requests.append(b"protocol clear")
            requests += [request_from((b"protocol", b"enable", *wanted.features))] * bool(wanted.features)
        return requests


def values_of(body: bytes, name: bytes) -> tuple[bytes, ...]:
    """The values of all lines `name: value` in a reply."""
    begin = name + b": "
    return tuple(line[len(begin) :] for line in body.split(b"\n") if line.startswith(begin))


def _tag_requests(wanted: tuple[bytes, ...] | None) -> list[bytes]:
    if wanted is None:
        return [b"tagtypes all"]
    parts = [wanted[at : at + _TAGS_PER_REQUEST] for at in range(0, len(wanted), _TAGS_PER_REQUEST)]
    return [b"tagtypes clear", *(request_from((b"tagtypes", b"enable", *part)) for part in parts)]
