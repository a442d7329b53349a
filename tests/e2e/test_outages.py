"""Outages: pulled cables, killed servers, late players. Nobody misses a stroke."""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.client.circle_state import CircleSnapshot, LinkState
from drumcircle_gui.listening.player_state import StrikePad
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.player_io import Player
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import SECOND, Beats, local_micros
from tests.tools.rigs.cuttable_link import CuttableLink

pytestmark = [pytest.mark.slow, pytest.mark.never_retried]

SILENT = EngineConfig(audio="none")
BEAT_S = 0.5


class Server:
    """`drumcircle conduct --headless`; a period takes half a second for each of the `beats`."""

    def __init__(self, folder: Path, beats: int = 16) -> None:
        self._folder, self._beats = folder, beats
        self._port = 0

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "drumcircle_gui", "conduct", "--headless", "--name", "Oak"),
            *("--tempo", f"{60 / BEAT_S:g}", "--beats", str(self._beats)),
            *("--bind", "127.0.0.1", "--port", str(self._port), "--data-dir", str(self._folder)),
            stdout=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout
        said = json.loads(await self._process.stdout.readline())
        self._port = said["port"]
        self.invite, self.conductor_invite = Invite.parse(said["invite"]), Invite.parse(said["conductor_invite"])

    async def kill(self) -> None:
        """Kill the process with SIGKILL."""
        self._process.kill()
        await self._process.wait()

    async def end(self) -> None:
        if self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()


@dataclass
class Facts:
    """A report in memory."""

    lines: list[dict[str, Any]] = field(default_factory=list)

    def write(self, event: str, **facts: Any) -> None:
        self.lines.append({"event": event} | facts)

    @property
    def heard(self) -> Counter[tuple[int, int, int]]:
        return Counter((x["player"], x["pad"], x["beat"]) for x in self.lines if x["event"] == "heard")

    @property
    def missed(self) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["event"] == "heard" and line["left"] is None]


class Drummer:
    """A player who strikes continuously, with the results of all strokes."""

    def __init__(self, invite: Invite, name: str) -> None:
        self.report = Facts()
        self.struck: list[tuple[int, Beats]] = []
        self.player = Player(invite, name, SILENT, on_strokes=self._seen, report=self.report)

    @property
    def circle(self) -> CircleSnapshot:
        return self.player.client.circle

    @property
    def plays(self) -> bool:
        """Whether the circle plays now, by this drummer's clock."""
        clock = self.circle.clock
        return clock is not None and self.circle.timeline.at(clock.circle(local_micros())).running

    def _seen(self, strokes: list[Any]) -> None:
        self.struck += [(stroke.pad, stroke.beat) for stroke in strokes if stroke.player == self.circle.me]

    async def drum(self, seconds: float) -> None:
        for number in range(round(seconds / 0.1)):
            self.player.handle(StrikePad(40 + number % 40, 100))
            await asyncio.sleep(0.1)


async def until(holds: Any, within: float = 40.0) -> None:
    async with asyncio.timeout(within):
        while not holds():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def gathering(folder: Path, beats: int = 16) -> AsyncIterator[tuple[Server, list[Drummer]]]:
    """A circle that plays, and two drummers whose clocks are set."""
    server = Server(folder, beats)
    await server.start()
    drummers = [Drummer(server.invite, name) for name in ("Fern", "Moss")]
    try:
        for drummer in drummers:
            await drummer.player.start()
        await until(lambda: all(drummer.plays for drummer in drummers))
        yield server, drummers
    finally:
        for drummer in drummers:
            await drummer.player.close()
        await server.end()


def test_nobody_misses_a_stroke_when_the_server_is_killed_and_started_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with gathering(tmp_path) as (server, drummers):
            playing = [asyncio.create_task(drummer.drum(6)) for drummer in drummers]
            await asyncio.sleep(2)
            clocks = [drummer.circle.clock for drummer in drummers]
            await server.kill()
            await until(lambda: all(d.circle.link is LinkState.RECONNECTING for d in drummers))
            await asyncio.sleep(0.5)
            await server.start()
            await until(lambda: all(d.circle.link is LinkState.JOINED for d in drummers))
            await asyncio.gather(*playing)
            await nobody_missed_anything(*drummers)
            for drummer, clock in zip(drummers, clocks, strict=True):
                assert clock and drummer.circle.clock
                now = drummer.circle.clock.reference
                assert abs(drummer.circle.clock.circle(now) - clock.circle(now)) < 5_000

    asyncio.run(story())


def test_an_outage_shorter_than_the_margin_is_heard_by_nobody(tmp_path: Path) -> None:
    async def story() -> None:
        server = Server(tmp_path)
        await server.start()
        link = await CuttableLink(server.invite).restore()
        fern, moss = drummers = [Drummer(link.invite, "Fern"), Drummer(server.invite, "Moss")]
        try:
            for drummer in drummers:
                await drummer.player.start()
            await until(lambda: all(drummer.plays for drummer in drummers))
            playing = [asyncio.create_task(drummer.drum(6)) for drummer in drummers]
            await asyncio.sleep(1)
            await link.cut()
            await asyncio.sleep(3)
            await link.restore()
            await asyncio.gather(*playing)
            await nobody_missed_anything(fern, moss)
        finally:
            for drummer in drummers:
                await drummer.player.close()
            await link.cut()
            await server.end()

    asyncio.run(story())


def test_who_comes_late_hears_the_full_circle_at_once(tmp_path: Path) -> None:
    async def story() -> None:
        beats = 8
        async with gathering(tmp_path, beats) as (server, drummers):
            fern, moss = drummers
            playing = [asyncio.create_task(drummer.drum(1.5 * beats * BEAT_S)) for drummer in drummers]
            await asyncio.sleep(beats * BEAT_S)
            late = Drummer(server.invite, "Ivy")
            await late.player.start()
            await until(lambda: late.plays and late.player.instrument.state.sound != SoundStatus())
            assert late.circle.clock
            came = late.circle.clock.circle(local_micros())
            await asyncio.gather(*playing)
            await nobody_missed_anything(fern, moss)
            await until(lambda: late.report.heard[max(fern.report.heard, key=lambda stroke: stroke[2])] == 1)
            due = sorted(line["due"] for line in late.report.lines if line["event"] == "heard")
            assert due[0] - came < SECOND
            missed = [line for line in fern.report.lines if line["event"] == "heard" and line["due"] > came + SECOND]
            assert all(late.report.heard[line["player"], line["pad"], line["beat"]] == 1 for line in missed)
            assert not late.report.missed
            await late.player.close()

    asyncio.run(story())


async def nobody_missed_anything(*drummers: Drummer) -> None:
    """Assert that each of them heard every stroke of all, once and on time."""
    wanted = Counter((d.circle.me, pad, beat) for d in drummers for pad, beat in d.struck)
    await until(lambda: all(d.report.heard.total() >= wanted.total() for d in drummers))
    for drummer in drummers:
        assert drummer.report.heard == wanted
        assert not drummer.report.missed


def test_after_a_proper_end_another_circle_begins(tmp_path: Path) -> None:
    async def story() -> None:
        async with gathering(tmp_path) as (server, (fern, _)):
            await server.end()
            await until(lambda: fern.circle.link is LinkState.ENDED)
            assert fern.circle.problem == "The conductor has ended the circle."
            assert not list(tmp_path.glob("*.memory"))

    asyncio.run(story())
