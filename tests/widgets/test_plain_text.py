import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from drumcircle_gui.widgets.plain_text import (
    MOST_CHARACTERS,
    TOOLTIP_CHARACTERS,
    TOOLTIP_LINES,
    hide_tooltip,
    one_line,
    plain,
    plain_roles,
    set_tooltip,
    show_tooltip,
    tooltip,
)

HOSTILE = [
    "<img src=/dev/zero>",
    "Fern <img src='file:///etc/hostname'>",
    "  <b>bold</b>",
    "<?xml version='1.0'?>",
    "a &lt; b",
    "<a href='//host/share'>x</a>\n<p>",
]
TEXTS = st.text() | st.sampled_from(HOSTILE) | st.tuples(st.text(), st.sampled_from(HOSTILE)).map("".join)


def seen(text: str) -> str:
    """The visible text of a tooltip: Qt renders it as HTML if it looks like HTML."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@given(st.lists(TEXTS.map(lambda text: one_line(text)[:TOOLTIP_CHARACTERS]), max_size=TOOLTIP_LINES).map("\n".join))
def test_a_tooltip_shows_each_text_as_it_stands(text):
    assert seen(tooltip(text)).strip() == text.strip()


@given(TEXTS)
def test_plain_text_has_no_invisible_characters_and_needs_no_second_pass(text):
    assert plain(plain(text)) == plain(text) and one_line(one_line(text)) == one_line(text)
    assert not set(one_line(text)) & set("\n\r\t\x00\u2028\u202e\u2066\ufeff")


def test_direction_and_control_characters_are_removed():
    assert plain("a\u202egnp\x07\u2066bc\ufeff") == "agnpbc"
    assert plain("\U0001f469\u200d\U0001f680 café\n日本") == "\U0001f469\u200d\U0001f680 café\n日本"


def test_every_kind_of_line_break_counts():
    assert plain("a\r\nb\rc\u2028d\u2029e\x0bf") == "a\nb\nc\nd\ne\nf"
    assert one_line(" a\r\nb\t\tc\u2028 ") == "a b c"


def test_long_texts_are_cut():
    assert plain("x" * 10**6) == "x" * (MOST_CHARACTERS - 1) + "…"
    assert tooltip("\n".join(["y" * 100] * 1000)).count("\n") == TOOLTIP_LINES - 1
    assert max(map(len, tooltip("y" * 1000).split("\n"))) < 200


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_on_the_screen_shows_the_text_as_it_stands(qtbot, show, text):
    widget = show(QWidget())
    show_tooltip(widget.mapToGlobal(QPoint(5, 5)), text, widget)
    tip = next(child for child in widget.window().findChildren(QLabel) if child.inherits("QTipLabel"))
    assert seen(tip.text()).strip() == plain(text).strip()
    hide_tooltip()


def test_set_tooltip_makes_text_plain(show):
    widget = show(QWidget())
    set_tooltip(widget, HOSTILE[0])
    assert not widget.toolTip().startswith("<img")
    assert seen(widget.toolTip()) == HOSTILE[0]


class Names(QAbstractListModel):
    @plain_roles
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return {Qt.ItemDataRole.ToolTipRole: HOSTILE[0], Qt.ItemDataRole.DisplayRole: "a\nb"}.get(role, role)


def test_texts_of_a_model_are_made_plain():
    names = Names()
    assert seen(names.data(None, Qt.ItemDataRole.ToolTipRole)) == HOSTILE[0]
    assert names.data(None, Qt.ItemDataRole.DisplayRole) == names.data(None, role=0) == "a b"
    assert names.data(None, Qt.ItemDataRole.UserRole) == Qt.ItemDataRole.UserRole
