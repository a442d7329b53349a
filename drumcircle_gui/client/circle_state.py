"""What a member knows of the circle, as one frozen snapshot."""

import enum
from dataclasses import dataclass

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import ChatEntry, ConnectionQuality, Cue, Member
from drumcircle_gui.timing.estimator import Clock, ClockExchange
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Beats, Micros, tempo_of_bpm

_NOT_YET = Timeline.stopped(tempo_of_bpm(120), Meter())
_NO_BEAT = Beats(0)
_NO_CUE = Cue()
_BAND_TICK = Micros(25_000)


class LinkState(enum.Enum):
    """How the connection stands."""

    CONNECTING = "connecting"
    JOINED = "joined"
    WAITING = "waiting"  # lost, and trying again by itself
    OVER = "over"  # left, shown out or refused: only a person can try again


@dataclass(frozen=True, slots=True)
class CircleNotice:
    """What happened, and what to do about it; `number` tells two equal ones apart."""

    number: int
    what: str
    todo: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class HeardStroke:
    """A stroke that everyone will hear: struck by `player` on `beat`, and here at local time `arrived`."""

    player: int
    beat: Beats
    pad: int
    velocity: int
    arrived: Micros


@dataclass(frozen=True, slots=True)
class CircleSnapshot:
    """The circle as far as this member knows it. `me` is 0 until welcomed; `clock` and the latest `exchange`
    are None until the first reply.

    `since`: the beat on which this member came in; what was struck before need not have reached them in time. `entry`
    counts how often they came in as somebody new: beats and times of one entry mean nothing in the next.
    """

    link: LinkState = LinkState.CONNECTING
    problem: str = ""
    name: str = ""
    me: int = 0
    role: Role = "player"
    entry: int = 0
    since: Beats = _NO_BEAT
    timeline: Timeline = _NOT_YET
    members: tuple[Member, ...] = ()
    standings: tuple[ConnectionQuality, ...] = ()
    chat: tuple[ChatEntry, ...] = ()
    cue: Cue = _NO_CUE
    notices: tuple[CircleNotice, ...] = ()
    clock: Clock | None = None
    exchange: ClockExchange | None = None
    tick: Micros = _BAND_TICK

    @property
    def round_trip(self) -> Micros | None:
        """Of the latest exchange."""
        return None if self.exchange is None else self.exchange.round_trip

    def member(self, number: int) -> Member | None:
        return next((member for member in self.members if member.id == number), None)

    def standing(self, number: int) -> ConnectionQuality | None:
        return next((row for row in self.standings if row.id == number), None)
