"""The player's page, shown as it is in a window."""

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus
from drumcircle_gui.timing.units import Micros
from tests.tools.circle_snapshots import FERN, circle
from tests.tools.looks import give_look, show_page

SPEAKERS = AudioStatus("Speakers", 48_000, 256, Micros(11_400), "")
DRUMS = MidiStatus(("TD-17", "MPD218"), ("TD-17",), "")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Ignore Qt's warnings about window features that its offscreen platform does not support."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def plays():
    """Fern's player state, with changes of the circle and of other fields."""

    def state(beside=None, **changes):
        usual = {"sound": SoundStatus(SPEAKERS, DRUMS)}
        return PlayerState(circle(**{"me": FERN.id, "role": "player", **changes}), **(usual | (beside or {})))

    return state


@pytest.fixture
def view(request, qtbot, qapp: QApplication, plays):
    give_look(qapp, request)
    view = PlayerView()
    view.render(plays())
    show_page(view, request, qtbot)
    return view
