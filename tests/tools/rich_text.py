"""Finds texts of a page that Qt would show as HTML."""

from collections.abc import Iterator

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

PLAIN_PARAGRAPH = '<p style="white-space: pre-wrap">'
"""How `plain_text.tooltip` begins a text with escaped markup."""


def rich_texts(page: QWidget) -> list[str]:
    """Tooltips, labels and model texts that would be read as HTML and were not made by `plain_text`."""
    widgets = (page, *page.findChildren(QWidget))
    texts = [widget.toolTip() for widget in widgets]
    texts += [label.text() for label in widgets if isinstance(label, QLabel) and _guesses(label)]
    for view in widgets:
        if isinstance(view, QAbstractItemView) and view.model() is not None:
            texts += _tooltips(view.model())
    return [text for text in texts if _is_rich(text)]


def _guesses(label: QLabel) -> bool:
    return label.textFormat() != Qt.TextFormat.PlainText


def _tooltips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), 50)):
        column = model.index(row, 0)
        while column.isValid():
            yield str(column.data(Qt.ItemDataRole.ToolTipRole) or "")
            column = column.siblingAtColumn(column.column() + 1)


def _is_rich(text: str) -> bool:
    inner = text.removeprefix(PLAIN_PARAGRAPH).removesuffix("</p>") if text.startswith(PLAIN_PARAGRAPH) else text
    return QtGui.Qt.mightBeRichText(inner) and ("<" in inner or inner == text)
