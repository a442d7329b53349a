"""The rows of the rooms' table: order, colours, limits, and the requests that its small buttons make. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent, SetOffset, SetVolumeTrim
from drumcircle_gui.mpd.model.rooms_state import Presence, RoomStatus
from drumcircle_gui.timing.units import Micros

OFFSET_STEPS_MS = (-10, -1, 1, 10)
"""Steps of the buttons that change a room's offset, in milliseconds."""

TRIM_STEPS = (-5, 5)
"""Steps of the buttons that change a room's volume trim, in points of 100."""

MOST_TRIM = 100
"""Largest volume trim in either direction, in points."""

MOST_OFFSET = Micros(10_000_000)
"""Largest offset in either direction."""

FINE_SKEW, ECHO_SKEW = Micros(10_000), Micros(30_000)
"""Below the first, listeners between two rooms notice no skew; from the second on they hear an echo."""

REACHABLE = frozenset({Presence.TOGETHER, Presence.APART, Presence.JOINING, Presence.SILENT})
"""States in which a room's song and figures are up to date enough to be shown."""

FAULTY = frozenset({Presence.GONE, Presence.REFUSED})
"""States in which the user must repair the room or its settings."""


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
    """A room, and the number of its colour in `Theme.player`."""

    room: RoomStatus
    colour: int


def merged(known: Sequence[RoomsRow], rooms: Sequence[RoomStatus]) -> tuple[RoomsRow, ...]:
    """Rows for `rooms`. Known rooms keep their order and colour; new ones follow, each in the first free colour."""
    wanted = {room.name: room for room in rooms}
    rows = [RoomsRow(wanted.pop(row.room.name), row.colour) for row in known if row.room.name in wanted]
    for room in wanted.values():
        taken = {row.colour for row in rows}
        rows.append(RoomsRow(room, next(colour for colour in range(len(taken) + 1) if colour not in taken)))
    return tuple(rows)


def is_unmeasured(room: RoomStatus) -> bool:
    """Whether `room` plays with the group but its skew is unknown, so that it may be out of sync."""
    return room.unmeasured


def offset_by(room: RoomStatus, milliseconds: int) -> SetOffset:
    """The request to sound `milliseconds` later than now, within MOST_OFFSET."""
    wanted = room.offset + milliseconds * 1000
    return SetOffset(room.name, Micros(min(max(wanted, -MOST_OFFSET), MOST_OFFSET)))


def trim_by(room: RoomStatus, points: int) -> SetVolumeTrim:
    """The request to play `points` louder than now, within MOST_TRIM."""
    return SetVolumeTrim(room.name, min(max(room.trim + points, -MOST_TRIM), MOST_TRIM))


def expected(room: RoomStatus, request: RoomsIntent) -> RoomStatus:
    """`room` as it will be once `request` has been carried out; unchanged for requests that take long."""
    match request:
        case SetVolumeTrim(name, trim) if name == room.name:
            return replace(room, trim=trim)
        case SetOffset(name, offset) if name == room.name:
            return replace(room, offset=offset)
        case _:
            return room
