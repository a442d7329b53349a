"""The status of a hub, for its HTTP pages."""

from pathlib import Path
from typing import TYPE_CHECKING

from drumcircle_gui.protocol.invite import bracketed
from drumcircle_gui.timing.units import local_micros

from .circle_folders_io import CircleFolders
from .web.status import HubFigures, PublicCircle, PublicStatus, public_circle

if TYPE_CHECKING:
    from .hub_io import Hub


class HubStatus:
    """Provides the data of a hub to its WebServer."""

    def __init__(self, hub: "Hub", name: str, folders: CircleFolders) -> None:
        self._hub, self._name, self._folders = hub, name, folders

    def status(self) -> PublicStatus:
        address = f"{bracketed(self._hub.host)}:{self._hub.port}"
        return PublicStatus(hub=self._name, address=address, circles=tuple(self._circles()))

    def figures(self) -> HubFigures:
        return self._hub.figures

    def conductor_key(self, circle: str) -> str:
        record = self._folders.record(circle)
        return record.conductor_key if record is not None else ""

    def recordings(self, circle: str) -> list[Path]:
        return self._folders.recording_files(circle)

    def _circles(self) -> list[PublicCircle]:
        hub, found = self._hub, []
        for listing in hub.listings.find("", 0, local_micros()).rows or ():
            circle = hub.circles.get(listing.id)
            trips = circle.round_trips if circle is not None else ()
            found.append(public_circle(listing, hub.host, hub.port, hub.pin, trips))
        return found
