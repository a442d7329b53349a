"""Buffers frames until the next tick, so that each connection is written to once: nearly all get the same bytes."""


class BroadcastBuffer:
    """Frames for all connections, in order, and frames for one connection, which follow them. A connection that joins
    between two frames gets only the later ones."""

    def __init__(self) -> None:
        self._frames: list[bytes] = []
        self._joined_at: dict[int, int] = {}
        self._own: dict[int, bytes] = {}

    def __bool__(self) -> bool:
        """Whether there is a frame for any connection."""
        return bool(self._frames or self._own)

    def add(self, frame: bytes) -> None:
        self._frames.append(frame)

    def add_for(self, connection: int, frame: bytes) -> None:
        """Add a frame for `connection` alone."""
        self._own[connection] = self._own.get(connection, b"") + frame

    def join(self, connection: int) -> None:
        """`connection` has joined; it does not need the frames added so far."""
        if self._frames:
            self._joined_at[connection] = len(self._frames)

    def drain(self) -> tuple[bytes, dict[int, bytes]]:
        """Remove all frames; return the bytes for all connections, and those for each connection that has joined in
        between, or gets frames of its own."""
        frames, self._frames = self._frames, []
        joined_at, self._joined_at = self._joined_at, {}
        own, self._own = self._own, {}
        all = b"".join(frames)
        exceptions = {connection: b"".join(frames[begin:]) for connection, begin in joined_at.items()}
        for connection, frame in own.items():
            exceptions[connection] = exceptions.get(connection, all) + frame
        return all, exceptions
