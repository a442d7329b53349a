"""Keeping rooms together while they play, as a machine without I/O. Pure.

The caller passes what is known of all rooms, and the local time, to `step` whenever `timer` says; it carries out the
commands that `step` returns, each under the lock of its room, and reports how they ended.

A room that does not do what the group does is a *stray*:

==========  ==========================================  =============================================================
state       entered                                     left
==========  ==========================================  =============================================================
right       it does what the group does                 stray: it does something else
stray       as above                                    fetched: it has done so for GRACE, or at once if it has just
                                                        connected, or plays another song in random order
fetched     a command brings it back; it is not tried   right: it does what the group does for FORGET_AFTER
            again for a pause that doubles up to        stray: the pause is over, or the group plays another song
            MAX_PAUSE
==========  ==========================================  =============================================================

A room that does the same, but not at the same time, is corrected as `sync.correction` plans it.

At the change from one song to the next, each room changes by itself, some sooner than others; nothing is done then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drumcircle_gui.mpd.sync import correction
from drumcircle_gui.mpd.sync.correction import (
    Correction,
    CorrectionOutcome,
    CorrectionSettings,
    CorrectionState,
    Observation,
    Skew,
    skew_between,
)
from drumcircle_gui.mpd.sync.elapsed_step import elapsed_step
from drumcircle_gui.timing.units import Micros, seconds

from .drift_commands import (
    DriftEvent,
    GroupView,
    HoldRoom,
    JoinRoom,
    JumpRoom,
    LevelRoom,
    PauseRoom,
    PlaySong,
    ReportOutcome,
    ReportTrouble,
    RestartAll,
    RoomView,
    StopRoom,
)
from .prepare import EXACT_SUFFIXES, LARGE_BUFFER, PAUSE_SKIPS, RESUME_LAG, SETTLE_AFTER, reachable_place
from .random_order import RandomOrder, grace, is_border_effect, is_random

EVERY, IDLE_EVERY = seconds(0.1), seconds(0.3)
"""Time between two steps, and while no room plays."""

ENDING, BEGINNING = seconds(1), seconds(1.5)
"""Length of the border of two songs: before the end of one, and after the beginning of the next."""

NEW = seconds(5)
"""A room that connected less than this time ago is fetched at once."""

GRACE = seconds(0.8)
"""A room may differ from the lead room for this long, for example just after a command."""

FAR = seconds(0.25)
"""A room with a skew above this is fetched rather than corrected."""

FIRST_PAUSE, MAX_PAUSE = seconds(1), seconds(60)
"""Pause between two attempts to fetch a room: the first one and the longest one."""

FORGET_AFTER = seconds(10)
"""After matching the group for this long, a room starts with FIRST_PAUSE again."""

REPORT_ATTEMPTS = 3
"""After this many failed attempts in a row, the user is told that the room cannot be synchronised."""

OUTCOME_AFTER = seconds(1.2)
"""The skew that remains after a correction can be measured after this time."""

ZERO = Micros(0)


@dataclass(slots=True)
class _Stray:
    """One room's deviation from the group. `since`: when the deviation began, None while the room matches the group.
    `next_try`: earliest time of the next attempt to fetch it, with the `pause` after that. `right_since`: since when
    the room has matched the group."""

    since: Micros | None = None
    right_since: Micros = ZERO
    next_try: Micros = ZERO
    pause: Micros = FIRST_PAUSE
    attempts: int = 0
    reason: str = ""


@dataclass(slots=True)
class DriftMachine:
    """Decides when a room is brought back. `skews`: of each room that plays with the group. `observations`: of the
    latest step, by room.

    `clock`: the group's song clock as measured by the latest step; None if it is not known.
    """

    skews: dict[str, Skew] = field(default_factory=dict)
    clock: int | None = None
    observations: Mapping[str, Observation] = field(default_factory=dict)
    timer: Micros = ZERO
    _state: CorrectionState = field(default_factory=CorrectionState)
    _strays: dict[str, _Stray] = field(default_factory=dict)
    _outcomes: list[tuple[Correction, Micros]] = field(default_factory=list)
    _order: RandomOrder = field(default_factory=RandomOrder)
    _restarted: dict[str, int] = field(default_factory=dict)
    _unhelped: set[str] = field(default_factory=set)
    _lead_song: int | None = None
    _previous: int | None = None
    _lead_state: str = ""
    _song_changed: bool = False

    @property
    def reference(self) -> str:
        """The room that skews are measured against."""
        return self._state.reference

    def deviation(self, room: str) -> str | None:
        """Why the room cannot be synchronised; "" if that is not known yet; None while the room matches the group."""
        stray = self._strays.get(room)
        if stray is None or stray.since is None or not stray.attempts:
            return None
        return stray.reason if stray.attempts >= REPORT_ATTEMPTS else ""

    def step(self, view: GroupView, now: Micros) -> list[DriftEvent]:
        """The commands that are due now."""
        playing = view.blocked or any(room.status.state == "play" for room in view.rooms)
        self.timer = Micros(now + (EVERY if playing else IDLE_EVERY))
        lead = view.lead
        if lead is None or view.blocked:
            self._forget_strays()
            return []
        self._follow_lead(lead)
        if _at_border(lead) and not is_random(lead):
            self._forget_strays()
            return []
        found: list[DriftEvent] = []
        for room in view.rooms:
            if room.name != lead.name and not room.busy and not room.silent:
                found += self._watch(view, lead, room, now)
        return found if _at_border(lead) else found + self._correct(view, lead, now)

    def start_begun(self) -> None:
        """All rooms start together: discard the measurements of single rooms."""
        self._strays.clear()
        self.skews.clear()
        self.clock, self._lead_song, self._song_changed = None, None, False

    def forget(self, room: str) -> None:
        """Discard the measurements of a room that was removed or whose configuration was changed."""
        self._state = correction.forget_rooms(self._state, [room])
        for known in (self._strays, self._restarted, self.skews):
            known.pop(room, None)
        self._order.forget(room)
        self._unhelped.discard(room)
        self._outcomes = [(each, at) for each, at in self._outcomes if each.room != room]

    def failed(self, room: str, reason: str) -> None:
        """A command to the room has failed."""
        self._strays.setdefault(room, _Stray()).reason = reason

    # --- rooms that do something else -------------------------------------------------------------------------------

    def _follow_lead(self, lead: RoomView) -> None:
        """Discard the measurements of the previous song when the lead room enters another one."""
        if lead.status.state != self._lead_state or lead.song != self._lead_song:
            self._strays.clear()  # what failed for another song may succeed for this one
        self._lead_state = lead.status.state
        if lead.song != self._lead_song:
            if self._lead_song is not None:
                self.clock, self._song_changed = None, True
            self._previous, self._lead_song = self._lead_song, lead.song

    def _watch(self, view: GroupView, lead: RoomView, room: RoomView, now: Micros) -> list[DriftEvent]:
        found: list[DriftEvent] = [LevelRoom(room.name)]
        stray = self._strays.setdefault(room.name, _Stray(right_since=now))
        if _does_right(lead, room):
            if stray.since is not None:
                stray.since, stray.right_since = None, now
            if now - stray.right_since >= FORGET_AFTER and stray.attempts:
                self._strays[room.name] = _Stray(right_since=now)
            return [*found, *self._order.announce(lead, room)]
        if is_random(lead) and is_border_effect(lead, room, self._previous, now):
            return found
        stray.since = now if stray.since is None else stray.since
        if now - stray.since < _grace(lead, room, now) or now < stray.next_try or room.joining:
            return found
        return found + self._fetch(view, lead, room, stray, now)

    def _fetch(self, view: GroupView, lead: RoomView, room: RoomView, stray: _Stray, now: Micros) -> list[DriftEvent]:
        commands = self._bring(view, lead, room, stray.attempts)
        if commands is None:
            return []
        stray.next_try, stray.attempts = Micros(now + stray.pause), stray.attempts + 1
        found: list[DriftEvent] = []
        if stray.attempts >= REPORT_ATTEMPTS:
            stray.reason = stray.reason or room.deviation_from(lead)
            found.append(ReportTrouble(room.name, stray.reason, stray.pause))
        stray.pause = min(Micros(stray.pause * 2), MAX_PAUSE)
        self._order.moved(room.name)
        return [*found, *commands]

    def _bring(self, view: GroupView, lead: RoomView, room: RoomView, attempts: int) -> list[DriftEvent] | None:
        """The command that makes the room match the group; None while the group's position is not known."""
        song = lead.song
        if lead.status.state == "stop" or song is None or not room.has:
            return [StopRoom(room.name)]
        if lead.status.state == "pause":
            return [PauseRoom(room.name, song, reachable_place(lead.status.elapsed, lead.status.duration))]
        clock = self._known_clock(view, lead)
        if not room.seekable or (clock is None and attempts):
            return [PlaySong(room.name, song)]
        return None if clock is None else self._join(view, room, song, clock)

    def _known_clock(self, view: GroupView, lead: RoomView) -> int | None:
        """The group's song clock. In the first moments of a song, also when it is repeated, the lead room's clock
        instead, which is less exact."""
        known = None if self._song_changed else view.clock
        if self.clock is not None:
            known = self.clock
        elif lead.position is not None:
            known = lead.position.song_clock + lead.offset
        reported = lead.reported_clock
        began_again = known is not None and reported is not None and abs(known - reported) > FAR
        return reported if known is None or began_again else known

    def _join(self, view: GroupView, room: RoomView, song: int, clock: int) -> list[DriftEvent]:
        if view.file.lower().endswith(EXACT_SUFFIXES):
            return [JoinRoom(room.name, song, clock - view.buffered)]
        if self._restarted.get(room.name) == song:
            return []  # it was tried once: a room that fails must not disturb the others for ever
        self._restarted[room.name] = song
        return [RestartAll(room.name)]

    def _forget_strays(self) -> None:
        for stray in self._strays.values():
            stray.since = None

    # --- rooms that are out of step ---------------------------------------------------------------------------------

    def _correct(self, view: GroupView, lead: RoomView, now: Micros) -> list[DriftEvent]:
        self.observations = {room.name: seen for room in view.rooms if (seen := _observe(lead, room, now)) is not None}
        settings = CorrectionSettings(view.threshold)
        observed = list(self.observations.values())
        self._state, corrections = correction.plan_corrections(self._state, observed, lead.name, now, settings)
        reference = self.observations.get(self._state.reference)
        if reference is None:
            self.skews, self.clock = {}, None
            return []
        self.clock = reference.group_clock
        self.skews = {name: skew_between(reference, each) for name, each in self.observations.items()}
        found: list[DriftEvent] = [*self._due_outcomes(view, now)]
        rooms = {room.name: room for room in view.rooms}
        for each in corrections:
            self._outcomes.append((each, now))
            found += self._put_right(view, lead, rooms[each.room], each)
        return found

    def _put_right(self, view: GroupView, lead: RoomView, room: RoomView, wanted: Correction) -> list[DriftEvent]:
        assert self.clock is not None
        if (abs(wanted.by) > FAR or room.name in self._unhelped) and lead.song is not None:
            return self._join(view, room, lead.song, self.clock)
        if view.file.lower().endswith(EXACT_SUFFIXES):
            late = view.buffered > LARGE_BUFFER
            lag = Micros(RESUME_LAG + late * elapsed_step(room.status.audio))
            return [JumpRoom(room.name, wanted.by, lag)]
        return [HoldRoom(room.name, Micros(max(PAUSE_SKIPS - wanted.by, 0)))]

    def _due_outcomes(self, view: GroupView, now: Micros) -> list[ReportOutcome]:
        due = [(each, at) for each, at in self._outcomes if now - at >= OUTCOME_AFTER]
        self._outcomes = [(each, at) for each, at in self._outcomes if now - at < OUTCOME_AFTER]
        return [self._outcome(view, each, at) for each, at in due]

    def _outcome(self, view: GroupView, each: Correction, at: Micros) -> ReportOutcome:
        skew = self.skews.get(each.room)
        helped = skew is not None and abs(skew.skew) < max(abs(each.skew) // 2, view.threshold)
        (self._unhelped.discard if helped else self._unhelped.add)(each.room)
        after = (skew.skew, skew.uncertainty) if skew is not None else (None, None)
        return ReportOutcome(CorrectionOutcome(each, at, *after))


def _does_right(lead: RoomView, room: RoomView) -> bool:
    if lead.status.state == "stop" or not room.has:
        return room.status.state == "stop"
    return room.status.state == lead.status.state and room.song == lead.song


def _grace(lead: RoomView, room: RoomView, now: Micros) -> int:
    if now - room.up_since < NEW:
        return 0
    return grace(lead, room, now) if is_random(lead) and room.song != lead.song else GRACE


def _at_border(lead: RoomView) -> bool:
    """Whether a song is about to end, or has just begun."""
    status = lead.status
    if status.state != "play" or status.elapsed is None:
        return False
    return status.elapsed < BEGINNING or (status.duration is not None and status.duration - status.elapsed < ENDING)


def _observe(lead: RoomView, room: RoomView, now: Micros) -> Observation | None:
    """The room's measured position in the group's song; None if it is not known or the room plays another song."""
    status, position = room.status, room.position
    plays = status.state == lead.status.state == "play" and not room.silent
    if not plays or position is None or lead.song is None:
        return None
    if room.name != lead.name and (room.song != lead.song or room.busy):
        return None
    left = None if status.duration is None else Micros(status.duration - position.elapsed_at(now))
    since = Micros((room.since if room.since is not None else now) - SETTLE_AFTER)
    seekable = status.duration is not None and room.seekable
    return Observation(room.name, position.song_clock, position.uncertainty, since, room.offset, seekable, left)
