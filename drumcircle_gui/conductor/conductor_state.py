"""The state of the conductor's window, and the intents and requests it makes. Pure."""

from dataclasses import dataclass, replace

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.player_state import InstrumentIntent, PlayerState
from drumcircle_gui.modes.mode_session import ModeSession
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline, Request
from drumcircle_gui.protocol.mode_messages import ModeAction, SteerMode
from drumcircle_gui.reach.verdict import Reachability
from drumcircle_gui.timing.period import fitting_bpm, one_way_delay, period_shortage
from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import Beats, Micros, bpm_of, tempo_of_bpm

from .clock.clock_follower import SILENT, ClockIntent, ClockState
from .grooves.groove_intents import GrooveIntent, GrooveShelf
from .loops.loop_intents import LoopIntent, LoopShelf
from .mode_intents import ModeIntent

SAME_TEMPO_BPM = 0.05
MIN_BPM, MAX_BPM = 30, 400
_NO_SESSION = ModeSession()
_NO_GROOVES = GrooveShelf()
_NO_LOOPS = LoopShelf()


@dataclass(frozen=True, slots=True)
class Hosting:
    """The circle's server runs in this program, or `on_hub`; these are its invites, with the address that reaches it.

    `reach` says who can come in, None before that is known. `address`: the one that the conductor has entered instead.
    """

    invite: Invite
    conductor_invite: Invite
    reach: Reachability | None = None
    address: str = ""
    on_hub: bool = False


@dataclass(frozen=True, slots=True)
class HubCircle:
    """A circle on a hub, to be conducted from here: its invites for players and for conductors."""

    invite: Invite
    conductor_invite: Invite


@dataclass(frozen=True, slots=True)
class ConductorState:
    """The state of the conductor's window.

    `hosting` is None if the server runs elsewhere; only a server here can be `recording`. `notices` are those of this
    machine; their numbers are negative, those of `circle.notices` are not. `playing`: the conductor's own devices and
    volumes; None without an instrument. `joined_with`: this conductor's invite. `clock`: the MIDI clock that is heard.
    """

    circle: CircleSnapshot
    hosting: Hosting | None = None
    recording: bool = False
    notices: tuple[CircleNotice, ...] = ()
    session: ModeSession = _NO_SESSION
    grooves: GrooveShelf = _NO_GROOVES
    loops: LoopShelf = _NO_LOOPS
    playing: PlayerState | None = None
    joined_with: Invite | None = None
    clock: ClockState = SILENT

    @property
    def leads_here(self) -> Invite | None:
        """An invite with which others can join the circle."""
        return self.hosting.invite if self.hosting else self.joined_with

    @property
    def is_deputy(self) -> bool:
        """Whether this is a player to whom a conductor has given a conductor's powers."""
        return self.circle.me != 0 and self.circle.role == "player"

    @property
    def link_tempo(self) -> float:
        """The tempo in bpm that another program has set in a Link session, if it is not the circle's; else 0."""
        bpm = self.playing.link.bpm if self.playing else 0.0
        possible = MIN_BPM <= bpm <= MAX_BPM
        return bpm if possible and abs(bpm - bpm_of(self.circle.timeline.latest.tempo)) > SAME_TEMPO_BPM else 0.0


@dataclass(frozen=True, slots=True)
class SetRecording:
    """Intent: start a recording of the performance, or stop it and keep what was recorded."""

    on: bool


@dataclass(frozen=True, slots=True)
class AskRouter:
    """Intent: have the router open the circle's port, or close it again."""

    open_port: bool


@dataclass(frozen=True, slots=True)
class ChooseAddress:
    """Intent: put `address`, HOST or HOST:PORT, into the invites; "" for the one that reaches farthest."""

    address: str


OwnIntent = DismissNotice | SetRecording | AskRouter | ChooseAddress
LeadingIntent = Request | OwnIntent | ModeIntent | GrooveIntent | LoopIntent | ClockIntent
Intent = LeadingIntent | InstrumentIntent


