"""The languages of the windows. Texts are shown in a separate process, because translators apply to the
whole program."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt

from drumcircle_gui.client.mode_view import part_name
from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.widgets.mixer_panel import MixerPanel


@pytest.fixture(autouse=True)
def english(qapp):
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_the_language(qapp, qtbot, language):
    assert install_language(qapp, language) == language
    assert (part_name("bells") == "Bells") == (language == "en")
    panel = MixerPanel()
    qtbot.addWidget(panel)
    assert panel.accessibleName()


def test_plural_forms(qapp):
    install_language(qapp, "de")
    count = lambda n: QCoreApplication.translate("ConductorHeader", "%n player(s)", "", n)  # noqa: E731
    assert (count(1), count(2)) == ("1 Spieler", "2 Spielende")
    install_language(qapp, "en")
    assert (count(1), count(2)) == ("1 player", "2 players")


def test_a_language_that_is_left_leaves_nothing(qapp):
    install_language(qapp, "de")
    install_language(qapp, "en")
    assert part_name("bells") == "Bells"


def test_the_direction_follows_the_language(qapp, monkeypatch):
    monkeypatch.setitem(LANGUAGES, "ar", "العربية")
    install_language(qapp, "ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale("ar").textDirection() == Qt.LayoutDirection.RightToLeft
    install_language(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
