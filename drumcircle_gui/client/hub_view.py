"""The texts in the middle of the ring: what to do now, and what comes next."""

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.modes.cue_now import CueNow, cue_now
from drumcircle_gui.modes.mode_now import mode_now
from drumcircle_gui.protocol.mode_messages import ALL
from drumcircle_gui.timing.guide import COUNT_IN_BEATS, count_in
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, SECOND, Micros, bpm_of

from .circle_state import CircleSnapshot, LinkState
from .circle_view import beat_in, clock_of, now_in
from .mode_view import mode_hub, names_of

_tr = QCoreApplication.translate

Texts = tuple[str, str, str]
"""A line of explanation, one word, and a line about what comes next."""


def hub(circle: CircleSnapshot, *, starts: bool = False) -> Texts:
    """The texts for `circle` now. `starts`: the user can start it, as conductors can."""
    if circle.link in (LinkState.RECONNECTING, LinkState.ENDED):
        return "", _tr("Ring", "Offline"), _offline(circle)
    if circle.link is LinkState.WAITING:
        return "", "", _tr("Ring", "waiting to be let in")
    segment, following = now_in(circle), _following(circle)
    if circle.clock is None:
        return "", "", _tr("Ring", "finding the beat")
    coming = _coming(circle, segment, following) if following else ""
    if not segment.running:
        word = _getting_ready(circle, following) if following and following.running else ""
        return (
            "",
            word or circle.cue.word or _tr("Ring", "Ready"),
            coming or _waiting(starts=starts or circle.role == "conductor"),
        )
    return _playing(circle, coming or _position(circle, segment), coming)


def _playing(circle: CircleSnapshot, position: str, coming: str) -> Texts:
    """The texts while the circle plays: of the mode, if one is on, with the cue in front of it."""
    beat, me = beat_in(circle), circle.member(circle.me)
    now = mode_now(circle.modes, beat, me)
    texts = mode_hub(now, circle.members, conducts=circle.role == "conductor")
    title, word, detail = texts or (circle.cue.text, _tr("Ring", "Play"), position)
    cue = cue_now(circle.cue, beat, me)
    if not circle.cue.word:
        return title, word, coming or detail
    if not cue.word or cue.left > cue.counted:
        return _announced(circle, cue) or title, word, coming or detail
    if cue.counted:
        return _tr("Ring", "{cue} in").format(cue=cue.word), str(cue.counted), _addressed(circle) or circle.cue.text
    if cue.word == word:  # the mode says so already
        return title, word, coming or detail
    if texts is None or _is_newer(circle):
        return _addressed(circle) or circle.cue.text, cue.word, coming or detail
    return cue.word, word, coming or detail


def _announced(circle: CircleSnapshot, cue: CueNow) -> str:
    """A cue that does not hold yet, or that is for others."""
    if cue.word:
        return _tr("Ring", "{cue} in %n beat(s)", "", cue.left).format(cue=cue.word)
    return _tr("Ring", "{who}: {cue}").format(who=_addressed(circle), cue=circle.cue.word) if not cue.left else ""


def _addressed(circle: CircleSnapshot) -> str:
    """The players that the cue is for; "" if it is for all."""
    cue = circle.cue
    return names_of(cue.group, cue.members, circle.members) if cue.group != ALL else ""


def _is_newer(circle: CircleSnapshot) -> bool:
    """Whether the cue was given after the mode's present step began. It then replaces the step's instruction."""
    placed = circle.modes.step_at(beat_in(circle))
    return placed is None or (circle.cue.at is not None and circle.cue.at >= placed.begin)


def _waiting(*, starts: bool) -> str:
    return _tr("Ring", "press Start") if starts else _tr("Ring", "waiting for the conductor")


def _offline(circle: CircleSnapshot) -> str:
    over = circle.link is LinkState.ENDED
    return _tr("Ring", "you are not in the circle") if over else _tr("Ring", "connecting again")


def _following(circle: CircleSnapshot) -> Segment | None:
    """The next segment that is decided, if there is one."""
    now = clock_of(circle)()
    return next((segment for segment in circle.timeline.segments if segment.at > now), None)


def _getting_ready(circle: CircleSnapshot, beginning: Segment) -> str:
    """The number of the latest count-in beat; before the first one, the cue, or a general word."""
    now, first = clock_of(circle)(), Micros(beginning.at - COUNT_IN_BEATS * beginning.tempo)
    counted = sum(1 for _ in count_in(circle.timeline, first, Micros(now + 1)))
    return str(counted) if counted else circle.cue.word or _tr("Ring", "Get ready")


def _coming(circle: CircleSnapshot, segment: Segment, following: Segment) -> str:
    left = max(0.0, (following.at - clock_of(circle)()) / SECOND)
    if following.running and not segment.running:
        return _tr("Ring", "begins in {s:.0f} s").format(s=left)
    if segment.running and not following.running:
        return _tr("Ring", "stops in {s:.0f} s").format(s=left)
    beats = following.meter.beats * following.meter.cycles
    if following.tempo != segment.tempo and following.meter != segment.meter:
        both = _tr("Ring", "{bpm:.4g} bpm, {beats} beats in {s:.0f} s")
        return both.format(bpm=bpm_of(following.tempo), beats=beats, s=left)
    if following.tempo != segment.tempo:
        return _tr("Ring", "{bpm:.4g} bpm in {s:.0f} s").format(bpm=bpm_of(following.tempo), s=left)
    return _tr("Ring", "{beats} beats in {s:.0f} s").format(beats=beats, s=left)


def _position(circle: CircleSnapshot, segment: Segment) -> str:
    beat = segment.beat_at(clock_of(circle)()) - segment.origin
    number = beat % segment.meter.cycle // BEAT + 1
    return _tr("Ring", "beat {number} of {beats}").format(number=number, beats=segment.meter.beats)
