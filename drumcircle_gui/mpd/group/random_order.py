"""Keeps rooms together in random order: every room plays the song that the lead room plays. Pure.

Each MPD shuffles the queue on its own. As soon as a room plays the lead room's song, the lead room's next song is
*announced* to it: a priority makes that song the next one there, too.

At the end of the queue MPD shuffles again, and plays another song than its status says (0.23.12: `nextsong` follows the
song that plays, the player gets the first of the new order). That cannot be known before; rooms that play the announced
song are fetched as soon as the lead room reports the other one.
"""

from dataclasses import dataclass, field

from drumcircle_gui.timing.units import Micros, seconds

from .drift_commands import AnnounceSong, RoomView

BORDER = seconds(0.4)
"""Largest difference between the moments at which a room and the lead room begin an announced song."""

JOIN_TIME = seconds(0.5)
"""Time within which a room can usually be moved to the others' position."""


def is_random(lead: RoomView) -> bool:
    """Whether the order is random."""
    return lead.status.options.random == "1"


def is_border_effect(lead: RoomView, room: RoomView, previous: int | None, now: Micros) -> bool:
    """Whether the room will match the group without a command: the lead room's song ends before the room could begin
    it, or the room is about to begin the present song. `previous`: the song before."""
    elapsed, duration = lead.elapsed_at(now), lead.status.duration
    if elapsed is None:
        return False
    if duration is not None and duration - elapsed < JOIN_TIME:
        return True
    late = room.status.state == "play" and room.song == previous and room.next_song == lead.song
    return late and elapsed < BORDER


def grace(lead: RoomView, room: RoomView, now: Micros) -> Micros:
    """How long a room may play another song than the lead room. If the room began the announced song early, the lead
    room will follow."""
    elapsed = lead.elapsed_at(now)
    sooner = room.song is not None and room.song == lead.next_song and elapsed is not None and elapsed > BORDER
    return BORDER if sooner else Micros(0)


@dataclass(slots=True)
class RandomOrder:
    """The announcements to each room: the lead room's song at the time, and the next one."""

    _announced: dict[str, tuple[int | None, int]] = field(default_factory=dict)

    def announce(self, lead: RoomView, room: RoomView) -> list[AnnounceSong]:
        """Announce the next song to a room that plays the lead room's song."""
        following = lead.next_song
        of, before = self._announced.get(room.name, (None, None))
        if not is_random(lead):
            self.forget(room.name)
            return []
        if following is None or (of, before) == (lead.song, following):
            return []
        self._announced[room.name] = lead.song, following
        return [AnnounceSong(room.name, following, before)]

    def moved(self, room: str) -> None:
        """The room was made to play another song, so its announcement is void."""
        if room in self._announced:
            self._announced[room] = None, self._announced[room][1]

    def forget(self, room: str) -> None:
        """The room was removed, or its configuration changed."""
        self._announced.pop(room, None)
