import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.player_state import ChooseDevices, ListDevices, ListeningState, Volumes
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.messages import SILENT_DEVICE, AudioHealth, AudioStatus, DeviceList, MidiStatus
from drumcircle_gui.timing.units import Micros
from tests.player.conftest import DRUMS, SPEAKERS

DEVICES = DeviceList(("Speakers", "Headset"), (), ())


@pytest.fixture
def you(view, plays):
    view.render(plays({"devices": DEVICES}))
    return view.you


def entries(choice):
    return [choice.itemText(number) for number in range(choice.count())]


def chosen(qtbot, choice, text):
    """Step to an entry, as with the arrow keys."""
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


def test_the_status_of_each_device_stands_beside_it(you, view, plays):
    assert you.drum_says.accessibleName() == "Playing: TD-17"
    assert you.sound_says.accessibleName() == "11 ms"
    view.render(plays({"sound": SoundStatus(SPEAKERS, DRUMS, AudioHealth(3, 0.1, 0.0))}))
    assert you.sound_says.accessibleName() == "11 ms · 3 dropouts"
    view.render(plays({"sound": SoundStatus(SPEAKERS, DRUMS, AudioHealth(1, 0.1, 0.0))}))
    assert you.sound_says.accessibleName() == "11 ms · 1 dropout"
    silent = AudioStatus(None, 48_000, 256, Micros(0), "gone")
    view.render(plays({"sound": SoundStatus(silent, MidiStatus((), (), "Nothing is plugged in."))}))
    assert (you.drum_says.accessibleName(), you.sound_says.accessibleName()) == ("Keys and pads", "No sound")


def test_an_unplugged_drum_stays_chosen(you, view, plays, requests, qtbot):
    chosen(qtbot, you.drum, "MPD218")
    view.render(plays({"sound": SoundStatus(SPEAKERS, MidiStatus(("TD-17",), (), ""))}))
    assert you.drum.currentText() == "MPD218"
    count = len(requests)
    view.render(plays())
    assert (you.drum.currentText(), len(requests)) == ("MPD218", count)
    assert entries(you.drum) == ["All MIDI drums", "TD-17", "MPD218"]


def test_a_device_plugged_in_is_offered_while_the_list_is_open(you, view, plays, requests, qtbot):
    chosen(qtbot, you.sound, "Headset")
    qtbot.mouseClick(you.sound, Qt.MouseButton.LeftButton)
    assert requests[-1] == ListDevices()
    count = len(requests)
    view.render(plays({"devices": DeviceList(("Interface", "Headset", "Speakers"), (), ())}))
    assert entries(you.sound) == ["System sound", "No sound", "Interface", "Headset", "Speakers"]
    assert you.sound.currentText() == "Headset"
    view.render(plays({"devices": DeviceList(("Interface",), (), ())}))
    assert entries(you.sound) == ["System sound", "No sound", "Interface", "Speakers", "Headset"]
    assert len(requests) == count
    you.sound.hidePopup()


def test_the_device_in_use_is_offered_even_if_it_cannot_be_listed(you, view, plays):
    view.render(plays({"devices": DeviceList(("Headset",), (), ())}))
    assert entries(you.sound) == ["System sound", "No sound", "Headset", "Speakers"]


def test_volumes_have_a_quadratic_scale(you, requests, qtbot):
    guide = you.volumes["guide"]
    guide.setFocus()
    guide.setValue(50)
    assert requests[-1] == Volumes(1.0, 0.25, 1.0, 1.0)


def test_sliders_follow_volumes_set_elsewhere_but_not_their_own_echo(you, view, plays, requests):
    def arrives(*volumes):
        view.render(plays({"listening": ListeningState(volumes=Volumes(*volumes))}))
        return you.volumes["guide"].value()

    assert arrives(1, 0.25) == 50
    for position in (51, 52):
        you.volumes["guide"].setValue(position)
    first, second = requests[-2:]
    assert arrives(first.circle, first.guide) == 52
    assert arrives(second.circle, second.guide) == 52
    assert arrives(first.circle, first.guide) == 51
    assert len(requests) == 2


def test_the_choices_of_last_time_are_shown_without_a_request(you, requests):
    you.set_usual(ChooseDevices("Headset", "No longer here"), Volumes(0.25, 0.0, 1.0))
    assert (you.sound.currentText(), you.drum.currentText()) == ("Headset", "No longer here")
    assert {name: slider.value() for name, slider in you.volumes.items()} == {
        "circle": 50,
        "guide": 0,
        "own": 100,
        "loop": 100,
    }
    assert requests == []


def test_the_caption_shows_the_timing(you, view, plays):
    captions = {
        None: "Play to see your timing",
        Micros(-12_000): "Right on the beat",
        Micros(-31_400): "31 ms ahead of the beat",
        Micros(18_000): "18 ms behind the beat",
    }
    found = {}
    for feel in captions:
        view.render(plays({"feel": feel}))
        found[feel] = you._caption.accessibleName()
    assert found == captions
