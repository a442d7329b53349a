import pytest

from drumcircle_gui.listening.outputs.drum_notes_view import DrumNotesDialog
from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut
from drumcircle_gui.listening.outputs.midi_out_view import MidiOutDialog
from drumcircle_gui.sound.midi_messages import MidiOutStatus
from tests.tools.accessibility import nameless, out_of_reach

PORTS = ("Module", "Synth")


@pytest.fixture
def view(qtbot):
    view = MidiOutDialog()
    qtbot.addWidget(view)
    view.render(SetUpMidiOut(), MidiOutStatus(PORTS, None, ""))
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_without_a_port_there_is_nothing_to_set_up(view, requests):
    assert not any(each.isEnabled() for each in (view.strokes, view.guide, view.clock, view.own, view.lead))
    view.port.setCurrentIndex(2)
    view.port.activated.emit(2)
    assert requests == [SetUpMidiOut("Synth")]


def test_each_control_requests_the_whole_set_up(view, requests):
    setup = SetUpMidiOut("Module")
    view.render(setup, MidiOutStatus(PORTS, "Module", ""))
    assert requests == []
    view.strokes.click()
    view.guide.click()
    view.clock.click()
    view.own.setCurrentIndex(1)
    view.own.activated.emit(1)
    view.lead.setValue(-7)
    assert requests[-1] == SetUpMidiOut("Module", strokes=False, own="now", guide=True, clock=True, lead_ms=-7)
    assert len(requests) == 5


def test_channel_and_notes_are_those_of_the_module(view, requests):
    view.render(SetUpMidiOut("Module", channel=3, notes={38: 40}), MidiOutStatus(PORTS, "Module", ""))
    assert (view.channel.value(), requests) == (3, [])
    view.channel.setValue(4)
    view.notes.click()
    view.findChild(DrumNotesDialog).notes[36].setValue(35)
    assert requests[-1] == SetUpMidiOut("Module", channel=4, notes={36: 35, 38: 40})


def test_the_state_of_the_port_is_said(view):
    setup = SetUpMidiOut("Module")
    for status, words in (
        (None, "being opened"),
        (MidiOutStatus(PORTS, "Module", ""), "Sending to: Module"),
        (MidiOutStatus((), None, "It is gone."), "It is gone."),
    ):
        view.render(setup, status)
        assert words in view.says.text()
    assert view.port.chosen() == "Module"


def test_all_sounds_can_be_stopped(view, qtbot):
    with qtbot.waitSignal(view.silence_wanted):
        view.silence.click()


def test_everything_has_a_name_and_is_reached_by_keyboard(view):
    view.render(SetUpMidiOut("Module"), MidiOutStatus(PORTS, "Module", ""))
    assert (nameless(view), out_of_reach(view)) == ([], [])
