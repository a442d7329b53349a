"""Commands for users of a hub: accounts, circles launched and listed there, and their recordings.

Each returns the text to print. Passwords are typed, never given as options.
"""

import argparse
import asyncio
import getpass
import json
from collections.abc import Awaitable, Callable

import msgspec

from drumcircle_gui import settings
from drumcircle_gui.directory.directory_client_io import DirectoryClient
from drumcircle_gui.directory.listing_text import listing_as_json, listing_lines
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.directory import CreateCircle, LogOut, Register

from .options import directory, login_name, server_config


async def create_circle(options: argparse.Namespace, paths: Paths) -> str:
    """Have a hub host a circle, without joining it; return its invites as JSON."""
    here = server_config(options, paths, running=False)
    request = CreateCircle(here.name, here.tempo, here.meter, options.about, options.entry or "invite", options.listed)
    async with directory(options.hub, paths) as client:
        player, conductor = await client.create(request)
    return json.dumps({"invite": str(player), "conductor_invite": str(conductor)})


async def list_circles(options: argparse.Namespace, paths: Paths) -> str:
    """The circles of a hub, as lines of text or of JSON."""
    async with directory(options.hub, paths) as client:
        found = await client.circles(" ".join(options.search))
    rows = found.rows or ()
    if options.json:
        return "\n".join(json.dumps(listing_as_json(row, client.address)) for row in rows)
    none = "No circle there has these words." if options.search else "No circles are listed there now."
    return "\n".join(listing_lines(rows)) or none


async def fetch_recordings(options: argparse.Namespace, paths: Paths) -> str:
    """Fetch a circle's recordings from a hub's page; return the result of each."""
    from drumcircle_gui.directory.recordings_fetch_io import fetch
    from drumcircle_gui.recording.library_io import missing_loops

    folder, web = options.to or paths.recordings, options.web or f"https://{options.invite.host}"
    fetched = await asyncio.to_thread(fetch, web, options.invite, folder)
    lines = [f"{each.file}: {each.outcome}" for each in fetched]
    for file in (each.file for each in fetched if each.file.parent == folder):
        missing = await asyncio.to_thread(missing_loops, file)
        lines += [f"{file}: the loop “{name}” is missing, because the hub does not keep its file" for name in missing]
    return "\n".join(lines) or "The hub has no recordings of this circle."


async def account_command(options: argparse.Namespace, paths: Paths) -> str:
    """Carry out the command; return a sentence about the result. Raises DrumCircleError."""
    async with directory(options.hub, paths) as client:
        if not client.registered:
            raise DrumCircleError(f"The hub at {client.address} keeps no accounts.", "You need none there.")
        match options.action:
            case "register":
                return await _register(client, options, paths)
            case "login":
                return await _log_in(client, options, paths)
            case "password":
                request = LogOut(await _typed("Password"), await _typed_twice("New password"))
                await client.log_out(request)
            case _:
                await client.log_out(LogOut())
        _keep_token(client, paths, "")
    return "You are logged out everywhere."


async def _register(client: DirectoryClient, options: argparse.Namespace, paths: Paths) -> str:
    name = options.name or login_name()
    answer = await client.register(Register(name, options.mail, await _typed_twice("Password"), options.code))
    _keep_token(client, paths, answer.token)
    if answer.state == "enabled":  # the code was the right one
        return f"{name} is registered and logged in, as the hub's first administrator."
    return f"{name} is registered, and waits for an administrator's approval. It is logged in as soon as that is given."


async def _log_in(client: DirectoryClient, options: argparse.Namespace, paths: Paths) -> str:
    answer = await client.log_in(options.name or login_name(), await _typed("Password"))
    _keep_token(client, paths, answer.token)
    return f"{answer.name} is logged in as {answer.role}."


def _keep_token(client: DirectoryClient, paths: Paths, token: str) -> None:
    kept, _ = settings.load(paths.settings)
    hubs = kept.hubs.with_token(str(client.address), token)
    settings.save(msgspec.structs.replace(kept, hubs=hubs), paths.settings)


async def _typed(what: str) -> str:
    try:
        return await asyncio.to_thread(getpass.getpass, f"{what}: ")
    except EOFError as error:
        raise DrumCircleError("No password was typed.", "Start this command in a terminal.") from error


async def _typed_twice(what: str) -> str:
    password = await _typed(what)
    if password != await _typed(f"{what} again"):
        raise DrumCircleError("The two passwords differ.", "Try again.")
    return password


COMMANDS: dict[str, Callable[[argparse.Namespace, Paths], Awaitable[str]]] = {
    "conduct": create_circle,
    "circles": list_circles,
    "fetch": fetch_recordings,
    "account": account_command,
}
"""The functions by the names of their commands."""
