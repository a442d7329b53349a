"""Names of files that differ only in their Unicode normal form. Pure.

macOS takes letters and accents apart (NFD), most other systems keep them together (NFC). MPD compares names byte by
byte, so that the same file has two names in two rooms.
"""

from typing import Literal
from unicodedata import normalize

FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


def normal_form(file: bytes) -> bytes:
    """A form that is equal for all spellings of a name. Bytes that are not UTF-8 are kept."""
    return file if file.isascii() else _form(file, "NFC")


def other_spellings(file: bytes) -> list[bytes]:
    """The other Unicode normal forms of the name `file`."""
    if file.isascii():
        return []
    return list(dict.fromkeys(each for form in FORMS if (each := _form(file, form)) != file))


def _form(file: bytes, form: Literal["NFC", "NFD"]) -> bytes:
    return normalize(form, file.decode(errors="surrogateescape")).encode(errors="surrogateescape")
