"""Chooses the lead room, which replies for the group."""

from collections.abc import Iterable

from drumcircle_gui.mpd.room.room_io import Room

ABILITIES = frozenset({"sticker", "save", "update", "listallinfo"})
"""Commands that are missing in a room without stickers, playlists or a database of its own."""


def best_lead(rooms: Iterable[Room], playing: bool) -> Room | None:
    """The most capable of the rooms that reply; None if none does. `playing`: whether any room plays; then rooms that
    play are preferred."""
    return min((room for room in rooms if room.up), key=lambda room: _rank(room, playing), default=None)


def _rank(room: Room, playing: bool) -> tuple[object, ...]:
    """The sort key of a room, the most important criterion first. Rooms within 2 ms count as equally near."""
    return (
        not room.config.on,
        room.silent,
        playing and room.status.state != "play",
        room.status.volume is None,
        len(ABILITIES - room.commands),
        len(room.missing),
        room.one_way // 2000,
        -len(room.entries),
    )
