"""The start page beside a real hub: a circle is found and joined with one click; one is launched there, left, conducted
again, and ended."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.conductor.end_dialog_view import LeaveHubDialog
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


@pytest.fixture
def hub(elsewhere, tmp_path):
    """A hub with one circle that is open to everybody."""
    hub = Hub(HubConfig(data_dir=tmp_path / "hub", bind="127.0.0.1", name="School", recording=False))

    async def create() -> None:
        async with open_directory(HubAddress("127.0.0.1", hub.port)) as client:
            await client.create(CreateCircle("Samba", tempo_of_bpm(120), Meter(), entry="open"))

    elsewhere.run(hub.start())
    elsewhere.run(create())
    yield hub
    elsewhere.run(hub.close())


def add_hub(desk, hub):
    """The start page, once it shows what is on the hub."""
    start = desk.start()
    desk.click(start.join.found.add_hub)
    start.join.found.question.line.setText(f"127.0.0.1:{hub.port}")
    desk.click(start.join.found.question.yes)
    desk.until(lambda: start.join.found.circles.count() and start.conduct.where.isVisible())
    return start


def test_a_circle_on_a_hub_is_joined_with_one_click(sit, hub):
    desk = sit()
    circles = add_hub(desk, hub).join.found.circles
    desk.bot.mouseClick(
        circles.viewport(), Qt.MouseButton.LeftButton, pos=circles.visualItemRect(circles.item(0)).center()
    )
    assert desk.playing().header.name.accessibleName() == "Samba"
    desk.close()


def test_a_circle_is_launched_on_a_hub_left_conducted_again_and_ended(sit, hub, elsewhere):
    desk = sit()
    start = add_hub(desk, hub)
    start.conduct.name.setText("Evening")
    start.conduct.where.setCurrentIndex(1)
    desk.click(start.conduct.launch)
    desk.conducting()
    fern = elsewhere.come(desk.invite(), "Fern")
    desk.until(lambda: fern.circle.link is LinkState.JOINED)
    desk.close()
    assert len(hub.circles) == 2
    desk = sit()
    hosted = desk.start().conduct.hosted
    desk.bot.keyClick(hosted, Qt.Key.Key_Return)
    view = desk.conducting()
    assert view.header.name.accessibleName() == "Evening"
    desk.window.close()
    desk.until(lambda: isinstance(view.ending, LeaveHubDialog))
    desk.click(view.ending.end)
    desk.end()
    desk.until(lambda: fern.circle.link is LinkState.ENDED and len(hub.circles) == 1)


def test_a_circle_moves_from_this_computer_to_a_hub(sit, hub, monkeypatch):
    monkeypatch.setattr("drumcircle_gui.conductor.reach_view.hub_helps", lambda reach: True)
    desk = sit("conduct", "--name", "Evening", "--tempo", "93", "--beats", "6")
    view = desk.conducting()
    desk.until(view.empty.hub.isVisible)
    desk.click(view.empty.hub)
    desk.until(lambda: desk.app._move.question is not None)
    desk.write(desk.app._move.question.line, f"127.0.0.1:{hub.port}")
    desk.until(lambda: desk.page is not view and desk.conducting())
    [moved] = [circle.record for circle in hub.circles if circle.record.name == "Evening"]
    latest = desk.page._state.circle.timeline.latest
    assert (desk.invite().circle_id, round(60e6 / latest.tempo), latest.meter.beats) == (moved.id, 93, 6)
    desk.close()
