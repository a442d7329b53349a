"""The conductor's page, shown as it is in a window."""

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.conductor.conductor_state import ConductorState, Hosting
from drumcircle_gui.conductor.conductor_view import ConductorView
from tests.tools.circle_snapshots import INVITE, circle
from tests.tools.looks import give_look, show_page


def pytest_itemcollected(item: pytest.Item) -> None:
    """Ignore Qt's warnings about window features that its offscreen platform does not support."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def here():
    """The state of a circle whose server runs here."""

    def state(**changes):
        return ConductorState(circle(**changes), Hosting(INVITE, INVITE))

    return state


@pytest.fixture
def view(request, qtbot, qapp: QApplication, here):
    give_look(qapp, request)
    view = ConductorView()
    view.render(here())
    show_page(view, request, qtbot)
    return view
