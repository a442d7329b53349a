from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.mpd.model.rooms_intents import RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import GroupState
from drumcircle_gui.mpd.view.transport_view import TransportBar
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.mpd.views import QUIET, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def transport(qtbot):
    view = TransportBar()
    view.requests = shown(qtbot, view, (1100, 60))
    view.set_roomy(True)
    view.render(state())
    return view


def playing(**changes):
    return state(playing=replace(state().playing, **changes))


def test_the_buttons_are_commands(transport, qtbot):
    for button in (transport.previous, transport.play, transport.next, transport.stop):
        qtbot.mouseClick(button, LEFT)
    assert transport.requests == [
        RunMpdCommand(("previous",)),
        RunMpdCommand(("pause", "1")),
        RunMpdCommand(("next",)),
        RunMpdCommand(("stop",)),
    ]


@pytest.mark.parametrize(("now", "words", "glyph"), [("pause", ("pause", "0"), "play"), ("stop", ("play",), "play")])
def test_play_resumes_or_starts(transport, qtbot, now, words, glyph):
    transport.render(playing(playing=now))
    assert transport.play.glyph() == glyph
    qtbot.mouseClick(transport.play, LEFT)
    assert transport.requests == [RunMpdCommand(words)]


def test_with_an_empty_queue_the_controls_are_disabled(transport):
    transport.render(state(playing=GroupState(), queue=()))
    buttons = (transport.previous, transport.play, transport.next, transport.stop, transport.position)
    assert not any(button.isEnabled() for button in buttons)
    assert transport.song.text() == transport.time.text() == ""
    transport.render(state(playing=GroupState()))
    assert transport.play.isEnabled()


def test_song_and_position_are_shown(transport):
    transport.render(playing(at=local_micros(), playing="pause"))
    assert transport.song.accessibleName() == "Two \u2013 Anon"
    assert transport.time.text() == "0:03 / 0:12"
    assert transport.position.value() == 30


def test_keys_seek_and_releasing_the_handle_seeks(transport, qtbot):
    transport.render(playing(playing="pause", duration=Micros(600 * SECOND)))
    qtbot.keyClick(transport.position, Qt.Key.Key_Right)
    assert transport.requests == [RunMpdCommand(("seekcur", "8.0"))]
    transport.position.setSliderDown(True)
    transport.position.setSliderPosition(100)
    transport.render(playing(playing="pause", duration=Micros(600 * SECOND), elapsed=Micros(SECOND)))
    assert transport.position.value() == 100
    assert len(transport.requests) == 1
    transport.position.setSliderDown(False)
    assert transport.requests[1:] == [RunMpdCommand(("seekcur", "10.0"))]


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_a_press_beside_the_handle_moves_it_there(transport, qtbot, share):
    transport.render(playing(playing="pause", duration=Micros(600 * SECOND)))
    place = transport.position
    qtbot.mouseClick(place, LEFT, pos=QPoint(round(place.width() * share), place.height() // 2))
    ((_, where),) = (request.words for request in transport.requests)
    assert float(where) == pytest.approx(600 * share, abs=600 * 8 / place.width())


def test_the_end_key_seeks_just_before_the_end(transport, qtbot):
    qtbot.keyClick(transport.position, Qt.Key.Key_End)
    assert transport.requests == [RunMpdCommand(("seekcur", "11.9"))]


def test_streams_cannot_be_sought(transport):
    transport.render(playing(duration=None))
    assert not transport.position.isEnabled()


def test_options_are_requested_and_shown_once_confirmed(transport, qtbot):
    pill = transport.options.pills["random"]
    qtbot.mouseClick(pill, LEFT)
    assert transport.requests == [RunMpdCommand(("random", "1"))]
    assert not pill.isChecked()
    transport.render(playing(random=True))
    assert pill.isChecked()
    qtbot.mouseClick(pill, LEFT)
    assert transport.requests[1:] == [RunMpdCommand(("random", "0"))]


def test_in_a_narrow_strip_options_are_in_a_menu(transport):
    transport.set_roomy(False)
    transport.render(playing(repeat=True, consume=True))
    assert not transport.options.pills["repeat"].isVisible()
    assert transport.options.more.text() == "Repeat +1"
    assert transport.options.more.accessibleName() == "Options: Repeat, Consume"
    actions = transport.options.more.menu().actions()
    assert [action.isChecked() for action in actions] == [True, False, False, True]
    actions[2].trigger()
    assert transport.requests == [RunMpdCommand(("single", "1"))]
    assert not actions[2].isChecked()


def test_volume_requests_are_rate_limited_and_a_drag_is_not_overwritten(transport, qtbot):
    slider = transport.volume.slider
    assert slider.value() == 60
    for _ in range(5):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    transport.render(playing(volume=61))
    assert slider.value() == 65
    qtbot.waitUntil(lambda: transport.requests == [RunMpdCommand(("setvol", "65"))])
    transport.render(playing(volume=30))
    assert slider.value() == 30
    assert transport.volume.figure.text() == "30 %"
    assert len(transport.requests) == 1


def test_an_unknown_volume_cannot_be_changed(transport):
    transport.render(playing(volume=None))
    assert not transport.volume.slider.isEnabled()
    assert transport.volume.figure.text() == ""
