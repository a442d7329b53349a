"""Where the order is random: every room goes into the song that the lead room goes into. Pure.

Each MPD orders the queue by chance. As soon as a room is in the lead room's song, the lead room's next song is
*announced* to it: a priority makes that the next one there, too.

Where the queue begins again MPD shuffles, and goes into another song than its status says (0.23.12: `nextsong` follows
the song that plays, the player gets the first of the new order). It cannot be known before; rooms that go into the
announced song are fetched as soon as the lead room's player reports the other one.
"""

from dataclasses import dataclass, field

from drumcircle_gui.timing.units import Micros, seconds

from .drift_commands import AnnounceSong, RoomView

BORDER = seconds(0.4)
"""Largest difference between a room and the lead room in entering an announced song."""

JOIN_TIME = seconds(0.5)
"""Time within which a room can usually be moved to the others' position."""


def is_random(lead: RoomView) -> bool:
    """Whether the order is random."""
    return lead.status.options.random == "1"


def is_border_effect(lead: RoomView, room: RoomView, previous: int | None, now: Micros) -> bool:
    """Whether the room will match the group without a command: the lead room's song ends before the room could enter
    it, or the room is about to follow into the present song. `previous`: the song before."""
    elapsed, duration = lead.elapsed_at(now), lead.status.duration
    if elapsed is None:
        return False
    if duration is not None and duration - elapsed < JOIN_TIME:
        return True
    late = room.status.state == "play" and room.song == previous and room.next_song == lead.song
    return late and elapsed < BORDER


def grace(lead: RoomView, room: RoomView, now: Micros) -> Micros:
    """How long a room may play another song than the lead room. If it entered the announced song early, the lead room
    follows."""
    elapsed = lead.elapsed_at(now)
    sooner = room.song is not None and room.song == lead.next_song and elapsed is not None and elapsed > BORDER
    return BORDER if sooner else Micros(0)


@dataclass(slots=True)
class RandomOrder:
    """The announcements to each room: the lead room's song at the time, and the next one."""

    _announced: dict[str, tuple[int | None, int]] = field(default_factory=dict)

    def announce(self, lead: RoomView, room: RoomView) -> list[AnnounceSong]:
        """Announce the next song to a room that is in the lead room's song."""
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
        """The room is made to play another song, which changes what comes next there."""
        if room in self._announced:
            self._announced[room] = None, self._announced[room][1]

    def forget(self, room: str) -> None:
        """The room was removed or configured anew."""
        self._announced.pop(room, None)
