"""The Latin letter of a computer key by its place on the keyboard, for layouts whose letters are not Latin.

On Cyrillic, Greek, Hebrew or Arabic layouts, a key event has no Latin letter, but these keyboards have Latin letters
printed at the places of the US layout. The places are known by the scan code (Windows: set 1; X11 and Wayland: evdev's
code + 8) or, on macOS, by the virtual key code of the ANSI keyboard.
"""

import sys

from PySide6.QtGui import QKeyEvent

_ROWS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
_FIRST_SET1 = (0x02, 0x10, 0x1E, 0x2C)
_EVDEV_OFFSET = 8

SET1 = {
    first + place: letter for row, first in zip(_ROWS, _FIRST_SET1, strict=True) for place, letter in enumerate(row)
}
EVDEV = {code + _EVDEV_OFFSET: letter for code, letter in SET1.items()}
"""Codes of the main block are those of set 1."""

MACOS = dict(zip((*range(10), 11, *range(12, 18)), "ASDFHGZXCVBQWERYT", strict=True)) | {
    18: "1",
    19: "2",
    20: "3",
    21: "4",
    22: "6",
    23: "5",
    25: "9",
    26: "7",
    28: "8",
    29: "0",
    31: "O",
    32: "U",
    34: "I",
    35: "P",
    37: "L",
    38: "J",
    40: "K",
    45: "N",
    46: "M",
}


def letter_of(event: QKeyEvent) -> str:
    """The letter, digit or sign that the key writes, in upper case; "" for other keys."""
    return chr(event.key()).upper() if 32 < event.key() < 127 else event.text().upper()


def latin_key(event: QKeyEvent, platform: str = sys.platform) -> str:
    """The Latin letter or digit at the key's place on a US keyboard; "" if the key writes a Latin letter or digit, or
    is at another place."""
    letter = letter_of(event)
    if letter.isascii() and letter.isalnum():
        return ""
    if platform == "darwin":
        return MACOS.get(event.nativeVirtualKey(), "")
    return (SET1 if platform == "win32" else EVDEV).get(event.nativeScanCode(), "")
