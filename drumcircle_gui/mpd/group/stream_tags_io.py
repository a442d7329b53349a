"""Keeps the tags of streams equal in all rooms. MPD stores them in the queue's entry only.

These are the tags that a stream has when it is added, such as the name of a station, and those that clients set. Tags
that a station broadcasts later are not copied.
"""

from drumcircle_gui.mpd.room.room_io import Room, Tags
from drumcircle_gui.mpd.sync.id_map import IdMap


class StreamTags:
    """The tags, by the group's song ids."""

    def __init__(self) -> None:
        self._tags: dict[int, Tags] = {}

    def of(self, song: int) -> Tags:
        """The tags that every room should set."""
        return self._tags.get(song, ())

    def set(self, song: int, tags: Tags) -> None:
        """Set the tags of a song; the other rooms get them when their queues are synchronised."""
        self._tags[song] = tags

    async def read_new(self, lead: Room, ids: IdMap) -> None:
        """Read the tags of streams that are new in the lead room's queue. Raises ConnectionLost."""
        streams = {each.id: ids.virtual_id(each.id) for each in lead.entries if b"://" in each.file}
        new = [real for real, song in streams.items() if song not in self._tags]
        found = await lead.read_tags(new) if new else {}
        self._tags = {song: self._tags.get(song, ()) for song in streams.values()}
        self._tags |= {streams[real]: tags for real, tags in found.items()}
