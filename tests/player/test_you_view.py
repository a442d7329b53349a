import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.player_state import ChooseDevices, Volumes
from drumcircle_gui.sound.messages import SILENT_DEVICE, AudioHealth, AudioStatus, MidiStatus
from drumcircle_gui.timing.units import Micros

from .conftest import DRUMS, SPEAKERS


@pytest.fixture
def you(view):
    view.you.offer_sound(("Speakers", "Headset"))
    return view.you


def entries(choice):
    return [choice.itemText(number) for number in range(choice.count())]


def chosen(qtbot, choice, text):
    """Step to an entry as one does with the keys."""
    choice.setFocus()
    while choice.currentText() != text:
        before = choice.currentIndex()
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert choice.currentIndex() != before


def test_devices_are_offered_and_chosen(you, requests, qtbot):
    assert entries(you.sound) == ["System sound", "No sound", "Speakers", "Headset"]
    assert entries(you.drum) == ["All MIDI drums", "TD-17", "MPD218"]
    chosen(qtbot, you.drum, "MPD218")
    assert requests[-1] == ChooseDevices(None, "MPD218")
    chosen(qtbot, you.sound, "No sound")
    assert requests[-1] == ChooseDevices(SILENT_DEVICE, "MPD218")


def test_what_they_do_now_is_said_beside_them(you, view, plays):
    assert you.drum_says.accessibleName() == "Playing: TD-17"
    assert you.sound_says.accessibleName() == "11 ms"
    view.render(plays({"sound": SoundStatus(SPEAKERS, DRUMS, AudioHealth(3, 0.1, 0.0))}))
    assert you.sound_says.accessibleName() == "11 ms · 3 dropouts"
    silent = AudioStatus(None, 48_000, 256, Micros(0), "gone")
    view.render(plays({"sound": SoundStatus(silent, MidiStatus((), (), "Nothing is plugged in."))}))
    assert (you.drum_says.accessibleName(), you.sound_says.accessibleName()) == ("Keys and pads", "Silent")


def test_a_drum_that_is_pulled_out_stays_chosen(you, view, plays, requests, qtbot):
    chosen(qtbot, you.drum, "MPD218")
    view.render(plays({"sound": SoundStatus(SPEAKERS, MidiStatus(("TD-17",), (), ""))}))
    assert you.drum.currentText() == "MPD218"
    told = len(requests)
    view.render(plays())
    assert (you.drum.currentText(), len(requests)) == ("MPD218", told)
    assert entries(you.drum) == ["All MIDI drums", "TD-17", "MPD218"]


def test_volumes_are_heard_as_even_steps(you, requests, qtbot):
    guide = you.volumes["guide"]
    guide.setFocus()
    guide.setValue(50)
    assert requests[-1] == Volumes(1.0, 0.25, 1.0)


def test_the_usual_is_shown_and_wished_of_nobody(you, requests):
    you.set_usual(ChooseDevices("Headset", "No longer here"), Volumes(0.25, 0.0, 1.0))
    assert (you.sound.currentText(), you.drum.currentText()) == ("Headset", "No longer here")
    assert {name: slider.value() for name, slider in you.volumes.items()} == {"circle": 50, "guide": 0, "own": 100}
    assert requests == []


@pytest.mark.parametrize(
    ("feel", "said"),
    [
        (None, "play to see how you sit in the beat"),
        (Micros(-12_000), "right on the beat"),
        (Micros(-31_400), "rushing 31 ms"),
        (Micros(18_000), "dragging 18 ms"),
    ],
)
def test_how_one_sits_in_the_beat(you, view, plays, feel, said):
    view.render(plays({"feel": feel}))
    assert you._caption.accessibleName() == said
