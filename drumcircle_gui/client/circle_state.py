"""A member's knowledge of the circle, as one frozen snapshot. Pure."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from drumcircle_gui.grooves.groove_plan import PLAIN_GUIDE, GroovePlan
from drumcircle_gui.loops.loop_plan import NO_LOOP, LoopPlan
from drumcircle_gui.modes.mode_plan import FREE_PLAY, ModePlan
from drumcircle_gui.protocol.entry_messages import EntryUpdate, KeysUpdate
from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import ChatEntry, ConnectionQuality, Cue, Member
from drumcircle_gui.timing.estimator import Clock, ClockExchange
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Beats, Micros, tempo_of_bpm

StateType = TypeVar("StateType")

_NO_TIMELINE = Timeline.stopped(tempo_of_bpm(120), Meter())
_NO_BEAT = Beats(0)
_NO_CUE = Cue()
_DEFAULT_TICK = Micros(25_000)


class LinkState(enum.Enum):
    """The state of a member's connection, over all attempts."""

    CONNECTING = "connecting"
    WAITING = "waiting"
    """The server is asking its conductors whether the player may come in."""
    JOINED = "joined"
    RECONNECTING = "reconnecting"
    """The connection was lost or could not be made; the client goes on trying."""
    ENDED = "ended"
    """The member left, was removed or was refused; only a person can try again."""


@dataclass(frozen=True, slots=True)
class CircleNotice:
    """What happened (`what`) and what to do about it (`todo`), for people; `code` is for programs. `number` is unique
    among a member's notices."""

    number: int
    what: str
    todo: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class HeardStroke:
    """A stroke as it arrived: struck by `player` on `beat`, received at local time `arrived`. It sounds one period
    after its beat."""

    player: int
    beat: Beats
    pad: int
    velocity: int
    arrived: Micros


def with_changes(state: StateType, changes: Mapping[str, object]) -> StateType:
    """What `dataclasses.replace` returns, at a tenth of its cost: for states with many fields, of which a few change
    several times a second. For dataclasses without slots, cached properties and __post_init__."""
    copied = object.__new__(type(state))
    fields = copied.__dict__
    fields.update(state.__dict__)
    fields.update(changes)
    if len(fields) != len(state.__dict__):
        raise TypeError(f"{type(state).__name__} has not all of the fields {', '.join(changes)}")
    return copied


@dataclass(frozen=True)
class CircleSnapshot:
    """The circle as far as this member knows it. `me` is this member's id, 0 before the first Welcome; `clock` and the
    latest `exchange` are None before the first reply to a clock request. `problem` says why there is no connection.

    Conductors know the `entry_rules`: the entry policy, the players who knock, limited invites and bans; and the `keys`
    of the two invites without a limit, if those were replaced meanwhile.

    `since` is the beat on which this member joined; earlier strokes may arrive too late without fault. `entry` counts
    how often the member joined as a new one: beats and times of one entry mean nothing in the next. `drumming`: the ids
    of the members that have played since.
    """

    link: LinkState = LinkState.CONNECTING
    problem: str = ""
    name: str = ""
    me: int = 0
    role: Role = "player"
    entry: int = 0
    since: Beats = _NO_BEAT
    timeline: Timeline = _NO_TIMELINE
    members: tuple[Member, ...] = ()
    qualities: tuple[ConnectionQuality, ...] = ()
    chat: tuple[ChatEntry, ...] = ()
    cue: Cue = _NO_CUE
    notices: tuple[CircleNotice, ...] = ()
    entry_rules: EntryUpdate | None = None
    keys: KeysUpdate | None = None
    clock: Clock | None = None
    exchange: ClockExchange | None = None
    tick: Micros = _DEFAULT_TICK
    modes: ModePlan = FREE_PLAY
    grooves: GroovePlan = PLAIN_GUIDE
    loops: LoopPlan = NO_LOOP
    drumming: frozenset[int] = frozenset()

    @property
    def players(self) -> tuple[Member, ...]:
        """The players, and the conductors that play along."""
        return tuple(member for member in self.members if member.role == "player" or member.id in self.drumming)

    @property
    def round_trip(self) -> Micros | None:
        """The round trip of the latest clock exchange."""
        return None if self.exchange is None else self.exchange.round_trip

    @property
    def leads(self) -> bool:
        """Whether the server carries out this member's commands."""
        me = self.member(self.me)
        return self.role == "conductor" or (me is not None and me.conducts)

    @property
    def spotlight(self) -> Member | None:
        """The member who is louder than all others."""
        return next((member for member in self.members if member.spotlight), None)

    def member(self, id: int) -> Member | None:
        """The member with this id, if there is one."""
        return next((member for member in self.members if member.id == id), None)

    def quality(self, id: int) -> ConnectionQuality | None:
        """How well the member with this id is connected, if that was reported."""
        return next((row for row in self.qualities if row.id == id), None)
