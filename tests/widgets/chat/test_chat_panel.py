import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.widgets.chat.chat_panel import CONDUCTORS, EVERYONE, LONGEST_TEXT, ChatMember, ChatPanel

MEMBERS = (ChatMember(1, "Oak", 0), ChatMember(2, "Reed & Co", 1), ChatMember(3, "Slate", 2))


@pytest.fixture
def panel(show):
    view = ChatPanel()
    view.render((), MEMBERS, 1)
    return show(view)


def pill(panel: ChatPanel, text: str):
    return next(button for button in panel._pills.buttons() if button.text() == text)


def say(panel: ChatPanel, qtbot, text: str) -> list[object]:
    with qtbot.waitSignal(panel.said) as said:
        panel.input.setText(text)
        qtbot.keyClick(panel.input, Qt.Key.Key_Return)
    return said.args


def test_the_first_recipient_is_everyone(panel, qtbot):
    assert panel.input.placeholderText() == "Message to everyone"
    assert say(panel, qtbot, "  hello ") == [EVERYONE, "hello"]
    assert panel.input.text() == ""


def test_a_line_can_go_to_the_conductors(panel, qtbot):
    qtbot.mouseClick(pill(panel, "Conductors"), Qt.MouseButton.LeftButton)
    assert say(panel, qtbot, "help") == [CONDUCTORS, "help"]


def test_a_line_can_go_to_one_member(panel, qtbot):
    offered = panel._menu.actions()
    assert [action.text() for action in offered] == ["Reed && Co", "Slate"]
    offered[0].trigger()
    assert panel.input.placeholderText() == "Message to Reed & Co alone"
    assert say(panel, qtbot, "psst") == [2, "psst"]
    qtbot.keyClick(panel.input, Qt.Key.Key_Escape)
    assert say(panel, qtbot, "again") == [EVERYONE, "again"]


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_Return, ""), (Qt.Key.Key_Escape, "not said")])
def test_enter_and_escape_end_writing(panel, qtbot, key, left):
    panel.input.setText("not said")
    with qtbot.waitSignal(panel.finished):
        qtbot.keyClick(panel.input, key)
    assert panel.input.text() == left


def test_the_recipient_is_everyone_again_when_the_member_leaves(panel, qtbot):
    panel.aim_at(3)
    panel.render((), MEMBERS[:2], 1)
    assert say(panel, qtbot, "hello") == [EVERYONE, "hello"]


def test_a_dismissed_menu_changes_nothing(panel):
    panel.aim_at(CONDUCTORS)
    panel._private.setChecked(True)
    panel._menu.aboutToHide.emit()
    assert pill(panel, "Conductors").isChecked()


def test_without_other_members_there_are_no_private_lines(panel):
    panel.render((), MEMBERS[:1], 1)
    assert not panel._private.isEnabled()


def test_an_empty_line_is_not_sent(panel, qtbot):
    panel.input.setText("   ")
    with qtbot.assertNotEmitted(panel.said):
        qtbot.keyClick(panel.input, Qt.Key.Key_Return)


def test_near_the_limit_the_remaining_length_is_shown_and_enforced(panel):
    panel.input.setText("x" * (LONGEST_TEXT - 201))
    assert not panel._left.isVisible()
    panel.input.setText("x" * (LONGEST_TEXT + 5))
    assert panel._left.isVisible()
    assert panel._left.text() == "0 left"


def test_page_keys_read_the_history_while_typing(panel, qtbot, monkeypatch):
    pages = []
    monkeypatch.setattr(panel.log, "page", pages.append)
    qtbot.keyClick(panel.input, Qt.Key.Key_PageUp)
    qtbot.keyClick(panel.input, Qt.Key.Key_PageDown)
    assert pages == [-1, 1]
