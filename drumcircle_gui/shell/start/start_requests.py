"""The requests of the start page."""

from dataclasses import dataclass, field
from pathlib import Path

from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import Appearance


@dataclass(frozen=True, slots=True)
class LaunchCircle:
    """Launch a circle on this machine, listed on the hub `announce`; or on `hub` with this `entry`. Both are addresses,
    "" for none. `tempo` in beats per minute; `conductor`: the user's name for other members.

    On a hub: `about`: a line for the hub's list; `listed`: whether the circle is in that list.
    """

    name: str
    port: int
    tempo: float
    beats: int
    cycles: int
    hub: str = ""
    entry: str = "invite"
    announce: str = ""
    conductor: str = ""
    about: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class ConductElsewhere:
    """Conduct the circle of a conductor's invite, on another machine, as `name`."""

    invite: Invite
    name: str


@dataclass(frozen=True, slots=True)
class JoinCircle:
    """Play in the circle of `invite`, as `name`."""

    invite: Invite
    name: str


@dataclass(frozen=True, slots=True)
class OpenRecordings:
    """Open the recordings page, or the recap of the recording in the file `recap`."""

    recap: Path | None = None


@dataclass(frozen=True, slots=True)
class OpenPractice:
    """Open the practice page."""


@dataclass(frozen=True, slots=True)
class ForgetCircle:
    """Remove an invite from the circles you were in."""

    invite: str


@dataclass(frozen=True, slots=True)
class ForgetHosted:
    """Remove a conductor's invite from the circles that you conduct on hubs."""

    invite: str


@dataclass(frozen=True, slots=True)
class AddHub:
    """Look for circles on one more hub, from now on."""

    address: HubAddress


@dataclass(frozen=True, slots=True)
class OpenAdministration:
    """Open the page of a hub's accounts, as the administrator who is logged in with `token`."""

    hub: KnownHub
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenRooms:
    """Open the rooms page."""


StartRequest = (
    LaunchCircle
    | ConductElsewhere
    | JoinCircle
    | OpenRecordings
    | OpenPractice
    | ForgetCircle
    | ForgetHosted
    | AddHub
    | OpenRooms
    | OpenAdministration
    | Appearance
)
