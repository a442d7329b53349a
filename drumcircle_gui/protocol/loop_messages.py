"""Messages about a loop to play to: its published state, and the pieces of its file."""

from typing import Annotated

from msgspec import Meta

from .fields import Beat, BeatTime, Count, Level, Message, Piece, Word

MAX_LOOP_BYTES = 8 << 20
MAX_LOOP_PIECE = 4096
"""Maximum number of bytes of a file in one message: small, because a stroke or a clock reply may wait behind it."""

MAX_LOOP_BEATS = 4096
MAX_LOOP_SPANS = 8
MAX_FETCHES = 64
"""Maximum number of pieces that a member may have requested and not received."""

Sha256 = Annotated[str, Meta(min_length=64, max_length=64, pattern="^[0-9a-f]{64}$")]
FileSize = Annotated[int, Meta(ge=1, le=MAX_LOOP_BYTES)]
FileOffset = Annotated[int, Meta(ge=0, le=MAX_LOOP_BYTES)]


class Loop(Piece, frozen=True):
    """A sound file that is repeated every `beats` beats. It sounds at its own speed, while the circle has the same
    tempo.

    `file` is its SHA-256, `size` in bytes. `level`: how loud everybody hears it, in per cent.
    """

    file: Sha256
    size: FileSize
    name: Word
    beats: Annotated[int, Meta(ge=1, le=MAX_LOOP_BEATS)]
    tempo: BeatTime
    level: Level = 100


class LoopSpan(Piece, frozen=True):
    """`loop` (None: none) from `beat`, on which it begins, until the next span's. `epoch` numbers the server's
    decisions."""

    epoch: Count
    beat: Beat
    loop: Loop | None


class ChangeLoop(Message, frozen=True, tag=71):
    """A conductor's request for a loop, from the next cycle on; None: none. Only a new `level` applies at once.
    Declined if `epoch` is not that of the latest span, or the server does not have the file."""

    epoch: Count
    loop: Loop | None


class OfferLoop(Message, frozen=True, tag=73):
    """A conductor is going to send the file with that SHA-256. The answer is a LoopWanted."""

    file: Sha256
    size: FileSize


class UploadLoop(Message, frozen=True, tag=75):
    """The bytes of an offered file from `offset` on. The answer is a LoopWanted."""

    file: Sha256
    offset: FileOffset
    data: Annotated[bytes, Meta(min_length=1, max_length=MAX_LOOP_PIECE)]


class FetchLoop(Message, frozen=True, tag=77):
    """A request for the next piece of a file from `offset` on. The answer is a LoopPiece."""

    file: Sha256
    offset: FileOffset


class LoopUpdate(Message, frozen=True, tag=70):
    """The loops from now on; replaces what was known."""

    spans: Annotated[tuple[LoopSpan, ...], Meta(max_length=MAX_LOOP_SPANS)]


class LoopPiece(Message, frozen=True, tag=72):
    """The bytes of a file from `offset` on; none if the server does not have it, or it ends there."""

    file: Sha256
    offset: FileOffset
    data: Annotated[bytes, Meta(max_length=MAX_LOOP_PIECE)]


class LoopWanted(Message, frozen=True, tag=74):
    """The server has the first `offset` bytes of an offered file; all of them if that is its size."""

    file: Sha256
    offset: FileOffset


LoopTransfer = OfferLoop | UploadLoop | FetchLoop
"""Messages by which members transfer files; the program sends them, no user requests them."""
