"""Uploads files to rooms for the command line, without keeping the rooms in sync meanwhile."""

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
    """Upload files and folders to one room, or to all; return the final rows. Raises DrumCircleError if there is no
    room to upload to."""
    folders = target_folders(config, room)

    async def update(name: str, files: tuple[str, ...]) -> None:
        known = config.room(name)
        assert known is not None
        await update_database(known, files)

    return await Uploads(update, on_progress).upload(paths, folders)


def target_folders(config: RoomsConfig, room: str | None) -> dict[str, str]:
    """The folder of `room`, or of all rooms if None; "" for a room whose folder is unknown, so that its upload fails
    with a message. Raises DrumCircleError if there is no such room, or no folder is known at all."""
    folders = {known.name: known.folder for known in config.rooms if room in (None, known.name)}
    if room is not None and not folders:
        names = ", ".join(known.name for known in config.rooms)
        raise DrumCircleError(f"There is no room called {room}.", f"The rooms are {names}.")
    if not any(folders.values()):
        raise DrumCircleError(
            "The folder of the rooms' music is not known.", "Edit a room, and enter the folder where its music is."
        )
    return folders
