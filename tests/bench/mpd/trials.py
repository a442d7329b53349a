"""Sends commands to a house of rooms, records the sound after each, and judges it."""

import random
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drumcircle_gui.timing.units import SECOND, Micros, seconds
from tests.tools.rigs.jack import Sound

from .commanders import Commander
from .house import House
from .true_skew import Rooms, Song

LATER_S = 3.0
"""Time after a command at which the rooms must be corrected."""

SOUND_TIMEOUT_S = 2.6
"""All rooms must play within this time after a command."""

SLACK_S, PAUSE_SLACK_S = 0.3, 1.5
LEFT_S, EARLY_S = 4.0, 0.3
REST_S = 0.5
POLL_INTERVAL_S = 0.02


@dataclass(frozen=True)
class Trial:
    """A command and its sound. After `command`, given at the local time `given`, all rooms should play song number
    `song` from the second `place` on, within `slack` seconds. `start`: the sound from then on; `later`: LATER_S after
    it."""

    command: str
    given: Micros
    song: int
    place: float
    slack: float
    start: Sound
    later: Sound

    def verdict(self, songs: Sequence[Song], stalls: Sequence[tuple[Micros, Micros]]) -> "Verdict":
        song = songs[self.song]
        begun = Rooms(self.start, song.rate).begun(song, 0, self.place, self.slack, SOUND_TIMEOUT_S)
        place = self.place + LATER_S
        after = Rooms(self.later, song.rate).at(song, 0, place - self.slack - 1, place + self.slack + 1)
        sounded = begun.frame / song.rate if begun else SOUND_TIMEOUT_S
        return Verdict(
            self.command,
            begun.spread if begun else None,
            after.spread if after else None,
            sounded,
            _any(stalls, self.given, sounded + 0.2),
            _any(stalls, self.given, LATER_S + 0.2),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """The spread of the rooms in ms: at the `start`, when all were first heard, `sounded` seconds after the command;
    and `after` LATER_S. None: not all were heard. `stalled`, `stalled_after`: the machine stalled before that."""

    command: str
    start: float | None
    after: float | None
    sounded: float
    stalled: bool
    stalled_after: bool


@dataclass
class Trials:
    """Sends commands to the rooms of a house, whose queue has three songs of `length` seconds."""

    house: House
    commander: Commander
    length: float
    chance: random.Random

    def begin(self) -> Iterator[Trial]:
        """The trial of `play`."""
        self.commander.do("stop")
        self._wait(REST_S)
        yield self._trial("play", 0, 0.0, "play", "0")

    def short(self) -> Iterator[Trial]:
        """The same, and the end of a pause."""
        yield from self.begin()
        self.commander.do("pause", "1")
        self._wait(REST_S)
        yield self._trial("pause off", 0, LATER_S, "pause", "0", slack=PAUSE_SLACK_S)

    def whole(self) -> Iterator[Trial]:
        """The same, and next, seek, and the transition to the next song."""
        yield from self.short()
        yield self._trial("next", 1, 0.0, "next")
        place = round(self.chance.uniform(8, 12), 3)
        yield self._trial("seek", 1, place, "seekcur", str(place))
        frame = self.house.tape.frames + self._frames(LEFT_S - EARLY_S)
        given = self.commander.do("seekcur", str(self.length - LEFT_S))
        self._until(frame)
        yield self._heard("runs on", Micros(given + seconds(LEFT_S - EARLY_S)), frame, 2, -EARLY_S, SLACK_S)

    def _trial(self, command: str, song: int, place: float, *words: str, slack: float = SLACK_S) -> Trial:
        frame = self.house.tape.frames
        given = self.commander.do(*words)
        return self._heard(command, given, frame, song, place, slack)

    def _heard(self, command: str, given: Micros, frame: int, song: int, place: float, slack: float) -> Trial:
        window = Rooms.window + POLL_INTERVAL_S
        self._until(frame + self._frames(LATER_S + window))
        start = self._sound(frame, SOUND_TIMEOUT_S + window)
        return Trial(
            command, given, song, place, slack, start, self._sound(frame + self._frames(LATER_S), Rooms.window)
        )

    def _sound(self, frame: int, lasting: float) -> Sound:
        return self.house.tape.sound(frame, frame + self._frames(lasting))

    def _frames(self, lasting: float) -> int:
        return round(lasting * self.house.tape.rate)

    def _until(self, frame: int) -> None:
        while self.house.tape.frames < frame:
            self._wait(POLL_INTERVAL_S)

    def _wait(self, lasting: float) -> None:
        threading.Event().wait(lasting)


def _any(stalls: Sequence[tuple[Micros, Micros]], given: Micros, lasting: float) -> bool:
    """Whether the machine stalled from shortly before the command until `lasting` seconds after it."""
    return any(begin < given + lasting * SECOND and end > given - SECOND // 10 for begin, end in stalls)
