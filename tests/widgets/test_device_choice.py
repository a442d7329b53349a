"""A list of devices, open and closed."""

import pytest
from pytestqt.qtbot import QtBot

from drumcircle_gui.widgets.device_choice import WIDEST, DeviceChoice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SILENCE = "No sound", "none"


@pytest.fixture
def choice(qtbot: QtBot) -> DeviceChoice:
    choice = DeviceChoice("System sound", SILENCE)
    qtbot.addWidget(choice)
    choice.resize(120, 32)
    choice.show()
    return choice


def entries(choice: DeviceChoice) -> list[str]:
    return [choice.itemText(place) for place in range(choice.count())]


def test_devices_come_and_go_and_the_chosen_one_stays(choice: DeviceChoice) -> None:
    choice.offer(("Speakers", "Headphones"))
    choice.choose("Headphones")
    choice.offer(("Speakers",))
    assert (entries(choice), choice.chosen()) == (["System sound", "No sound", "Speakers", "Headphones"], "Headphones")
    choice.choose(None)
    choice.offer(())
    assert (entries(choice), choice.chosen()) == (["System sound", "No sound"], None)


def test_a_device_is_chosen_before_it_is_there(choice: DeviceChoice) -> None:
    choice.choose("Interface")
    assert (choice.currentText(), choice.chosen()) == ("Interface", "Interface")


def test_an_open_list_shows_whole_what_arrives_meanwhile(choice: DeviceChoice, qtbot: QtBot) -> None:
    """Devices are listed when the list is opened: the list opens before they are known."""
    opened = []
    choice.opened.connect(lambda: opened.append(True))
    choice.showPopup()
    qtbot.waitUntil(choice.view().isVisible)
    choice.offer(("Speakers", "An interface with a very long name, which has eighteen inputs and twenty outputs"))
    view = choice.view()
    last = view.visualRect(choice.model().index(choice.count() - 1, 0))
    assert view.viewport().rect().contains(last.bottomLeft())
    assert view.viewport().width() >= view.sizeHintForIndex(choice.model().index(choice.count() - 1, 0)).width()
    assert opened == [True]
    choice.hidePopup()


def test_the_closed_list_likes_to_be_as_wide_as_its_longest_entry_but_may_be_narrow(choice: DeviceChoice) -> None:
    usual, least = choice.sizeHint().width(), choice.minimumSizeHint().width()
    choice.offer(("Speakers of the room",))
    assert usual < choice.sizeHint().width() < WIDEST
    choice.offer(("An interface with a very long name, which has eighteen inputs and twenty outputs",))
    assert (choice.sizeHint().width(), choice.minimumSizeHint().width()) == (WIDEST, least)
