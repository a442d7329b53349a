"""A file that arrives piece by piece, in order. Pure."""

import hashlib
from dataclasses import dataclass, field


@dataclass(slots=True)
class IncomingFile:
    """`size` bytes whose SHA-256 is `file`."""

    file: str
    size: int
    data: bytearray = field(default_factory=bytearray)

    @property
    def offset(self) -> int:
        """The number of bytes that have arrived."""
        return len(self.data)

    @property
    def complete(self) -> bool:
        return len(self.data) >= self.size

    @property
    def intact(self) -> bool:
        """Whether the received bytes have the announced SHA-256."""
        return len(self.data) == self.size and hashlib.sha256(self.data).hexdigest() == self.file

    def add(self, offset: int, data: bytes) -> bool:
        """Append `data` if it continues the received bytes and does not exceed `size`."""
        continues = offset == len(self.data) and len(self.data) + len(data) <= self.size
        if continues:
            self.data += data
        return continues
