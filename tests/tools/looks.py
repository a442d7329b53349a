"""How the pages of a test look: as in the program, or plain, which takes half as long.

Most tests ask what a page says and requests. Only sizes, places and pictures depend on the style sheet and on painting;
tests of these are marked `styled`.
"""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drumcircle_gui.widgets.theme import DARK, Theme, apply_theme


def give_look(app: QApplication, request: pytest.FixtureRequest) -> None:
    """Give `app` the dark theme: its colours and font, and its style sheet if the test is marked `styled`."""
    if _styled(request):
        apply_theme(app, "dark")
    elif app.styleSheet() or Theme.current() is not DARK:
        apply_theme(app, "dark")
        app.setStyleSheet("")


def show_page(page: QWidget, request: pytest.FixtureRequest, qtbot: QtBot, size: tuple[int, int] = (1440, 860)) -> None:
    """Show `page` in an active window of this size, and paint it if the test is marked `styled`."""
    qtbot.addWidget(page)
    page.resize(*size)
    page.setUpdatesEnabled(_styled(request))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def _styled(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("styled") is not None