def players(circle: CircleSnapshot) -> int:
    """The number of players in the circle, connected or not."""
    return sum(member.role == "player" for member in circle.members)


def renewed_invites(state: ConductorState) -> tuple[Invite, Invite] | None:
    """The invites for players and for conductors, if they were replaced while this program conducts."""
    keys, here = state.circle.keys, state.leads_here
    return (replace(here, key=keys.player), replace(here, key=keys.conductor)) if keys and here else None


def is_stopping(circle: CircleSnapshot, current: Segment) -> bool:
    """Whether a stop is decided but `current`, the segment in force, still runs."""
    return current.running and not circle.timeline.latest.running


def start_or_stop(circle: CircleSnapshot) -> ChangeTimeline:
    """A request to stop the circle if it runs, or else to start it."""
    latest = circle.timeline.latest
    return ChangeTimeline(latest.epoch, running=not latest.running)


def change_tempo(circle: CircleSnapshot, bpm: float) -> ChangeTimeline:
    """A request for another tempo; ValueError outside 30 to 400 bpm."""
    return ChangeTimeline(circle.timeline.latest.epoch, tempo=tempo_of_bpm(bpm))


def change_meter(circle: CircleSnapshot, *, beats: int | None = None, cycles: int | None = None) -> ChangeTimeline:
    """A request for another meter; None keeps the present value. ValueError outside the range of `Meter`."""
    latest = circle.timeline.latest
    meter = Meter(beats or latest.meter.beats, cycles or latest.meter.cycles)
    return ChangeTimeline(latest.epoch, meter=meter)


@dataclass(frozen=True, slots=True)
class TightPeriod:
    """The period is too short by `shortage` for the network of the member `name`. `bpm` is the fastest tempo at which
    it suffices; None if there is none."""

    name: str
    shortage: Micros
    bpm: int | None


def tight_period(circle: CircleSnapshot, request: ChangeTimeline) -> TightPeriod | None:
    """A warning if `request` makes the period too short for the slowest member; None if it does not, or if the period
    is too short already."""
    latest = circle.timeline.latest
    changed = replace(latest, tempo=request.tempo or latest.tempo, meter=request.meter or latest.meter)
    slowest = max(circle.qualities, key=lambda quality: quality.round_trip, default=None)
    if slowest is None or request.running is False:
        return None
    one_way = one_way_delay(slowest.round_trip)
    shortage = period_shortage(changed, one_way, circle.tick)
    if shortage <= 0 or (latest.running and shortage <= period_shortage(latest, one_way, circle.tick)):
        return None
    member = circle.member(slowest.id)
    return TightPeriod(member.name if member else "", shortage, fitting_bpm(changed, one_way, circle.tick))


@dataclass(frozen=True, slots=True)
class CycleStart:
    """The cycle `number`, counted from 1, begins at local time `at`, at `bpm` beats per minute."""

    at: Micros
    number: int
    bpm: float


def next_cycles(circle: CircleSnapshot, now: Micros, count: int = 8) -> tuple[CycleStart, ...]:
    """Up to `count` cycles that begin after local time `now`; none while the circle is stopped or has no clock."""
    clock, timeline = circle.clock, circle.timeline
    if clock is None or not timeline.latest.running:
        return ()
    last = timeline.latest
    beat = last.next_cycle(Beats(max(last.beat, timeline.beat_at(clock.circle(now)))))
    beats = [Beats(beat + each * last.meter.cycle) for each in range(count)]
    bpm = bpm_of(last.tempo)
    starts = [(clock.local(last.micros_at(each)), (each - last.origin) // last.meter.cycle + 1) for each in beats]
    return tuple(CycleStart(at, number, bpm) for at, number in starts if at > now)


def steer_mode(circle: CircleSnapshot, action: ModeAction) -> SteerMode:
    """A request to pause, resume, skip or end the mode."""
    return SteerMode(circle.modes.epoch, action)
