"""Music to rooms without anything else: nobody needs to keep them together meanwhile."""

from collections.abc import Callable, Sequence
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomsConfig
from drumcircle_gui.mpd.model.rooms_state import UploadRow

from .database_update_io import update_database
from .upload_io import Uploads


async def send_files(
    config: RoomsConfig, paths: Sequence[Path], room: str | None, on_progress: Callable[[tuple[UploadRow, ...]], None]
) -> tuple[UploadRow, ...]:
    """Files and folders to one room, or to all that have a folder; how that ended. DrumCircleError if there is none."""
    folders = folders_of(config, room)

    async def update(name: str, files: tuple[str, ...]) -> None:
        known = config.room(name)
        assert known is not None
        await update_database(known, files)

    return await Uploads(update, on_progress).upload(paths, folders)


def folders_of(config: RoomsConfig, room: str | None) -> dict[str, str]:
    """The folder of that room, or of all that have one. DrumCircleError if there is none."""
    names = ", ".join(known.name for known in config.rooms)
    if room is None:
        folders = {known.name: known.folder for known in config.rooms if known.folder}
    else:
        folders = {known.name: known.folder for known in config.rooms if known.name == room}
        if not folders:
            raise DrumCircleError(f"There is no room called {room}.", f"There are {names}.")
    if not folders:
        raise DrumCircleError("No folder is known for the music of any room.", "Say in their file where it lies.")
    return folders
