"""A newcomer's walk through every window of the program, without pictures, on a usual and on the smallest screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from drumcircle_gui.widgets.pads.pad_button import PadButton
from drumcircle_gui.widgets.pill import Pill
from tests.tools.desktop import Elsewhere
from tests.tools.newcomer import Newcomer
from tests.tools.walk import prepare, walk, windows

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]

T = TypeVar("T")

MOST_CLICKS = {
    "Start a circle": 1,
    "Invite": 2,
    "Join": 2,
    "Start the drumming": 1,
    "Play": 1,
    "Record": 3,
    "Follow the leader": 3,
    "Change the groove": 2,
    "Put a player into the spotlight": 4,
    "See the recap": 3,
}
"""Maximum number of clicks of each task, including those that end the mode or spotlight, or return from the recap."""


@pytest.mark.parametrize("size", [(1366, 768), (910, 472)], ids=str)
def test_a_newcomer_gets_everywhere(
    qapp: QApplication, loop: PreciseLoop, tmp_path: Path, size: tuple[int, int]
) -> None:
    hand = Newcomer(size)
    walk(qapp, loop, tmp_path, hand, tempo=240, beats=4)
    clicks = {task.name: task.clicks for task in hand.tasks}
    assert {name: clicks[name] for name in MOST_CLICKS} == MOST_CLICKS
    assert clicks["Change the tempo by keys"] == clicks["Mute and unmute by keys"] == clicks["Give a cue"] == 0


@pytest.fixture
def samba(elsewhere: Elsewhere, tmp_path: Path) -> Iterator[tuple[HubAddress, Client]]:
    """A hub, and the conductor of a circle there that is open to everybody."""
    hub = Hub(HubConfig(data_dir=tmp_path / "hub", bind="127.0.0.1", name="School", recording=False))

    async def create() -> Invite:
        async with open_directory(HubAddress("127.0.0.1", hub.port)) as client:
            _, conductor = await client.create(CreateCircle("Samba", tempo_of_bpm(240), Meter(4), entry="open"))
        return conductor

    elsewhere.run(hub.start())
    yield HubAddress("127.0.0.1", hub.port), elsewhere.come(elsewhere.run(create()), "Oak")
    elsewhere.run(hub.close())


def test_three_clicks_let_people_outside_in_and_two_make_the_first_stroke_in_a_circle_of_the_list(
    qapp: QApplication,
    loop: PreciseLoop,
    tmp_path: Path,
    elsewhere: Elsewhere,
    samba: tuple[HubAddress, Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the first start, behind a router that does not let anybody in."""
    monkeypatch.setattr("drumcircle_gui.conductor.reach_view.hub_helps", lambda reach: reach is not None)
    monkeypatch.setattr("drumcircle_gui.conductor.host_io.ServerHost._announce_nearby", lambda _: None)
    hand, (hub, oak) = Newcomer((910, 472)), samba
    prepare(tmp_path / "home")
    hand.until(lambda: oak.circle.link is LinkState.JOINED, "the conductor elsewhere")
    elsewhere.do(lambda: oak.request(ChangeTimeline(oak.circle.timeline.latest.epoch, running=True)))
    with windows(qapp, loop, tmp_path, hand, ["home"]) as ([app], errors):

        def page(kind: type[T]) -> T:
            pages = app.window.centralWidget()
            hand.until(lambda: isinstance(pages.currentWidget(), kind), f"the page {kind.__name__}")
            return pages.currentWidget()

        hand.turn_to(app.window)
        with hand.task("Let people outside in"):
            hand.click(page(StartView).conduct.launch)
            here = page(ConductorView)
            hand.until(here.empty.hub.isVisible, "the button")
            hand.click(here.empty.hub)
            hand.until(lambda: app._move.question is not None, "the question for a hub")
            hand.paste(str(hub))
            hand.until(lambda: page(ConductorView) is not here, "the circle on the hub")
            there = page(ConductorView)
            hand.until(there.empty.isVisible, "the invite")
            hand.click(next(each for each in there.empty.findChildren(Pill) if each.text() == "Copy the invite"))
            assert Invite.parse(QApplication.clipboard().text()).port == hub.port
        there.left.emit()
        hand.until(lambda: there.ending is not None, "the question before the circle is left")
        there.ending.yes.click()
        with hand.task("Join and drum"):
            circles = page(StartView).join.found.circles
            hand.until(lambda: circles.count() > 0, "the circles of the hub")
            hand.click(circles.viewport(), at=circles.visualItemRect(circles.item(0)).center())
            view = page(PlayerView)
            hand.until(lambda: view.ring.scene.running, "the ring turns")
            hand.click(view.pads.findChildren(PadButton)[0])
            hand.until(lambda: len(view.ring.scene.dots) == 1, "the stroke on the ring")
        assert [task.clicks for task in hand.tasks] == [3, 2]
        assert errors == []
