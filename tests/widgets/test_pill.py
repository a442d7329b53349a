import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.widgets.pill import Pill, StatusPill
from drumcircle_gui.widgets.theme import DARK


@pytest.mark.parametrize(
    ("kind", "colour"), [("accent", DARK.accent), ("danger", DARK.bad), ("plain", DARK.dim), ("quiet", DARK.ground)]
)
def test_kinds_have_their_colours(show, colours, kind, colour):
    pill = show(Pill("Stop", kind), 80, 30)
    pill.clearFocus()
    assert colour.name() in colours(pill)


def test_a_choice_is_checked_in_the_accent_colour(show, colours, qtbot):
    pill = show(Pill("Everyone", "choice"))
    assert DARK.accent.name() not in colours(pill)
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pill.isChecked() and DARK.accent.name() in colours(pill)


def test_focus_is_visible_and_does_not_change_the_size(show, qtbot):
    pill = show(Pill("Copy"), 90, 30)
    pill.clearFocus()
    size, plain = pill.sizeHint(), pill.grab().toImage()
    pill.setFocus()
    qtbot.waitUntil(pill.hasFocus)
    assert pill.sizeHint() == size
    assert pill.grab().toImage() != plain


def test_the_kind_can_change(show, colours):
    pill = show(Pill("Start"))
    pill.set_kind("accent")
    assert DARK.accent.name() in colours(pill)


def test_each_state_looks_different_and_is_accessible(show):
    pill = show(StatusPill(), 120, 30)
    pictures = []
    for state in ("off", "waiting", "good", "warn", "bad"):
        pill.set_status("Connection", state)
        pictures.append(pill.grab().toImage())
        assert pill.accessibleName() == "Connection"
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


def test_a_long_status_is_cut(show):
    pill = show(StatusPill("connected to a server far away", "good"))
    assert pill.minimumSizeHint().width() < pill.sizeHint().width()
    pill.resize(pill.minimumSizeHint())
    assert not pill.grab().isNull()


def test_a_new_text_keeps_the_shortcut(show):
    pill = Pill("Start")
    pill.setShortcut("Ctrl+Return")
    pill.setText("Stop")
    assert pill.shortcut().toString() == "Ctrl+Return"
