from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from drumcircle_gui.widgets.mixer_panel import FULL, FURTHEST, ROW_HEIGHT, SIDES, STEP, MixerPanel, MixerRow
from drumcircle_gui.widgets.theme import Theme
from tests.tools.accessibility import nameless, out_of_reach

FERN, REED = MixerRow(2, "Fern", 1), MixerRow(3, "Reed", 2, level=40, pan=-50, muted=True, silent=True)


@pytest.fixture
def mixer(show):
    mixer = MixerPanel()
    mixer.render((FERN, REED))
    return show(mixer, 400, 200)


@pytest.fixture
def requests(mixer):
    requested = []
    mixer.changed.connect(requested.append)
    return requested


def strip(mixer, row):
    return mixer._strips[row.id]


def names(mixer):
    """The names shown, from top to bottom."""
    shown = sorted(mixer._strips.values(), key=lambda strip: strip.y())
    return [strip.row.name for strip in shown]


def test_each_row_shows_the_state_of_a_player(mixer):
    reed = strip(mixer, REED)
    assert (reed.level.value(), reed.pan.value()) == (40, -50)
    assert (reed.mute.isChecked(), reed.solo.isChecked()) == (True, False)
    assert reed.who.accessibleName() == "Reed, silent"
    assert strip(mixer, FERN).who.accessibleName() == "Fern"


def test_everything_has_a_name_and_can_be_reached_by_key(mixer):
    assert nameless(mixer) == []
    assert out_of_reach(mixer) == []
    assert strip(mixer, FERN).mute.accessibleName() == "Mute Fern for yourself"


def test_a_silent_player_has_a_ring_instead_of_a_dot(mixer, colours):
    for row, filled in ((FERN, True), (REED, False)):
        who = strip(mixer, row).who
        middle = who.grab().toImage().pixelColor(6, who.height() // 2).name()
        assert (middle == Theme.current().player(row.colour).name()) == filled


def test_faders_and_buttons_emit_the_changed_row(mixer, requests, qtbot):
    fern = strip(mixer, FERN)
    qtbot.keyClick(fern.level, Qt.Key.Key_Left)
    qtbot.keyClick(fern.pan, Qt.Key.Key_Right)
    qtbot.mouseClick(fern.mute, Qt.MouseButton.LeftButton)
    qtbot.keyClick(fern.solo, Qt.Key.Key_Space)
    louder = replace(FERN, level=FULL - STEP)
    aside = replace(louder, pan=STEP)
    muted = replace(aside, muted=True)
    assert requests == [louder, aside, muted, replace(muted, solo=True)]


def test_faders_have_limits(mixer, requests, qtbot):
    fern = strip(mixer, FERN)
    for key, least, most in ((fern.level, 0, FURTHEST), (fern.pan, -SIDES, SIDES)):
        qtbot.keyClick(key, Qt.Key.Key_Home)
        assert key.value() == least
        qtbot.keyClick(key, Qt.Key.Key_End)
        assert key.value() == most


def test_a_double_click_resets_a_fader(mixer, requests, qtbot):
    reed = strip(mixer, REED)
    qtbot.mouseDClick(reed.level, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(reed.pan, Qt.MouseButton.LeftButton)
    assert requests[-1] == replace(REED, level=FULL, pan=0)


def test_rendering_emits_nothing(mixer, requests):
    mixer.render((FERN, replace(REED, level=10, pan=30, muted=False, solo=True)))
    assert strip(mixer, REED).level.value() == 10
    assert requests == []


def test_a_fader_being_moved_is_not_overwritten(mixer, qtbot):
    fern = strip(mixer, FERN)
    fern.level.setFocus()
    qtbot.keyClick(fern.level, Qt.Key.Key_Left)
    mixer.render((FERN, REED))
    assert fern.level.value() == FULL - STEP


def test_known_players_keep_their_rows_and_new_ones_come_last(mixer, qtbot):
    fern = strip(mixer, FERN)
    moss = MixerRow(9, "Moss", 3)
    mixer.render((moss, REED, FERN))
    qtbot.waitUntil(lambda: names(mixer) == ["Fern", "Reed", "Moss"])
    assert strip(mixer, FERN) is fern
    mixer.render((moss, FERN))
    qtbot.waitUntil(lambda: names(mixer) == ["Fern", "Moss"])


def test_fifty_can_be_scrolled_by_wheel_and_by_key(mixer, requests, qtbot):
    mixer.render(tuple(MixerRow(number, f"Player {number}", number) for number in range(50)))
    qtbot.waitUntil(lambda: mixer.widget().height() >= 50 * ROW_HEIGHT)
    assert mixer.widget().width() <= mixer.viewport().width()
    level = mixer._strips[0].level
    middle = QPointF(level.rect().center())
    none, down = Qt.MouseButton.NoButton, QPoint(0, -120)
    turn = QWheelEvent(middle, level.mapToGlobal(middle), QPoint(), down, none, Qt.KeyboardModifier.NoModifier,
                       Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(level, turn)
    assert not turn.isAccepted()
    assert (requests, level.value()) == ([], FULL)
    mixer._strips[0].solo.setFocus()
    for _ in range(4 * 30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert mixer.verticalScrollBar().value() > 0
