"""Which rooms are to be put right, and by how much: a pure function of what is known of all of them.

A correction is one jump in one room's sound. It is made only if the room is out of step for certain and by more than
ears can hear, once for each cause, and ever more rarely where it does not help.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from statistics import median_low

from drumcircle_gui.timing.units import Micros, seconds

ZERO = Micros(0)

THRESHOLD = Micros(8_000)
"""Between two rooms ears hardly hear less: sound itself takes as long for under three metres. A correction is heard;
and an output takes a period of sound at once, so that a room may seem elsewhere by about as much (measured: 6 ms)."""

OBVIOUS_SKEW = Micros(40_000)
"""From so much on SOON is enough."""

CONFIRMED_AFTER, OBVIOUS_CONFIRMED_AFTER = seconds(1), seconds(0.4)
"""Looks so far apart must agree: a machine that stands still for a moment makes a room seem elsewhere for as long."""

MAX_UNCERTAINTY = Micros(8_000)
"""Who is known less well than to this, or to a third of what it is out of step, is let be."""

SETTLE_AFTER_START = seconds(0.3)
"""For so long after a start, or a jump, nothing is corrected."""

SONG_END = seconds(3)
"""Nor is it so shortly before a song's end."""

MIN_PAUSE = seconds(1)
"""Between two corrections of one room; doubled each time that one did not help, up to RAREST."""

MAX_PAUSE = seconds(60)

IN_STEP_REWARD = seconds(10)
"""A room that has been in step for so long is trusted twice as much again."""

OUTCOME_TIMEOUT = seconds(5)
"""If a correction's outcome is not known after so long, it is not awaited any more. A room that has not even jumped by
then could not be corrected."""

OUTCOME_UNCERTAINTY = Micros(3_000)
"""An outcome is learnt from if it is known so well."""

MAX_LEARNABLE = Micros(30_000)
"""An outcome as wrong as that has other causes than a room's lag."""

REFERENCE_UNCERTAINTY_RATIO = 2
"""A room that is known so many times worse than the best (and THRESHOLD) is no measure for others."""

FIRST_GAIN, LATER_GAIN = 0.7, 0.3
"""How much of the first outcome is learnt, and of each later one."""


@dataclass(frozen=True, slots=True)
class CorrectionSettings:
    """`threshold`: what ears cannot hear, and is left alone."""

    threshold: Micros = THRESHOLD


DEFAULT = CorrectionSettings()


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one room that is on, answers and plays with the group.

    `c`: its place in the song less local time, within `uncertainty`; its sound is wanted later by `offset`. `since`:
    local time since when it has been playing this song undisturbed. `left` of the song, None if it has no known end.
    """

    room: str
    song_clock: int
    uncertainty: Micros
    since: Micros
    offset: Micros = ZERO
    seekable: bool = True
    remaining: Micros | None = None

    @property
    def group_clock(self) -> int:
        """What c the group has, if this room is right."""
        return self.song_clock + self.offset


@dataclass(frozen=True, slots=True)
class Skew:
    """How much later than the group a room sounds; the truth lies within `uncertainty`, most likely."""

    skew: Micros
    uncertainty: Micros

    def exceeds(self, threshold: int) -> bool:
        """Whether it does for certain."""
        vague = self.uncertainty > max(MAX_UNCERTAINTY, abs(self.skew) // 3)
        return not vague and abs(self.skew) - self.uncertainty > threshold


@dataclass(frozen=True, slots=True)
class Correction:
    """`room` is to jump ahead `by` (back, if negative), since it was found `skew` later than the group."""

    room: str
    by: Micros
    skew: Micros
    uncertainty: Micros


@dataclass(frozen=True, slots=True)
class CorrectionOutcome:
    """A correction made at the moment `at`, and the skew that it left; `after` None: it did not come to that."""

    correction: Correction
    at: Micros
    skew_after: Micros | None = None
    uncertainty_after: Micros | None = None


@dataclass(frozen=True, slots=True)
class SeekLag:
    """How much later than asked for a room's sound goes on after a seek, as learnt from outcomes."""

    lag: float = 0.0
    outcomes: int = 0

    def updated(self, skew: Micros) -> "SeekLag":
        """With the `skew` that a correction, which allowed for the lag known, has left behind."""
        if abs(skew) > MAX_LEARNABLE:
            return self
        share = LATER_GAIN if self.outcomes else FIRST_GAIN
        return SeekLag(self.lag + share * skew, self.outcomes + 1)


@dataclass(frozen=True, slots=True)
class CorrectionHistory:
    """What is remembered of one room. `suspected`: the first of looks that agree that it is out of step.

    `corrected`: when it was last, `open` while the outcome is not known; `pause` until it may be again; `peace`: since
    when it has been in step, or was last rewarded for that.
    """

    lag: SeekLag = SeekLag()
    suspected_since: tuple[Micros, bool] | None = None
    corrected_at: Micros | None = None
    outcome_pending: bool = False
    pause: Micros = MIN_PAUSE
    in_step_since: Micros | None = None


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """What is remembered of all rooms."""

    reference: str = ""
    histories: Mapping[str, CorrectionHistory] = field(default_factory=dict)

    def history(self, room: str) -> CorrectionHistory:
        return self.histories.get(room, CorrectionHistory())


