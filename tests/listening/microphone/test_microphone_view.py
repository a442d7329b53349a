import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.microphone.lesson import (
    NO_MICROPHONE,
    BeginLesson,
    EndLesson,
    ForgetStrokes,
    Lesson,
    MicrophoneState,
    RepeatStroke,
    SetGate,
    UseMicrophone,
)
from drumcircle_gui.listening.microphone.microphone_view import MicrophoneDialog
from drumcircle_gui.sound.messages import ChooseMicrophone, DeviceList, LearnedStroke, MicrophoneStatus
from tests.gallery.drum_entries import heard
from tests.tools.accessibility import nameless, out_of_reach

from .test_lesson import hit

DEVICES = DeviceList((), (), (), ("Mic", "Headset"))
CHOSEN = MicrophoneState(ChooseMicrophone("Mic", 0, -50.0))
LEARNED = MicrophoneState(ChooseMicrophone("Mic", 0, -50.0, (LearnedStroke(90, (), (), -20.0),)))
LESSON = MicrophoneState(CHOSEN.choice, Lesson((90, 91, 92), ((hit(0),) * 5, (), ())))
STATUS = MicrophoneStatus("Mic", 2, "")


@pytest.fixture
def dialog(qtbot):
    dialog = MicrophoneDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def requests(dialog):
    requested = []
    dialog.requested.connect(requested.append)
    return requested


def test_a_microphone_and_its_channel_are_chosen(dialog, requests):
    dialog.render(MicrophoneState(NO_MICROPHONE), None, DEVICES)
    assert not dialog.learn.isEnabled()
    dialog.device.setCurrentText("Mic")
    dialog.device.activated.emit(1)
    dialog.render(CHOSEN, STATUS, DEVICES)
    dialog.channel.setValue(2)
    dialog.gate.setValue(-40)
    assert requests == [UseMicrophone("Mic", 0), UseMicrophone("Mic", 1), SetGate(-40.0)]


def test_a_lesson_asks_for_strokes_and_can_be_stopped(dialog, requests):
    dialog.render(CHOSEN, STATUS, DEVICES)
    dialog.learn.click()
    dialog.render(LESSON, STATUS, DEVICES)
    assert "Bass" in dialog.says.text()
    assert "1" in dialog.says.text()
    dialog.again.click()
    dialog.learn.click()
    assert requests == [BeginLesson(), RepeatStroke(), EndLesson()]


def test_closing_ends_a_lesson(dialog, requests, qtbot):
    dialog.render(LESSON, STATUS, DEVICES)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert requests == [EndLesson()]


def test_what_was_learned_can_be_forgotten(dialog, requests):
    dialog.render(LEARNED, STATUS, DEVICES)
    dialog.forget.click()
    assert requests == [ForgetStrokes()]


def test_hits_are_shown_as_what_they_are(dialog):
    dialog.render(LEARNED, STATUS, DEVICES)
    dialog.add_events(heard(0))
    assert dialog.plot.hits()[:5] == [0, 1, 2, None, 0]
    assert dialog.strokes[90].light() > 0


def test_a_problem_is_said(dialog):
    dialog.render(CHOSEN, MicrophoneStatus(None, 0, "Plug it in <b>now</b>."), DEVICES)
    assert dialog.says.text() == "Plug it in <b>now</b>."


def test_everything_has_a_name_and_is_reached_by_keys(dialog):
    dialog.render(LESSON, STATUS, DEVICES)
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []
