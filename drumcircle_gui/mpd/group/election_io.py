"""Which room is to lead the others."""

from collections.abc import Iterable

from drumcircle_gui.mpd.room.room_io import Room


def fittest(rooms: Iterable[Room], playing: bool) -> Room | None:
    """Of those that answer; None if none does. `playing`: whether any plays, as the one that leads then should, too."""
    return min((room for room in rooms if room.up), key=lambda room: _unfitness(room, playing), default=None)


def _unfitness(room: Room, playing: bool) -> tuple[object, ...]:
    """What weighs most comes first; near is within 2 ms."""
    return (
        not room.config.on,
        room.silent,
        playing and room.status.state != "play",
        len(room.missing),
        room.one_way // 2000,
        -len(room.entries),
    )
