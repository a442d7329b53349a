"""Key events as Qt sends them on keyboard layouts of several scripts."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from drumcircle_gui.widgets.pads.physical_keys import latin_key, letter_of

X11, WINDOWS, MAC = "linux", "win32", "darwin"
Q, Z, S = (0x10, 12), (0x2C, 6), (0x1F, 1)
"""Set 1 scan code, and macOS's virtual key code."""


def pressed(key, text, place=(0, 0), platform=X11):
    scan = place[0] + (8 if platform == X11 else 0)
    virtual = place[1] if platform == MAC else 0
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan, virtual, 0, text)


@pytest.mark.parametrize("platform", [X11, WINDOWS, MAC])
@pytest.mark.parametrize(
    ("layout", "text", "place", "letter"),
    [
        ("Russian", "й", Q, "Q"),
        ("Russian", "я", Z, "Z"),
        ("Russian", "ы", S, "S"),
        ("Greek", "ς", (0x11, 13), "W"),
        ("Greek", ";", Q, "Q"),
        ("Hebrew", "/", Q, "Q"),
        ("Hebrew", "ז", Z, "Z"),
        ("Arabic", "ض", Q, "Q"),
        ("Arabic", "ئ", Z, "Z"),
    ],
)
def test_a_key_without_a_latin_letter_is_identified_by_its_position(platform, layout, text, place, letter):
    event = pressed(ord(text.upper()), text, place, platform)
    assert latin_key(event, platform) == letter


@pytest.mark.parametrize(("text", "place"), [("a", Q), ("w", Z), ("q", (0x1E, 0)), ("1", (0x02, 18))])
def test_a_latin_letter_is_identified_by_itself(text, place):
    event = pressed(ord(text.upper()), text, place)
    assert letter_of(event) == text.upper()
    assert latin_key(event, X11) == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Left, Qt.Key.Key_F1])
def test_keys_without_text_are_no_letters(key):
    assert letter_of(pressed(key, "")) == latin_key(pressed(key, ""), X11) == ""
