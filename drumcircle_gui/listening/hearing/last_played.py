"""The time of each player's latest strokes, from the strokes that arrived. Pure."""

from dataclasses import dataclass

from drumcircle_gui.timing.units import Beats

MAX_PLAYERS = 1024
"""Players remembered; the one that has not played for longest is forgotten."""


@dataclass(frozen=True, slots=True)
class PlayedSpan:
    """The beats of the `first` and the `last` stroke since a pause of a period or more."""

    first: Beats
    last: Beats


class LastPlayed:
    """The latest `PlayedSpan` of each player. Beats are valid only until this member joins anew."""

    def __init__(self) -> None:
        self._entry = 0
        self._spans: dict[int, PlayedSpan] = {}

    def follow(self, entry: int) -> None:
        """Forget everything if this member has joined anew."""
        if entry != self._entry:
            self._entry = entry
            self._spans.clear()

    def add(self, player: int, beat: Beats, period: Beats) -> None:
        """Count a stroke on `beat`; `period`: the present length of a period."""
        span = self._spans.pop(player, None)
        goes_on = span is not None and beat - span.last < period
        first = span.first if span is not None and goes_on else beat
        self._spans[player] = PlayedSpan(first, beat)
        if len(self._spans) > MAX_PLAYERS:
            del self._spans[next(iter(self._spans))]

    def of(self, player: int) -> PlayedSpan | None:
        """The latest strokes of `player`; None if none arrived."""
        return self._spans.get(player)
