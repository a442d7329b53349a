"""The words of the ring: wrapped and placed so that all of them can be read, in the hub or beside the ring."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import pi

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from drumcircle_gui.widgets.plain_text import ELLIPSIS, one_line
from drumcircle_gui.widgets.theme import Theme, Weight, font

from .geometry import Dial

Texts = tuple[str, str, str]
"""A title, the one word that matters now, and a line of detail."""

WEIGHTS = (Weight.DemiBold, Weight.DemiBold, Weight.Normal)

_IN_HUB = ((11, 34, 13), (11, 24, 13), (11, 24, 11), (11, 15, 13), (11, 15, 11), (11, 13, 11), (11, 11, 11))
_BESIDE = ((15, 34, 15), (13, 24, 13), (13, 15, 13), (11, 15, 11), (11, 13, 11), (11, 11, 11))
"""Font sizes of title, word and detail, in the order in which they are tried."""

_LINE_HEIGHT = 1.2  # of a font's size
_LARGEST_WORD = 0.42  # font size as a share of the hub's radius
_GUIDE_DOT_PX = 8.0
_GAP_PX = 4  # between title, word and detail
_STEP_PX = 3  # between the heights at which the first row is tried


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text of `part` 0 (title), 1 (word) or 2 (detail). `middle`: pixels below the middle of its area."""

    part: int
    text: str
    size: int
    middle: float


@dataclass(frozen=True, slots=True)
class HubArea:
    """The room for rows inside the guide's dots."""

    radius: float

    @property
    def reach(self) -> float:
        return self.radius

    @property
    def size(self) -> float:
        """Square pixels."""
        return pi * (self.radius - _GUIDE_DOT_PX) ** 2

    @property
    def widest(self) -> float:
        return self.width(0, 0)

    def width(self, top: float, bottom: float) -> float:
        """Width of a row between two heights below the middle; 0 outside."""
        reach = max(abs(top), abs(bottom))
        return 2 * float(max((self.radius - _GUIDE_DOT_PX) ** 2 - reach**2, 0.0) ** 0.5)


@dataclass(frozen=True, slots=True)
class ColumnArea:
    """The room for rows beside the ring."""

    widest: float
    height: float

    @property
    def reach(self) -> float:
        return self.height / 2

    @property
    def size(self) -> float:
        return self.widest * self.height

    def width(self, top: float, bottom: float) -> float:
        return self.widest if max(abs(top), abs(bottom)) <= self.height / 2 else 0.0


Area = HubArea | ColumnArea


def paint_words(painter: QPainter, dial: Dial, texts: Texts, theme: Theme) -> None:
    """Paints the texts: centred in the hub, or from the left beside the ring."""
    box = dial.words
    side = Qt.AlignmentFlag.AlignLeft if dial.beside else Qt.AlignmentFlag.AlignHCenter
    for row in arrange(dial, texts):
        painter.setFont(font(row.size, WEIGHTS[row.part]))
        painter.setPen(theme.text if row.part == 1 else theme.dim)
        place = QRectF(box.left, box.top + box.height / 2 + row.middle - 24, box.width, 48)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, row.text)


def area_of(dial: Dial) -> Area:
    """The room that the words have."""
    return ColumnArea(dial.beside.width, dial.beside.height) if dial.beside else HubArea(dial.guide)


@lru_cache(maxsize=64)
def arrange(dial: Dial, texts: Texts) -> tuple[Row, ...]:
    """The texts in rows: whole, in the largest sizes in which they fit, the word as near to the middle as possible.

    What fits in no size is cut, first the title, which may have 200 characters.
    """
    area = area_of(dial)
    largest = 34.0 if dial.beside else max(dial.hub * _LARGEST_WORD, 15.0)
    sizes = [each for each in (_BESIDE if dial.beside else _IN_HUB) if each[1] <= largest]
    title, word, detail = (one_line(text) for text in texts)
    whole = title, word, detail
    attempts = chain(
        ((each, whole, False) for each in sizes),
        ((sizes[-1], (cut, word, detail), True) for cut in (title, *_cuts(title))),
        ((sizes[-1], ("", cut, ""), True) for cut in (word, *_cuts(word))),
    )
    return next((rows for each in attempts if (rows := _placed(area, *each))), ())


def _cuts(text: str) -> Iterator[str]:
    length = len(text)
    while length:
        length = length * 9 // 10
        yield text[:length].rstrip() + ELLIPSIS if length else ""


def _placed(area: Area, sizes: tuple[int, int, int], texts: Texts, breaks: bool) -> tuple[Row, ...]:
    """The texts in these sizes; () if they do not fit. `breaks`: the word may be broken within words."""
    parts = [
        _Part(number, text, size, breaks or number != 1)
        for number, (text, size) in enumerate(zip(texts, sizes, strict=True))
        if text
    ]
    if sum(part.size for part in parts) > area.size:
        return ()
    found = [rows for top in range(-round(area.reach), 0, _STEP_PX) if (rows := _from(area, parts, top))]
    return min(found, key=_off_centre, default=())


def _from(area: Area, parts: Sequence["_Part"], top: float) -> tuple[Row, ...]:
    """The parts in rows from `top` downwards; () if they do not fit."""
    rows: list[Row] = []
    for part in parts:
        added = part.rows(area, top)
        if not added:
            return ()
        rows += added
        top = added[-1].middle + part.height / 2 + _GAP_PX
    return tuple(rows)


def _off_centre(rows: Sequence[Row]) -> float:
    """Distance of the word from the middle; of all rows, where there is no word."""
    words = [row for row in rows if row.part == 1] or rows
    return abs(words[0].middle + words[-1].middle)


class _Part:
    """One of the texts in one size. `breaks`: words that are too long for a row are broken."""

    def __init__(self, number: int, text: str, size: int, breaks: bool) -> None:
        self.height = size * _LINE_HEIGHT
        self._number, self._words, self._size, self._breaks = number, text.split(" "), size, breaks
        self._advance = QFontMetrics(font(size, WEIGHTS[number])).horizontalAdvance
        self._widths = [self._advance(word) for word in self._words]
        self._space = self._advance(" ")

    @property
    def size(self) -> float:
        """Square pixels that the text covers."""
        return sum(self._widths) * self.height

    def rows(self, area: Area, top: float) -> list[Row]:
        """The text in rows from `top` downwards, without a gap between them; [] if it does not fit."""
        rows: list[Row] = []
        rest = list(zip(self._words, self._widths, strict=True))
        while rest:
            line = self._take(rest, area.width(top, top + self.height), area.widest)
            if line:
                rows.append(Row(self._number, line, self._size, top + self.height / 2))
            elif rows or top >= 0:
                return []
            top += self.height
        return rows

    def _take(self, rest: list[tuple[str, int]], width: float, widest: float) -> str:
        """Removes from `rest` the words that fit into a row of this width."""
        line, left = [], width
        while rest and rest[0][1] <= left:
            word, across = rest.pop(0)
            line.append(word)
            left -= across + self._space
        if rest and self._breaks and rest[0][1] > widest and (part := self._beginning(rest[0][0], left)):
            line.append(part)
            word = rest[0][0].removeprefix(part)
            rest[0] = word, self._advance(word)
        return " ".join(line)

    def _beginning(self, word: str, width: float) -> str:
        """As much of `word` as fits."""
        return word[: bisect_right(range(len(word)), width, lo=1, key=lambda end: self._advance(word[:end])) - 1]
