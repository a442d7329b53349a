"""Names for rooms without one. Pure."""

from collections.abc import Collection, Iterator
from itertools import count

MAX_NAME = 64


def free_name(host: str, port: object, taken: Collection[str]) -> str:
    """A name made of the host, with a number if needed, that is not in `taken`."""
    return next(name for name in _names(host, port) if name not in taken)


def _names(host: str, port: object) -> Iterator[str]:
    yield host[:MAX_NAME]
    yield f"{host[: MAX_NAME - 6]}:{port}"
    yield from (f"{host[: MAX_NAME - 6]} {number}" for number in count(2))
