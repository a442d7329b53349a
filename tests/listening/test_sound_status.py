from drumcircle_gui.listening.sound_status import SoundStatus, news
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus
from drumcircle_gui.timing.units import Micros

SPEAKERS = AudioStatus("Speakers", 48_000, 256, Micros(5_000), "")
SILENCE = AudioStatus(None, 48_000, 0, Micros(0), "No audio device was found.")
FERN = MidiStatus(("Fern", "Moss"), ("Fern",), "")
BOTH = MidiStatus(("Fern", "Moss"), ("Fern", "Moss"), "")
NEITHER = MidiStatus((), (), "The MIDI port “Fern” is not there.")


def test_problems_are_those_of_sound_and_drum() -> None:
    assert SoundStatus().problems == ()
    assert SoundStatus(SPEAKERS, FERN).problems == ()
    assert SoundStatus(SILENCE, NEITHER).problems == (SILENCE.problem, NEITHER.problem)


def test_devices_are_named_as_they_come_and_go() -> None:
    assert list(news(SoundStatus(), SoundStatus(SPEAKERS))) == ["sound goes to “Speakers”"]
    assert list(news(SoundStatus(SPEAKERS), SoundStatus(SPEAKERS, BOTH))) == [
        "listening to “Fern”",
        "listening to “Moss”",
    ]
    assert list(news(SoundStatus(SPEAKERS, BOTH), SoundStatus(SILENCE, FERN))) == ["“Moss” is gone"]
    assert list(news(SoundStatus(SPEAKERS, FERN), SoundStatus(SPEAKERS, NEITHER))) == ["“Fern” is gone"]


def test_what_stays_is_no_news() -> None:
    assert list(news(SoundStatus(SPEAKERS, BOTH), SoundStatus(SPEAKERS, BOTH))) == []
    assert list(news(SoundStatus(), SoundStatus(SILENCE))) == []
