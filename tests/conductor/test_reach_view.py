from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.conductor.conductor_state import AskRouter, ChooseAddress, Hosting
from drumcircle_gui.conductor.invite_address import with_address
from drumcircle_gui.conductor.reach_view import ReachPanel, explanation, headline
from drumcircle_gui.reach.verdict import Findings, Form, PortMapping, RouterReport, judge
from tests.tools.circle_snapshots import INVITE

PUBLIC = "93.184.216.34"
ROUTER = RouterReport("UPnP", PUBLIC)
OPENS = judge(Findings(8004, ("192.168.1.20", "127.0.0.1"), ROUTER))
OPENED = judge(Findings(8004, ("192.168.1.20", "127.0.0.1"), ROUTER, PortMapping(PUBLIC, 8004, 8004, 600)))


def hosting(reach, address="") -> Hosting:
    invite = with_address(INVITE, reach, address)
    return Hosting(invite, replace(invite, key="c" * 22), reach, address)


@pytest.fixture
def panel(view, qtbot):
    panel = ReachPanel(view)
    panel.render(hosting(OPENS))
    panel.asked = []
    panel.requested.connect(panel.asked.append)
    panel.show()
    return panel


@pytest.mark.parametrize("form", Form)
def test_every_form_has_words_that_say_who_can_come_in(form):
    reach = replace(OPENS, form=form)
    assert headline(reach).endswith(("can come in", "can come in so far")) and explanation(reach)


def test_the_router_is_asked_with_one_click_and_may_close_the_port_again(panel, qtbot):
    qtbot.mouseClick(panel.router, Qt.MouseButton.LeftButton)
    assert panel.asked == [AskRouter(True)] and not panel.router.isEnabled()
    panel.render(hosting(OPENED))
    assert panel.address.currentText() == PUBLIC and panel.scope.text() == "internet"
    qtbot.mouseClick(panel.router, Qt.MouseButton.LeftButton)
    assert panel.asked == [AskRouter(True), AskRouter(False)]


def test_a_refusal_says_why_and_offers_no_button(panel):
    panel.render(hosting(judge(Findings(8004, ("192.168.1.20",), replace(ROUTER, refusal="it has no ports left")))))
    assert "it has no ports left" in panel.text.text() and panel.router.isHidden()


def test_the_address_can_be_typed_chosen_and_made_automatic_again(panel, qtbot):
    line = panel.address.lineEdit()
    line.setText("oak.example")
    line.editingFinished.emit()
    panel.render(hosting(OPENS, "oak.example"))
    assert panel.scope.text() == "as you entered it"
    panel.address.setCurrentIndex(0)
    panel.address.activated.emit(0)
    assert panel.asked == [ChooseAddress("oak.example"), ChooseAddress("")]


def test_what_is_no_address_is_explained_and_not_requested(panel):
    line = panel.address.lineEdit()
    line.setText("oak example")
    line.editingFinished.emit()
    assert panel.asked == [] and "address" in panel.scope.text()


def test_a_hub_is_offered_where_the_circle_cannot_be_reached_from_outside(panel, qtbot):
    shown = set()
    for form in Form:
        panel.render(hosting(replace(OPENS, form=form)))
        if not panel.hub.isHidden():
            shown.add(form)
    assert shown == {Form.NAT, Form.DOUBLE_NAT, Form.IPV6_ONLY, Form.BLOCKED}
    panel.render(hosting(replace(OPENS, form=Form.NAT, complete=False)))
    assert panel.hub.isHidden()
    panel.render(hosting(replace(OPENS, form=Form.DOUBLE_NAT)))
    with qtbot.waitSignal(panel.hub_wanted):
        qtbot.keyClick(panel.hub, Qt.Key.Key_Space)
