from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.mpd.model.rooms_intents import SetOffset
from drumcircle_gui.mpd.view.dialogs import tap_offset_view
from drumcircle_gui.mpd.view.dialogs.tap_offset_view import TapDialog
from drumcircle_gui.timing.units import Micros
from tests.mpd.views import KITCHEN, QUIET, TERRACE, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot):
    view = TapDialog("Terrace")
    view.requests = shown(qtbot, view)
    view.render(state())
    return view


def tap(dialog, first, late=0, number=12, period=500_000, slips=(0,)):
    for beat in range(first, first + number):
        dialog.tap(Micros(beat * period + late + slips[beat % len(slips)]))


def test_taps_in_both_rooms_give_the_offset(dialog, qtbot):
    assert not dialog.take.isEnabled()
    tap(dialog, 0)
    qtbot.mouseClick(dialog.there, LEFT)
    tap(dialog, 30, late=31_000)
    assert dialog.status.text() == "Terrace sounds 31 ms later (±0 ms)."
    assert dialog.take.text() == "Set the offset to \u221219 ms"
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.requests == [SetOffset("Terrace", Micros(-19_000))]
    assert not dialog.take.isEnabled()


def test_the_status_says_what_to_do_next(dialog, qtbot):
    assert "the other room: at least eight taps" in dialog.status.text()
    tap(dialog, 0, number=3)
    assert dialog.status.text() == "5 more taps"
    tap(dialog, 3)
    assert "go to Terrace" in dialog.status.text()
    qtbot.mouseClick(dialog.there, LEFT)
    assert "in Terrace: at least eight taps" in dialog.status.text()
    tap(dialog, 30, period=700_000)
    assert "different speeds" in dialog.status.text()


def test_a_room_may_be_early_and_a_third_round_makes_the_result_more_exact(dialog, qtbot):
    slips = (9_000, -14_000, 3_000, 12_000, -8_000)
    tap(dialog, 0, slips=slips)
    qtbot.mouseClick(dialog.there, LEFT)
    tap(dialog, 40, late=-60_000, slips=slips)
    assert "earlier" in dialog.status.text()
    assert "more exact result" in dialog.status.text()
    qtbot.mouseClick(dialog.here, LEFT)
    tap(dialog, 80, slips=slips)
    assert "more exact result" not in dialog.status.text()


def test_irregular_taps_give_no_offset(dialog, qtbot):
    slips = (160_000, -170_000, 30_000)
    tap(dialog, 0, slips=slips)
    qtbot.mouseClick(dialog.there, LEFT)
    tap(dialog, 30, slips=slips)
    assert "vary too much" in dialog.status.text()
    assert not dialog.take.isEnabled()


def test_pad_and_keys_tap_at_the_moment(dialog, qtbot, monkeypatch):
    moments = iter(Micros(n) for n in (5, 7, 9))
    monkeypatch.setattr(tap_offset_view, "local_micros", lambda: next(moments))
    qtbot.mouseClick(dialog.pad, LEFT)
    qtbot.keyClick(dialog, Qt.Key.Key_J)
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Space)
    assert dialog._tapping.rounds[0].taps == (5, 7, 9)
    qtbot.mouseClick(dialog.again, LEFT)
    assert dialog._tapping.rounds[0].taps == ()


def test_an_offset_that_changes_meanwhile_counts(dialog, qtbot):
    tap(dialog, 0)
    qtbot.mouseClick(dialog.there, LEFT)
    tap(dialog, 30, late=31_000)
    dialog.render(state(rooms=(replace(TERRACE, offset=Micros(50_000)),)))
    assert dialog.take.text() == "Set the offset to +19 ms"


def test_it_closes_when_the_room_is_gone(dialog):
    dialog.render(state(rooms=(KITCHEN,)))
    assert not dialog.isVisible()
