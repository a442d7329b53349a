"""The languages of the windows, in a process of its own where texts are shown: translators are the whole program's."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt

from drumcircle_gui.client.mode_view import part_name
from drumcircle_gui.qt.languages import LANGUAGES, install_language, language_of
from drumcircle_gui.widgets.mixer_panel import MixerPanel


@pytest.fixture(autouse=True)
def english(qapp):
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("", ("de-AT", "en-US"), "de"),
        ("", ("fr-FR", "de-DE"), "de"),
        ("", ("fr-FR",), "en"),
        ("de", ("en-US",), "de"),
        ("en", ("de-DE",), "en"),
        ("nonsense", ("de-DE",), "en"),
    ],
)
def test_the_chosen_language_comes_first_then_those_of_the_system(choice, system, language):
    assert language_of(choice, system) == language


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
