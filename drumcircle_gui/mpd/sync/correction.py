"""Decides which rooms to correct, and by how much: a pure function of the state of all rooms.

A correction is a jump in one room's sound, which can be heard. It is made only if the room is out of step for certain
and by an audible amount, once for each cause, and less and less often if it does not help.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from statistics import median_low

from drumcircle_gui.timing.units import Micros, seconds

ZERO = Micros(0)

THRESHOLD = Micros(8_000)
"""Default skew up to which a room is left alone. Ears hardly hear less between two rooms: sound takes 8 ms for three
metres. An output that takes a period of sound at once makes a room seem off by about as much (6 ms in measurements)."""

OBVIOUS_SKEW = Micros(40_000)
"""Skew from which OBVIOUS_CONFIRMED_AFTER suffices."""

CONFIRMED_AFTER, OBVIOUS_CONFIRMED_AFTER = seconds(1), seconds(0.4)
"""How long a room must be seen out of step in the same direction. A machine that stalls makes a room seem out of step
for as long as the stall."""

MAX_UNCERTAINTY = Micros(8_000)
"""A skew more uncertain than this, and than a third of itself, is not corrected."""

SETTLE_AFTER_START = seconds(0.3)
"""No corrections this soon after a start or a jump."""

SONG_END = seconds(3)
"""No corrections this close to a song's end."""

MIN_PAUSE, MAX_PAUSE = seconds(1), seconds(60)
"""Between two corrections of one room: the shortest time, doubled after each correction that does not help, and the
longest."""

IN_STEP_REWARD = seconds(10)
"""A room in step for this long has its pause halved."""

OUTCOME_TIMEOUT = seconds(5)
"""A correction whose outcome is unknown after this time counts as closed, and as failed if the room has not jumped."""

OUTCOME_UNCERTAINTY = Micros(3_000)
"""An outcome known this well is used to learn the room's seek lag."""

MAX_LEARNABLE = Micros(30_000)
"""A larger remaining skew has other causes than the seek lag and is not learnt."""

REFERENCE_UNCERTAINTY_RATIO = 2
"""A room more uncertain than the best one times this, plus THRESHOLD, cannot be the reference room."""

FIRST_GAIN, LATER_GAIN = 0.7, 0.3
"""Share of the remaining skew that is added to the learnt lag, after the first outcome and after later ones."""


@dataclass(frozen=True, slots=True)
class CorrectionSettings:
    """`threshold`: skew up to which a room is left alone."""

    threshold: Micros = THRESHOLD


DEFAULT = CorrectionSettings()


@dataclass(frozen=True, slots=True)
class Observation:
    """The state of one room that is switched on, answers and plays the group's song.

    `song_clock`: its position less local time, within `uncertainty`. `since`: local time since when it has played
    without a jump. `offset`: how much later its sound is wanted. `remaining` time of the song; None if it has no known
    end.
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
        """The group's song clock if this room is in step."""
        return self.song_clock + self.offset


