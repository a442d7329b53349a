import pytest
from PySide6.QtCore import QUrl

from drumcircle_gui.guide.guide_view import GuideWindow
from drumcircle_gui.guide.markdown_view import IMAGE
from drumcircle_gui.guide.pages import FIRST, PAGES
from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.widgets.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def guide(qtbot, qapp):
    apply_theme(qapp, "dark")
    window = GuideWindow("en")
    qtbot.addWidget(window)
    return window


@pytest.mark.slow
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


@pytest.mark.parametrize("width", [500, 1400])
def test_its_pictures_are_no_wider_than_the_page(guide, qtbot, width):
    guide.resize(width, 500)
    guide.open_at("joining")

    def shown() -> int:
        return guide.page.document().resource(IMAGE, QUrl("pictures/player.png")).width()

    qtbot.waitUntil(lambda: 0 < shown() < guide.page.width())
    qtbot.waitUntil(lambda: not guide.page.horizontalScrollBar().isVisible())


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_understands_every_mark(qtbot, language):
    """Next to Chinese punctuation, Markdown takes some asterisks for text."""
    window = GuideWindow(language)
    qtbot.addWidget(window)
    for row in range(len(PAGES)):
        window.list.setCurrentRow(row)
        text = window.page.toPlainText().replace("*.drumcircle", "")
        assert "*" not in text and "`" not in text and "](" not in text, PAGES[row]
