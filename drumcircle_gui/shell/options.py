"""Converts the command line's options to values, for commands with and without a window."""

from __future__ import annotations

import argparse
import contextlib
import getpass
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from drumcircle_gui import settings
from drumcircle_gui.defaults import DEFAULT_PORT
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog, FileEventLog, NoEventLog
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.entry_messages import BY_ACCOUNT
from drumcircle_gui.settings import PracticeSettings
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import bpm_of, tempo_of_bpm

from .start.start_requests import LaunchCircle

if TYPE_CHECKING:
    from drumcircle_gui.directory.directory_client_io import DirectoryClient
    from drumcircle_gui.hub.hub_io import HubConfig
    from drumcircle_gui.mpd.config.config import RoomsConfig
    from drumcircle_gui.server.server_io import ServerConfig


def server_config(options: argparse.Namespace, paths: Paths, *, running: bool) -> ServerConfig:
    """The configuration of the server that the options of `conduct` describe."""
    from drumcircle_gui.server.server_io import ServerConfig

    if options.hub is None and options.entry == BY_ACCOUNT:
        raise DrumCircleError("Only a hub knows accounts.", "Launch it on a hub with --hub, or choose another --entry.")
    return ServerConfig(
        name=options.name or f"{login_name()}'s circle",
        bind=options.bind,
        port=DEFAULT_PORT if options.port is None else options.port,
        tempo=options.tempo or tempo_of_bpm(120),
        meter=Meter(options.beats or 16, options.cycles or 1),
        tls=options.tls,
        data_dir=paths.data,
        running=running,
        announce=announced(getattr(options, "announce", None)),
        entry=options.entry or ("invite" if options.headless else "knock"),
    )


def launch_config(launch: LaunchCircle, paths: Paths, entry: str) -> ServerConfig:
    """The configuration of the server for a circle that is launched here from the start page."""
    from drumcircle_gui.server.server_io import ServerConfig

    return ServerConfig(
        name=launch.name,
        port=launch.port,
        tempo=tempo_of_bpm(launch.tempo),
        meter=Meter(launch.beats, launch.cycles),
        data_dir=paths.data,
        entry=entry,
    )


def hub_config(options: argparse.Namespace, paths: Paths) -> HubConfig:
    """The configuration of the hub that the options of `hub` describe."""
    from drumcircle_gui.hub.hub_io import HubConfig
    from drumcircle_gui.hub.limits import HubLimits

    return HubConfig(
        data_dir=paths.data / "hub",
        name=options.name,
        bind=options.bind,
        port=options.port,
        public_host=options.public_address,
        tls=options.tls,
        recording=options.record,
        take_over=options.take_over,
        web_port=options.web_port,
        registered=options.registered,
        limits=HubLimits(**dict(options.limits)),
        certificate=options.certificate,
        private_key=options.private_key,
    )


@contextlib.asynccontextmanager
async def directory(address: HubAddress | None, paths: Paths) -> AsyncIterator[DirectoryClient]:
    """A client of the hub at `address`, or of the last one that was used. DrumCircleError if it cannot be reached.

    The hub's pin is stored, so that another server at the same address is noticed later.
    """
    from drumcircle_gui.directory.directory_client_io import open_directory

    kept, _ = settings.load(paths.settings)
    if address is None:
        if not kept.hubs.known:
            raise DrumCircleError("No hub is known yet.", "Name one with --hub HOST:PORT.")
        address = HubAddress.parse(kept.hubs.known[0][0])
    address = address if address.pin else address.with_pin(kept.hubs.pin(str(address)))
    async with open_directory(address, kept.hubs.token(str(address))) as client:
        hubs = kept.hubs.with_hub(str(client.address), client.address.pin)
        settings.save(msgspec.structs.replace(kept, hubs=hubs), paths.settings)
        yield client


def announced(hub: HubAddress | None) -> str:
    """The hub's address or link as text; "" for none."""
    if hub is None:
        return ""
    return hub.link("hub") if hub.pin else str(hub)


def rooms_config(options: argparse.Namespace, paths: Paths) -> tuple[RoomsConfig, Path]:
    """The rooms that the options of `rooms` and `rooms upload` name, and their file.

    DrumCircleError if the file is damaged or contains no rooms. The user's own file is created if it is missing.
    """
    from drumcircle_gui.mpd.config import config_io
    from drumcircle_gui.mpd.config.config import RoomsConfig

    file = options.config or paths.rooms
    if options.config is None and not file.exists():
        config_io.save(RoomsConfig(), file)
    config = config_io.read(file)
    if not config.rooms:
        raise DrumCircleError(f"There are no rooms in {file}.", "Add some there: the file explains itself.")
    return config, file


def recordings(options: argparse.Namespace, paths: Paths) -> Path | None:
    """The folder to record in; None with `--no-record`."""
    return paths.recordings if getattr(options, "record", True) else None


def practice_settings(options: argparse.Namespace, kept: PracticeSettings) -> PracticeSettings:
    """The options of `practice`, with the settings of the last practice for those that are missing."""
    tempo, beats, bots = (getattr(options, name, None) for name in ("tempo", "beats", "bots"))
    return replace(
        kept,
        tempo=bpm_of(tempo) if tempo else kept.tempo,
        beats=beats or kept.beats,
        bots=kept.bots if bots is None else bots,
    )


def login_name() -> str:
    """The user's login name, for users who gave no name."""
    try:
        return getpass.getuser().capitalize()[:24]
    except (OSError, KeyError, ImportError):  # the first since Python 3.13; the last on Windows
        return "Player"


@contextlib.contextmanager
def reporting(path: Path | None) -> Iterator[EventLog]:
    """A context with a report at `path`, which is closed at the end. DrumCircleError if it cannot be written."""
    if path is None:
        yield NoEventLog()
        return
    try:
        report = FileEventLog(path)
    except OSError as error:
        raise DrumCircleError(f"The report cannot be written to {path} ({error.strerror}).") from None
    try:
        yield report
    finally:
        report.close()


def hub_launch(options: argparse.Namespace) -> LaunchCircle:
    """The circle that the options of `conduct --hub` describe."""
    here = server_config(options, Paths.of_user(), running=False)
    meter = here.meter
    tempo = bpm_of(here.tempo)
    return LaunchCircle(
        *(here.name, 0, tempo, meter.beats, meter.cycles, str(options.hub)),
        entry=options.entry or "invite",
        conductor=options.member or "",
        about=options.about,
        listed=options.listed,
    )
