"""Rooms in virtual time, as input of the state machine that keeps them together."""

from dataclasses import replace

from drumcircle_gui.mpd.group.drift import EVERY, NEW, DriftMachine
from drumcircle_gui.mpd.group.drift_commands import DriftEvent, GroupView, LevelRoom, RoomView
from drumcircle_gui.mpd.protocol.status import PlaybackOptions, Status
from drumcircle_gui.mpd.sync.position import SongPosition
from drumcircle_gui.timing.units import Micros, seconds

SONG, NEXT, WRONG = 1, 2, 3
PRECISE = Micros(1_000)
FLAC, OGG = "a.flac", "a.ogg"
LONG = seconds(600)


def status(state: str = "play", elapsed: float = 10.0, duration: Micros | None = LONG, random: str = "0") -> Status:
    options = PlaybackOptions(random=random)
    return Status(state, 0, SONG, NEXT, seconds(elapsed), duration, "44100:16:2", options=options)


def room(name: str, clock: int = 0, song: int | None = SONG, **changes: object) -> RoomView:
    position = SongPosition(clock, PRECISE)
    seen = RoomView(name, status(), song, NEXT, position=position, since=Micros(0), up_since=Micros(-NEW))
    return replace(seen, **changes)


class World:
    """A lead room and others, observed ten times a second."""

    def __init__(self, *others: RoomView, file: str = FLAC, **lead: object) -> None:
        self.machine = DriftMachine()
        self.lead = room("lead", **lead)
        self.others = list(others)
        self.file = file
        self.now = seconds(100)
        self.blocked = False

    def run(self, lasting: Micros = EVERY) -> list[tuple[Micros, DriftEvent]]:
        """Run for that time; return the commands, without those about volume, and when they were issued."""
        found = []
        end = self.now + lasting
        while self.now < end:
            view = GroupView(self.lead, (self.lead, *self.others), self.file, 0, Micros(0), blocked=self.blocked)
            commands = self.machine.step(view, self.now)
            found += [(self.now, each) for each in commands if not isinstance(each, LevelRoom)]
            self.now = self.machine.timer
        return found

    def commands(self, lasting: Micros) -> list[DriftEvent]:
        return [each for _, each in self.run(lasting)]
