"""What the rooms' tab shows. Pure; what it asks for is in `intents`.

Times are in micros: `Micros` of this machine's own clock where they are moments.
"""

from dataclasses import dataclass, field
from enum import Enum

from drumcircle_gui.timing.units import Micros

from .rooms_intents import CueSong

ZERO = Micros(0)


class Presence(Enum):
    """How a room is doing, as far as being one of the group goes."""

    CONNECTING = "connecting"
    """Not reached yet."""
    GONE = "gone"
    """It was there, or should be; it is tried again and again."""
    REFUSED = "refused"
    """It answers, but will not have us (its password, say)."""
    SILENT = "silent"
    """Connected, but no answer for most of a second: nobody waits for it."""
    JOINING = "joining"
    """It is being given queue, options and position."""
    TOGETHER = "together"
    """It plays, or rests, as all do."""
    APART = "apart"
    """It is as it should be, but for the song that now plays, which it lacks or cannot play."""
    OFF = "off"
    """Switched off: left alone."""


@dataclass(frozen=True, slots=True)
class RoomStatus:
    """One row. `name` is unique and how everybody calls it; `address` is host:port.

    `one_way`: the estimated delay of a command; `loss`: the share of polls that seem to have met a lost packet.
    `skew`: how much later than the group it sounds, `offset` allowed for; None where nothing plays or too little is
    known yet; the truth lies within `uncertainty` of it. `trim`: points of volume more than the group's. `offset`: its
    sound is wanted so much later. `missing`: songs of the queue that it lacks. `leading`: reads are answered by it.
    `folder` and `password`: as in `AddRoom`, to be edited.
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
    volume: int | None = None
    trim: int = 0
    offset: Micros = ZERO
    on: bool = True
    leading: bool = False
    missing: int = 0
    folder: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class QueueSong:
    """An entry of the queue. `id` is the one that clients see; `duration` None: a stream, or unknown; `bpm`: its
    tempo, where its tags tell."""

    id: int
    file: str
    title: str = ""
    artist: str = ""
    duration: Micros | None = None
    bpm: float | None = None

    @property
    def label(self) -> str:
        """What people call it."""
        return self.title or self.file.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class GroupState:
    """What the group does. `playing` is play, pause or stop; `place` the position in the queue of the song at hand.

    At the moment `at` the song is `elapsed` old, and while it plays it grows older as the clock goes on.
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
        """How old the song is at the moment `now`."""
        age = Micros(self.elapsed + (now - self.at if self.playing == "play" else 0))
        return age if self.duration is None else min(age, self.duration)


@dataclass(frozen=True, slots=True)
class RoomsEvent:
    """Something that happened, for people: `kind` is correction, room, command or problem; `room` "" is the group."""

    number: int
    at: Micros
    kind: str
    room: str
    text: str


@dataclass(frozen=True, slots=True)
class RoomsNotice:
    """Something that the user should know and may do something about."""

    number: int
    what: str
    todo: str = ""
    kind: str = "warn"


@dataclass(frozen=True, slots=True)
class DiscoveredServer:
    """An MPD server that announces itself in this network."""

    name: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class LibraryListing:
    """A folder of the library, or what a search found. `folders` and `songs` in the order of the leading room.

    `path` "" is the top; `searched` is what was searched for, "" for a folder.
    """

    path: str = ""
    searched: str = ""
    folders: tuple[str, ...] = ()
    songs: tuple[QueueSong, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingFiles:
    """The files that one room lacks while another has them; only the first few by name, `count` of them in all."""

    room: str
    count: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LibraryDifferences:
    """What a comparison of the libraries found; `running` while it goes on. Nothing lacking: they are the same."""

    running: bool = False
    compared: tuple[str, ...] = ()
    lacking: tuple[MissingFiles, ...] = ()


@dataclass(frozen=True, slots=True)
class UploadRow:
    """Files on their way to `room`. `done` and `size` in bytes; `stage`: copying, updating, finished, cancelled or
    failed, then with a `problem`."""

    room: str
    file: str = ""
    done: int = 0
    size: int = 0
    stage: str = "copying"
    problem: str = ""


@dataclass(frozen=True, slots=True)
class RoomsState:
    """Everything the tab shows, except `Sample`s. `listening`: where clients find the group, host:port, "" if nowhere;
    `reachable`: the same as other machines see it.

    `queue` is a new tuple only when the queue has changed. `events`: the latest last. `found`: None while nobody looks.
    `cue`: the one that is pending, with its moment.
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
    """One measurement of one room, for the plots: round trip in micros, skew and its uncertainty where known."""

    room: str
    at: Micros
    round_trip: Micros
    skew: Micros | None = None
    uncertainty: Micros | None = None
