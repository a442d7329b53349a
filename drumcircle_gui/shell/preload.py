"""Imports the other pages and dialogs in the background after the first page is painted, so that they too
open at once."""

import importlib
import logging
import sys
import threading

log = logging.getLogger(__name__)

THREAD = "preload"
PAGES = (
    "drumcircle_gui.qt.error_report_view",
    "drumcircle_gui.shell.circle_screens",
    "drumcircle_gui.shell.screens",
    "drumcircle_gui.shell.preferences.preferences_view",
    "drumcircle_gui.shell.preferences.profiles_view",
    "drumcircle_gui.shell.preferences.quick_start_view",
    "drumcircle_gui.guide.guide_view",
)


def preload_pages() -> None:
    """Import the pages on a separate thread. Opening a page meanwhile waits for the rest of the import.

    So does the end of the program, because ending a thread during an import can hang the interpreter.
    """
    log.info("the first page is painted")
    if not sys.modules.keys() >= set(PAGES):
        threading.Thread(target=_import_pages, name=THREAD).start()


def _import_pages() -> None:
    try:
        for page in PAGES:
            importlib.import_module(page)
    except ImportError as error:  # the page that needs it says so when it is opened
        log.warning("the pages cannot be loaded", exc_info=error)
