"""Key events as Qt sends them on keyboard layouts of several scripts."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from drumcircle_gui.widgets.pads.key_labels import PLACES
from drumcircle_gui.widgets.pads.physical_keys import EVDEV, MACOS, SET1, letter_of, place_of

X11, WINDOWS, MAC = "linux", "win32", "darwin"
PLATFORMS = (X11, WINDOWS, MAC)
A, Q, W, Z, Y, SEMICOLON = (0x1E, 0), (0x10, 12), (0x11, 13), (0x2C, 6), (0x15, 16), (0x27, 41)
"""Set 1 scan code, and macOS's virtual key code."""


def pressed(key, text, place=(0, 0), platform=X11):
    scan = place[0] + (8 if platform == X11 else 0) if place != (0, 0) else 0
    virtual, modifiers = (place[1], 0x100 if place != (0, 0) else 0) if platform == MAC else (0, 0)
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan, virtual, modifiers, text)


LAYOUTS = (
    ("Russian", "й", Q, "Q"),
    ("Greek", ";", Q, "Q"),
    ("Hebrew", "ז", Z, "Z"),
    ("Arabic", "ض", Q, "Q"),
    ("QWERTZ", "y", Z, "Z"),
    ("QWERTZ", "z", Y, "Y"),
    ("QWERTZ", "ö", SEMICOLON, ";"),
    ("AZERTY", "a", Q, "Q"),
    ("AZERTY", "q", A, "A"),
    ("AZERTY", "&", (0x02, 18), "1"),
    ("Dvorak", ",", W, "W"),
    ("US", "a", A, "A"),
)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_key_is_identified_by_its_place_on_every_layout(platform):
    events = [pressed(ord(text.upper()), text, place, platform) for _, text, place, _ in LAYOUTS]
    assert [place_of(event, platform) for event in events] == [place for *_, place in LAYOUTS]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_key_whose_place_is_not_told_is_identified_by_what_it_writes(platform):
    events = [pressed(ord(text.upper()), text) for text in "qz1,"]
    assert [place_of(event, platform) for event in events] == list("QZ1,")


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Left, Qt.Key.Key_F1])
def test_keys_without_text_are_no_letters(key):
    assert letter_of(pressed(key, "")) == place_of(pressed(key, ""), X11) == ""
    assert place_of(pressed(key, "", (0x4B, 123)), WINDOWS) == place_of(pressed(key, "", (0x4B, 123), MAC), MAC) == ""


def test_each_system_has_a_code_for_each_place():
    assert sorted(SET1.values()) == sorted(EVDEV.values()) == sorted(MACOS.values()) == sorted("".join(PLACES))
    assert len(MACOS) == len(SET1) == 40
