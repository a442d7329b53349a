"""No text of a page or dialog is cut off at 1024 x 640, in any language, from left to right or from right to left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import apply_theme
from tests.tools.cut_labels import PSEUDO, cut_labels, found
from tests.tools.pseudo_arabic import pseudo

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def english(qapp):
    apply_theme(qapp, "dark")
    yield
    install_language(qapp, "en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_off(qapp, language):
    assert list(found(qapp, language, (1024, 640), every_state=False)) == []


@pytest.mark.slow
def test_windows_from_right_to_left_show_their_texts(qapp):
    """The letters of the pseudo language are wider than those of a real one: only lost pages would be a fault."""
    lines = list(found(qapp, PSEUDO, (1024, 640), "Player", every_state=False))
    assert not [line for line in lines if "the page needs" in line]
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_text_without_room_is_found(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    for part in (Label("A label that is far too long"), Pill("A button that is too long")):
        part.setFixedWidth(60)
        row.addWidget(part)
    row.addWidget(Pill("Done"))
    page.show()
    assert list(cut_labels(page)) == ["Label 'A label that is far too long'", "Pill 'A button that is too long'"]


def test_the_pseudo_language_keeps_places():
    assert "{name}" in pseudo("Remove {name}…")
    assert pseudo("Remove").isalpha()
    assert pseudo("%n song(s)").startswith("%n ")
