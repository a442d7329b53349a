from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.conductor.conductor_state import ConductorState, SetRecording
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import seconds, tempo_of_bpm
from tests.tools.circle_snapshots import OAK, PLAYING, STOPPED, circle, clock_at

EPOCH = PLAYING.latest.epoch


@pytest.fixture
def header(view):
    return view.header


def typed(qtbot, figure, text):
    line = figure.focusProxy()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_tempo_is_typed(header, requests, qtbot):
    typed(qtbot, header.tempo, "132.5")
    assert requests == [ChangeTimeline(EPOCH, tempo=tempo_of_bpm(132.5))]


def test_the_recording_is_shown_stopped_and_started_again(header, view, requests, here, qtbot):
    assert header.record.accessibleName() == "Not recording"
    view.render(replace(here(), recording=True))
    assert (header.record.isChecked(), header.record.text(), header.record.accessibleName()) == (
        True,
        "● Rec",
        "Recording",
    )
    qtbot.mouseClick(header.record, Qt.MouseButton.LeftButton)
    view.render(here())
    qtbot.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: requests == [SetRecording(False), SetRecording(True)])


def test_a_circle_elsewhere_has_no_recording_button(header, view):
    view.render(ConductorState(circle()))
    assert not header.record.isVisible()


def test_an_unplayable_tempo_is_not_requested(header, requests, qtbot):
    typed(qtbot, header.tempo, "4000")
    assert requests == []


def test_an_arrow_key_steps(header, requests, qtbot):
    qtbot.keyClick(header.tempo.focusProxy(), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: requests == [ChangeTimeline(EPOCH, tempo=tempo_of_bpm(121))])


def test_a_metre_is_typed(header, requests, qtbot):
    typed(qtbot, header.beats, "12")
    typed(qtbot, header.cycles, "2")
    assert requests == [ChangeTimeline(EPOCH, meter=Meter(12, 1)), ChangeTimeline(EPOCH, meter=Meter(16, 2))]


def test_one_button_starts_and_stops(header, here, view, requests, qtbot):
    assert header.transport.text() == "Stop"
    qtbot.mouseClick(header.transport, Qt.MouseButton.LeftButton)
    view.render(here(timeline=STOPPED))
    assert header.transport.text() == "Start"
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: requests == [ChangeTimeline(EPOCH, running=False), ChangeTimeline(0, running=True)])


def test_until_a_stop_is_in_force_the_button_says_stopping(header, view, here):
    view.render(here(timeline=PLAYING.changed(seconds(6), running=False)))
    assert (header.transport.text(), header.transport.accessibleName()) == ("Stopping…", "Stopping…")
    assert not header.transport.isEnabled()
    view.render(here(timeline=PLAYING.changed(seconds(6), running=False), clock=clock_at(17)))
    assert (header.transport.text(), header.transport.accessibleName()) == ("Start", "Start")
    assert header.transport.isEnabled()


def test_the_title_names_the_circle(header, view, here):
    assert header.name.accessibleName() == "Glade"
    assert header.about.accessibleName() == "2 players · port 8004"
    view.render(here(members=(OAK, *circle().members[:2])))
    assert header.about.accessibleName().startswith("1 player ")
    view.render(ConductorState(circle()))
    assert header.about.accessibleName() == "2 players"
    assert not header.invite.isVisible()


def test_without_a_connection_the_transport_is_disabled(header, view, here):
    view.render(here(link=LinkState.RECONNECTING, problem="The connection was lost."))
    assert not header.transport.isEnabled()
    assert header.about.accessibleName() == "The connection was lost."
    view.render(here(link=LinkState.CONNECTING))
    assert header.about.accessibleName() == "connecting"


def test_the_period_is_shown_in_seconds(header):
    assert header.until._figure.text() == "8.0"
