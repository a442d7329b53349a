"""What the sound engine gets while a score is played back: strokes, guide and loop, shortly before they are due. Pure.

Commands have local times; the playhead says which local time is which time of the score.
"""

from collections.abc import Collection, Iterator
from itertools import count

from drumcircle_gui.sound.messages import MAX_LOOPS, LoopPart, PlayStroke
from drumcircle_gui.timing.units import SECOND, Micros

from .loop_track import ScoredLoop
from .recordings_state import Playhead
from .renderer import ScheduledSound, scheduled_sounds
from .score import Score

QUEUE_AHEAD = Micros(300_000)
"""Strokes and guide are given to the engine this long before they are due; they cannot be taken back."""

LOOP_AHEAD = Micros(3 * SECOND)
"""The loop is announced this far ahead, and can be taken back. It is longer than this process may be suspended."""


class PlaybackQueue:
    """The sounds of `score` from the last `start` on."""

    def __init__(self, score: Score) -> None:
        self._score, self._loop = score, ScoredLoop(score)
        self._tags = count(1)
        self._playhead, self._begun = Playhead(Micros(0)), Micros(0)
        self._sounds: Iterator[ScheduledSound] = iter(())
        self._next: ScheduledSound | None = None

    @property
    def empty(self) -> bool:
        """Whether all strokes were returned."""
        return self._next is None

    def start(self, playhead: Playhead) -> None:
        """Continue with the sounds at the position of `playhead` and after it, from its local time on."""
        assert playhead.since is not None
        self._playhead, self._begun = playhead, playhead.since
        self._sounds = scheduled_sounds(self._score, guide=True, since=playhead.position)
        self._next = next(self._sounds, None)

    def due(self, now: Micros) -> list[PlayStroke]:
        """The strokes and notes of the guide due within QUEUE_AHEAD that were not returned yet."""
        until = self._playhead.at(now) + QUEUE_AHEAD
        plays = []
        while self._next is not None and self._next.at < until:
            sound, self._next = self._next, next(self._sounds, None)
            plays.append(PlayStroke(self._local(sound.at), sound.pad, sound.velocity, sound.channel, next(self._tags)))
        return plays

    def loop_parts(self, now: Micros, ready: Collection[str]) -> tuple[LoopPart, ...]:
        """The parts of the loops in `ready` that sound from local time `now` on, at least for LOOP_AHEAD."""
        position = self._playhead.at(now)
        found = self._loop.parts(position, Micros(position + LOOP_AHEAD))
        return tuple(self._local_part(part, position) for part in found if part.file in ready)

    def loop_gain(self, now: Micros) -> float:
        """The loop's volume, as it was set for everybody."""
        return self._loop.gain(self._playhead.at(now))

    def loop_files(self, now: Micros) -> list[str]:
        """The files of the present and the next loops, as many as the sound process can hold."""
        return self._loop.files(self._playhead.at(now), MAX_LOOPS)

    def _local_part(self, part: LoopPart, position: Micros) -> LoopPart:
        """`part` from `position` on, in local time: its beginning was not played."""
        skipped = max(position - part.at, 0)
        begin = self._local(Micros(part.at + skipped))
        return LoopPart(begin, self._local(part.until), Micros(part.position + skipped), part.file)

    def _local(self, at: Micros) -> Micros:
        return Micros(self._begun + at - self._playhead.position)
