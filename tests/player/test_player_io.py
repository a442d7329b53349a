"""A player without a window, in a real circle, with a real sound process that has no device."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.client.circle_state import HeardStroke, LinkState
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.player_state import Calibrate, ChooseDevices, PlayerState, SetStrip, StrikePad
from drumcircle_gui.player.player_io import Player
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Say
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import MidiStatus, PadStroke
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import BEAT, SECOND, Micros, local_micros
from tests.tools.loopback import Member, Watch, run, serving

pytestmark = pytest.mark.slow

PERIOD = 4 * BEAT


class Book:
    """A report in memory."""

    def __init__(self, news: Callable[[], None]) -> None:
        self._news = news
        self.heard: list[dict[str, Any]] = []
        self.clocks: list[dict[str, Any]] = []

    def write(self, event: str, **facts: Any) -> None:
        {"heard": self.heard, "clock": self.clocks}[event].append(facts)
        self._news()


class Seat(Watch):
    """A player, with the states and strokes that it emits."""

    def __init__(self, invite: Invite, name: str = "Fern") -> None:
        super().__init__()
        self.state: PlayerState | None = None
        self.strokes: list[HeardStroke] = []
        self.flashes: list[tuple[int, int]] = []
        self.report = Book(self.news)
        self.player = Player(
            invite,
            name,
            EngineConfig("none"),
            on_state=self._render,
            on_strokes=self._shown,
            on_struck=lambda pad, velocity: self.flashes.append((pad, velocity)),
            report=self.report,
        )

    async def __aenter__(self) -> "Seat":
        state = await self.player.start()
        assert state.circle.link is LinkState.CONNECTING
        await self.until(lambda: self.state and self.state.circle.clock and self.state.sound.device)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.player.close()
        await self.player.close()

    @property
    def circle(self):
        return self.player.client.circle

    def _render(self, state: PlayerState) -> None:
        self.state = state
        self.news()

    def _shown(self, strokes: list[HeardStroke]) -> None:
        self.strokes += strokes
        self.news()

    async def plays(self) -> None:
        await self.until(lambda: self.circle.timeline.at(self.circle.clock.circle(local_micros())).running)


@pytest.mark.slow
@pytest.mark.alone
def test_a_stroke_is_shown_at_once_and_heard_one_period_later_by_everyone(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern, Seat(server.invite, "Wren") as wren:
            await fern.plays()
            fern.player.handle(StrikePad(38, 100))
            await fern.until(lambda: fern.strokes)
            await wren.until(lambda: wren.strokes)
            for seat in (fern, wren):
                await seat.until(lambda seat=seat: seat.report.heard)
            (own,), (other,) = fern.strokes, wren.strokes
            assert (own.player, own.pad, own.velocity) == (fern.circle.me, 38, 100)
            assert (other.player, other.beat, other.pad) == (fern.circle.me, own.beat, 38)
            for seat in (fern, wren):
                (line,) = seat.report.heard
                assert (line["player"], line["pad"], line["velocity"], line["beat"]) == (own.player, 38, 100, own.beat)
                assert line["due"] == fern.circle.timeline.micros_at(own.beat + PERIOD)
                assert abs(line["left"] - line["due"]) < SECOND / 20
                assert 0 < line["early"] < SECOND

    run(story())


def test_a_stroke_on_a_drum_is_stamped_where_it_arrived(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern:
            await fern.plays()
            at = Micros(local_micros() - 20_000)
            await fern.plays()
            fern.player.instrument.listener._on_engine_event(PadStroke(at, 40, 90, "TD-17"))
            await fern.until(lambda: fern.strokes)
            assert fern.flashes == [(40, 90)]
            assert fern.strokes[0].arrived == at
            beat = fern.circle.timeline.beat_at(fern.circle.clock.circle(at))
            assert fern.strokes[0].beat == pytest.approx(beat, abs=2_000)  # clocks are corrected meanwhile, by a hair

    run(story())


def test_the_timing_feel_is_published(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern:
            await fern.plays()
            for _ in range(8):
                fern.player.handle(StrikePad(38, 100))
            await fern.until(lambda: fern.state.feel is not None)

    run(story())


def test_every_exchange_of_clocks_is_reported(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern:
            await fern.until(lambda: len(fern.report.clocks) >= 2)
            for line in fern.report.clocks:
                assert line["round_trip"] > 0
                assert line["bound"] > 0
                assert {"offset", "drift"} <= line.keys()

    run(story())


def test_notices_of_devices_and_of_the_circle_are_dismissed_alike(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern:
            tell = fern.player.instrument.listener._on_engine_event
            await fern.until(lambda: fern.state.sound.midi)
            had = fern.state.sound.midi.ports
            tell(MidiStatus((*had, "TD-17"), (*had, "TD-17"), ""))
            tell(MidiStatus(had, had, ""))
            await fern.until(lambda: [notice.what for notice in fern.state.notices] == ["TD-17 was unplugged."])
            for _ in range(7):
                fern.player.handle(Say(EVERYONE, "Louder!"))
            await fern.until(lambda: fern.state.circle.notices)
            for notice in (*fern.state.notices, *fern.state.circle.notices):
                fern.player.handle(DismissNotice(notice.number))
            await fern.until(lambda: not fern.state.notices and not fern.state.circle.notices)

    run(story())


def test_another_device_is_chosen_while_playing(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern:
            assert fern.state.sound.device.problem == ""
            fern.player.handle(ChooseDevices("No such device", None))
            await fern.until(lambda: fern.state.sound.device.problem)

    run(story())


def test_a_stroke_before_joining_sounds_here_only() -> None:
    async def story() -> None:
        seat = Seat(Invite("127.0.0.1", 1, "Oak", "key", None))
        await seat.player.start()
        seat.player.handle(StrikePad(38, 100))
        await seat.until(lambda: seat.state and seat.state.circle.link is LinkState.RECONNECTING)
        assert seat.strokes == []
        await seat.player.close()

    run(story())


def test_chat_and_strokes_of_others_arrive(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern, Member(server.invite, "Wren") as wren:
            await wren.is_in_time()
            wren.client.request(Say(EVERYONE, "Hello"))
            beat = wren.strike(45)
            await fern.until(lambda: fern.strokes and fern.state.circle.chat)
            assert [(stroke.player, stroke.beat) for stroke in fern.strokes] == [(wren.circle.me, beat)]

    run(story())


def test_a_muted_player_is_silenced_in_the_engine(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern, Seat(server.invite, "Wren") as wren:
            await fern.until(lambda: fern.circle.member(wren.circle.me))
            levels = fern.player.instrument.listener._levels
            fern.player.handle(SetStrip("Wren", StripSettings(0.5, -1.0), solo=False))
            await fern.until(lambda: levels.get(wren.circle.me) == (0.5, -1.0))
            fern.player.handle(SetStrip("Wren", StripSettings(0.5, -1.0, muted=True), solo=False))
            await fern.until(lambda: levels.get(wren.circle.me) == (0.0, -1.0))
            assert levels[fern.circle.me] == (1.0, 0.0)

    run(story())


def test_taps_are_not_sent_to_the_circle(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Seat(server.invite) as fern:
            await fern.plays()
            fern.player.handle(Calibrate(on=True))
            await fern.until(lambda: fern.state.listening.tapping)
            fern.player.handle(StrikePad(38, 100))
            await fern.until(lambda: fern.state.listening.tapping.taps == 1)
            fern.player.handle(Calibrate(on=False))
            await fern.until(lambda: fern.state.listening.tapping is None)
            assert fern.strokes == []

    run(story())
