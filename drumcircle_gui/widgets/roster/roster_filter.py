"""Which rows of the roster are shown. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from .roster_row import RosterRow

EVERYBODY, CONNECTED, AWAY, MUTED = "", "connected", "away", "muted"
PART = "part:"
"""Begins the choice of those with one part."""


@dataclass(frozen=True, slots=True)
class RosterFilter:
    """Rows whose name or part contains each word of `text`, and that are one of the choices above."""

    text: str = ""
    choice: str = EVERYBODY

    def __bool__(self) -> bool:
        return bool(self.text.split() or self.choice)

    def matches(self, row: RosterRow) -> bool:
        sought = f"{row.name} {row.part}".casefold()
        return self._chosen(row) and all(word in sought for word in self.text.casefold().split())

    def _chosen(self, row: RosterRow) -> bool:
        if self.choice.startswith(PART):
            return row.kind == self.choice.removeprefix(PART)
        chosen = {CONNECTED: row.connected, AWAY: not row.connected, MUTED: row.muted}
        return chosen.get(self.choice, True)


def kinds(rows: Iterable[RosterRow]) -> tuple[str, ...]:
    """The parts that occur in `rows`, in the order of the alphabet."""
    return tuple(sorted({row.kind for row in rows if row.kind}, key=str.casefold))
