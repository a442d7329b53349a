"""Text of any script: what is invisible in it, and where its glyphs (grapheme clusters) end.

Imported for such text alone, because compiling the patterns delays the start of the program.
"""

import unicodedata

import regex

MAX_MARKS = 8
"""Maximum number of combining marks on one letter; further ones are removed. Living scripts need fewer. Long runs cover
the lines around them, and normalising them takes quadratic time."""

_CONTROL = regex.compile("[\\p{Cc}\\p{Cs}\ufff9-\ufffb]")
_IGNORABLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_ALWAYS_SUPERFLUOUS = regex.compile(
    "(?V1)[\\p{Default_Ignorable_Code_Point}--[\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f]]"
)
_NEEDS_IGNORABLES = regex.compile(
    "(?V1)\\p{Extended_Pictographic}|.\ufe0f?\u20e3|"
    "[\\p{L}--[\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Default_Ignorable_Code_Point}]]"
)
_LONG_RUN_OF_MARKS = regex.compile(rf"(\p{{M}}{{{MAX_MARKS}}})\p{{M}}+")
_GLYPH = regex.compile(r"\p{Regional_Indicator}{2}\p{Grapheme_Extend}*|\X")  # \X alone is quadratic for many flags
_VISIBLE = regex.compile("[^\\p{C}\\p{Z}\\p{M}\\p{Default_Ignorable_Code_Point}\u2800]")
_SPACE = regex.compile("[\\s\u2800]+")
_GAPS = regex.compile("[\\p{Default_Ignorable_Code_Point}\\p{Cc}\\s\u2800]+")


def clean_line(line: str) -> str:
    """`line` without control characters, invisible characters, and runs of white space and of marks; "" if nothing
    visible is left."""
    text = _without_ignorables(_CONTROL.sub("", _SPACE.sub(" ", line)))
    text = _limit_marks(unicodedata.normalize("NFC", _limit_marks(text)))
    text = _SPACE.sub(" ", text).strip()
    return text if _VISIBLE.search(text) else ""


def cut(text: str, limit: int) -> str:
    """As many whole glyphs as fit into `limit` characters."""
    end = 0
    for glyph in _GLYPH.finditer(text):
        if glyph.end() > limit:
            break
        end = glyph.end()
    return text[:end]


def without_gaps(text: str) -> str:
    """`text` without white space and anything invisible."""
    return str(_GAPS.sub("", text))


def _without_ignorables(text: str) -> str:
    """`text` without invisible characters, except those that emoji or a script need."""
    text = _ALWAYS_SUPERFLUOUS.sub("", text)
    return "".join(map(_clean_glyph, _GLYPH.findall(text))) if _IGNORABLE.search(text) else text


def _clean_glyph(glyph: str) -> str:
    return glyph if _NEEDS_IGNORABLES.match(glyph) else _IGNORABLE.sub("", glyph)


def _limit_marks(text: str) -> str:
    return str(_LONG_RUN_OF_MARKS.sub(r"\1", text))
