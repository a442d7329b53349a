"""The group's queue: the lead room's entries under the song ids that clients know, whichever room leads. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from drumcircle_gui.mpd.protocol.status import QueueEntry

from .id_map import IdMap
from .queue_diff import GroupEntry, match_entries, priorities

Tags = tuple[tuple[bytes, bytes], ...]


class GroupQueue:
    """Follows the queue of the lead room. `numbers` maps its ids and versions to those that clients see.

    `songs` is a new list only if it has changed.
    """

    def __init__(self) -> None:
        self.numbers = IdMap()
        self.songs: list[GroupEntry] = []

    def read(self, entries: Sequence[QueueEntry], tags_of: Callable[[int], Tags]) -> dict[int, int]:
        """Take the lead room's `entries`; return its song ids by the group's. `tags_of` gives the tags that every room
        should set for a song of the group."""
        songs = []
        for entry in entries:
            song = self.numbers.virtual_id(entry.id)
            songs.append(GroupEntry(song, entry.file, entry.range, entry.prio, tags_of(song)))
        self.songs = self.songs if songs == self.songs else songs
        return {song.id: entry.id for song, entry in zip(songs, entries, strict=True)}

    def change_lead(self, entries: Iterable[QueueEntry], known: Mapping[int, int], version: int) -> list[bytes]:
        """Another room leads, whose queue has these `entries` and this `version`; `known`: its ids by the group's.

        Its songs keep the ids that clients know. Returns the requests that give its entries the group's priorities.
        """
        own = {entry.id: entry for entry in entries}
        kept = [slot for slot in match_entries(self.songs, own.values(), known) if slot.id is not None]
        self.numbers.change_lead([(slot.id, slot.room_id) for slot in kept if slot.id is not None], version)
        return priorities(self.songs, kept, own)
