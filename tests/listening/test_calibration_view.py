import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from drumcircle_gui.listening.calibration import MAX_SPREAD, MIN_TAPS, TapResult
from drumcircle_gui.listening.calibration_view import CalibrationDialog
from drumcircle_gui.listening.player_state import Calibrate, ListeningState, SetTrim, StrikePad
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.messages import AudioStatus
from drumcircle_gui.timing.units import Micros
from tests.player.conftest import DRUMS
from tests.tools.accessibility import nameless, out_of_reach

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def tapped(taps, late=None, spread=None, trim=0):
    return {"listening": ListeningState(trim=Micros(trim), tapping=TapResult(taps, late, spread))}


@pytest.fixture
def dialog(view, requests, qtbot):
    view.you.timing.click()
    dialog = view.findChild(CalibrationDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_calibration_runs_while_the_dialog_is_open(dialog, view, requests, qtbot):
    assert requests == [Calibrate(on=True)]
    dialog.done_button.click()
    assert requests == [Calibrate(on=True), Calibrate(on=False)]
    qtbot.waitUntil(lambda: view.findChild(CalibrationDialog) is None)


def test_escape_ends_the_calibration_and_it_can_be_opened_again(dialog, view, requests, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert requests[-1] == Calibrate(on=False)
    view.you.timing.click()
    assert requests[-1] == Calibrate(on=True)


def test_pad_and_keys_are_taps(dialog, requests, qtbot):
    qtbot.mousePress(dialog.pad, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_5):
        qtbot.keyClick(dialog.pad, key)
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Shift)
    assert [type(request) for request in requests[1:]] == [StrikePad] * 4


def test_a_key_held_down_is_one_tap(dialog, requests):
    for again in (False, True, True):
        QApplication.sendEvent(dialog, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, NO_MODIFIER, "j", again))
    assert len(requests) == 2


def test_a_trim_being_typed_is_not_overwritten(dialog, view, plays, requests, qtbot):
    dialog.trim.setFocus()
    dialog.trim.selectAll()
    qtbot.keyClicks(dialog.trim, "25")
    view.render(plays(tapped(3, trim=2_000)))
    assert dialog.trim.value() == 25
    assert requests[-1] == SetTrim(Micros(25_000))


def test_keys_do_not_strike_the_pads_behind_the_dialog(dialog, requests, qtbot):
    qtbot.keyClick(dialog.pad, Qt.Key.Key_A)
    assert len(requests) == 2


def test_the_dialog_shows_the_result_so_far(dialog, view, plays):
    silent = {"sound": SoundStatus(AudioStatus(None, 0, 0, Micros(0), "Plug it in."), DRUMS)}
    for beside, words in (
        (tapped(0), "Tap at least eight times."),
        (tapped(MIN_TAPS - 3), "3 more taps"),
        (tapped(9, 34_400, 8_200), "You tap 34 ms after the clicks (± 8 ms)."),
        (tapped(9, -34_400, 8_200), "You tap 34 ms before the clicks (± 8 ms)."),
        (tapped(9, 34_400, MAX_SPREAD + 1), "Your taps are not even yet. Go on tapping with the clicks."),
        (silent, "You cannot hear the clicks, because there is no sound. Plug it in."),
    ):
        view.render(plays(beside))
        assert dialog.says.text() == words


def test_the_measured_trim_can_be_accepted(dialog, view, plays, requests):
    view.render(plays(tapped(3)))
    assert not dialog.accept_trim.isEnabled()
    view.render(plays(tapped(9, 30_000, 8_000, trim=4_000)))
    assert dialog.accept_trim.text() == "Use 34 ms"
    dialog.accept_trim.click()
    assert requests[-1] == SetTrim(Micros(34_000))
    assert dialog.pad.hasFocus()


def test_the_trim_in_force_is_shown_and_can_be_typed(dialog, view, plays, requests, qtbot):
    view.render(plays(tapped(0, trim=-12_000)))
    assert (dialog.trim.value(), requests) == (-12, [Calibrate(on=True)])
    dialog.trim.setFocus()
    qtbot.keyClick(dialog.trim, Qt.Key.Key_Up)
    assert requests[-1] == SetTrim(Micros(-11_000))


def test_everything_has_a_name_and_can_be_reached_by_key(dialog, view, plays):
    view.render(plays(tapped(9, 30_000, 8_000)))
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []
