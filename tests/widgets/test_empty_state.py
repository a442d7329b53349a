from PySide6.QtCore import Qt

from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.pill import Pill


def test_it_explains_and_offers_actions(show, qtbot):
    view = show(EmptyState("Nobody here yet", "Send the invite to a friend.", ("Copy invite", "Let bots play")))
    first, second = view.findChildren(Pill)
    assert (first.property("kind"), second.property("kind")) == ("accent", "plain")
    with qtbot.waitSignal(view.acted) as acted:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert acted.args == [1]
