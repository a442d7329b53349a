"""The recap page."""

import pytest
from PySide6.QtGui import QGuiApplication

from drumcircle_gui.recap.recap_state import DismissRecapNotice, PlayCycle, RecapNotice, RecapState
from drumcircle_gui.recap.recap_view import RecapView
from tests.tools.accessibility import nameless

from .test_recap import recap


@pytest.fixture
def view(qtbot):
    view = RecapView()
    qtbot.addWidget(view)
    view.resize(910, 472)
    view.render(RecapState("Oak"))
    view.asked = []
    view.requested.connect(view.asked.append)
    return view


def test_it_begins_with_the_tightest_cycle(view):
    assert not view.play.isEnabled() and view.cycles.current() is None
    view.render(RecapState("Oak", recap()))
    assert view.cycles.current() == 2
    assert view.cycle.text() == "Cycle 3, at 0:04"
    assert view.figure.text() == "the tightest · on the beat, give or take 0 ms"
    assert view.about.text() == "Oak · 4 cycles · together within 8 ms"
    assert view.players.text() == "Fern: on the beat, give or take 0 ms\nMoß: private"
    assert nameless(view) == []


def test_a_cycle_is_played_and_another_one_follows_the_choice(view):
    view.render(RecapState("Oak", recap()))
    view.play.click()
    view.render(RecapState("Oak", view._state.recap, playing=2))
    assert view.play.text() == "Stop"
    view.cycles.choose(0)
    view.best.click()
    view.play.click()
    view.back.click()
    assert view.asked == [PlayCycle(2), PlayCycle(0), *[PlayCycle(None)] * 2]


def test_the_saved_file_can_be_pasted(view, tmp_path):
    view.render(RecapState("Oak", recap(), saved=tmp_path / "loop.wav", notice=RecapNotice("It was saved.", bad=False)))
    view.copy.click()
    assert [url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()] == [str(tmp_path / "loop.wav")]
    view.notices.dismiss_shown()
    assert view.asked == [DismissRecapNotice()]
