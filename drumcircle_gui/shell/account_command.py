"""`drumcircle account`: register with a hub, log in and out. Passwords are typed, never given as options."""

import argparse
import asyncio
import getpass

import msgspec

from drumcircle_gui import settings
from drumcircle_gui.directory.directory_client_io import DirectoryClient
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.directory import LogOut, Register

from .options import directory, login_name


async def account_command(options: argparse.Namespace, paths: Paths) -> str:
    """Carry out the command; a sentence about what was done. DrumCircleError."""
    async with directory(options.hub, paths) as client:
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
    if answer.state == "enabled":
        return f"{name} is registered and logged in."
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
    return await asyncio.to_thread(getpass.getpass, f"{what}: ")


async def _typed_twice(what: str) -> str:
    password = await _typed(what)
    if password != await _typed(f"{what} again"):
        raise DrumCircleError("The two passwords differ.", "Try again.")
    return password
