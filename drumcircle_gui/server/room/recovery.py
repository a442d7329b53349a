"""How a circle goes on that was killed: from itself to what is remembered of it, and back. Pure."""

from drumcircle_gui.timing.units import SECOND, Micros

from .circle import Circle
from .recovery_log import Remembered, SavedPlace
from .roster import RESUME_WINDOW, Seat
from .stroke_history import StrokeSequence
from .timeline_changes import period_of

AGREEING = Micros(5 * SECOND)
"""How far two clocks' ideas of what has passed may be apart if both ran on."""


def begun(whole: Remembered, name: str, local: Micros, wall: Micros) -> Micros | None:
    """The local time at which circle time began, if the circle `name` goes on where it stopped; None if it is another
    one, or stopped too long ago.

    As long as the machine was not started anew, local time tells how much has passed, to the microsecond. Otherwise the
    wall clock must do.
    """
    by_local, by_wall = local - whole.began - whole.at, wall - whole.wall
    passed = by_local if abs(by_local - by_wall) < AGREEING else by_wall
    longest = max(RESUME_WINDOW, period_of(whole.timeline[-1]))
    return Micros(local - passed - whole.at) if name == whole.name and 0 <= passed <= longest else None


def remembered(circle: Circle, began: Micros, now: Micros, wall: Micros) -> Remembered:
    """A `circle` whole, at a moment at which no strokes are being gathered."""
    return Remembered(
        name=circle.name,
        began=began,
        at=now,
        wall=wall,
        timeline=circle.timeline.segments,
        places=tuple(SavedPlace(seat.member, seat.token, seat.hand.heard) for seat in circle.roster),
        last_id=circle.roster.last_id,
        cue=circle.cue,
        chat=circle.speech.history(conducts=True),
        next_line=circle.speech.number,
        batches=tuple(circle.history.whole()),
        next_batch=circle.gathering.number,
    )


def restore(circle: Circle, whole: Remembered, now: Micros) -> None:
    """Fill a new `circle` with what is remembered. Its members have lost their connection just `now`."""
    circle.roster.restore((_seat(place) for place in whole.places if place.token), whole.last_id, now)
    circle.cue = whole.cue
    for line in whole.chat:
        circle.speech.take(line)
    circle.speech.number = whole.next_line
    for kept in whole.batches:
        circle.history.keep(kept)
    circle.gathering.number = whole.next_batch


def _seat(place: SavedPlace) -> Seat:
    return Seat(place.member, place.token, None, hand=StrokeSequence(place.heard))
