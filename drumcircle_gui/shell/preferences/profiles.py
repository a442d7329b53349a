"""Settings to pass on or to store under a name: without keys, invites and window places. Pure."""

import re

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.settings import Settings, parse, render

SUFFIX = ".drumcircle-settings"
MAX_NAME = 40
MAX_BYTES = 2**20
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^\.+|[. ]+$')


def exported(settings: Settings) -> bytes:
    """The settings as the contents of a file. Secrets (invites, hubs and accounts) and window places are left out."""
    return render(_without_secrets(settings))


def imported(now: Settings, data: bytes) -> Settings:
    """The settings in `data`; invites, hubs and windows are those of `now`. DrumCircleError if `data` is no
    such file."""
    try:
        found = parse(data)
    except DrumCircleError as error:
        raise DrumCircleError(
            "This file holds no settings of Drum Circle.", "Choose a file that was exported."
        ) from error
    return msgspec.structs.replace(
        found,
        player=msgspec.structs.replace(found.player, recent=now.player.recent),
        conductor=msgspec.structs.replace(found.conductor, hosted=now.conductor.hosted),
        hubs=now.hubs,
        windows=now.windows,
        updates=now.updates,
        links=now.links,
    )


def file_name(name: str) -> str:
    """The name of a profile's file; "" if the name has no usable characters."""
    safe = _UNSAFE.sub("", name.strip())[:MAX_NAME].strip()
    return safe + SUFFIX if safe else ""


def _without_secrets(settings: Settings) -> Settings:
    usual = Settings()
    return msgspec.structs.replace(
        settings,
        player=msgspec.structs.replace(settings.player, recent=()),
        conductor=msgspec.structs.replace(settings.conductor, hosted=(), address=""),
        hubs=usual.hubs,
        windows=usual.windows,
        updates=usual.updates,
        links=usual.links,
    )
