"""Converts a circle's snapshot to the values that widgets show, for conductors and players alike."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.protocol.messages import ConnectionQuality, Member
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, local_micros
from drumcircle_gui.widgets.chat.chat_panel import ChatLine, ChatMember
from drumcircle_gui.widgets.notice import Notice
from drumcircle_gui.widgets.pill import State
from drumcircle_gui.widgets.plot.plot import Series
from drumcircle_gui.widgets.ring.ring import Dot, Lane
from drumcircle_gui.widgets.roster.roster_row import RosterRow

from .circle_state import CircleNotice as News
from .circle_state import CircleSnapshot, HeardStroke, LinkState
from .known_texts_view import translated
from .mode_view import part_name

_tr = QCoreApplication.translate

USUAL_LEVEL = 100
"""Per cent."""

TIGHT = 0.25
"""Share of a period: strokes that arrive with less time to spare are at risk of being late."""


def clock_of(circle: CircleSnapshot) -> Callable[[], Micros]:
    """A function that returns circle time now, by this member's clock; 0 until the clock is known."""
    clock = circle.clock
    return (lambda: clock.circle(local_micros())) if clock else (lambda: Micros(0))


def lanes(circle: CircleSnapshot) -> tuple[Lane, ...]:
    """A lane of the ring for each player, and for each conductor that plays along."""
    return tuple(
        Lane(member.id, member.name, member.colour, member.muted or not member.connected) for member in circle.players
    )


def dots(strokes: Iterable[HeardStroke], circle: CircleSnapshot) -> list[Dot]:
    """A dot on the ring for each stroke; silent where the mode does not let this member hear it."""
    members = {member.id: member for member in circle.members}
    me = members.get(circle.me)

    def silent(stroke: HeardStroke) -> bool:
        player = members.get(stroke.player)
        return player is not None and not circle.modes.hears(me, player, stroke.beat)

    return [Dot(stroke.player, stroke.beat, stroke.velocity, silent(stroke)) for stroke in strokes]


def rows(
    circle: CircleSnapshot, late: Mapping[int, int], timing: Mapping[int, tuple[int, int]] | None = None
) -> tuple[RosterRow, ...]:
    """A roster row for each player. `late`: late strokes to show, by member id (see `RecentLate`). `timing` as in
    RosterRow, by member id."""
    timing = timing or {}
    period = period_seconds(circle) * SECOND
    qualities = {quality.id: quality for quality in circle.qualities}
    players = [member for member in circle.members if member.role == "player"]
    return tuple(
        [
            _row(
                each, qualities.get(each.id), period, late.get(each.id, 0), timing.get(each.id), me=each.id == circle.me
            )
            for each in players
        ]
    )


def _row(
    member: Member,
    quality: ConnectionQuality | None,
    period: float,
    late: int,
    timing: tuple[int, int] | None,
    *,
    me: bool,
) -> RosterRow:
    margin = None if quality is None else quality.margin
    kind = part_name(member.part) if member.part else ""
    return RosterRow(
        *(member.id, member.name, member.colour),
        round_trip=None if quality is None else _known(quality.round_trip),
        bound=None if quality is None else _known(quality.bound),
        margin=margin,
        late=late,
        timing=timing,
        tight=margin is not None and margin < TIGHT * period,
        muted=member.muted,
        connected=member.connected,
        conductor=member.conducts,
        me=me,
        part=_part(member, kind),
        kind=kind,
        spotlight=member.spotlight,
    )


def _part(member: Member, kind: str) -> str:
    """The `kind` of a member's drum, and the level if it is not the usual one."""
    if member.level == USUAL_LEVEL:
        return kind
    return " · ".join(filter(None, (kind, f"{member.level} %")))


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
    return tuple(Notice(str(each.number), translated(each.what), translated(each.todo), "warn") for each in news)


def status(circle: CircleSnapshot) -> tuple[str, State]:
    """The state of the connection, in words and as a pill's state."""
    words: dict[LinkState, tuple[str, State]] = {
        LinkState.CONNECTING: (_tr("Circle", "Connecting"), "waiting"),
        LinkState.WAITING: (_tr("Circle", "Waiting to be let in"), "waiting"),
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
