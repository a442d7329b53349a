import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.pads.pad_lesson import (
    BeginPadLesson,
    EndPadLesson,
    PadLesson,
    PadsState,
    SetUpKit,
    SilencePads,
    SkipPad,
    WatchPads,
)
from drumcircle_gui.listening.pads.pads_view import PadsDialog
from drumcircle_gui.sound.messages import MidiStatus, NoteHit, PadSetup
from drumcircle_gui.timing.units import Micros
from tests.tools.accessibility import nameless, out_of_reach

STATUS = MidiStatus(("TD-17", "MPD218"), ("TD-17",), "")
LEARNED = PadsState((PadSetup("TD-17", notes={60: 49}),), ("Roland V-Drums", "Yamaha DTX"))
LESSON = PadsState(lesson=PadLesson("TD-17", 1))


@pytest.fixture
def view(qtbot):
    view = PadsDialog()
    qtbot.addWidget(view)
    view.render(LEARNED, STATUS)
    view.show()
    return view


def test_a_kit_is_set_up(view, requests):
    view.curve.setValue(5)
    assert requests == [SetUpKit(PadSetup("TD-17", notes={60: 49}, curve=0.5))]
    view.port.setCurrentIndex(1)
    view.port.activated.emit(1)
    assert view.curve.value() == 0
    view.family.setCurrentIndex(2)
    view.family.activated.emit(2)
    assert requests[-1] == SetUpKit(PadSetup("MPD218", family="Yamaha DTX"))
    view.render(LEARNED, STATUS)
    view.on.click()
    assert requests[-1] == SetUpKit(PadSetup("MPD218", on=False))


def test_showing_a_state_requests_nothing(view, requests):
    view.render(PadsState((PadSetup("TD-17", curve=-1.0, threshold=9, retrigger_ms=8, crosstalk=7),)), STATUS)
    assert requests == []
    assert (view.curve.value(), view.threshold.value(), view.retrigger.value()) == (-10, 9, 8)


def test_a_lesson_asks_for_pads(view, requests):
    view.learn.click()
    view.render(LESSON, STATUS)
    assert "Snare" in view.says.text()
    view.skip.click()
    view.learn.click()
    assert requests == [BeginPadLesson("TD-17"), SkipPad(), EndPadLesson()]


def test_what_was_learned_is_shown_and_can_be_forgotten(view, requests):
    assert "Crash" in view.says.text()
    view.forget.click()
    assert requests == [SetUpKit(PadSetup("TD-17"))]


def test_strokes_of_the_kit_are_shown(view):
    for port, played in (("TD-17", 80), ("MPD218", 80), ("TD-17", 0)):
        view.add_events([NoteHit(Micros(0), port, 38, 70, 38, played)])
    assert view.plot.hits() == [(70, 80), (70, 0)]
    assert "left out" in view.says.text()
    view.render(LEARNED, STATUS)
    assert "left out" in view.says.text()


def test_without_a_drum_it_says_what_to_do(view):
    view.render(PadsState(), MidiStatus((), (), "Start JACK."))
    assert view.says.text() == "Start JACK."
    assert not view.learn.isEnabled()


def test_panic_and_closing(view, requests, qtbot):
    view.silence.click()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert requests == [SilencePads(), WatchPads(on=False)]


def test_everything_has_a_name_and_is_reached_by_keys(view):
    assert nameless(view) == []
    assert out_of_reach(view) == []
