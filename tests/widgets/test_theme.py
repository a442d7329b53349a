import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QLabel

from drumcircle_gui.paths import resource
from drumcircle_gui.widgets.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    READABLE,
    THEMES,
    Theme,
    apply_theme,
    contrast,
    faded,
    font,
    mixed,
)
from tests.architecture import graph

each = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
any_colour = st.builds(QColor, *[st.integers(0, 255)] * 3)


@each
def test_the_chosen_theme_is_applied(qapp, theme):
    apply_theme(qapp, theme.name)
    assert Theme.current() is theme
    assert theme.card.name() in qapp.styleSheet()
    assert "@" not in qapp.styleSheet().split("*/", 1)[1]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_the_systems_colour_scheme_is_followed(qapp, scheme):
    apply_theme(qapp, "system")
    hints = qapp.styleHints()
    wanted = LIGHT if hints.colorScheme() == Qt.ColorScheme.Light else DARK
    assert Theme.current() is wanted
    apply_theme(qapp, "light")
    hints.colorSchemeChanged.emit(scheme)
    assert Theme.current() is LIGHT, "it follows only as long as it is asked to"
    apply_theme(qapp, "system")
    qapp.setPalette(QColor("#ffffff"))
    hints.colorSchemeChanged.emit(scheme)
    assert Theme.current() is wanted


@each
def test_text_can_be_read_on_every_background(theme):
    for ground in (theme.card, theme.ground):
        assert contrast(theme.text, ground) >= 7
        assert contrast(theme.dim, ground) >= READABLE
        for tone in ("accent", "good", "warn", "bad"):
            assert contrast(theme.readable(getattr(theme, tone)), ground) >= READABLE
    assert contrast(theme.ink, theme.fill) >= READABLE
    assert contrast(theme.ink, mixed(theme.fill, theme.text, 0.12)) >= READABLE, "with the mouse over it"


@each
def test_text_on_a_fill_has_the_colour_of_the_background_around_it(theme):
    """Contrast alone does not decide: black on brown would also be readable."""
    assert contrast(theme.ink, theme.ground) < 1.2


def test_high_contrast_is_higher_than_the_others():
    assert all(contrast(getattr(CONTRAST, tone), CONTRAST.card) >= 7 for tone in ("text", "dim", "good", "warn", "bad"))
    assert contrast(CONTRAST.edge, CONTRAST.ground) >= 3


@each
@given(colour=any_colour)
def test_any_colour_can_be_made_readable(theme, colour):
    assert contrast(theme.readable(colour), theme.card) >= READABLE


@each
def test_a_readable_colour_stays(theme):
    assert theme.readable(theme.text) == theme.text


@each
def test_the_first_forty_players_look_different_and_stand_out(theme):
    colours = [theme.player(index) for index in range(40)]
    assert colours[:8] == list(theme.players)
    assert len({colour.name() for colour in colours}) == 40
    assert all(contrast(colour, theme.card) > 1.25 for colour in colours)
    assert theme.player(40) == colours[0]


@given(any_colour, any_colour, st.floats(0, 1))
def test_a_mixture_lies_between_its_colours(one, other, share):
    red = mixed(one, other, share).red()
    assert min(one.red(), other.red()) <= red <= max(one.red(), other.red())


@given(any_colour, any_colour)
def test_contrast_has_no_order_and_stays_in_its_range(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_faded_keeps_the_colour():
    assert faded(DARK.accent, 0.5).name() == DARK.accent.name()
    assert faded(DARK.accent, 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_figures_are_equally_wide_in_the_shipped_face(qapp, qtbot):
    label = QLabel("0")
    qtbot.addWidget(label)
    label.setFont(font(34, QFont.Weight.DemiBold))
    label.ensurePolished()
    assert QFontInfo(label.font()).family() == "Inter"
    assert len({QFontMetrics(label.font()).horizontalAdvance(figure * 4) for figure in "0123456789"}) == 1


def test_all_themes_have_all_tokens():
    for field in fields(Theme):
        assert all(getattr(theme, field.name) for theme in THEMES)


def test_every_class_that_the_style_sheet_names_exists():
    style = re.sub(r"/\*.*?\*/|\{.*?\}", "", resource("theme/theme.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"(?<![\w@:.#])[A-Z]\w*", style))
    ours = {name for name in named if not hasattr(QtWidgets, name)}
    assert ours == {name for name in ours if any(f"class {name}(" in module.source for module in graph.modules())}
