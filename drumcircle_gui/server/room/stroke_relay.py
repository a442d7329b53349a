"""Strokes come in from the players, and go out to everybody once a tick."""

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.strokes import Batch, Strokes
from drumcircle_gui.timing.units import Beats, Micros

from .circle import Circle, decline
from .effects import Effect, Relay
from .roster import Seat
from .stroke_history import kept_since


class StrokeRelay:
    """Gathers strokes and hands them on. Who is muted is relayed like everybody: it is the listeners who leave them
    out, so that all hold the same recording."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle

    def strike(self, seat: Seat, message: Strokes, now: Micros) -> list[Effect]:
        """Take the strokes not heard before. Each is judged by its own beat, whatever happened since it was struck: on
        one that the circle stands still on, none counts."""
        timeline = self._circle.timeline
        struck = [hit for hit in seat.hand.fresh(message) if timeline.holding(hit.beat).running]
        beat = timeline.beat_at(now)
        plausible = [hit for hit in struck if abs(hit.beat - beat) <= timeline.holding(hit.beat).meter.period]
        granted = seat.hand.granted(plausible, now)
        if granted:
            seat.lag.note(Beats(beat - granted[0].beat), now)
            self._circle.gathering.add(seat.id, granted)
        return [] if len(granted) == len(struck) else self._complain(seat, len(plausible) < len(struck), now)

    def batches(self, now: Micros) -> list[Effect]:
        """What was gathered since the last tick."""
        circle = self._circle
        beat = circle.timeline.beat_at(now)
        kept = [(circle.history.add(batch), batch) for batch in circle.gathering.batches(beat)]
        circle.history.forget(kept_since(circle.timeline, now))
        return [Relay(sent.frame, batch, self._heard(batch)) for sent, batch in kept]

    def _heard(self, batch: Batch) -> dict[PlayerId, int]:
        seats = map(self._circle.roster.by_id, {stroke.player for stroke in batch.strokes})
        return {seat.id: seat.hand.heard for seat in seats if seat is not None}

    def _complain(self, seat: Seat, implausible: bool, now: Micros) -> list[Effect]:
        if not seat.complaints.take(1, now):
            return []
        if implausible:
            return decline(seat, "off-beat", "Strokes more than a period away from now were left out.")
        return decline(seat, "too-fast", "So many strokes at once: some were left out.")
