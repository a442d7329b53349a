"""What waits for the next tick, so that each client is written to once: the same bytes for everybody."""


class BroadcastBuffer:
    """Frames for all, in order. Who joins in between gets only what was added after they joined."""

    def __init__(self) -> None:
        self._frames: list[bytes] = []
        self._joined_at: dict[int, int] = {}

    def add(self, frame: bytes) -> None:
        self._frames.append(frame)

    def joined(self, connection: int) -> None:
        """`connection` knows all that was added so far."""
        if self._frames:
            self._joined_at[connection] = len(self._frames)

    def empty(self) -> tuple[bytes, dict[int, bytes]]:
        """The bytes for everybody, and the exceptions: what those get who joined in between."""
        frames, self._frames = self._frames, []
        joined_at, self._joined_at = self._joined_at, {}
        return b"".join(frames), {connection: b"".join(frames[begin:]) for connection, begin in joined_at.items()}
