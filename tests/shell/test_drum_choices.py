from argparse import Namespace
from dataclasses import replace

import pytest

from drumcircle_gui.listening.microphone.lesson import MicrophoneState
from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut
from drumcircle_gui.listening.outputs.osc_messages import OscSetup
from drumcircle_gui.listening.pads.pad_lesson import PadsState
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.settings import MicrophoneSettings, PlayerSettings, Settings, parse, render
from drumcircle_gui.shell.drum_choices import (
    chosen_microphone,
    chosen_osc,
    kept_microphone,
    listening_without_window,
    parse_microphone,
)
from drumcircle_gui.shell.kept_settings import KeptSettings
from drumcircle_gui.sound.messages import ChooseMicrophone, LearnedStroke, PadSetup, SetUpPads
from tests.tools.circle_snapshots import circle

LEARNED = ChooseMicrophone("Mic", 1, -48.5, (LearnedStroke(90, (-1.5, -20.0), (4.0, 5.0), -18.0),))


def test_what_a_microphone_has_learned_survives_in_the_settings_file():
    kept = Settings(player=PlayerSettings(microphone=kept_microphone(LEARNED)))
    assert chosen_microphone(parse(render(kept)).player.microphone) == LEARNED


def test_an_option_names_another_device_and_keeps_the_strokes():
    chosen = chosen_microphone(kept_microphone(LEARNED), "Guitar:2")
    assert (chosen.device, chosen.channel, chosen.strokes) == ("Guitar", 1, LEARNED.strokes)
    assert chosen_microphone(MicrophoneSettings()).device is None


@pytest.mark.parametrize(
    ("option", "meant"), [("Mic", ("Mic", 0)), ("Mic:3", ("Mic", 2)), ("hw:x", ("hw:x", 0)), ("A:0", ("A", 0))]
)
def test_options(option, meant):
    assert parse_microphone(option) == meant


def test_what_was_learned_is_kept_for_the_next_start(tmp_path):
    setup = PadSetup("TD-17", notes={51: 49}, curve=-0.3, retrigger_ms=20)
    state = PlayerState(circle(), SoundStatus(), microphone=MicrophoneState(LEARNED), pads=PadsState((setup,)))
    KeptSettings(tmp_path / "settings.json").keep_drums(state)
    engine = KeptSettings(tmp_path / "settings.json").engine(Namespace())
    assert engine.microphone == LEARNED
    assert engine.pads == SetUpPads((setup,))


def test_the_midi_output_survives_in_the_settings_and_options_come_first(tmp_path):
    setup = SetUpMidiOut("TD-17", False, "now", guide=True, clock=True, lead_ms=-4, channel=2, notes={38: 40})
    kept = KeptSettings(tmp_path / "settings.json")
    kept.keep_playing(setup, "circle")
    again = KeptSettings(tmp_path / "settings.json")
    assert again.listening("circle", Namespace()).midi_out == setup
    named = Namespace(midi_out="Synth", midi_clock=False)
    assert again.listening("circle", named).midi_out == replace(setup, port="Synth")
    assert again.listening("circle", Namespace(midi_out="none", midi_clock=False)).midi_out.port is None
    without = listening_without_window(Namespace(midi_out="Synth", midi_clock=True, osc=None), PlayerSettings())
    assert without.midi_out == SetUpMidiOut("Synth", clock=True)


def test_the_option_for_osc_comes_before_the_settings():
    kept = PlayerSettings(osc="studio:9000", osc_guide=True, osc_lead_ms=0)
    assert chosen_osc(kept) == OscSetup("studio:9000", guide=True, lead_ms=0)
    assert listening_without_window(Namespace(osc="127.0.0.1:7"), kept).osc.target == "127.0.0.1:7"
