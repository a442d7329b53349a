"""Accounts for the tests of the page of a hub's accounts."""

from drumcircle_gui.protocol.directory import AccountRow
from drumcircle_gui.timing.units import Micros

NOW = Micros(1_785_000_000_000_000)


def person(number: int, state: str = "enabled", role: str = "player") -> AccountRow:
    name = f"Player {number:05}"
    return AccountRow(name, f"player{number}@example.org", state, role, NOW, NOW)


def people(count: int, state: str = "enabled", role: str = "player") -> tuple[AccountRow, ...]:
    return tuple(person(number, state, role) for number in range(count))
