"""The notices while a device is missing on this machine."""

import pytest

from drumcircle_gui.listening.missing_devices_view import MIDI_OUT, MISSING, missing_choices, missing_devices
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.midi_messages import MidiOutStatus
from tests.tools.circle_snapshots import circle


@pytest.mark.parametrize("problem", ["", "The MIDI port “Module” is not there."])
def test_a_missing_midi_output_is_told_to_players_and_conductors(problem):
    state = PlayerState(circle(), SoundStatus(midi_out=MidiOutStatus((), None, problem)))
    for notices in (missing_devices(state), missing_choices(state)):
        assert [(each.key, each.advice) for each in notices] == ([(MIDI_OUT, problem)] if problem else [])
        assert all(each.key in MISSING for each in notices)
