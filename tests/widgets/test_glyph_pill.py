import pytest

from drumcircle_gui.widgets.glyph_pill import GlyphPill


@pytest.mark.parametrize("kind", ["plain", "accent"])
def test_each_sign_looks_different(show, kind):
    seen = []
    pill = show(GlyphPill("play", "Play", kind=kind), 60, 40)
    for glyph in ("previous", "play", "pause", "next", "stop"):
        pill.set_glyph(glyph, glyph)
        picture = pill.grab().toImage()
        assert all(picture != other for other in seen)
        seen.append(picture)
    pill.setEnabled(False)
    assert pill.grab().toImage() != seen[-1]


def test_name_and_tooltip_give_the_meaning_and_the_shortcut(show):
    pill = show(GlyphPill("play", "Play", "Ctrl+Space"))
    assert pill.accessibleName() == "Play"
    assert pill.toolTip() == "Play (Ctrl+Space)"
    pill.set_glyph("pause", "Pause")
    assert pill.glyph() == "pause"
    assert pill.toolTip() == "Pause (Ctrl+Space)"
    assert pill.shortcut().toString() == "Ctrl+Space"
