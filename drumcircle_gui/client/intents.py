"""Requests that a window makes of its own client, besides the protocol's requests to the server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DismissNotice:
    """Remove a notice."""

    notice: int
