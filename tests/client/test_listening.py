from drumcircle_gui.client.listening import Sound, news
from drumcircle_gui.sound.events import Device, MidiPorts
from drumcircle_gui.timing.units import Micros

SPEAKERS = Device("Speakers", 48_000, 256, Micros(5_000), "")
SILENCE = Device(None, 48_000, 0, Micros(0), "No audio device was found.")
FERN = MidiPorts(("Fern", "Moss"), ("Fern",), "")
BOTH = MidiPorts(("Fern", "Moss"), ("Fern", "Moss"), "")
NEITHER = MidiPorts((), (), "The MIDI port “Fern” is not there.")


def test_problems_are_those_of_sound_and_drum() -> None:
    assert Sound().problems == ()
    assert Sound(SPEAKERS, FERN).problems == ()
    assert Sound(SILENCE, NEITHER).problems == (SILENCE.problem, NEITHER.problem)


def test_devices_are_named_as_they_come_and_go() -> None:
    assert list(news(Sound(), Sound(SPEAKERS))) == ["sound goes to “Speakers”"]
    assert list(news(Sound(SPEAKERS), Sound(SPEAKERS, BOTH))) == ["listening to “Fern”", "listening to “Moss”"]
    assert list(news(Sound(SPEAKERS, BOTH), Sound(SILENCE, FERN))) == ["“Moss” is gone"]
    assert list(news(Sound(SPEAKERS, FERN), Sound(SPEAKERS, NEITHER))) == ["“Fern” is gone"]


def test_what_stays_is_no_news() -> None:
    assert list(news(Sound(SPEAKERS, BOTH), Sound(SPEAKERS, BOTH))) == []
    assert list(news(Sound(), Sound(SILENCE))) == []
