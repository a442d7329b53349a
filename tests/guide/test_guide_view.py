import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from drumcircle_gui.guide.guide_view import GuideWindow
from drumcircle_gui.guide.pages import FIRST, PAGES
from drumcircle_gui.widgets.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def guide(qtbot, qapp):
    apply_theme(qapp, "dark")
    window = GuideWindow()
    qtbot.addWidget(window)
    return window


def test_it_opens_at_the_page_for_what_is_shown(guide):
    guide.open_at("rooms")
    assert guide.isVisible() and guide.page.accessibleName() == "Music in all rooms"
    guide.open_at("")
    assert guide.list.currentRow() == PAGES.index(FIRST)


def test_a_link_leads_to_its_page_and_others_nowhere(guide):
    guide.open_at(FIRST)
    guide.page.anchorClicked.emit(QUrl("modes.md"))
    assert guide.list.currentRow() == PAGES.index("modes")
    guide.page.anchorClicked.emit(QUrl("https://example.org"))
    assert guide.list.currentRow() == PAGES.index("modes")


def test_its_pictures_are_found(guide):
    guide.open_at("joining")
    kind = QTextDocument.ResourceType.ImageResource
    assert guide.page.loadResource(kind.value, QUrl("pictures/player.png"))
