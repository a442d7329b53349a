"""Starts the command of the command line, with or without a window. Imports only what that command needs."""

import argparse
import logging
import os
import platform

from drumcircle_gui import __version__
from drumcircle_gui.error_hooks import ErrorHooks
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.logs import Log, log_level
from drumcircle_gui.paths import Paths

log = logging.getLogger(__name__)

WINDOWS = {"start", "demo", "open", "practice"}
WINDOWS_UNLESS_HEADLESS = {"conduct", "join", "rooms"}


def launch(options: argparse.Namespace) -> int:
    """Run the command that `options` name; returns the exit status. DrumCircleError if it cannot be done."""
    level = log_level(os.environ, verbose=options.verbose)
    paths = Paths.within(options.data_dir) if options.data_dir else Paths.of_user()
    with Log(paths.logs, options.command, level), ErrorHooks() as hooks:
        log.info("Drum Circle %s, Python %s, %s", __version__, platform.python_version(), platform.platform())
        if opens_window(options):
            return _open_window(options, paths, hooks)
        from drumcircle_gui.commands import carry_out

        return carry_out(options, paths, hooks)


def opens_window(options: argparse.Namespace) -> bool:
    """Whether the command opens a window."""
    if options.command in WINDOWS:
        return True
    headless = options.command not in WINDOWS_UNLESS_HEADLESS or options.headless
    return not headless and getattr(options, "script", None) is None


def _open_window(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    try:
        from drumcircle_gui.qt.quick_imports import import_quickly

        import_quickly()
        from drumcircle_gui.shell.window import run
    except ImportError as error:
        log.info("Qt cannot be loaded", exc_info=error)
        raise DrumCircleError(
            f"No window can be opened: {error}.", "Run `drumcircle doctor`: it says what to install."
        ) from error
    return run(options, paths, hooks)
