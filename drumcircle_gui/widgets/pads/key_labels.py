"""The labels of the computer keys at the places of a US keyboard. Pure.

Qt does not report the layout. It is guessed from the language of the keyboard, and corrected by what keys write.
"""

import unicodedata
from collections.abc import Mapping, Sequence

PLACES = ("1234567890", "QWERTYUIOP", "ASDFGHJKL;", "ZXCVBNM,./")
"""The rows of places, from the digits down, named by what a US keyboard has there."""

_DIGITS = PLACES[0]
_QWERTZ = ("QWERTZUIOP", "ASDFGHJKLÖ", "YXCVBNM,.-")
_SPANISH = ("QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNM,.-")
_NORDIC = ("QWERTYUIOP", "ASDFGHJKLÖ", "ZXCVBNM,.-")
_CZECH = ("QWERTZUIOP", "ASDFGHJKLŮ", "YXCVBNM,.-")
_HUNGARIAN = ("QWERTZUIOP", "ASDFGHJKLÉ", "YXCVBNM,.-")
_CROATIAN = ("QWERTZUIOP", "ASDFGHJKLČ", "YXCVBNM,.-")

LAYOUTS: Mapping[str, Sequence[str]] = {
    "en": PLACES[1:],
    "de": _QWERTZ,
    "fr": ("AZERTYUIOP", "QSDFGHJKLM", "WXCVBN,;:!"),
    "es": _SPANISH,
    "pt": ("QWERTYUIOP", "ASDFGHJKLÇ", "ZXCVBNM,.;"),
    "it": ("QWERTYUIOP", "ASDFGHJKLÒ", "ZXCVBNM,.-"),
    "sv": _NORDIC,
    "fi": _NORDIC,
    "da": ("QWERTYUIOP", "ASDFGHJKLÆ", "ZXCVBNM,.-"),
    "nb": ("QWERTYUIOP", "ASDFGHJKLØ", "ZXCVBNM,.-"),
    "tr": ("QWERTYUIOP", "ASDFGHJKLŞ", "ZXCVBNMÖÇ."),
    "cs": _CZECH,
    "sk": _CZECH,
    "hu": _HUNGARIAN,
    "hr": _CROATIAN,
    "sl": _CROATIAN,
    "dvorak": ("',.PYFGCRL", "AOEUIDHTNS", ";QJKXBMWVZ"),
    "colemak": ("QWFPGJLUY;", "ARSTDHNEIO", "ZXCVBKM,./"),
}
"""The letter rows of layouts in Latin script, by the language in which they are usual. Other scripts have US letters
printed beside their own."""


class KeyLabels:
    """Begins with the usual layout of `language` (an ISO 639 code), or the US layout."""

    def __init__(self, language: str = "en") -> None:
        self._layout = _by_place(LAYOUTS.get(language, LAYOUTS["en"]))
        self._learned: dict[str, str] = {}

    def label(self, place: str) -> str:
        """The label printed on the key at that place."""
        return self._learned.get(place) or self._layout.get(place, place)

    def learn(self, place: str, written: str) -> bool:
        """Take in what the key at `place` has written, without Shift or other modifiers. Returns whether labels have
        changed: the layout that agrees with most of what was learned is assumed for the other keys."""
        if place in _DIGITS or not _is_printed(written):
            return False
        new = self.label(place) != written
        self._learned[place] = written
        if not new:
            return False
        candidates = [self._layout, *map(_by_place, LAYOUTS.values())]
        self._layout = max(candidates, key=self._agreement)
        return True

    def _agreement(self, layout: Mapping[str, str]) -> int:
        return sum(layout.get(place) == written for place, written in self._learned.items())


def _by_place(rows: Sequence[str]) -> dict[str, str]:
    return dict(zip("".join(PLACES[1:]), "".join(rows), strict=True))


def _is_printed(written: str) -> bool:
    """Whether it is a Latin letter or an ASCII sign."""
    return len(written) == 1 and (written.isascii() or unicodedata.name(written, "").startswith("LATIN"))
