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
def dialog(qtbot):
    dialog = PadsDialog()
    qtbot.addWidget(dialog)
    dialog.render(LEARNED, STATUS)
    dialog.show()
    return dialog


@pytest.fixture
def requests(dialog):
    requested = []
    dialog.requested.connect(requested.append)
    return requested


def test_a_kit_is_set_up(dialog, requests):
    dialog.curve.setValue(5)
    assert requests == [SetUpKit(PadSetup("TD-17", notes={60: 49}, curve=0.5))]
    dialog.port.setCurrentIndex(1)
    dialog.port.activated.emit(1)
    assert dialog.curve.value() == 0
    dialog.family.setCurrentIndex(2)
    dialog.family.activated.emit(2)
    assert requests[-1] == SetUpKit(PadSetup("MPD218", family="Yamaha DTX"))
    dialog.render(LEARNED, STATUS)
    dialog.on.click()
    assert requests[-1] == SetUpKit(PadSetup("MPD218", on=False))


def test_showing_a_state_requests_nothing(dialog, requests):
    dialog.render(PadsState((PadSetup("TD-17", curve=-1.0, threshold=9, retrigger_ms=8, crosstalk=7),)), STATUS)
    assert requests == []
    assert (dialog.curve.value(), dialog.threshold.value(), dialog.retrigger.value()) == (-10, 9, 8)


def test_a_lesson_asks_for_pads(dialog, requests):
    dialog.learn.click()
    dialog.render(LESSON, STATUS)
    assert "Snare" in dialog.says.text()
    dialog.skip.click()
    dialog.learn.click()
    assert requests == [BeginPadLesson("TD-17"), SkipPad(), EndPadLesson()]


def test_what_was_learned_is_shown_and_can_be_forgotten(dialog, requests):
    assert "Crash" in dialog.says.text()
    dialog.forget.click()
    assert requests == [SetUpKit(PadSetup("TD-17"))]


def test_strokes_of_the_kit_are_shown(dialog):
    for port, played in (("TD-17", 80), ("MPD218", 80), ("TD-17", 0)):
        dialog.add_events([NoteHit(Micros(0), port, 38, 70, 38, played)])
    assert dialog.plot.hits() == [(70, 80), (70, 0)]
    assert "left out" in dialog.says.text()
    dialog.render(LEARNED, STATUS)
    assert "left out" in dialog.says.text()


def test_without_a_drum_it_says_what_to_do(dialog):
    dialog.render(PadsState(), MidiStatus((), (), "Start JACK."))
    assert dialog.says.text() == "Start JACK."
    assert not dialog.learn.isEnabled()


def test_panic_and_closing(dialog, requests, qtbot):
    dialog.silence.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert requests == [SilencePads(), WatchPads(on=False)]


def test_everything_has_a_name_and_is_reached_by_keys(dialog):
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []
