"""Log lines about devices, and the problems that the user sees."""

from drumcircle_gui.listening.sound_status import SoundStatus, changes
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus
from drumcircle_gui.timing.units import Micros

SPEAKERS = AudioStatus("Speakers", 48_000, 256, Micros(5_000), "")
SILENCE = AudioStatus(None, 48_000, 0, Micros(0), "No audio device was found.")
FERN = MidiStatus(("Fern", "Moss"), ("Fern",), "")
BOTH = MidiStatus(("Fern", "Moss"), ("Fern", "Moss"), "")
NEITHER = MidiStatus((), (), "The MIDI port “Fern” is not there.")


def test_problems_are_those_of_the_sound_device_and_the_drum() -> None:
    assert SoundStatus().problems == ()
    assert SoundStatus(SPEAKERS, FERN).problems == ()
    assert SoundStatus(SILENCE, NEITHER).problems == (SILENCE.problem, NEITHER.problem)


def test_devices_that_come_or_go_are_logged_by_name() -> None:
    assert list(changes(SoundStatus(), SoundStatus(SPEAKERS))) == ["sound output: “Speakers”"]
    assert list(changes(SoundStatus(SPEAKERS), SoundStatus(SPEAKERS, BOTH))) == [
        "MIDI input connected: “Fern”",
        "MIDI input connected: “Moss”",
    ]
    assert list(changes(SoundStatus(SPEAKERS, BOTH), SoundStatus(SILENCE, FERN))) == ["MIDI input disconnected: “Moss”"]
    assert list(changes(SoundStatus(SPEAKERS, FERN), SoundStatus(SPEAKERS, NEITHER))) == [
        "MIDI input disconnected: “Fern”"
    ]


def test_an_unchanged_device_is_not_logged() -> None:
    assert list(changes(SoundStatus(SPEAKERS, BOTH), SoundStatus(SPEAKERS, BOTH))) == []
    assert list(changes(SoundStatus(), SoundStatus(SILENCE))) == []
