"""Fellows who do something: players who strike and listen, leaders who change their minds."""

from drumcircle_gui.client.session import Session
from drumcircle_gui.listening.playback_schedule import PlaybackSchedule
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.timing.units import Beats, Micros

from .world import KEYS, Fellow, World


class Player(Fellow):
    """Strikes and listens; every stroke has a number, told by its pad and velocity, by which it is known."""

    def __init__(self, world: World, name: str, ahead: int) -> None:
        super().__init__(world, name, ahead)
        self.ears = PlaybackSchedule()
        self.struck: dict[int, Beats] = {}
        self.sounded: list[tuple[int, Micros]] = []
        self.late = 0

    def strike(self, number: int) -> None:
        beat = self.session.strike(self.local, number % 128, 1 + number // 128)
        if beat is not None:
            self.struck[number] = beat

    def turn(self) -> None:
        self.session.flush_strokes()
        self.settle()
        arrived, self.heard = self.heard, []
        self.ears.add(self.session.circle, arrived)
        plays, late = self.ears.due(self.session.circle, self.local)
        self.sounded += [
            (play.pad + 128 * (play.velocity - 1), Micros(play.at - self._ahead))
            for play in plays
            if play.channel != GUIDE_CHANNEL
        ]
        self.late += late

    def sleeps(self, world: World, time: Micros) -> None:
        """The machine: its clock stands still, and nobody turns up where it was connected."""
        self.cut()
        self._ahead -= time
        world.passes(time)


class Leader(Fellow):
    """Changes its mind: by what it knows of the circle or, if it `slips`, by what it knew before the last change."""

    def __init__(self, world: World, name: str) -> None:
        super().__init__(world, name)
        self.session = Session(name, KEYS.conductor)

    def request(self, slips: bool, **change: object) -> None:
        epoch = self.session.circle.timeline.latest.epoch
        self.session.request(ChangeTimeline(max(epoch - slips, 0), **change))  # type: ignore[arg-type]
