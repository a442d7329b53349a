import pytest

from drumcircle_gui.listening.drum_setup_view import DrumSetup
from drumcircle_gui.listening.microphone.lesson import EndLesson
from drumcircle_gui.listening.microphone.microphone_view import MicrophoneDialog
from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut, WatchMidiOut
from drumcircle_gui.listening.outputs.midi_out_view import MidiOutDialog
from drumcircle_gui.listening.pads.pad_lesson import SilencePads, WatchPads
from drumcircle_gui.listening.pads.pads_view import PadsDialog
from drumcircle_gui.listening.player_state import ListDevices, PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.midi_messages import MidiOutStatus
from tests.gallery.drum_entries import heard
from tests.tools.circle_snapshots import circle


@pytest.fixture
def setup(qtbot):
    setup = DrumSetup()
    qtbot.addWidget(setup)
    setup.render(PlayerState(circle(), SoundStatus()))
    return setup


def test_each_button_opens_its_dialog_which_hears_the_drums(setup, qtbot):
    requests = []
    setup.requested.connect(requests.append)
    setup.add_events(heard(0))
    setup.pads.click()
    setup.findChild(PadsDialog).reject()
    setup.microphone.click()
    dialog = setup.findChild(MicrophoneDialog)
    setup.add_events(heard(0))
    assert dialog.plot.hits()
    dialog.device.opened.emit()
    dialog.reject()
    assert requests == [WatchPads(on=True), WatchPads(on=False), ListDevices(), EndLesson()]
    qtbot.waitUntil(lambda: setup.findChild(MicrophoneDialog) is None)


def test_the_midi_output_is_shown_and_can_be_silenced(setup):
    requests = []
    setup.requested.connect(requests.append)
    setup.midi_out.click()
    dialog = setup.findChild(MidiOutDialog)
    status = SoundStatus(midi_out=MidiOutStatus(("Module",), None, ""))
    setup.render(PlayerState(circle(), status))
    assert dialog.port.findData("Module") >= 0
    dialog.silence.click()
    dialog.lead.setValue(3)
    dialog.reject()
    assert requests == [WatchMidiOut(on=True), SilencePads(), SetUpMidiOut(lead_ms=3), WatchMidiOut(on=False)]
