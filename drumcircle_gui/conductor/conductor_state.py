"""What a conductor's window shows, and what it asks for. Pure."""

from dataclasses import dataclass, replace

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline, GiveCue, Moderate, Say
from drumcircle_gui.timing.period import fitting_bpm, one_way_delay, period_shortage
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, Micros, bpm_of, tempo_of_bpm


@dataclass(frozen=True, slots=True)
class Hosting:
    """The circle's server runs in this program; these are its invites."""

    invite: Invite
    conductor_invite: Invite


@dataclass(frozen=True, slots=True)
class ConductorState:
    """The circle, and the server if it runs here; only then can it be `recording`. `notices`: of this machine; their
    numbers are negative, those in `circle.notices` are not."""

    circle: CircleSnapshot
    hosting: Hosting | None = None
    recording: bool = False
    notices: tuple[CircleNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class SetRecording:
    """Record the performance from now on; or stop, and keep what was recorded."""

    on: bool


Intent = ChangeTimeline | Say | GiveCue | Moderate | DismissNotice | SetRecording


def players(circle: CircleSnapshot) -> int:
    """How many there are in the circle."""
    return sum(member.role == "player" for member in circle.members)


def start_or_stop(circle: CircleSnapshot) -> ChangeTimeline:
    """The request behind the transport's one button."""
    latest = circle.timeline.latest
    return ChangeTimeline(latest.epoch, running=not latest.running)


def change_tempo(circle: CircleSnapshot, bpm: float) -> ChangeTimeline:
    """ValueError outside 30 to 400 bpm."""
    return ChangeTimeline(circle.timeline.latest.epoch, tempo=tempo_of_bpm(bpm))


def change_meter(circle: CircleSnapshot, *, beats: int | None = None, cycles: int | None = None) -> ChangeTimeline:
    """ValueError outside what `Meter` allows."""
    latest = circle.timeline.latest
    meter = Meter(beats or latest.meter.beats, cycles or latest.meter.cycles)
    return ChangeTimeline(latest.epoch, meter=meter)


@dataclass(frozen=True, slots=True)
class TightPeriod:
    """For `name`'s network a period would be too short by `short`; up to `bpm` (None: at no tempo) it suffices."""

    name: str
    short: Micros
    bpm: int | None


def tight_period(circle: CircleSnapshot, request: ChangeTimeline) -> TightPeriod | None:
    """The member whose strokes would come too late if `request` were granted; None if it makes nothing worse."""
    latest = circle.timeline.latest
    decided = replace(latest, tempo=request.tempo or latest.tempo, meter=request.meter or latest.meter)
    slowest = max(circle.qualities, key=lambda standing: standing.round_trip, default=None)
    if slowest is None or request.running is False:
        return None
    way = one_way_delay(slowest.round_trip)
    short = period_shortage(decided, way, circle.tick)
    if short <= 0 or (latest.running and short <= period_shortage(latest, way, circle.tick)):
        return None
    member = circle.member(slowest.id)
    return TightPeriod(member.name if member else "", short, fitting_bpm(decided, way, circle.tick))


@dataclass(frozen=True, slots=True)
class CycleStart:
    """At local time `at` the cycle `number`, counted from 1, begins, at `bpm` beats a minute."""

    at: Micros
    number: int
    bpm: float


def next_cycles(circle: CircleSnapshot, now: Micros, count: int = 8) -> tuple[CycleStart, ...]:
    """The next beginnings of cycles after local time `now`, as far as is decided; none while nothing plays."""
    clock, timeline = circle.clock, circle.timeline
    if clock is None or not timeline.latest.running:
        return ()
    last = timeline.latest
    beat = last.next_cycle(Beats(max(last.beat, timeline.beat_at(clock.circle(now)))))
    beats = [Beats(beat + each * last.meter.cycle) for each in range(count)]
    bpm = bpm_of(last.tempo)
    starts = [(clock.local(last.micros_at(each)), (each - last.origin) // last.meter.cycle + 1) for each in beats]
    return tuple(CycleStart(at, number, bpm) for at, number in starts if at > now)


def mute_member(member: int, muted: bool) -> Moderate:
    return Moderate(member, muted=muted)


def remove_member(member: int, reason: str) -> Moderate:
    return Moderate(member, remove=True, reason=reason)
