"""Converts a circle's snapshot to the values that widgets show, for conductors and players alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.modes.mode_now import mode_now
from drumcircle_gui.protocol.messages import ConnectionQuality, Member
from drumcircle_gui.timing.guide import COUNT_IN_BEATS, count_in
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, bpm_of, local_micros
from drumcircle_gui.widgets.chat.chat_panel import ChatLine, ChatMember
from drumcircle_gui.widgets.notice import Notice
from drumcircle_gui.widgets.pill import State
from drumcircle_gui.widgets.plot.plot import Series
from drumcircle_gui.widgets.ring.ring import Dot, Lane
from drumcircle_gui.widgets.roster.roster_model import RosterRow

from .circle_state import CircleNotice as News
from .circle_state import CircleSnapshot, HeardStroke, LinkState
from .mode_view import mode_hub

_tr = QCoreApplication.translate

TIGHT = 0.25
"""Share of a period: strokes that arrive with less time to spare are at risk of being late."""


def clock_of(circle: CircleSnapshot) -> Callable[[], Micros]:
    """A function that returns circle time now, by this member's clock; 0 until the clock is known."""
    clock = circle.clock
    return (lambda: clock.circle(local_micros())) if clock else (lambda: Micros(0))


def lanes(circle: CircleSnapshot) -> tuple[Lane, ...]:
    """A lane of the ring for each player. Conductors have none: to play they join as players too."""
    return tuple(
        Lane(member.id, member.name, member.colour, member.muted or not member.connected)
        for member in circle.members
        if member.role == "player"
    )


def dots(strokes: Iterable[HeardStroke]) -> list[Dot]:
    """A dot on the ring for each stroke."""
    return [Dot(stroke.player, stroke.beat, stroke.velocity) for stroke in strokes]


def rows(circle: CircleSnapshot, late: Mapping[int, int]) -> tuple[RosterRow, ...]:
    """A roster row for each player. `late`: late strokes to show, by member id (see `RecentLate`)."""
    period = period_seconds(circle) * SECOND
    qualities = {quality.id: quality for quality in circle.qualities}
    players = [member for member in circle.members if member.role == "player"]
    rows = (_row(player, qualities.get(player.id), period, me=player.id == circle.me) for player in players)
    return tuple(replace(row, late=late.get(player.id, 0)) for row, player in zip(rows, players, strict=True))


def _row(member: Member, quality: ConnectionQuality | None, period: float, *, me: bool) -> RosterRow:
    row = RosterRow(member.id, member.name, member.colour, muted=member.muted, connected=member.connected, me=me)
    if quality is None:
        return row
    margin = quality.margin
    return replace(
        row,
        round_trip=_known(quality.round_trip),
        bound=_known(quality.bound),
        margin=margin,
        tight=margin is not None and margin < TIGHT * period,
    )


def _known(micros: Micros) -> Micros | None:
    return micros if micros >= 0 else None


def series(circle: CircleSnapshot) -> tuple[Series, ...]:
    """A line of a plot for each player."""
    return tuple(Series(member.id, member.name, member.colour) for member in circle.members if member.role == "player")


def chat_lines(circle: CircleSnapshot) -> tuple[ChatLine, ...]:
    """The chat, each line in its sender's colour."""
    colours = {member.id: member.colour for member in circle.members}
    return tuple(
        ChatLine(line.number, line.sender, line.name, colours.get(line.sender, line.sender), line.to, line.text)
        for line in circle.chat
    )


def chat_members(circle: CircleSnapshot) -> tuple[ChatMember, ...]:
    """The members whom one can write to."""
    return tuple(ChatMember(member.id, member.name, member.colour) for member in circle.members)


def notices(news: Iterable[News]) -> tuple[Notice, ...]:
    return tuple(Notice(str(each.number), each.what, each.todo, "warn") for each in news)


def status(circle: CircleSnapshot) -> tuple[str, State]:
    """The state of the connection, in words and as a pill's state."""
    words: dict[LinkState, tuple[str, State]] = {
        LinkState.CONNECTING: (_tr("Circle", "Connecting"), "waiting"),
        LinkState.JOINED: (_joined(circle), "good"),
        LinkState.RECONNECTING: (_tr("Circle", "Reconnecting"), "warn"),
        LinkState.ENDED: (_tr("Circle", "Not connected"), "bad"),
    }
    return words[circle.link]


def _joined(circle: CircleSnapshot) -> str:
    if circle.round_trip is None:
        return _tr("Circle", "Connected")
    return _tr("Circle", "Connected, {ms} ms").format(ms=round(circle.round_trip / 1000))


def now_in(circle: CircleSnapshot) -> Segment:
    """The segment in force now."""
    return circle.timeline.at(clock_of(circle)())


def beat_in(circle: CircleSnapshot) -> Beats:
    """The beat now."""
    return circle.timeline.beat_at(clock_of(circle)())


def period_seconds(circle: CircleSnapshot) -> float:
    """The duration of a period at the current tempo, in seconds."""
    segment = now_in(circle)
    return segment.meter.period / BEAT * segment.tempo / SECOND


def hub(circle: CircleSnapshot) -> tuple[str, str, str]:
    """The texts in the middle of the ring: a line of explanation, one word, and a line about what comes next."""
    if circle.link in (LinkState.RECONNECTING, LinkState.ENDED):
        return "", _tr("Ring", "Offline"), _offline(circle)
    segment, following = now_in(circle), _following(circle)
    cue = circle.cue
    if circle.clock is None:
        return "", "", _tr("Ring", "finding the beat")
    coming = _coming(circle, segment, following) if following else ""
    if not segment.running:
        word = _getting_ready(circle, following) if following and following.running else ""
        return "", word or cue.word or _tr("Ring", "Ready"), coming or _waiting(circle)
    if (texts := _mode_texts(circle)) is not None:
        title, word, detail = texts
        return cue.word or title, word, coming or detail
    return cue.text, cue.word or _tr("Ring", "Play"), coming or _position(circle, segment)


def _mode_texts(circle: CircleSnapshot) -> tuple[str, str, str] | None:
    """The texts about the mode; a cue replaces their title."""
    now = mode_now(circle.modes, beat_in(circle), circle.member(circle.me))
    return mode_hub(now, circle.members, conducts=circle.role == "conductor")


def _waiting(circle: CircleSnapshot) -> str:
    return _tr("Ring", "press Start") if circle.role == "conductor" else _tr("Ring", "waiting for the conductor")


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
    if following.tempo != segment.tempo:
        return _tr("Ring", "{bpm:.4g} bpm in {s:.0f} s").format(bpm=bpm_of(following.tempo), s=left)
    return _tr("Ring", "{beats} beats in {s:.0f} s").format(
        beats=following.meter.beats * following.meter.cycles, s=left
    )


def _position(circle: CircleSnapshot, segment: Segment) -> str:
    beat = segment.beat_at(clock_of(circle)()) - segment.origin
    number = beat % segment.meter.cycle // BEAT + 1
    return _tr("Ring", "beat {number} of {beats}").format(number=number, beats=segment.meter.beats)
