"""What the rooms' tab asks for. Pure."""

from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.timing.units import Micros


@dataclass(frozen=True, slots=True)
class RunMpdCommand:
    """One command of MPD's own, to the group, as any client could give it: ("playid", "7"), ("pause",), ("next",),
    ("seekcur", "12.5"), ("setvol", "60"), ("add", "Jazz/So What.flac"), ("deleteid", "7"), ("moveid", "7", "2"),
    ("clear",), ("random", "1")."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwitchRoom:
    """A room on or off."""

    room: str
    on: bool


@dataclass(frozen=True, slots=True)
class SetVolumeTrim:
    """A room's volume beside the group's, in points from -100 to 100."""

    room: str
    trim: int


@dataclass(frozen=True, slots=True)
class SetOffset:
    """How much later a room's sound is wanted (earlier, if negative)."""

    room: str
    offset: Micros


@dataclass(frozen=True, slots=True)
class AddRoom:
    """`folder`: where its music lies, if files are to be uploaded: a path here, or [user@]host:path by SFTP."""

    name: str
    host: str
    port: int = 6600
    password: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class EditRoom:
    """The room called `room` becomes what `to` says; offset, trim and on stay."""

    room: str
    to: AddRoom


@dataclass(frozen=True, slots=True)
class RemoveRoom:
    room: str


@dataclass(frozen=True, slots=True)
class DiscoverRooms:
    """Look for servers in this network, or stop that."""

    on: bool


@dataclass(frozen=True, slots=True)
class BrowseLibrary:
    """A folder of the library, "" for the top; the answer is the state's `listing`."""

    path: str


@dataclass(frozen=True, slots=True)
class SearchLibrary:
    """Songs with `text` in any tag or in their names; the answer is the state's `listing`."""

    text: str


@dataclass(frozen=True, slots=True)
class CompareLibraries:
    """The rooms' libraries; the answer is the state's `differences`."""


@dataclass(frozen=True, slots=True)
class UploadFiles:
    """Files and folders of this machine to one room, or to all that have a folder ("")."""

    paths: tuple[Path, ...]
    room: str = ""


@dataclass(frozen=True, slots=True)
class CopyMissingFiles:
    """What `room` lacks is copied to it from rooms that have it; "": all rooms get what they lack."""

    room: str = ""


@dataclass(frozen=True, slots=True)
class CancelUploads:
    """What is under way is taken back; what has arrived stays."""


@dataclass(frozen=True, slots=True)
class CueSong:
    """The song `id` of the queue is to begin in all rooms at the moment `at`; None takes a cue back."""

    id: int
    at: Micros | None


@dataclass(frozen=True, slots=True)
class DismissRoomsNotice:
    notice: int


RoomsIntent = (
    RunMpdCommand | SwitchRoom | SetVolumeTrim | SetOffset | AddRoom | EditRoom | RemoveRoom | DiscoverRooms
    | BrowseLibrary | SearchLibrary | CompareLibraries | UploadFiles | CopyMissingFiles | CancelUploads
    | CueSong | DismissRoomsNotice
)  # fmt: skip
