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
def view(qtbot):
    view = MicrophoneDialog()
    qtbot.addWidget(view)
    view.show()
    return view


def test_a_microphone_and_its_channel_are_chosen(view, requests):
    view.render(MicrophoneState(NO_MICROPHONE), None, DEVICES)
    assert not view.learn.isEnabled()
    view.device.setCurrentText("Mic")
    view.device.activated.emit(1)
    view.render(CHOSEN, STATUS, DEVICES)
    view.channel.setValue(2)
    view.gate.setValue(-40)
    assert requests == [UseMicrophone("Mic", 0), UseMicrophone("Mic", 1), SetGate(-40.0)]


def test_a_lesson_asks_for_strokes_and_can_be_stopped(view, requests):
    view.render(CHOSEN, STATUS, DEVICES)
    view.learn.click()
    view.render(LESSON, STATUS, DEVICES)
    assert "Bass" in view.says.text()
    assert "1" in view.says.text()
    view.again.click()
    view.learn.click()
    assert requests == [BeginLesson(), RepeatStroke(), EndLesson()]


def test_closing_ends_a_lesson(view, requests, qtbot):
    view.render(LESSON, STATUS, DEVICES)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert requests == [EndLesson()]


def test_what_was_learned_can_be_forgotten(view, requests):
    view.render(LEARNED, STATUS, DEVICES)
    view.forget.click()
    assert requests == [ForgetStrokes()]


def test_hits_are_shown_as_what_they_are(view):
    view.render(LEARNED, STATUS, DEVICES)
    view.add_events(heard(0))
    assert view.plot.hits()[:5] == [0, 1, 2, None, 0]
    assert view.strokes[90].light() > 0


def test_a_problem_is_said(view):
    view.render(CHOSEN, MicrophoneStatus(None, 0, "Plug it in <b>now</b>."), DEVICES)
    assert view.says.text() == "Plug it in <b>now</b>."


def test_everything_has_a_name_and_is_reached_by_keys(view):
    view.render(LESSON, STATUS, DEVICES)
    assert nameless(view) == []
    assert out_of_reach(view) == []
