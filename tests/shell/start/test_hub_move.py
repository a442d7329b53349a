"""A circle moves from this computer to a hub."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from drumcircle_gui.conductor.conductor_state import ConductorState, Hosting
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.entry_messages import EntryUpdate
from drumcircle_gui.settings import Hubs, PlayerSettings, Settings
from drumcircle_gui.shell.start.hub_move import HubMove, launch_like
from drumcircle_gui.timing.units import bpm_of
from tests.tools.circle_snapshots import INVITE, circle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HUB = HubAddress("hub.example.org")


class Screen:
    """A circle that runs here. Every question is answered with yes."""

    def __init__(self, view: QWidget) -> None:
        self.view, self.asked = view, 0
        self.state = ConductorState(replace(circle(), entry_rules=EntryUpdate("knock")), Hosting(INVITE, INVITE))

    def ask_to_leave(self, go):
        self.asked += 1
        go()


@pytest.fixture
def moved(qtbot):
    """Move a circle with these settings; return the launches, the screen and its move. The first `problems` launches
    fail."""

    def start(hubs: Hubs, problems: int = 0):
        launched = []

        async def launch(hub, request):
            launched.append((hub, request))
            if len(launched) <= problems:
                raise DrumCircleError("The hub does not answer.", "Try later.")

        view = QWidget()
        qtbot.addWidget(view)
        settings = Settings(hubs=hubs, player=PlayerSettings(name="Ada"))
        screen, move = Screen(view), HubMove(lambda: settings, launch, lambda work, name: asyncio.run(work))
        move.start(screen)
        return launched, screen, move

    return start


def test_one_click_moves_it_to_the_hub_that_was_used_last(moved):
    launched, screen, move = moved(Hubs().with_hub("old.example.org:8004", "").with_hub(str(HUB), "a" * 64))
    assert launched == [(HUB.with_pin("a" * 64), launch_like(screen.state, HUB, "Ada"))]
    assert (screen.asked, move.question) == (1, None)


def test_it_keeps_name_tempo_meter_and_entry(moved):
    [(_, launch)], screen, _ = moved(Hubs().with_hub(str(HUB), ""))
    latest = screen.state.circle.timeline.latest
    assert (launch.name, launch.tempo, launch.beats, launch.cycles) == (
        INVITE.circle,
        bpm_of(latest.tempo),
        latest.meter.beats,
        latest.meter.cycles,
    )
    assert (launch.hub, launch.entry, launch.conductor) == (str(HUB), "knock", "Ada")
    assert launch_like(replace(screen.state, circle=circle()), HUB, "").entry == "invite"


def test_without_a_hub_it_asks_for_one(moved, qtbot):
    launched, screen, move = moved(Hubs())
    assert not launched and not screen.asked
    question = move.question
    question.line.setText("no address")
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert move.question is not question and "HOST" in move.question.line.accessibleDescription()
    move.question.line.setText("hub.example.org")
    qtbot.keyClick(move.question.line, Qt.Key.Key_Return)
    assert [hub for hub, _ in launched] == [HUB]


def test_a_hub_that_fails_is_named_and_another_one_asked_for(moved, qtbot):
    launched, _, move = moved(Hubs().with_hub(str(HUB), ""), problems=1)
    assert move.question.line.accessibleDescription() == "The hub does not answer. Try later."
    move.question.line.setText("other.example.org")
    qtbot.keyClick(move.question.line, Qt.Key.Key_Return)
    assert [hub.host for hub, _ in launched] == ["hub.example.org", "other.example.org"]
    assert not move.question.isVisible()
