from PySide6.QtCore import Qt

from drumcircle_gui.widgets.label import Label, ShortLabel, TitleLabel
from drumcircle_gui.widgets.theme import DARK


def test_a_label_never_shows_html(show):
    label = show(Label("<b>x</b>"))
    assert label.textFormat() == Qt.TextFormat.PlainText and label.text() == "<b>x</b>"


def test_tones_have_their_colours(show, colours):
    label = show(Label("IIIIII", 34, tone="dim"))
    assert DARK.dim.name() in colours(label)
    label.set_tone("bad")
    assert DARK.readable(DARK.bad).name() in colours(label)


def test_a_change_of_tone_keeps_the_size(show):
    label = show(Label("x", 24))
    label.set_tone("dim")
    assert label.font().pixelSize() == 24


def test_a_short_label_is_cut_and_has_the_whole_text_in_its_tooltip(show):
    label = show(ShortLabel("a rather long line of text"), 80, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "a rather long line of text"
    label.resize(400, 20)
    assert label.text() == "a rather long line of text" and not label.toolTip()
    assert label.minimumSizeHint().width() < 40 < label.sizeHint().width()


def test_a_short_label_prefers_a_shorter_text_to_a_cut_one(show):
    label = show(ShortLabel(), 120, 20)
    label.setText("Two rather long words by Somebody", "Two long words", "Two")
    assert label.text() == "Two long words"
    assert label.toolTip() == label.accessibleName() == "Two rather long words by Somebody"
    label.resize(400, 20)
    assert label.text() == label.accessibleName()
    label.resize(40, 20)
    assert label.text() == "Two"


def test_a_title_is_smaller_before_it_is_cut(show):
    label = show(TitleLabel("Sunday circle"), 400, 40)
    heights = {label.height()}
    seen = {}
    for width in (400, 130, 60, 400):
        label.resize(width, label.height())
        heights.add(label.height())
        seen[width] = label.font().pixelSize(), label.text()
    assert seen[400] == (24, "Sunday circle")
    assert seen[130] == (15, "Sunday circle")
    assert seen[60][1].endswith("…")
    assert len(heights) == 1
