"""A player's page as the settings and the options have it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from drumcircle_gui.directory.joining import account_for
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.tasks import LoopThread

from .circle_screens import PlayerScreen
from .kept_settings import KeptSettings


def new_player_screen(
    network: LoopThread,
    invite: Invite,
    name: str,
    kept: KeptSettings,
    options: argparse.Namespace,
    report: EventLog,
    left: Callable[[], None],
    folder: Path | None,
) -> PlayerScreen:
    """The page; what the player chooses is kept. `folder`: where the circle is recorded."""
    listening = kept.listening(invite.circle, options)
    screen = PlayerScreen(
        *(network, invite, name, kept.engine(options), listening, report, left),
        *(folder, kept.keep_drums, account_for(invite, kept.now.hubs)),
    )
    kept.follow_page(screen.view, invite.circle)
    return screen
