"""Reads and changes the user's account on a hub."""

import logging
from typing import cast

from drumcircle_gui.directory.directory_client_io import DirectoryClient, RequestDeclined, open_directory
from drumcircle_gui.directory.hub_address import KnownHub
from drumcircle_gui.protocol.directory import LogOut, Register

from .own_account import (
    AccountIntent,
    AskForAccount,
    EnterAccount,
    LeaveAccount,
    OwnAccount,
    RenewPassword,
    Standing,
)

log = logging.getLogger(__name__)

_REGISTERED = "Your account is waiting for an administrator's approval. Try again later."
"""The note for an account that was registered without a token, so that its state cannot be read."""


async def own_account(hub: KnownHub, token: str) -> OwnAccount:
    """The account that has `token`. DrumCircleError if the hub cannot be reached."""
    if not token:
        return OwnAccount(hub)
    async with open_directory(hub.address, token) as client:
        return await _shown(client, hub, token)


async def carry_out(account: OwnAccount, intent: AccountIntent) -> OwnAccount:
    """Carry out `intent`; return the account after it. DrumCircleError, with a text for the user, if the hub declines
    it or cannot be reached."""
    hub = account.hub
    async with open_directory(hub.address, account.token) as client:
        match intent:
            case EnterAccount(name, password):
                return await _shown(client, hub, (await client.log_in(name, password)).token)
            case AskForAccount(name, mail, password, code):
                answer = await client.register(Register(name, mail, password, code))
                return await own_account(hub, answer.token) if answer.token else OwnAccount(hub, problem=_REGISTERED)
            case RenewPassword(before, new):
                await client.log_out(LogOut(before, new))
                return await _again(client, account, new)
            case LeaveAccount(everywhere):
                await _leave(client, everywhere=everywhere)
                return OwnAccount(hub)


async def _leave(client: DirectoryClient, *, everywhere: bool) -> None:
    """Log out. No error if the login has ended already."""
    try:
        await (client.log_out(LogOut()) if everywhere else client.end_login())
    except RequestDeclined as error:
        log.info("logging out of %s: %s", client.address, error)
        if everywhere:
            raise


async def _again(client: DirectoryClient, account: OwnAccount, password: str) -> OwnAccount:
    """Log in after the password was changed. If the hub declines that, return a logged-out account with the reason."""
    try:
        token = (await client.log_in(account.name, password)).token
    except RequestDeclined as error:
        return OwnAccount(account.hub, problem=str(error))
    return await _shown(client, account.hub, token)


async def _shown(client: DirectoryClient, hub: KnownHub, token: str) -> OwnAccount:
    """The account of this connection. If the hub does not show it, a logged-out one with the reason: `token` may have
    ended, or the hub may be unable to read its accounts at present."""
    try:
        shown = (await client.show_account()).account
    except RequestDeclined as error:
        return OwnAccount(hub, token=token, problem=str(error))
    standing = cast(Standing, shown.state if shown.state in ("waiting", "enabled") else "none")
    return OwnAccount(hub, standing, shown.name, shown.mail, shown.role, token)
