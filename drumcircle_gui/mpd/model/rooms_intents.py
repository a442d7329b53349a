"""Requests of the rooms' window. Pure."""

from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.timing.units import Micros


@dataclass(frozen=True, slots=True)
class RunMpdCommand:
    """Run one MPD command on the group, as a client would: ("playid", "7"), ("seekcur", "12.5")."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwitchRoom:
    """Switch a room on or off."""

    room: str
    on: bool


@dataclass(frozen=True, slots=True)
class SetVolumeTrim:
    """Set the points, -100 to 100, that are added to the group's volume in a room."""

    room: str
    trim: int


@dataclass(frozen=True, slots=True)
class SetOffset:
    """Set how much later a room is to sound (earlier if negative)."""

    room: str
    offset: Micros


@dataclass(frozen=True, slots=True)
class AddRoom:
    """Add an MPD server. `host`: a name, an address, or the path of a local socket. `folder`: where its music is, for
    uploads: a path on this machine, or [user@]host:path by SFTP."""

    name: str
    host: str
    port: int = 6600
    password: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class EditRoom:
    """Change the room called `room` to the values in `to`; its offset, trim and on/off state stay."""

    room: str
    to: AddRoom


@dataclass(frozen=True, slots=True)
class RemoveRoom:
    """Remove a room from the group."""

    room: str


@dataclass(frozen=True, slots=True)
class DiscoverRooms:
    """Start or stop looking for MPD servers in the local network. The search ends by itself."""

    on: bool


@dataclass(frozen=True, slots=True)
class BrowseLibrary:
    """List a folder of the library, "" for the top one. The result is `RoomsState.listing`."""

    path: str


@dataclass(frozen=True, slots=True)
class SearchLibrary:
    """Find songs with `text` in a tag or in the file name. The result is `RoomsState.listing`."""

    text: str


@dataclass(frozen=True, slots=True)
class CompareLibraries:
    """Compare the rooms' libraries. The result is `RoomsState.differences`."""


@dataclass(frozen=True, slots=True)
class UploadFiles:
    """Upload files and folders of this machine to one room, or to all rooms ("")."""

    paths: tuple[Path, ...]
    room: str = ""


@dataclass(frozen=True, slots=True)
class CopyMissingFiles:
    """Copy the files that `room` lacks from rooms that have them; "": for every room."""

    room: str = ""


@dataclass(frozen=True, slots=True)
class CancelUploads:
    """Cancel all uploads; files that are complete stay."""


@dataclass(frozen=True, slots=True)
class CueSong:
    """Start the song `id` of the queue in all rooms at local time `at`; None cancels the cue."""

    id: int
    at: Micros | None


@dataclass(frozen=True, slots=True)
class DismissRoomsNotice:
    """Hide the notice with this number."""

    notice: int


RoomsIntent = (
    RunMpdCommand | SwitchRoom | SetVolumeTrim | SetOffset | AddRoom | EditRoom | RemoveRoom | DiscoverRooms
    | BrowseLibrary | SearchLibrary | CompareLibraries | UploadFiles | CopyMissingFiles | CancelUploads
    | CueSong | DismissRoomsNotice
)  # fmt: skip
