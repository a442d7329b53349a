"""How a page is laid out, the same in every window: what stands above, and the rest in what room is left."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

MARGINS = (24, 16, 24, 24)
GAP, LINE_GAP = 16, 20

Part = QWidget | QLayout


def lay_out_page(page: QWidget, above: Iterable[Part], body: Iterable[Part]) -> None:
    """What is `above` takes as much as it needs, one below the other; each of the `body` has the rest when it shows."""
    column = QVBoxLayout(page)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(GAP)
    for part in above:
        _add(column, part, 0)
    for part in body:
        _add(column, part, 1)


def lay_out_line(
    line: QWidget, name: QWidget, about: QWidget, least: int, figures: Iterable[QWidget], pills: Iterable[QWidget]
) -> None:
    """A page's top line: its name over what is said about it, at least so many pixels wide; figures; and what can be
    done."""
    title = QVBoxLayout()
    title.setSpacing(0)
    for text in (name, about):
        text.setMinimumWidth(least)
        title.addWidget(text)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(LINE_GAP)
    row.addLayout(title, 3)
    for figure in figures:
        row.addWidget(figure)
    row.addStretch(2)
    for pill in pills:
        row.addWidget(pill)


def beside(*shares: tuple[Part, int]) -> QBoxLayout:
    """Parts side by side, each with its share of the width."""
    return _sharing(QHBoxLayout(), shares)


def below(*shares: tuple[Part, int]) -> QBoxLayout:
    """Parts one below the other, each with its share of the height."""
    return _sharing(QVBoxLayout(), shares)


def _sharing(box: QBoxLayout, shares: Iterable[tuple[Part, int]]) -> QBoxLayout:
    box.setSpacing(GAP)
    for part, share in shares:
        _add(box, part, share)
    return box


def _add(box: QBoxLayout, part: Part, share: int) -> None:
    if isinstance(part, QWidget):
        box.addWidget(part, share)
    else:
        box.addLayout(part, share)
