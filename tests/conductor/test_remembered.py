from drumcircle_gui.conductor.conductor_state import AskRouter, ChooseAddress, SetRecording
from drumcircle_gui.conductor.mode_intents import KeepCue
from drumcircle_gui.conductor.remembered import remembered
from drumcircle_gui.protocol.entry_messages import RenewKeys
from drumcircle_gui.settings import ConductorSettings


def test_choices_are_kept_for_the_next_circle_and_other_intents_are_not():
    usual = ConductorSettings()
    assert not remembered(usual, SetRecording(False)).recording
    assert remembered(usual, AskRouter(True)).open_port
    assert remembered(usual, ChooseAddress("oak.example")).address == "oak.example"
    assert remembered(remembered(usual, KeepCue("Clap")), KeepCue("Rain")).cues == ("Clap", "Rain")
    assert remembered(usual, RenewKeys()) == usual
