"""The place of a computer key on the keyboard, named by what a US keyboard has there.

Drum keys are a pattern under the fingers: they count by their place on every layout (QWERTZ, AZERTY, Cyrillic ...), and
by what they write only where the place is not known. The places are known by the scan code (Windows: set 1; X11 and
Wayland: evdev's code + 8) or, on macOS, by the virtual key code of the ANSI keyboard.
"""

import sys

from PySide6.QtGui import QKeyEvent

from .key_labels import PLACES

_FIRST_SET1 = (0x02, 0x10, 0x1E, 0x2C)
_EVDEV_OFFSET = 8

SET1 = {
    first + place: letter for row, first in zip(PLACES, _FIRST_SET1, strict=True) for place, letter in enumerate(row)
}
EVDEV = {code + _EVDEV_OFFSET: letter for code, letter in SET1.items()}
"""Codes of the main block are those of set 1."""

_MACOS_CODES = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29), (12, 13, 14, 15, 17, 16, 32, 34, 31, 35)
_MACOS_LOWER = (0, 1, 2, 3, 5, 4, 38, 40, 37, 41), (6, 7, 8, 9, 11, 45, 46, 43, 47, 44)
MACOS = {
    code: letter
    for codes, row in zip((*_MACOS_CODES, *_MACOS_LOWER), PLACES, strict=True)
    for code, letter in zip(codes, row, strict=True)
}


def letter_of(event: QKeyEvent) -> str:
    """The letter, digit or sign that the key writes, in upper case; "" for other keys."""
    return chr(event.key()).upper() if 32 < event.key() < 127 else event.text().upper()


def place_of(event: QKeyEvent, platform: str = sys.platform) -> str:
    """The key's place, as the character that a US keyboard has there. "" for keys beyond these rows."""
    letter = letter_of(event)
    if platform == "darwin":
        return letter if _is_synthetic(event, letter) else MACOS.get(event.nativeVirtualKey(), "")
    codes = SET1 if platform == "win32" else EVDEV
    return codes.get(event.nativeScanCode(), "") if event.nativeScanCode() else letter


def _is_synthetic(event: QKeyEvent, letter: str) -> bool:
    """Whether an event of macOS has no code of its key: 0 is also the code of the key at A."""
    return not event.nativeVirtualKey() and not event.nativeModifiers() and letter.isascii() and letter != "A"
