"""Volumes: each room's beside the group's. In MPD's points, 0 to 100. Pure."""

MAX_VOLUME = 100


def room_volume(group: int, trim: int) -> int:
    """What a room is set to: silent when the group is."""
    return min(max(group + trim, 0), MAX_VOLUME) if group else 0


def group_volume(room: int, trim: int, before: int | None) -> int:
    """What the group has, if a room with that `trim` has `room`: as `before` where that fits. Silent only if the room
    is."""
    if before is not None and room_volume(before, trim) == room:
        return before
    return min(max(room - trim, 1), MAX_VOLUME) if room else 0


def changed_volume(group: int, by: int) -> int:
    """As MPD's `volume` changes it."""
    return min(max(group + by, 0), MAX_VOLUME)
