"""One command after the other to a house of rooms, the sound that follows each, and what it tells."""

import random
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drumcircle_gui.timing.units import SECOND, Micros, seconds
from tests.tools.rigs.jack import Sound

from .commanders import Commander
from .house import House
from .true_skew import Rooms, Song

AFTER = 3.0
"""Seconds after a command, when rooms should long be together."""

PATIENCE = 2.6
"""Seconds within which they must be heard."""

SLACK, UNSURE = 0.3, 1.5
LEFT, EARLY = 4.0, 0.3
REST = 0.5
LOOK = 0.02


@dataclass(frozen=True)
class Trial:
    """After `command` at the moment `given`, all were to be at the second `place` of the song with number `song`, give
    or take `slack`, from a frame on: `start` is their sound since then, `later` that of AFTER seconds later."""

    command: str
    given: Micros
    song: int
    place: float
    slack: float
    start: Sound
    later: Sound

    def verdict(self, songs: Sequence[Song], stalls: Sequence[tuple[Micros, Micros]]) -> "Verdict":
        song = songs[self.song]
        begun = Rooms(self.start, song.rate).begun(song, 0, self.place, self.slack, PATIENCE)
        place = self.place + AFTER
        after = Rooms(self.later, song.rate).at(song, 0, place - self.slack - 1, place + self.slack + 1)
        sounded = begun.frame / song.rate if begun else PATIENCE
        return Verdict(
            self.command,
            begun.spread if begun else None,
            after.spread if after else None,
            sounded,
            _any(stalls, self.given, sounded + 0.2),
            _any(stalls, self.given, AFTER + 0.2),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far apart the rooms were in ms: at the `start`, when all were first heard, `sounded` seconds after the
    command, and `after` AFTER seconds. None: not all were heard. `stalled`, `stalled_after`: the machine stood still
    before that."""

    command: str
    start: float | None
    after: float | None
    sounded: float
    stalled: bool
    stalled_after: bool


@dataclass
class Trials:
    """Gives a house's rooms, in whose queue are three songs of `length` seconds, one command after the other."""

    house: House
    commander: Commander
    length: float
    chance: random.Random

    def begin(self) -> Iterator[Trial]:
        """Play."""
        self.commander.do("stop")
        self._wait(REST)
        yield self._trial("play", 0, 0.0, "play", "0")

    def short(self) -> Iterator[Trial]:
        """Also pause off."""
        yield from self.begin()
        self.commander.do("pause", "1")
        self._wait(REST)
        yield self._trial("pause off", 0, AFTER, "pause", "0", slack=UNSURE)

    def whole(self) -> Iterator[Trial]:
        """Also next, seek, and a song that ends by itself."""
        yield from self.short()
        yield self._trial("next", 1, 0.0, "next")
        place = round(self.chance.uniform(8, 12), 3)
        yield self._trial("seek", 1, place, "seekcur", str(place))
        frame = self.house.tape.frames + self._frames(LEFT - EARLY)
        given = self.commander.do("seekcur", str(self.length - LEFT))
        self._until(frame)
        yield self._heard("runs on", Micros(given + seconds(LEFT - EARLY)), frame, 2, -EARLY, SLACK)

    def _trial(self, command: str, song: int, place: float, *words: str, slack: float = SLACK) -> Trial:
        frame = self.house.tape.frames
        given = self.commander.do(*words)
        return self._heard(command, given, frame, song, place, slack)

    def _heard(self, command: str, given: Micros, frame: int, song: int, place: float, slack: float) -> Trial:
        window = Rooms.window + LOOK
        self._until(frame + self._frames(AFTER + window))
        start = self._sound(frame, PATIENCE + window)
        return Trial(command, given, song, place, slack, start, self._sound(frame + self._frames(AFTER), Rooms.window))

    def _sound(self, frame: int, lasting: float) -> Sound:
        return self.house.tape.sound(frame, frame + self._frames(lasting))

    def _frames(self, lasting: float) -> int:
        return round(lasting * self.house.tape.rate)

    def _until(self, frame: int) -> None:
        while self.house.tape.frames < frame:
            self._wait(LOOK)

    def _wait(self, lasting: float) -> None:
        threading.Event().wait(lasting)


def _any(stalls: Sequence[tuple[Micros, Micros]], given: Micros, lasting: float) -> bool:
    """Whether the machine stood still from a little before the command until so many seconds after it."""
    return any(begin < given + lasting * SECOND and end > given - SECOND // 10 for begin, end in stalls)