def plan_corrections(
    state: CorrectionState,
    looks: Sequence[Observation],
    leading: str,
    now: Micros,
    settings: CorrectionSettings = DEFAULT,
) -> tuple[CorrectionState, tuple[Correction, ...]]:
    """What is to be corrected at local time `now`. The caller carries it out at once; a room's `since` is later
    than the correction once it has jumped, and only what is seen from then on counts."""
    reference = choose_reference(looks, leading, state.reference, settings)
    if reference is None:
        return state, ()
    courses, corrections = dict(state.histories), []
    for look in looks:
        skew = skew_between(reference, look)
        course = _observe(state.history(look.room), look, skew, now, settings)
        if _is_due(course, look, skew, now, settings):
            by = Micros(skew.skew + round(course.lag.lag))
            corrections.append(Correction(look.room, by, skew.skew, skew.uncertainty))
            course = replace(course, corrected_at=now, outcome_pending=True, suspected_since=None, in_step_since=None)
        courses[look.room] = course
    return CorrectionState(reference.room, courses), tuple(corrections)


def choose_reference(
    looks: Sequence[Observation], leading: str, before: str, settings: CorrectionSettings = DEFAULT
) -> Observation | None:
    """The room that all others are held against: one that the most agree with, so that the fewest need be touched, and
    that is not known much worse than others. Preferably the one `before`, or the `leading` one (first, if no two rooms
    agree), or else the one in their middle; None without rooms."""
    known = _well_known(looks)
    agreeing = {look.room: _count_agreeing(look, looks, settings.threshold) for look in known}
    most = max(agreeing.values(), default=0)
    if most > 1:
        stays = next((look for look in known if look.room == before), None)
        if stays and _count_agreeing(stays, looks, 2 * settings.threshold) >= most:
            return stays
    best = [look for look in known if agreeing[look.room] == most]
    return next((look for look in best if look.room == leading), None) or _middle(best)


def skew_between(reference: Observation, look: Observation) -> Skew:
    """How `look` stands beside the `reference`; offsets allowed for."""
    if look is reference:
        return Skew(ZERO, ZERO)
    return Skew(
        Micros(reference.group_clock - look.group_clock), Micros(round(hypot(reference.uncertainty, look.uncertainty)))
    )


def forget_rooms(state: CorrectionState, rooms: Iterable[str]) -> CorrectionState:
    """Without what is remembered of `rooms`: they were changed or removed."""
    gone = set(rooms)
    return replace(state, histories={room: course for room, course in state.histories.items() if room not in gone})


def _well_known(looks: Sequence[Observation]) -> list[Observation]:
    least = min((look.uncertainty for look in looks), default=0)
    return [look for look in looks if look.uncertainty <= REFERENCE_UNCERTAINTY_RATIO * least + THRESHOLD]


def _count_agreeing(look: Observation, looks: Sequence[Observation], within: int) -> int:
    return sum(abs(look.group_clock - other.group_clock) <= within for other in looks)


def _middle(looks: Sequence[Observation]) -> Observation | None:
    if not looks:
        return None
    middle = median_low(look.group_clock for look in looks)
    return next(look for look in looks if look.group_clock == middle)


def _observe(
    course: CorrectionHistory, look: Observation, skew: Skew, now: Micros, settings: CorrectionSettings
) -> CorrectionHistory:
    """The course, now that the room has been looked at: outcomes, peace and suspicion."""
    out = skew.exceeds(settings.threshold)
    course = _judge_outcome(course, look, skew, now, out)
    if not out:
        return _in_step(replace(course, suspected_since=None), now)
    later = skew.skew > 0
    same = course.suspected_since is not None and course.suspected_since[1] == later
    return replace(course, in_step_since=None, suspected_since=course.suspected_since if same else (now, later))


def _judge_outcome(
    course: CorrectionHistory, look: Observation, skew: Skew, now: Micros, out: bool
) -> CorrectionHistory:
    """After a correction: learn from the outcome, as soon as it is clear; where it did not help, wait longer."""
    if not course.outcome_pending or course.corrected_at is None:
        return course
    anew, clear = look.since > course.corrected_at, skew.uncertainty <= OUTCOME_UNCERTAINTY
    if anew and (out or clear):
        lag = course.lag.updated(skew.skew) if clear else course.lag
        return replace(course, outcome_pending=False, lag=lag, pause=_doubled(course.pause) if out else course.pause)
    if now - course.corrected_at < OUTCOME_TIMEOUT:
        return course
    return replace(course, outcome_pending=False, pause=course.pause if anew else _doubled(course.pause))


def _doubled(pause: Micros) -> Micros:
    return min(Micros(pause * 2), MAX_PAUSE)


def _in_step(course: CorrectionHistory, now: Micros) -> CorrectionHistory:
    if course.in_step_since is None:
        return replace(course, in_step_since=now)
    if now - course.in_step_since < IN_STEP_REWARD:
        return course
    return replace(course, in_step_since=now, pause=max(Micros(course.pause // 2), MIN_PAUSE))


def _is_due(
    course: CorrectionHistory, look: Observation, skew: Skew, now: Micros, settings: CorrectionSettings
) -> bool:
    if course.suspected_since is None or not _is_allowed(course, look, now):
        return False
    wait = OBVIOUS_CONFIRMED_AFTER if skew.exceeds(max(settings.threshold, OBVIOUS_SKEW)) else CONFIRMED_AFTER
    return now - course.suspected_since[0] >= wait


def _is_allowed(course: CorrectionHistory, look: Observation, now: Micros) -> bool:
    """Whether a correction is allowed at all at this moment."""
    if not look.seekable or now - look.since < SETTLE_AFTER_START:
        return False
    if look.remaining is not None and look.remaining < SONG_END:
        return False
    return course.corrected_at is None or (not course.outcome_pending and now - course.corrected_at >= course.pause)
