"""The state of the rooms that the window shows. Pure; its requests are in `rooms_intents`.

Moments are in this machine's local time.
"""

from dataclasses import dataclass, field
from enum import Enum

from drumcircle_gui.timing.units import Micros

from .rooms_intents import CueSong

ZERO = Micros(0)


class Presence(Enum):
    """A room's relation to the group."""

    CONNECTING = "connecting"
    """It has not been reached yet."""
    GONE = "gone"
    """It cannot be reached; the program keeps trying."""
    REFUSED = "refused"
    """It answers but declines the connection, for example because of the password."""
    SILENT = "silent"
    """It is connected but has not answered for most of a second."""
    JOINING = "joining"
    """It is receiving queue, options and position."""
    TOGETHER = "together"
    """The room plays or is stopped like the group. `RoomStatus.skew` is its deviation; while that is not known,
    `RoomStatus.unmeasured` is true, and the room must not be shown as in step."""
    APART = "apart"
    """It is one of the group but lacks the present song, or cannot play it."""
    OFF = "off"
    """It is switched off and not controlled."""


@dataclass(frozen=True, slots=True)
class RoomStatus:
    """One row of the table. `name` is unique; `address` is host:port, or the path of a socket.

    `one_way`: the estimated delay of a command. `loss`: share of polls that seem to have lost a packet. `skew`: how
    much later than the group the room sounds, `offset` allowed for, most likely within `uncertainty`; None if nothing
    plays or it is not known, for the reason `skew_unknown`. `trim`: points of volume added to the group's. `offset`:
    how much later its sound is wanted. `missing`: songs of the queue that it lacks. `leading`: it is the lead room.
    `folder` and `password`: as in `AddRoom`, for editing.
    """

    name: str
    address: str
    presence: Presence = Presence.CONNECTING
    problem: str = ""
    version: str = ""
    playing: str = "stop"
    song: str = ""
    elapsed: Micros | None = None
    one_way: Micros | None = None
    loss: float = 0.0
    skew: Micros | None = None
    uncertainty: Micros | None = None
    skew_unknown: str = ""
    volume: int | None = None
    trim: int = 0
    offset: Micros = ZERO
    on: bool = True
    leading: bool = False
    missing: int = 0
    folder: str = ""
    password: str = field(default="", repr=False)

    @property
    def unmeasured(self) -> bool:
        """Whether the room plays with the group but its skew is not known."""
        return self.presence is Presence.TOGETHER and self.playing == "play" and self.skew is None


@dataclass(frozen=True, slots=True)
class QueueSong:
    """An entry of the queue. `id`: as clients see it. `duration`: None for a stream, or if unknown. `bpm`: from
    its tags, None without."""

    id: int
    file: str
    title: str = ""
    artist: str = ""
    duration: Micros | None = None
    bpm: float | None = None

    @property
    def label(self) -> str:
        """The title, or the file name without one."""
        return self.title or self.file.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class GroupState:
    """The playback state of the group. `playing` is play, pause or stop; `queue_pos` and `id` are those of the present
    song.

    At local time `at` the song's position is `elapsed`; while it plays, the position advances with the clock.
    """

    playing: str = "stop"
    queue_pos: int | None = None
    id: int | None = None
    elapsed: Micros = ZERO
    at: Micros = ZERO
    duration: Micros | None = None
    volume: int | None = None
    repeat: bool = False
    random: bool = False
    single: bool = False
    consume: bool = False

    def elapsed_at(self, now: Micros) -> Micros:
        """The song's position at local time `now`."""
        elapsed = Micros(self.elapsed + (now - self.at if self.playing == "play" else 0))
        return elapsed if self.duration is None else min(elapsed, self.duration)


@dataclass(frozen=True, slots=True)
class RoomsEvent:
    """An entry of the event list. `kind`: correction, room, command or problem. `room`: empty for the group."""

    number: int
    at: Micros
    kind: str
    room: str
    text: str


@dataclass(frozen=True, slots=True)
class RoomsNotice:
    """A message for the user: what happened, and what to do about it."""

    number: int
    what: str
    todo: str = ""
    kind: str = "warn"


@dataclass(frozen=True, slots=True)
class DiscoveredServer:
    """An MPD server that announces itself in the local network."""

    name: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class LibraryListing:
    """A folder of the library, or the result of a search; `folders` and `songs` in the lead room's order.

    `path`: empty for the top folder. `searched`: the text that was searched for, empty for a folder.
    """

    path: str = ""
    searched: str = ""
    folders: tuple[str, ...] = ()
    songs: tuple[QueueSong, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingFiles:
    """Files that a room lacks and another room has: their `count`, and the first few by name."""

    room: str
    count: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LibraryDifferences:
    """The result of comparing the libraries of the rooms `compared`; `running` until it is complete. If nothing is
    lacking, they have the same files."""

    running: bool = False
    compared: tuple[str, ...] = ()
    lacking: tuple[MissingFiles, ...] = ()


@dataclass(frozen=True, slots=True)
class UploadRow:
    """An upload to `room`. `done` and `size` in bytes. `stage`: copying, updating, finished, cancelled or failed, the
    last with a `problem`."""

    room: str
    file: str = ""
    done: int = 0
    size: int = 0
    stage: str = "copying"
    problem: str = ""


@dataclass(frozen=True, slots=True)
class RoomsState:
    """Everything that the window shows, except `RoomSample`s.

    `listening`: where clients find the group, host:port, empty if nowhere; `reachable`: the same for other machines.
    `queue` is a new tuple only if it has changed. `events`: the latest last. `found`: the servers found by the search
    for rooms, None without one. `cue`: the pending one.
    """

    listening: str = ""
    rooms: tuple[RoomStatus, ...] = ()
    playing: GroupState = GroupState()
    queue: tuple[QueueSong, ...] = ()
    events: tuple[RoomsEvent, ...] = ()
    notices: tuple[RoomsNotice, ...] = ()
    found: tuple[DiscoveredServer, ...] | None = None
    listing: LibraryListing | None = None
    differences: LibraryDifferences | None = None
    uploads: tuple[UploadRow, ...] = ()
    clients: int = 0
    cue: CueSong | None = None
    reachable: str = ""

    def room(self, name: str) -> RoomStatus | None:
        return next((room for room in self.rooms if room.name == name), None)


@dataclass(frozen=True, slots=True)
class RoomSample:
    """One measurement of one room for the plots; `skew` and `uncertainty` if known."""

    room: str
    at: Micros
    round_trip: Micros
    skew: Micros | None = None
    uncertainty: Micros | None = None
