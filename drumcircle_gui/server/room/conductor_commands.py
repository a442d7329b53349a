"""The commands that only conductors may give: change the timeline and the mode, give cues, moderate, end the circle."""

import logging

import msgspec

from drumcircle_gui.modes.mode_changes import cleaned, next_cycle, remaining_beats
from drumcircle_gui.protocol.fields import MAX_PART_LENGTH, MAX_SHORT_LENGTH
from drumcircle_gui.protocol.groove_messages import ChangeGroove, GrooveUpdate
from drumcircle_gui.protocol.loop_messages import ChangeLoop, LoopUpdate
from drumcircle_gui.protocol.messages import (
    ChangeTimeline,
    Closing,
    CueTime,
    CueUpdate,
    Declined,
    EndCircle,
    GiveCue,
    MemberUpdate,
    Moderate,
    TimelineUpdate,
)
from drumcircle_gui.protocol.mode_messages import ModeUpdate, StartMode, SteerMode
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros

from .circle import INVITED_ONLY, Circle, decline, send_to
from .effects import Broadcast, CloseConnection, Effect, EndRequested
from .events import TroubleReported
from .membership import Membership
from .roster import Seat
from .timeline_changes import change_lead, tight_warning

log = logging.getLogger(__name__)

MAX_COMMANDS_PER_S = 10
MAX_COMMANDS_AT_ONCE = 100
"""Number of commands of one conductor in one burst; each is sent to all members."""

CUE_LEAD = SECOND
"""Minimum countdown of a cue that is placed on a beat."""

_REMOVED = "The conductor has asked you to leave."


