"""How the pages of a test look: as in the program, or in a plain look that is built in two thirds of the time."""

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.widgets.theme import DARK, Theme, apply_theme


def give_look(app: QApplication, request: pytest.FixtureRequest) -> None:
    """Give `app` the dark theme: its colours and font, and for a test marked `styled` its style sheet, too.

    Most tests ask what a page says and requests. Only sizes, places and pictures depend on the style sheet, which makes
    up a third of the work of building a page.
    """
    if request.node.get_closest_marker("styled"):
        apply_theme(app, "dark")
    elif app.styleSheet() or Theme.current() is not DARK:
        apply_theme(app, "dark")
        app.setStyleSheet("")
