"""Buffers frames until the next tick, so that each connection is written to once, with the same bytes for all."""


class BroadcastBuffer:
    """Frames for all connections, in order. A connection that joins between two frames gets only the later ones."""

    def __init__(self) -> None:
        self._frames: list[bytes] = []
        self._joined_at: dict[int, int] = {}

    def add(self, frame: bytes) -> None:
        self._frames.append(frame)

    def join(self, connection: int) -> None:
        """`connection` has joined; it does not need the frames added so far."""
        if self._frames:
            self._joined_at[connection] = len(self._frames)

    def drain(self) -> tuple[bytes, dict[int, bytes]]:
        """Remove all frames; return the bytes for all connections, and those for each connection that has joined in
        between."""
        frames, self._frames = self._frames, []
        joined_at, self._joined_at = self._joined_at, {}
        return b"".join(frames), {connection: b"".join(frames[begin:]) for connection, begin in joined_at.items()}
