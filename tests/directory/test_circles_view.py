"""The list of found circles: its texts, joining and searching, by mouse and by key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from drumcircle_gui.directory.circles_view import FACTS_LINE, FoundCirclesPanel
from drumcircle_gui.directory.found import FoundCircles
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.theme import font
from tests.tools.accessibility import nameless

from .test_found import OAK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ELM = replace(OAK, id="elm", name="<b>Elm</b>", running=False, entry="magic", round_trip=Micros(41_200))


def test_circles_are_shown_joined_and_searched(qtbot):
    panel = FoundCirclesPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 400)
    panel.show()
    joined, searched = [], []
    panel.joined.connect(joined.append)
    panel.searched.connect(searched.append)
    assert not panel.search.isVisible()
    panel.render(FoundCircles((OAK, ELM), {"Town": "Town does not answer."}, 5))
    assert nameless(panel) == []
    assert panel.circles.texts(OAK)[1] == "\u2013"
    assert panel.circles.texts(ELM) == ("5 playing · stopped · with an invite · School", "41 ms")
    assert "Town does not answer." in panel.note.text()
    panel.grab()
    rect = panel.circles.visualItemRect(panel.circles.item(1))
    qtbot.mouseClick(panel.circles.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.keyClick(panel.circles, Qt.Key.Key_Return)
    assert joined == [ELM, ELM]
    panel.render(FoundCircles((replace(OAK, id="new"), ELM)))
    assert panel.circles.currentRow() == 1
    qtbot.keyClicks(panel.search, "zzz")
    assert searched[-1] == "zzz"
    panel.render(FoundCircles())
    assert panel.search.isVisible()
    assert panel.note.text()


def test_without_circles_the_button_is_at_the_top_and_with_circles_the_list_takes_the_room(qtbot):
    panel = FoundCirclesPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 400)
    panel.show()
    assert panel.add_hub.y() == 0
    panel.render(FoundCircles((OAK, ELM)))
    qtbot.waitUntil(lambda: panel.circles.geometry().bottom() > 380)


def test_facts_that_do_not_fit_take_a_second_line_and_come_back_when_there_is_room(qtbot):
    panel = FoundCirclesPanel()
    qtbot.addWidget(panel)
    panel.render(FoundCircles((OAK, ELM)))
    panel.show()
    shown = panel.circles
    facts = shown.texts(ELM)[0]
    heights = {}
    for width in (600, 230, 600):
        panel.resize(width, 400)
        qtbot.waitUntil(lambda width=width: shown.viewport().width() <= width)
        lines = shown.lines(facts)
        assert " · ".join(lines) == facts and len(lines) == (2 if width == 230 else 1)
        qtbot.waitUntil(lambda lines=lines: shown.visualItemRect(shown.item(1)).height() >= 36 + 20 * len(lines))
        metrics = QFontMetrics(font(13))
        assert max(map(metrics.horizontalAdvance, lines)) <= shown.viewport().width()
        heights[width] = shown.visualItemRect(shown.item(1)).height()
    assert heights[230] == heights[600] + FACTS_LINE


def test_a_hub_is_added_by_its_address(qtbot):
    panel = FoundCirclesPanel()
    qtbot.addWidget(panel)
    panel.show()
    added = []
    panel.hub_added.connect(added.append)
    for text, expected in (("nonsense here", []), ("hub.example.org:7400", [HubAddress("hub.example.org", 7400)])):
        qtbot.mouseClick(panel.add_hub, Qt.MouseButton.LeftButton)
        panel.question.line.setText(text)
        qtbot.mouseClick(panel.question.yes, Qt.MouseButton.LeftButton)
        assert added == expected