class ConductorCommands:
    """Carries out the commands of conductors that `check` has allowed."""

    def __init__(self, circle: Circle, membership: Membership) -> None:
        self._circle = circle
        self._membership = membership
        self._limit = circle.new_limit(MAX_COMMANDS_PER_S, MAX_COMMANDS_AT_ONCE)

    def check(self, seat: Seat, now: Micros) -> Declined | None:
        """The reason why the member of `seat` may not give a command now."""
        if not seat.conducts:
            return Declined("not-allowed", "Only a conductor may do this.")
        if not self._limit.take(seat.id, 1, now):
            return Declined("slow-down", "So many commands at once: wait a moment.")
        return None

    def change_timeline(self, seat: Seat, message: ChangeTimeline, now: Micros) -> list[Effect]:
        changes = self._circle.changes
        declined = changes.request(message, now, self._circle.notice_delay())
        if declined is not None:
            return send_to([seat], declined)
        return [Broadcast(TimelineUpdate(changes.timeline.segments)), *self._follow_meter(), *self._warn()]

    def start_mode(self, seat: Seat, message: StartMode, now: Micros) -> list[Effect]:
        """Place a mode, and change the tempo if the mode requires it."""
        circle, modes = self._circle, self._circle.modes
        mode, earliest = cleaned(message.mode), self._earliest(now)
        if mode.tempo is not None and (declined := circle.changes.check_ramp(now)) is not None:
            return send_to([seat], declined)
        declined = modes.start(StartMode(message.epoch, mode), circle.timeline, earliest)
        return send_to([seat], declined) if declined is not None else self._mode_changed(now)

    def steer_mode(self, seat: Seat, message: SteerMode, now: Micros) -> list[Effect]:
        declined = self._circle.modes.steer(message, self._circle.timeline, now, self._earliest(now))
        return send_to([seat], declined) if declined is not None else self._mode_changed(now)

    def change_groove(self, seat: Seat, message: ChangeGroove, now: Micros) -> list[Effect]:
        circle, grooves = self._circle, self._circle.grooves
        declined = grooves.request(message, circle.timeline, self._earliest(now))
        if declined is not None:
            return send_to([seat], declined)
        grooves.drop_before(circle.timeline.beat_at(now))
        return [Broadcast(GrooveUpdate(grooves.plan.spans))]

    def change_loop(self, seat: Seat, message: ChangeLoop, now: Micros) -> list[Effect]:
        circle, loops = self._circle, self._circle.loops
        declined = loops.request(message, circle.timeline, self._earliest(now))
        if declined is not None:
            return send_to([seat], declined)
        loops.drop_before(circle.timeline.beat_at(now))
        return [Broadcast(LoopUpdate(loops.plan.spans))]

    def _mode_changed(self, now: Micros) -> list[Effect]:
        """Publish the modes. The latest mode ends a ramp that is still running, and may begin another."""
        circle, modes = self._circle, self._circle.modes
        epoch, span = circle.timeline.latest.epoch, modes.plan.latest
        assert span is not None
        modes.change_meter(circle.timeline.latest)
        circle.changes.end_ramp(span.beat)
        if span.mode.tempo is not None and not span.paused:
            circle.changes.ramp(span.beat, remaining_beats(span), span.mode.tempo, now)
        modes.drop_before(Beats(circle.timeline.beat_at(now) - 2 * circle.longest_period()))
        published: list[Effect] = [Broadcast(ModeUpdate(modes.plan.spans))]
        if circle.timeline.latest.epoch != epoch:
            published += [Broadcast(TimelineUpdate(circle.timeline.segments)), *self._warn()]
        return published

    def _follow_meter(self) -> list[Effect]:
        """Publish the modes if a change of the meter affects them."""
        modes = self._circle.modes
        before = modes.plan
        modes.change_meter(self._circle.timeline.latest)
        return [] if modes.plan is before else [Broadcast(ModeUpdate(modes.plan.spans))]

    def _earliest(self, now: Micros) -> Micros:
        return Micros(now + change_lead(self._circle.notice_delay()))

    def give_cue(self, seat: Seat, message: GiveCue, now: Micros) -> list[Effect]:
        cue = message.cue
        self._circle.cue = msgspec.structs.replace(
            cue,
            word=clean_name(cue.word, default=""),
            text=clean_text(cue.text, MAX_SHORT_LENGTH),
            by=seat.id,
            at=self._cue_beat(message.when, now),
            others=clean_name(cue.others, default=""),
        )
        return [Broadcast(CueUpdate(self._circle.cue))]

    def _cue_beat(self, when: CueTime, now: Micros) -> Beats | None:
        """The beat from which a cue holds; None: at once, which is always the case while the circle is stopped."""
        timeline = self._circle.timeline
        earliest = Micros(now + CUE_LEAD + self._circle.notice_delay())
        segment = timeline.at(earliest)
        if when == "now" or not segment.running:
            return None
        if when == "cycle":
            return next_cycle(timeline, earliest)[0]
        beat = segment.beat_at(earliest)
        return Beats(beat + (segment.origin - beat) % BEAT)

    def moderate(self, seat: Seat, message: Moderate, now: Micros) -> list[Effect]:
        other = self._circle.roster.by_id(message.member)
        if other is None:
            return decline(seat, "gone", f"{self._circle.roster.former_name(message.member)} has left already.")
        if (declined := _reserved(seat, other, message)) is not None:
            return send_to([seat], declined)
        if message.remove:
            return self._remove(other, clean_text(message.reason, MAX_SHORT_LENGTH), message.ban_s, now)
        changes = {
            "muted": message.muted,
            "part": None if message.part is None else clean_text(clean_name(message.part, default=""), MAX_PART_LENGTH),
            "level": message.level,
            "name": None if message.name is None else self._circle.roster.free_name(other, message.name),
            "spotlight": message.spotlight,
            "conducts": message.conducts if other.member.role == "player" else None,
        }
        changes = {name: value for name, value in changes.items() if value not in (None, getattr(other.member, name))}
        dimmed = self._circle.roster.in_spotlight() if changes.get("spotlight") else None
        effects = [] if dimmed is None else [self._change(dimmed, spotlight=False)]
        return [*effects, self._change(other, **changes)] if changes else []

    def _change(self, seat: Seat, **changes: object) -> Effect:
        """Change these fields of the member. If it gets a conductor's powers again, the EntryUpdate is sent again."""
        member = self._circle.roster.change(seat, **changes)
        seat.knows_entry &= seat.conducts
        return Broadcast(MemberUpdate(member))

    def end(self, seat: Seat, message: EndCircle, now: Micros) -> list[Effect]:
        if seat.member.role != "conductor":
            return send_to([seat], INVITED_ONLY)
        if not self._circle.hosted:
            return decline(seat, "no-hub", "This circle ends when the conductor who launched it closes the window.")
        return [EndRequested()]

    def report_trouble(self, event: TroubleReported, now: Micros) -> list[Effect]:
        """Notify the conductors; `Membership` notifies those who join later."""
        troubles = self._circle.troubles
        troubles.pop(event.topic, None)
        if not event.text:
            return []
        text = troubles[event.topic] = event.text[:MAX_SHORT_LENGTH]
        return send_to(self._circle.roster.conductors(), Declined("trouble", text))

    def _remove(self, other: Seat, reason: str, ban_s: int, now: Micros) -> list[Effect]:
        log.info("member %d is removed, and its address banned for %d s", other.id, ban_s)
        connection = other.connection
        self._circle.access.bans.add(other.name, other.person, other.member.role, ban_s, now)
        left = self._membership.leave(other, now, reason)
        if connection is None:
            return [left]
        return [left, CloseConnection(connection, Closing("removed", reason or _REMOVED, again=False))]

    def _warn(self) -> list[Effect]:
        circle = self._circle
        slowest = circle.roster.slowest()
        if slowest is None:
            return []
        warning = tight_warning(circle.timeline.latest, slowest.name, slowest.quality.one_way, circle.tick_rate.tick)
        return send_to(circle.roster.conductors(), warning) if warning else []


def _reserved(seat: Seat, other: Seat, message: Moderate) -> Declined | None:
    """Why the member of `seat` may not do this to `other`. A player with a conductor's powers may give up its own
    powers, but cannot give or take those of others, and cannot remove or mute a conductor with an invite."""
    if seat.member.role == "conductor":
        return None
    powers = message.conducts is not None and not (other is seat and not message.conducts)
    over_conductor = other.member.role == "conductor"
    return INVITED_ONLY if powers or over_conductor else None
