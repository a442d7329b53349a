"""Bots in a real circle behave like other members."""

import asyncio
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.player.bot_patterns import part_of
from drumcircle_gui.player.bots_io import NAMES, Bots, _Bot
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline, Moderate
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, seconds, tempo_of_bpm
from tests.tools.circle_snapshots import circle, clock_at
from tests.tools.loopback import Member, Relay, run, serving

pytestmark = pytest.mark.slow


class Playing:
    """Bots that play until the end of the block."""

    def __init__(self, bots: Bots) -> None:
        self.bots = bots

    async def __aenter__(self) -> Bots:
        self._task = asyncio.create_task(self.bots.run())
        return self.bots

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task


def test_the_strokes_of_bots_reach_everyone(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern, Member(server.invite, "Wren") as wren:
            await fern.is_in_time()
            async with Playing(Bots(server.invite, 4, "samba")) as bots:
                await fern.hears(40)
            for member in (fern, wren):
                await member.hears(bots.struck)
                await member.knows(lambda circle: len(circle.members) == 2)
                assert len(member.heard) == bots.struck
            assert [s.beat for s in fern.heard] == [s.beat for s in wren.heard]
            assert len({stroke.player for stroke in fern.heard}) == 4

    run(story())


@pytest.mark.slow
@pytest.mark.alone
def test_bots_are_on_the_beat_through_changes_of_tempo(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.conductor_invite) as oak:
            await oak.is_in_time()
            async with Playing(Bots(server.invite, 2, "even")):
                await oak.hears(8)
                oak.client.request(ChangeTimeline(oak.circle.timeline.latest.epoch, tempo=tempo_of_bpm(300)))
                await oak.knows(lambda circle: circle.timeline.latest.tempo == tempo_of_bpm(300))
                change = oak.circle.timeline.latest.beat
                await oak.until(lambda: oak.heard[-1].beat > change + 2 * BEAT)
            grid = BEAT // 4
            assert max(abs((stroke.beat + grid // 2) % grid - grid // 2) for stroke in oak.heard) < BEAT // 1000
            struck = Counter((stroke.player, round(stroke.beat / grid)) for stroke in oak.heard)
            assert set(struck.values()) == {1}
            for player in {stroke.player for stroke in oak.heard}:
                steps = [step for who, step in struck if who == player]
                assert len(steps) == max(steps) - min(steps) + 1

    run(story())


def test_no_beat_is_played_again_if_the_news_of_a_slower_tempo_comes_late() -> None:
    playing = Timeline.stopped(tempo_of_bpm(120), Meter(1)).changed(seconds(0), running=True)
    slower = playing.changed(seconds(2), tempo=tempo_of_bpm(60))
    clock, struck = clock_at(0), list[Beats]()
    strike = lambda at, *_: struck.append(client.circle.timeline.beat_at(clock.circle(at)))  # noqa: E731
    client = SimpleNamespace(strike=strike)
    bot = _Bot(client, part_of("even", 0), None)  # type: ignore[arg-type]
    for at_s, timeline in ((0.9, playing), (3.9, playing), (4, slower), (5.9, slower), (7.1, slower)):
        client.circle = circle(timeline=timeline, clock=clock, entry=1)
        bot.play(clock.local(seconds(at_s)))
    steps = [round(beat / (BEAT // 4)) for beat in struck]
    assert steps == sorted(set(steps)) and steps[-1] == 36


def test_bots_play_at_a_rate(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            await fern.is_in_time()
            async with Playing(Bots(server.invite, 1, "march", rate=40)):
                await fern.hears(40)
            gaps = [after.beat - before.beat for before, after in zip(fern.heard, fern.heard[1:], strict=False)]
            assert abs(sum(gaps) / len(gaps) - BEAT / 10) < BEAT / 1000

    run(story())


def test_bots_that_lose_the_connection_play_on(tmp_path: Path) -> None:
    async def story() -> None:
        async with (
            serving(tmp_path) as server,
            Relay(server.invite) as relay,
            Member(server.invite) as fern,
        ):
            await fern.is_in_time()
            async with Playing(Bots(relay.invite, 1, "even")) as bots:
                await fern.hears(4)
                relay.cut()
                await fern.hears(16)
            await fern.hears(bots.struck)
            steps = [round(stroke.beat / (BEAT // 4)) for stroke in fern.heard]
            assert steps == list(range(steps[0], steps[0] + bots.struck))

    run(story())


def test_bots_that_are_removed_end(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.conductor_invite) as oak:
            bots = Bots(server.invite, 2)
            playing = asyncio.create_task(bots.run())
            await oak.knows(lambda circle: len(circle.members) == 3)
            for member in oak.circle.members:
                if member.id != oak.circle.me:
                    oak.client.request(Moderate(member.id, remove=True, reason="Enough."))
            await playing
            assert {client.circle.problem for client in bots.clients} == {"Enough."}

    run(story())


def test_bots_end_after_their_duration_and_report() -> None:
    async def story() -> None:
        seen: list[LinkState] = []
        bots = Bots(Invite("127.0.0.1", 1, "Oak", "key", None), 3, on_circle=lambda circle: seen.append(circle.link))
        await bots.run(0.2)
        assert set(seen) == {LinkState.RECONNECTING}
        assert bots.struck == 0
        assert all("cannot be reached" in client.circle.problem for client in bots.clients)

    run(story())


def test_names_start_at_any_number(tmp_path: Path) -> None:
    async def story() -> None:
        async with (
            serving(tmp_path) as server,
            Member(server.invite) as fern,
            Playing(Bots(server.invite, 2, first=len(NAMES) - 1)),
        ):
            await fern.knows(lambda circle: {NAMES[-1], f"{NAMES[0]} 2"} <= {each.name for each in circle.members})

    run(story())
