"""Modes and sessions as the conductor's controller makes them."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.conductor.mode_desk_io import ModeDesk
from drumcircle_gui.conductor.mode_intents import ChooseMode, OpenSession, RunStep, SaveSession, SetSession
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.modes.catalogue import ModeChoice
from drumcircle_gui.modes.mode_session import ModeSession
from drumcircle_gui.protocol.messages import Moderate, Request
from drumcircle_gui.protocol.mode_messages import StartMode
from drumcircle_gui.timing.units import Beats, Micros
from tests.tools.circle_snapshots import FERN, OAK, REED, circle

CIRCLE: CircleSnapshot = circle(members=(OAK, FERN, REED))


class Desk:
    """A desk, with everything that it emits."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.complaints: list[DrumCircleError] = []
        self.sessions: list[ModeSession] = []
        self.desk = ModeDesk(self.requests.append, self.complaints.append, self.sessions.append)

    def asks(self, intent: Any) -> None:
        self.desk.handle(intent, CIRCLE)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_mode_is_made_for_the_circle_and_requested(desk: Desk) -> None:
    desk.asks(ChooseMode(ModeChoice("follow-the-leader", players=("Reed",))))
    (request,) = desk.requests
    assert isinstance(request, StartMode)
    assert (request.epoch, request.mode.name) == (0, "follow-the-leader")
    assert request.mode.steps[0].turns[0].members == (REED.id,)


def test_what_cannot_be_made_is_explained_and_nothing_is_sent(desk: Desk) -> None:
    desk.asks(ChooseMode(ModeChoice("solos", players=("Wren",))))
    assert desk.requests == []
    assert [str(each) for each in desk.complaints] == [
        "This mode cannot start: there is no player named 'Wren' in this circle."
    ]


def test_layers_give_players_the_parts_of_what_they_play(desk: Desk) -> None:
    pads = [(FERN.id, 36), (REED.id, 56)]
    desk.desk.hear([HeardStroke(player, Beats(0), pad, 90, Micros(0)) for player, pad in pads])
    desk.asks(ChooseMode(ModeChoice("build")))
    assert desk.requests[:2] == [Moderate(FERN.id, part="low"), Moderate(REED.id, part="bells")]
    assert isinstance(start := desk.requests[2], StartMode)
    assert [turn.group for turn in start.mode.steps[0].turns] == ["part:low", "all"]


def test_the_session_runs_step_by_step(desk: Desk) -> None:
    steps = (ModeChoice("halves"), ModeChoice("stop"))
    desk.asks(SetSession(steps))
    for number in (None, None, None, 0):
        desk.asks(RunStep(number))
    assert [request.mode.name for request in desk.requests if isinstance(request, StartMode)] == [
        *("halves", "stop", "halves")
    ]
    assert [session.next for session in desk.sessions] == [0, 1, 2, 1]


def test_a_session_is_saved_and_opened(desk: Desk, tmp_path: Path) -> None:
    async def story() -> None:
        desk.asks(SetSession((ModeChoice("halves"),)))
        desk.asks(SaveSession(tmp_path / "a.toml"))
        await until(lambda: (tmp_path / "a.toml").exists())
        desk.asks(SetSession(()))
        desk.asks(OpenSession(tmp_path / "a.toml"))
        await until(lambda: desk.desk.session.steps == (ModeChoice("halves"),))
        (tmp_path / "b.toml").write_text("[[step]]\nmode = 'jam'")
        for name in ("b.toml", "none.toml"):
            desk.asks(OpenSession(tmp_path / name))
        desk.asks(SaveSession(tmp_path / "no folder" / "a.toml"))
        await until(lambda: len(desk.complaints) == 3)
        assert desk.desk.session.steps == (ModeChoice("halves"),)
        await desk.desk.close()

    asyncio.run(story())


async def until(true: Any) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)
