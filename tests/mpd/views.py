"""Views of rooms for tests: shown in a window, with the requests that they make."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from drumcircle_gui.mpd.model.rooms_state import GroupState, Presence, QueueSong, RoomsState, RoomStatus
from drumcircle_gui.timing.units import SECOND, Micros
from drumcircle_gui.widgets.theme import DARK, Theme, apply_theme

QUIET = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Qt's warnings about window features that its offscreen platform does not support."""

KITCHEN = RoomStatus("Kitchen", "kitchen:6600", Presence.TOGETHER, playing="play", song="One", one_way=Micros(1_900))
TERRACE = replace(KITCHEN, name="Terrace", address="[fd00::7]:6601", offset=Micros(12_000), trim=98, one_way=None)
SONGS = tuple(
    QueueSong(n, f"a/{name}.ogg", name, "Anon", duration=Micros(n * SECOND))
    for n, name in enumerate(("One", "Two", "Three", "Four"), 11)
)


def state(**changes: Any) -> RoomsState:
    """Two rooms that play the second of four songs."""
    playing = GroupState("play", 1, 12, Micros(3 * SECOND), Micros(0), Micros(12 * SECOND), 60)
    return replace(RoomsState("localhost:6600", (KITCHEN, TERRACE), playing, SONGS, clients=2), **changes)


def shown(qtbot: Any, view: QWidget, size: tuple[int, int] = (1280, 800)) -> list[object]:
    """Show `view`; its requests are appended to the list."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet() or Theme.current() is not DARK:
        apply_theme(app, "dark")
    requests: list[object] = []
    view.requested.connect(requests.append)  # type: ignore[attr-defined]
    qtbot.addWidget(view)
    view.resize(*size)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return requests
