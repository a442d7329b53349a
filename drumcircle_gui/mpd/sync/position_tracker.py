"""Where a room is in its song, as far as its answers tell, and when to ask it next. Pure."""

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.timing.units import SECOND, Micros, seconds

from .latency import Poll
from .position import PositionEstimator, SongPosition, StatusReport, elapsed_step

IDLE_POLL_S, PLAYING_POLL_S, FAST_POLL_S = 0.5, 0.3, 0.08
"""Seconds between two questions on one connection: nothing plays, something does, something has just begun."""

FAST_POLL_FOR = seconds(4)


class PositionTracker:
    """Of one room. `since`: local time since when it has been playing undisturbed, as far as it was told."""

    def __init__(self) -> None:
        self.undisturbed_since = Micros(0)
        self._envelope = PositionEstimator()
        self._alert = Micros(0)
        self._song: int | None = None

    @property
    def known_since(self) -> Micros | None:
        """Since when what is known of its place has held; None if nothing is."""
        return None if self._envelope.since is None else max(self.undisturbed_since, self._envelope.since)

    def position(self, now: Micros) -> SongPosition | None:
        """Where it is at local time `now`; None if that is not known."""
        return self._envelope.position(now) if now >= self.undisturbed_since else None

    def reset_until(self, until: Micros) -> None:
        """Its sound jumps or starts at that moment: what was known of its place is not true any more."""
        self._envelope.reset()
        self.undisturbed_since = until
        self._alert = Micros(until + FAST_POLL_FOR)

    def poll_answered(self, poll: Poll, status: Status, one_way: Micros) -> None:
        """What a question found; `one_way` is the least that it takes."""
        if status.song_id != self._song:
            self._begin(status, poll.sent)
        if (
            status.state == "play"
            and status.elapsed is not None
            and status.audio
            and poll.sent >= self.undisturbed_since
        ):
            self._envelope.step = elapsed_step(status.audio)
            self._envelope.add(StatusReport(poll.sent, poll.received, status.elapsed), one_way)

    def poll_interval_s(self, now: Micros, status: Status, one_way: Micros) -> float:
        """Seconds until it should be asked again."""
        if status.state != "play":
            return FAST_POLL_S if now < self.undisturbed_since else IDLE_POLL_S
        least = FAST_POLL_S if now < self._alert else PLAYING_POLL_S
        return max(self._envelope.next_poll_at(now, one_way, seconds(least)) - now, 0) / SECOND

    def _begin(self, status: Status, at: Micros) -> None:
        """Another song has begun by itself, or it stopped."""
        self._song = status.song_id
        self._envelope.reset(elapsed_step(status.audio))
        self.undisturbed_since = max(self.undisturbed_since, at)
        self._alert = max(self._alert, Micros(self.undisturbed_since + FAST_POLL_FOR // 2))
