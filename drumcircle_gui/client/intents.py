"""What a person asks for in a window, besides the protocol's own requests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DismissNotice:
    """Take a notice away."""

    notice: int
