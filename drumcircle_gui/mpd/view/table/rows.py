"""The rows of the table of rooms: their order, their colours, and what a nudge does. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent, SetOffset, SetVolumeTrim
from drumcircle_gui.mpd.model.rooms_state import Presence, RoomStatus
from drumcircle_gui.timing.units import Micros

NUDGES = (-10, -1, 1, 10)
"""Milliseconds of the offset."""
TRIMS = (-5, 5)
"""Points of volume."""
MOST_TRIM = 100
MOST_OFFSET = Micros(10_000_000)
FINE, ECHO = Micros(10_000), Micros(30_000)
"""Skew that ears in adjacent rooms do not notice, and from which they hear an echo."""
HEARD = frozenset({Presence.TOGETHER, Presence.APART, Presence.JOINING, Presence.SILENT})
"""Rooms of which song and figures are worth showing."""
WRONG = frozenset({Presence.GONE, Presence.REFUSED})
"""Rooms with which something is wrong."""


class RoomsColumn(IntEnum):
    NAME = 0
    STATE = 1
    SONG = 2
    LATENCY = 3
    SKEW = 4
    TRIM = 5
    OFFSET = 6
    ON = 7


@dataclass(frozen=True, slots=True)
class RoomsRow:
    """A room, and the number of its colour."""

    room: RoomStatus
    colour: int


def merged(known: Sequence[RoomsRow], rooms: Sequence[RoomStatus]) -> tuple[RoomsRow, ...]:
    """Those known stay where they are, in their colour; newcomers come after them, in the first colour that is free."""
    wanted = {room.name: room for room in rooms}
    rows = [RoomsRow(wanted.pop(row.room.name), row.colour) for row in known if row.room.name in wanted]
    for room in wanted.values():
        taken = {row.colour for row in rows}
        rows.append(RoomsRow(room, next(colour for colour in range(len(taken) + 1) if colour not in taken)))
    return tuple(rows)


def nudged(room: RoomStatus, milliseconds: int) -> SetOffset:
    """Its sound later by `milliseconds`."""
    wanted = room.offset + milliseconds * 1000
    return SetOffset(room.name, Micros(min(max(wanted, -MOST_OFFSET), MOST_OFFSET)))


def trimmed(room: RoomStatus, points: int) -> SetVolumeTrim:
    """Louder by `points`."""
    return SetVolumeTrim(room.name, min(max(room.trim + points, -MOST_TRIM), MOST_TRIM))


def expected(room: RoomStatus, request: RoomsIntent) -> RoomStatus:
    """The room as it will be in a moment. What takes longer than that is not foreseen."""
    match request:
        case SetVolumeTrim(name, trim) if name == room.name:
            return replace(room, trim=trim)
        case SetOffset(name, offset) if name == room.name:
            return replace(room, offset=offset)
        case _:
            return room
