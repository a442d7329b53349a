from drumcircle_gui.widgets.hint_line import HintLine


def test_the_longest_hint_that_fits_is_shown(show):
    line = show(HintLine("Paste the invite here", "Invite", "…"), 300, 36)
    seen = {}
    for width in (300, 90, 50):
        line.resize(width, 36)
        seen[width] = line.placeholderText()
        assert line.fontMetrics().horizontalAdvance(seen[width]) <= line.text_width()
    assert list(seen.values()) == ["Paste the invite here", "Invite", "…"]


def test_its_accessible_name_is_always_whole(show):
    assert show(HintLine("Paste the invite here", "Invite"), 60, 36).accessibleName() == "Paste the invite here"
