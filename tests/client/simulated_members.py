"""Simulated members that act: players that strike and sound strokes, conductors that change the timeline."""

from drumcircle_gui.client.session import Session
from drumcircle_gui.listening.playback_schedule import PlaybackSchedule
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, PlayStroke
from drumcircle_gui.timing.units import Beats, Micros

from .simulated_circle import KEYS, SimulatedCircle, SimulatedMember


class SimulatedPlayer(SimulatedMember):
    """Strikes, and records what it would sound. Pad and velocity encode a number that identifies each stroke."""

    def __init__(self, simulation: SimulatedCircle, name: str, ahead: int) -> None:
        super().__init__(simulation, name, ahead)
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
        self.sound(plays)
        self.late += late

    def sound(self, plays: list[PlayStroke]) -> None:
        """Sound what is due."""
        self.sounded += [
            (play.pad + 128 * (play.velocity - 1), Micros(play.at - self._ahead))
            for play in plays
            if play.channel != GUIDE_CHANNEL
        ]

    def sleep(self, simulation: SimulatedCircle, time: Micros) -> None:
        """Suspend the machine for `time`: its clock stops and its connection is lost."""
        self.cut()
        self._ahead -= time
        simulation.advance(time)


class SimulatedConductor(SimulatedMember):
    """Requests changes, which refer to the latest segment or, if `stale`, to the one before."""

    def __init__(self, simulation: SimulatedCircle, name: str) -> None:
        super().__init__(simulation, name)
        self.session = Session(name, KEYS.conductor)

    def request(self, stale: bool, **change: object) -> None:
        epoch = self.session.circle.timeline.latest.epoch
        self.session.request(ChangeTimeline(max(epoch - stale, 0), **change))  # type: ignore[arg-type]
