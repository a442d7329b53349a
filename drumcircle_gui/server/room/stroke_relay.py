"""Takes strokes from players, and sends them to all members once a tick."""

import logging
from collections.abc import Sequence

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros

from .circle import Circle, decline
from .effects import Effect, RelayBatch
from .roster import Seat

log = logging.getLogger(__name__)

MAX_STROKES_PER_S = 200
"""Strokes of one player per second, on average. No drummer is faster for long."""

MAX_STROKES_AT_ONCE = 2_000
"""Strokes of one player in one burst: those of 10 s, which a client sends after an outage."""

MAX_WARNINGS_PER_S = 1

_DROP_INTERVAL = SECOND
"""Old batches are dropped this often: at each tick, it would be a tenth of what a small circle costs the server."""


class StrokeRelay:
    """Gathers strokes and relays them in batches.

    Strokes of muted members are relayed too: listeners do not sound them, so all recordings are the same. `behind`: the
    last tick's batch could not hold all strokes.
    """

    def __init__(self, circle: Circle) -> None:
        self.behind = False
        self._circle = circle
        self._drop_at = Micros(0)
        self._limit = circle.new_limit(MAX_STROKES_PER_S, MAX_STROKES_AT_ONCE)
        self._warnings = circle.new_limit(MAX_WARNINGS_PER_S, 1)

    def take_strokes(self, seat: Seat, message: Strokes, now: Micros) -> list[Effect]:
        """Gather the strokes not received before.

        Each is checked by its own beat, independently of later changes: it is dropped if the circle is stopped on that
        beat, or if the beat is more than a period away from now.
        """
        timeline, player, new = self._circle.changes.timeline, seat.member.id, seat.strokes.new_strokes(message)
        beat = timeline.beat_at(now)
        first = message.first + len(message.strokes) - len(new)
        if new and _all_plausible(timeline, beat, new):
            off_beat, granted = False, self._limit.take(player, len(new), now)
            runs, left_out = [(first, new[:granted])] if granted else [], granted < len(new)
        else:
            plausible, off_beat = _judged(timeline, beat, first, new)
            runs = plausible[: self._limit.take(player, len(plausible), now)]
            left_out = off_beat or len(runs) < len(plausible)
        if runs:
            seat.arrival_lag.add(Beats(beat - runs[0][1][0].beat), now)
        for number, strokes in runs:
            self._circle.pending_strokes.add(player, number, strokes)
        return self._warn(seat, off_beat, now) if left_out else []

    def take_batch(self, now: Micros) -> list[Effect]:
        """Relay the strokes gathered since the last tick, as many as one batch holds."""
        circle = self._circle
        if now >= self._drop_at:
            self._drop_at = Micros(now + _DROP_INTERVAL)
            circle.batches.drop_before(circle.kept_since(now))
        if not circle.pending_strokes:
            self.behind = False
            return []
        batch = circle.pending_strokes.take_batch(circle.timeline.beat_at(now), len(circle.roster.connected))
        self.behind = bool(circle.pending_strokes)
        return [] if batch is None else [RelayBatch(circle.batches.add(batch).frame, batch, self._heard(batch))]

    def _heard(self, batch: Batch) -> dict[PlayerId, int]:
        """For each player in `batch`, the number of strokes received and relayed."""
        by_id, players = self._circle.roster.by_id, {stroke.player for stroke in batch.strokes}
        heard = {player: seat.strokes.heard for player in players if (seat := by_id(player)) is not None}
        pending = self._circle.pending_strokes.first_numbers()
        return heard | {player: first for player, first in pending.items() if player in heard}

    def _warn(self, seat: Seat, off_beat: bool, now: Micros) -> list[Effect]:
        if not self._warnings.take(seat.id, 1, now):
            return []
        log.debug("strokes of member %d left out: %s", seat.id, "off beat" if off_beat else "too many")
        if off_beat:
            return decline(seat, "off-beat", "Strokes more than a period away from now were left out.")
        return decline(seat, "too-fast", "Too many strokes at once: some were left out.")


def _all_plausible(timeline: Timeline, now: Beats, strokes: Sequence[SentStroke]) -> bool:
    """Whether all strokes are near `now` and on one running segment, which is nearly always the case."""
    beats = [stroke.beat for stroke in strokes]
    first, last = min(beats), max(beats)
    segment = timeline.holding(first)
    period = segment.meter.period
    return segment.running and last - now <= period and now - first <= period and timeline.holding(last) is segment


def _judged(
    timeline: Timeline, now: Beats, first: int, strokes: Sequence[SentStroke]
) -> tuple[list[tuple[int, Sequence[SentStroke]]], bool]:
    """Each stroke that is relayed, with its number, and whether some are dropped for being too far from `now`."""
    plausible: list[tuple[int, Sequence[SentStroke]]] = []
    off_beat = False
    for number, stroke in enumerate(strokes, first):
        segment = timeline.holding(stroke.beat)
        if segment.running and abs(stroke.beat - now) <= segment.meter.period:
            plausible.append((number, (stroke,)))
        elif segment.running:
            off_beat = True
    return plausible, off_beat
