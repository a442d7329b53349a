"""Converts between the group's volume and a room's. In MPD's points, 0 to 100. Pure."""

MAX_VOLUME = 100


def room_volume(group: int, trim: int) -> int:
    """The volume to set in a room: the group's plus the room's trim; 0 if the group's is 0."""
    return min(max(group + trim, 0), MAX_VOLUME) if group else 0


def group_volume(room: int, trim: int, previous: int | None) -> int:
    """The group's volume if a room with that `trim` has the volume `room`. It is the `previous` one if that fits, and 0
    only if the room's is 0."""
    if previous is not None and room_volume(previous, trim) == room:
        return previous
    return min(max(room - trim, 1), MAX_VOLUME) if room else 0


def changed_volume(group: int, by: int) -> int:
    """The group's volume after MPD's `volume` command."""
    return min(max(group + by, 0), MAX_VOLUME)
