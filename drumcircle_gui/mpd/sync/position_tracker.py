"""Follows a room's position from song to song, and decides when to poll it next. Pure."""

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.timing.units import SECOND, Micros, seconds

from .elapsed_step import StepDetector
from .latency import Poll
from .position import PositionEstimator, SongPosition, StatusReport

IDLE_POLL_S, PLAYING_POLL_S, FAST_POLL_S = 0.5, 0.3, 0.08
"""Seconds between two polls on one connection: while nothing plays, while something does, and just after a start."""

FAST_POLL_FOR = seconds(4)
"""How long after a start or a jump polls are fast."""


class PositionTracker:
    """Tracks one room. `undisturbed_since`: local time of the last start or jump that it was commanded to make; earlier
    reports do not count."""

    def __init__(self) -> None:
        self.undisturbed_since = Micros(0)
        self._estimator = PositionEstimator()
        self._steps = StepDetector()
        self._fast_until = Micros(0)
        self._song_id: int | None = None

    @property
    def known_since(self) -> Micros | None:
        """Local time since when the present estimate has been valid; None while there is none."""
        since = self._estimator.since
        return None if since is None else max(self.undisturbed_since, since)

    def position(self, now: Micros) -> SongPosition | None:
        """The position at local time `now`; None if it is not known."""
        position = self._estimator.position(now) if now >= self.undisturbed_since else None
        if position is None:
            return None
        return SongPosition(position.song_clock, Micros(position.uncertainty + self._steps.doubt))

    def reset_until(self, until: Micros) -> None:
        """The room starts or jumps at local time `until`: discard what is known, and ignore reports before it."""
        self._estimator.reset()
        self._steps.restart()
        self.undisturbed_since = until
        self._fast_until = Micros(until + FAST_POLL_FOR)

    def poll_answered(self, poll: Poll, status: Status, one_way: Micros) -> None:
        """Use the answer to a poll; `one_way` is the connection's shortest one-way delay."""
        if status.song_id != self._song_id:
            self._song_changed(status, poll.sent)
        playing = status.state == "play" and status.elapsed is not None and status.audio
        if playing and status.elapsed is not None and poll.sent >= self.undisturbed_since:
            self._steps.add(status.audio, status.elapsed)
            if self._steps.step != self._estimator.step:
                self._estimator.set_step(self._steps.step)
            if self._estimator.add(StatusReport(poll.sent, poll.received, status.elapsed), one_way):
                self._steps.restart(status.audio)

    def poll_interval_s(self, now: Micros, status: Status, one_way: Micros) -> float:
        """Seconds until the next poll on the connection that was just answered."""
        if status.state != "play":
            return FAST_POLL_S if now < self.undisturbed_since else IDLE_POLL_S
        interval = FAST_POLL_S if now < self._fast_until else PLAYING_POLL_S
        return max(self._estimator.next_poll_at(now, one_way, seconds(interval)) - now, 0) / SECOND

    def _song_changed(self, status: Status, at: Micros) -> None:
        """Another song has begun by itself, or playback has stopped."""
        self._song_id = status.song_id
        self._steps.restart(status.audio)
        self._estimator.reset(self._steps.step)
        self.undisturbed_since = max(self.undisturbed_since, at)
        self._fast_until = max(self._fast_until, Micros(self.undisturbed_since + FAST_POLL_FOR // 2))
