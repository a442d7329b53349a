"""Shows text of other people (names, chat, MPD tags, file names, names from the network) as plain text.

Qt guesses whether a tooltip is HTML, and HTML may load files and hang the program: a member called
`<img src=/dev/zero>` did. Every tooltip with text from outside goes through `set_tooltip`, `show_tooltip` or
`plain_roles`, every label through `Label`, every painted line through `paint_line` or `fitting`.
`tests/architecture/rules.py` rejects any other way.
"""

import html
import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

MOST_CHARACTERS = 4000
"""Maximum number of characters of one text in a window: twice the longest chat line."""

TOOLTIP_LINES, TOOLTIP_CHARACTERS = 16, 160
"""Lines of a tooltip, and characters of each: more would not fit on a small screen."""

ELLIPSIS = "…"

Data = TypeVar("Data", bound=Callable[..., object])

_JOINERS = "\u200c\u200d"
"""Invisible characters that words need: they hold emoji together and shape Persian and Indic letters."""

_SPACES = str.maketrans({"\t": " ", **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n")})
_LINE_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def plain(text: str) -> str:
    """`text` without control and direction characters, at most MOST_CHARACTERS long.

    Line breaks of all kinds become `\\n`, tabs spaces. Direction characters can make a text look like another one.
    """
    cut = text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + ELLIPSIS
    if cut.isprintable():
        return cut
    unified = cut.replace("\r\n", "\n").translate(_SPACES)
    return "".join(character for character in unified if _is_visible(character))


def one_line(text: str) -> str:
    """`plain(text)` with each run of white space as one space."""
    shown = plain(text)
    return shown if shown.isprintable() else " ".join(shown.split())


def fitting(metrics: QFontMetrics, text: str, width: int) -> str:
    """`one_line(text)`, cut with an ellipsis where it is wider than `width` pixels."""
    return metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)


def paint_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    face: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint `text` on one line in the middle of `rect`, cut with an ellipsis where it is wider."""
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, fitting(painter.fontMetrics(), text, rect.width()))


def tooltip(text: str) -> str:
    """`plain(text)` as a tooltip that Qt shows as it stands, cut to TOOLTIP_LINES lines."""
    lines = plain(text).split("\n")
    shown = [_shortened(line) for line in lines[:TOOLTIP_LINES]]
    if len(lines) > TOOLTIP_LINES:
        shown[-1] = ELLIPSIS
    joined = "\n".join(shown)
    if QtGui.Qt.mightBeRichText(joined):
        return f'<p style="white-space: pre-wrap">{html.escape(joined)}</p>'
    return joined


class HasToolTip(Protocol):
    """A widget, an action or a list item."""

    def setToolTip(self, text: str, /) -> None: ...


def set_tooltip(target: HasToolTip, text: str) -> None:
    """Gives `target` a tooltip whose text is shown as it stands."""
    target.setToolTip(tooltip(text))


def show_tooltip(at: QPoint, text: str, widget: QWidget) -> None:
    """Opens a tooltip at a point of the screen; an empty `text` closes it."""
    QToolTip.showText(at, tooltip(text), widget)


def hide_tooltip() -> None:
    """Closes the tooltip that is open, if any."""
    QToolTip.hideText()


def plain_roles(data: Data) -> Data:
    """Decorates a model's `data` or `headerData`, whose last parameter is the role: texts come out plain."""

    @wraps(data)
    def plain_data(*args: Any, **kwargs: Any) -> object:
        value = data(*args, **kwargs)
        role = kwargs.get("role", args[-1])
        if not isinstance(value, str):
            return value
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(value)
        return one_line(value) if role in _LINE_ROLES else value

    return cast(Data, plain_data)


def _shortened(line: str) -> str:
    return line if len(line) <= TOOLTIP_CHARACTERS else line[: TOOLTIP_CHARACTERS - 1] + ELLIPSIS


def _is_visible(character: str) -> bool:
    return character in _JOINERS or character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
