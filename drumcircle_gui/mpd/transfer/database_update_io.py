"""Lets an MPD look for files that have been put into its folder, and waits until it knows them."""

import asyncio
from collections.abc import Sequence

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost, MpdConnection

from .paths import is_audio

POLL_EVERY_S = 0.1
"""Seconds after which it is asked again whether it is done."""
MAX_FOLDERS = 16
"""More than so many it does not look through one by one."""
FILES_PER_LIST = 100


async def update_database(room: RoomConfig, files: Sequence[str]) -> None:
    """On a connection of its own. DrumCircleError if the room cannot be reached, or does not know the music among the
    `files` in the end."""
    try:
        line = await MpdConnection.open(room.host, room.port, room.password)
        try:
            await update(line, files)
        finally:
            line.close()
    except ConnectionLost as lost:
        raise DrumCircleError(f"The MPD of {room.name} could not be told of the files: {lost}.") from lost
    except AckError as refused:
        words = refused.text.decode(errors="replace")
        raise DrumCircleError(f"The MPD of {room.name} will not look for the files: {words}.") from refused


async def update(line: MpdConnection, files: Sequence[str]) -> None:
    """On a connection that may do so. Lost or Refused as it may be; DrumCircleError if the files are not found."""
    for folder in folders_of(files):
        await _finished(line, await _begun(line, folder))
    if unknown := await _unknown(line, [file for file in files if is_audio(file.rpartition("/")[2])]):
        more = f" and {len(unknown) - 1} others" if len(unknown) > 1 else ""
        raise DrumCircleError(
            f"MPD did not find {unknown[0]}{more}.", "See that the room's folder is its music_directory."
        )


def folders_of(files: Sequence[str]) -> list[str]:
    """The folders in which the files lie, in order; if they are many, those above them, at worst the top, ""."""
    folders = {file.rpartition("/")[0] for file in files}
    while len(folders) > MAX_FOLDERS:
        deepest = max(folder.count("/") for folder in folders)
        folders = {folder.rpartition("/")[0] if folder.count("/") == deepest else folder for folder in folders}
    return sorted(folders)


async def _begun(line: MpdConnection, folder: str) -> int:
    """Number of the job that looks through the folder."""
    while True:
        try:
            (body,) = (await line.ask(request("update", *([folder] if folder else [])))).checked()
        except AckError as refused:
            if refused.code != AckCode.UPDATE_ALREADY:  # as many as it can do are waiting
                raise
            await asyncio.sleep(POLL_EVERY_S)
        else:
            return int(body.split()[-1])


async def _finished(line: MpdConnection, job: int) -> None:
    """MPD tells the one that it is at; they are numbered, and begin anew some day."""
    while True:
        (body,) = (await line.ask(request("status"))).checked()
        at = next((int(said[12:]) for said in body.splitlines() if said.startswith(b"updating_db:")), None)
        if at is None or at > job:
            return
        await asyncio.sleep(POLL_EVERY_S)


async def _unknown(line: MpdConnection, files: Sequence[str]) -> list[str]:
    unknown: list[str] = []
    rest = list(files)
    while rest:
        asked = rest[:FILES_PER_LIST]
        _, refused = (await line.ask(*(request("listall", file) for file in asked)))[:2]
        if refused is not None:
            error, index = refused
            if error.code != AckCode.NO_EXIST:
                raise error
            unknown.append(asked[index])
        rest = rest[refused[1] + 1 if refused else FILES_PER_LIST :]
    return unknown
