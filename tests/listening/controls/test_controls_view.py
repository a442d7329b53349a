from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.controls.control_map import (
    Assignment,
    ControlsState,
    LatchControls,
    LearnControl,
    RemoveControls,
    Target,
)
from drumcircle_gui.listening.controls.controls_view import ControlsDialog
from drumcircle_gui.sound.control_messages import ControlKey
from tests.tools.accessibility import nameless, out_of_reach

GUIDE, START = Target("guide"), Target("start_stop")
KEYS = (ControlKey("nano", "cc", 0, 3), ControlKey("nano", "note", 9, 36), ControlKey("nano", "bend", 0, 0))
STATE = ControlsState(tuple(Assignment(key, Target("guide")) for key in KEYS), transport=True)


@pytest.fixture
def dialog(qtbot):
    dialog = ControlsDialog(("Play", "Listen"))
    qtbot.addWidget(dialog)
    dialog.asked = []
    dialog.requested.connect(dialog.asked.append)
    dialog.render(STATE, ["Fern", "<b>Oak</b>"])
    dialog.show()
    return dialog


def rows(dialog):
    return {
        dialog.table.item(row, 0).text(): dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())
    }


def choose(dialog, text):
    dialog.table.setCurrentCell(list(rows(dialog)).index(text), 0)


def test_everything_that_can_be_set_is_listed_with_its_controls(dialog):
    shown = rows(dialog)
    assert shown["Guide"] == "nano: controller 3, channel 1, nano: note 36, channel 10, nano: pitch bend, channel 1"
    assert {"Everything", "Start or stop", "Cue: Listen", "Fern: level", "<b>Oak</b>: solo"} <= set(shown)
    assert not any(text for name, text in shown.items() if name != "Guide")
    dialog.render(ControlsState(), [])
    assert list(rows(dialog)) == ["Everything", "Guide", "Own strokes", "Loop"]


def test_that_a_button_latches_is_shown_and_set(dialog):
    button = Assignment(ControlKey("nano", "cc", 0, 41), START, latching=True)
    dialog.render(replace(STATE, assigned=(*STATE.assigned, button)), ["Fern"])
    choose(dialog, "Guide")
    assert not dialog.latching.isEnabled() and not dialog.latching.isChecked()
    choose(dialog, "Start or stop")
    assert dialog.latching.isEnabled() and dialog.latching.isChecked()
    dialog.latching.click()
    assert dialog.asked == [LatchControls(START, latching=False)]


def test_a_control_is_learned(dialog):
    choose(dialog, "Start or stop")
    dialog.learn.click()
    assert dialog.asked == [LearnControl(START)]
    dialog.render(replace(STATE, learning=START), ["Fern"])
    assert "Press the button for “Start or stop”" in dialog.says.text() and dialog.learn.text() == "Stop learning"
    dialog.learn.click()
    dialog.render(replace(STATE, learning=GUIDE), ["Fern"])
    assert "Move the fader" in dialog.says.text() and not dialog.table.isEnabled()
    dialog.accept()
    assert dialog.asked[1:] == [LearnControl(None), LearnControl(None)]


def test_controls_are_removed(dialog):
    choose(dialog, "Loop")
    assert not dialog.remove.isEnabled()
    choose(dialog, "Guide")
    dialog.remove.click()
    assert dialog.asked == [RemoveControls(GUIDE)]


def test_the_choice_stays_when_players_come_and_go(dialog):
    choose(dialog, "Fern: mute")
    dialog.render(STATE, ["Aster", "Fern"])
    dialog.learn.click()
    assert dialog.asked == [LearnControl(Target("mute", "Fern"))]


def test_everything_has_a_name_and_can_be_reached_by_key(dialog, qtbot):
    assert nameless(dialog) == [] and out_of_reach(dialog) == []
    choose(dialog, "Guide")
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.asked == [LearnControl(GUIDE)]
