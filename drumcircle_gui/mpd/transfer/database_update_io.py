"""Makes a room's MPD read new files in its folder, and waits until it knows them."""

import asyncio
from collections.abc import Sequence

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost

from .control_client_io import ControlClient, control_client
from .local_folder_io import in_thread
from .paths import is_audio

POLL_EVERY_S = 0.1
"""Time between two queries whether an update is complete."""

MAX_FOLDERS = 16
"""If the files are in more folders than this, folders above them are updated instead."""

FILES_AT_ONCE = 100
"""Number of queries that are sent before the first answer is read."""


async def update_database(room: RoomConfig, files: Sequence[str]) -> None:
    """Update the room's database. Raises DrumCircleError if the room cannot be reached or refuses, or if it does not
    know the music among the `files` afterwards."""
    try:
        if room.host.startswith("@"):
            await in_thread(asyncio.run, _update_room(room, files))  # uvloop cannot connect there
        else:
            await _update_room(room, files)
    except ConnectionLost as lost:
        raise DrumCircleError(
            f"The MPD of {room.name} could not be asked to read the new files: {lost}.",
            "They are in its folder; update its database later.",
        ) from lost
    except AckError as refused:
        raise DrumCircleError(
            f"The MPD of {room.name} refuses to read the new files: {refused}.",
            "Its password needs the permission “control”.",
        ) from refused


def folders_of(files: Sequence[str]) -> list[str]:
    """The folders of the files, sorted; if more than MAX_FOLDERS, folders above them, at worst "" (the top)."""
    folders = {file.rpartition("/")[0] for file in files}
    while len(folders) > MAX_FOLDERS:
        deepest = max(folder.count("/") for folder in folders)
        folders = {folder.rpartition("/")[0] if folder.count("/") == deepest else folder for folder in folders}
    return sorted(folders)


async def _update_room(room: RoomConfig, files: Sequence[str]) -> None:
    async with control_client(room) as client:
        for folder in folders_of(files):
            await _wait_for(client, await _start_update(client, folder))
        unknown = await _unknown(client, [file for file in files if is_audio(file.rpartition("/")[2])])
    if unknown:
        more = f" and {len(unknown) - 1} others" if len(unknown) > 1 else ""
        raise DrumCircleError(
            f"MPD did not find {unknown[0]}{more}.", "Check that the room's folder is the music_directory of its MPD."
        )


async def _start_update(client: ControlClient, folder: str) -> int:
    """Start an update, and return the number of its job. MPD refuses while its queue of updates is full."""
    while True:
        try:
            return int(await client.call("update", *([folder] if folder else [])))
        except AckError as refused:
            if refused.code != AckCode.UPDATE_ALREADY:
                raise
            await asyncio.sleep(POLL_EVERY_S)


async def _wait_for(client: ControlClient, job: int) -> None:
    """Wait until MPD is idle or at a later job. Job numbers increase, and start again after 32768."""
    while True:
        running = (await client.call("status")).get("updating_db")
        if running is None or int(running) > job:
            return
        await asyncio.sleep(POLL_EVERY_S)


async def _unknown(client: ControlClient, files: Sequence[str]) -> list[str]:
    """The files that MPD does not have in its database."""
    unknown: list[str] = []
    for at in range(0, len(files), FILES_AT_ONCE):
        asked = files[at : at + FILES_AT_ONCE]
        answers = await asyncio.gather(*(client.call("listall", file) for file in asked), return_exceptions=True)
        for file, answer in zip(asked, answers, strict=True):
            if isinstance(answer, AckError) and answer.code == AckCode.NO_EXIST:
                unknown.append(file)
            elif isinstance(answer, BaseException):
                raise answer
    return unknown
