"""All entries of the gallery."""

from . import (
    account_entries,
    circle_entries,
    drum_entries,
    entry_entries,
    reach_entries,
    recap_entries,
    rooms_entries,
    widget_entries,
)
from .entry import Entry


def entries(only: str = "") -> list[Entry]:
    """The entries whose name contains `only`, in any case."""
    every = (
        *account_entries.entries(),
        *circle_entries.entries(),
        *drum_entries.entries(),
        *entry_entries.entries(),
        *reach_entries.entries(),
        *recap_entries.entries(),
        *rooms_entries.entries(),
        *widget_entries.entries(),
    )
    return [entry for entry in every if only.casefold() in entry.name.casefold()]