@dataclass(frozen=True, slots=True)
class Skew:
    """How much later than the reference room a room sounds (earlier if negative), most likely within `uncertainty`."""

    skew: Micros
    uncertainty: Micros

    def exceeds(self, threshold: int) -> bool:
        """Whether the room is out of step by more than `threshold` for certain."""
        vague = self.uncertainty > max(MAX_UNCERTAINTY, abs(self.skew) // 3)
        return not vague and abs(self.skew) - self.uncertainty > threshold


@dataclass(frozen=True, slots=True)
class Correction:
    """The room is to jump forward `by` (back if negative), because it was found `skew` late."""

    room: str
    by: Micros
    skew: Micros
    uncertainty: Micros


@dataclass(frozen=True, slots=True)
class CorrectionOutcome:
    """A correction made at local time `at`, and the skew after it; None if that could not be measured."""

    correction: Correction
    at: Micros
    skew_after: Micros | None = None
    uncertainty_after: Micros | None = None


@dataclass(frozen=True, slots=True)
class SeekLag:
    """By how many micros a room lands behind the position of a seek, as learnt from outcomes."""

    lag: float = 0.0
    outcomes: int = 0

    def updated(self, skew: Micros) -> "SeekLag":
        """A copy after a correction with the present lag, from which the `skew` remained: exponential smoothing."""
        if abs(skew) > MAX_LEARNABLE:
            return self
        gain = LATER_GAIN if self.outcomes else FIRST_GAIN
        return SeekLag(self.lag + gain * skew, self.outcomes + 1)


@dataclass(frozen=True, slots=True)
class CorrectionHistory:
    """The history of one room. `suspected_since`: when it was first seen out of step, and whether late.

    `corrected_at`: time of the last correction, `outcome_pending` until its outcome is known. `pause`: until the next
    one is allowed. `in_step_since`: since when the room has been in step, or when it was last rewarded for that.
    """

    lag: SeekLag = SeekLag()
    suspected_since: tuple[Micros, bool] | None = None
    corrected_at: Micros | None = None
    outcome_pending: bool = False
    pause: Micros = MIN_PAUSE
    in_step_since: Micros | None = None


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """`reference`: name of the last reference room. `histories` by room."""

    reference: str = ""
    histories: Mapping[str, CorrectionHistory] = field(default_factory=dict)

    def history(self, room: str) -> CorrectionHistory:
        return self.histories.get(room, CorrectionHistory())


def plan_corrections(
    state: CorrectionState,
    observations: Sequence[Observation],
    lead: str,
    now: Micros,
    settings: CorrectionSettings = DEFAULT,
) -> tuple[CorrectionState, tuple[Correction, ...]]:
    """The corrections to make at local time `now`, and the new state. The caller makes them at once; afterwards the
    room's `since` must be later than the correction, and its observations only use reports after the jump."""
    reference = choose_reference(observations, lead, state.reference, settings)
    if reference is None:
        return state, ()
    histories, corrections = dict(state.histories), []
    for observation in observations:
        skew = skew_between(reference, observation)
        history = _observe(state.history(observation.room), observation, skew, now, settings)
        if _is_due(history, observation, skew, now, settings):
            by = Micros(skew.skew + round(history.lag.lag))
            corrections.append(Correction(observation.room, by, skew.skew, skew.uncertainty))
            history = replace(history, corrected_at=now, outcome_pending=True, suspected_since=None, in_step_since=None)
        histories[observation.room] = history
    return CorrectionState(reference.room, histories), tuple(corrections)


def choose_reference(
    observations: Sequence[Observation], lead: str, previous: str, settings: CorrectionSettings = DEFAULT
) -> Observation | None:
    """The reference room: one that most rooms agree with, so that few need correction, and that is known about as well
    as the best. Prefers the `previous` one if two rooms agree at all, then the `lead` room, then the median of the
    candidates. None without rooms."""
    known = _well_known(observations)
    agreeing = {each.room: _count_agreeing(each, observations, settings.threshold) for each in known}
    most = max(agreeing.values(), default=0)
    if most > 1:
        stays = next((each for each in known if each.room == previous), None)
        if stays and _count_agreeing(stays, observations, 2 * settings.threshold) >= most:
            return stays
    best = [each for each in known if agreeing[each.room] == most]
    return next((each for each in best if each.room == lead), None) or _median(best)


def skew_between(reference: Observation, observation: Observation) -> Skew:
    """The room's skew against the reference room, their offsets allowed for; the uncertainties add as squares."""
    if observation is reference:
        return Skew(ZERO, ZERO)
    skew = reference.group_clock - observation.group_clock
    return Skew(Micros(skew), Micros(round(hypot(reference.uncertainty, observation.uncertainty))))


def forget_rooms(state: CorrectionState, rooms: Iterable[str]) -> CorrectionState:
    """The state without the histories of `rooms`, whose configuration was changed or which were removed."""
    gone = set(rooms)
    return replace(state, histories={room: each for room, each in state.histories.items() if room not in gone})


def _well_known(observations: Sequence[Observation]) -> list[Observation]:
    least = min((each.uncertainty for each in observations), default=0)
    return [each for each in observations if each.uncertainty <= REFERENCE_UNCERTAINTY_RATIO * least + THRESHOLD]


def _count_agreeing(observation: Observation, observations: Sequence[Observation], within: int) -> int:
    return sum(abs(observation.group_clock - other.group_clock) <= within for other in observations)


def _median(observations: Sequence[Observation]) -> Observation | None:
    if not observations:
        return None
    middle = median_low(each.group_clock for each in observations)
    return next(each for each in observations if each.group_clock == middle)


def _observe(
    history: CorrectionHistory, observation: Observation, skew: Skew, now: Micros, settings: CorrectionSettings
) -> CorrectionHistory:
    """The history after one more observation: outcome of the last correction, time in step, suspicion."""
    out_of_step = skew.exceeds(settings.threshold)
    history = _judge_outcome(history, observation, skew, now, out_of_step)
    if not out_of_step:
        return _in_step(replace(history, suspected_since=None), now)
    late = skew.skew > 0
    same = history.suspected_since is not None and history.suspected_since[1] == late
    return replace(history, in_step_since=None, suspected_since=history.suspected_since if same else (now, late))


def _judge_outcome(
    history: CorrectionHistory, observation: Observation, skew: Skew, now: Micros, out_of_step: bool
) -> CorrectionHistory:
    """After a correction: learn from its outcome as soon as that is clear, and double the pause if it did not help."""
    if not history.outcome_pending or history.corrected_at is None:
        return history
    jumped, clear = observation.since > history.corrected_at, skew.uncertainty <= OUTCOME_UNCERTAINTY
    if jumped and (out_of_step or clear):
        lag = history.lag.updated(skew.skew) if clear else history.lag
        pause = _doubled(history.pause) if out_of_step else history.pause
        return replace(history, outcome_pending=False, lag=lag, pause=pause)
    if now - history.corrected_at < OUTCOME_TIMEOUT:
        return history
    return replace(history, outcome_pending=False, pause=history.pause if jumped else _doubled(history.pause))


def _doubled(pause: Micros) -> Micros:
    return min(Micros(pause * 2), MAX_PAUSE)


def _in_step(history: CorrectionHistory, now: Micros) -> CorrectionHistory:
    if history.in_step_since is None:
        return replace(history, in_step_since=now)
    if now - history.in_step_since < IN_STEP_REWARD:
        return history
    return replace(history, in_step_since=now, pause=max(Micros(history.pause // 2), MIN_PAUSE))


def _is_due(
    history: CorrectionHistory, observation: Observation, skew: Skew, now: Micros, settings: CorrectionSettings
) -> bool:
    if history.suspected_since is None or not _is_allowed(history, observation, now):
        return False
    obvious = skew.exceeds(max(settings.threshold, OBVIOUS_SKEW))
    wait = OBVIOUS_CONFIRMED_AFTER if obvious else CONFIRMED_AFTER
    return now - history.suspected_since[0] >= wait


def _is_allowed(history: CorrectionHistory, observation: Observation, now: Micros) -> bool:
    """Whether the room may be corrected now at all."""
    if not observation.seekable or now - observation.since < SETTLE_AFTER_START:
        return False
    if observation.remaining is not None and observation.remaining < SONG_END:
        return False
    paused = history.corrected_at is not None and now - history.corrected_at < history.pause
    return not history.outcome_pending and not paused
