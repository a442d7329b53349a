"""Grooves as the conductor's controller sends, opens and saves them."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.conductor.grooves import groove_desk_io, groove_preview_io
from drumcircle_gui.conductor.grooves.groove_desk_io import GrooveDesk, fitting_beats
from drumcircle_gui.conductor.grooves.groove_intents import GrooveShelf, HearGroove, OpenGroove, SaveGroove, SendGroove
from drumcircle_gui.conductor.grooves.groove_preview_io import NO_DRUM
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.grooves.groove_file import NORMAL
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove, GrooveNote
from drumcircle_gui.protocol.messages import ChangeTimeline, Request
from drumcircle_gui.sound.messages import PlayStroke
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.timeline import Meter
from tests.tools.circle_snapshots import circle

CIRCLE = circle()
FOUR, FIVE = Groove("Four", 4, 1, 0, (GrooveNote(0, 0, NORMAL),)), Groove("Five", 5)


class SilentEngine:
    """Collects the commands to play."""

    def __init__(self, config: EngineConfig, _: object) -> None:
        self.config = config
        self.played: list[PlayStroke] = []
        self.closed = False
        engines.append(self)

    def start(self) -> None:
        return

    def play(self, plays: list[PlayStroke]) -> None:
        self.played += plays

    def close(self) -> None:
        self.closed = True


engines: list[SilentEngine] = []


class Desk:
    """A desk, with everything that it emits."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.complaints: list[DrumCircleError] = []
        self.shelf = GrooveShelf()
        self.desk = GrooveDesk(self.requests.append, self.complaints.append, self._show, lambda: "USB")

    def _show(self, shelf: GrooveShelf) -> None:
        self.shelf = shelf

    def asks(self, intent: Any) -> None:
        self.desk.handle(intent, CIRCLE)


@pytest.mark.parametrize(
    ("cycle", "pattern", "beats"), [(16, 4, 16), (16, 5, 15), (16, 7, 14), (2, 7, 7), (64, 3, 63), (64, 64, 64)]
)
def test_the_cycle_into_which_a_pattern_fits(cycle: int, pattern: int, beats: int) -> None:
    assert fitting_beats(cycle, pattern) == beats


def test_a_groove_is_sent_with_a_meter_that_it_fits() -> None:
    desk = Desk()
    desk.asks(SendGroove(FOUR))
    desk.asks(SendGroove(FIVE))
    desk.asks(SendGroove(None))
    meter = ChangeTimeline(CIRCLE.timeline.latest.epoch, meter=Meter(15, 1))
    assert desk.requests == [ChangeGroove(0, FOUR), meter, ChangeGroove(0, FIVE), ChangeGroove(0, None)]


def test_a_groove_is_heard_here_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groove_preview_io, "AudioEngine", SilentEngine)
    engines.clear()

    async def story() -> None:
        desk = Desk()
        desk.asks(HearGroove(FOUR))
        await until(lambda: len(engines[0].played) >= 1)
        assert desk.shelf.heard == FOUR
        desk.asks(HearGroove(FIVE))
        desk.asks(HearGroove(None))
        await until(lambda: engines[0].closed)
        assert desk.shelf.heard is None
        assert desk.requests == []
        await desk.desk.close()

    asyncio.run(story())
    assert [engine.config for engine in engines] == [EngineConfig("USB", NO_DRUM)]


def test_grooves_are_kept_as_files(tmp_path: Path) -> None:
    async def story() -> None:
        desk = Desk()
        desk.desk.start()
        await until(lambda: len(desk.shelf.presets) > 10)
        desk.asks(SaveGroove(tmp_path / "a.toml", FOUR))
        await until(lambda: (tmp_path / "a.toml").exists())
        desk.asks(OpenGroove(tmp_path / "a.toml"))
        await until(lambda: desk.shelf.opened is not None)
        assert (desk.shelf.opened, desk.shelf.opens) == (FOUR, 1)
        (tmp_path / "b.toml").write_bytes(b"x" * (1 << 17))
        for name in ("b.toml", "none.toml"):
            desk.asks(OpenGroove(tmp_path / name))
        desk.asks(SaveGroove(tmp_path / "no folder" / "a.toml", FOUR))
        await until(lambda: len(desk.complaints) == 3)
        await desk.desk.close()

    asyncio.run(story())


def test_presets_that_cannot_be_read_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ValueError("broken")

    monkeypatch.setattr(groove_desk_io, "presets", broken)

    async def story() -> None:
        desk = Desk()
        desk.desk.start()
        await asyncio.sleep(0)
        await desk.desk.close()
        assert desk.shelf.presets == ()

    asyncio.run(story())


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)
