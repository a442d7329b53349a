"""Runs a script of `script` as a conductor: sends each request, waits for its answer, and reports each line."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.modes.catalogue import BUILD, THIN
from drumcircle_gui.modes.parts import PlayedPads
from drumcircle_gui.protocol.entry_messages import KeysUpdate
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.loop_messages import ChangeLoop
from drumcircle_gui.protocol.messages import ChangeTimeline, Member, Moderate, Request
from drumcircle_gui.timing.units import SECOND, Beats, local_micros

from .loops.loop_uploader_io import LoopUploader
from .script import MAX_LINE_CHARACTERS, Action, PlayLoopFile, Wait, parse_line

log = logging.getLogger(__name__)

ANSWER_TIMEOUT_S = 3.0
"""How long a request waits for its effect. The server sends no answer to a request that changes nothing."""

_WARNINGS = ("tight", "trouble", "invites")
"""Codes of notices that do not decline a request."""

Report = Callable[[dict[str, Any]], None]


class ScriptRunner:
    """Conducts the circle of `invite` by the lines of a script. `report` gets a JSON object for each line."""

    def __init__(self, invite: Invite, name: str, report: Report) -> None:
        self.client = Client(
            invite,
            name,
            on_circle=self._changed,
            on_strokes=self._hear,
            on_message=lambda message, _: self._uploader.take(message),
            agent="conductor script",
        )
        self.failed = 0
        self._report = report
        self._news = asyncio.Event()
        self._played = PlayedPads()
        self._uploader = LoopUploader(self.client.transfer, self._news.set)

    async def run(self, lines: AsyncIterator[str]) -> None:
        """Join, run the lines one by one, and leave. DrumCircleError if the circle cannot be joined."""
        self.client.start()
        try:
            await self._until(lambda circle: circle.link is LinkState.JOINED and circle.clock is not None)
            number = 0
            async for line in lines:
                number += 1
                await self._run_line(number, line)
        finally:
            await self.client.close()

    async def _run_line(self, number: int, line: str) -> None:
        done: dict[str, Any] = {"line": number}
        try:
            command = parse_line(line)
            if command is None:
                return
            done["do"] = command.do
            if command.do == "mode" and command.fields.get("mode") in (BUILD, THIN):
                await self._give_parts()
            action, keys = command.perform(self.client.circle), self.client.circle.keys
            await self._do(action)
            done["ok"] = True
            done |= self._new_invites(keys)
        except ValueError as error:
            self.failed += 1
            done |= {"ok": False, "error": str(error)}
        self._report(done)

    def _new_invites(self, before: KeysUpdate | None) -> dict[str, str]:
        """Both invites, if they were replaced since `before`."""
        keys, invite = self.client.circle.keys, self.client.invite
        if keys is None or keys is before:
            return {}
        texts = {"invite": keys.player, "conductor_invite": keys.conductor}
        return {name: str(replace(invite, key=key)) for name, key in texts.items()}

    async def _do(self, action: Action) -> None:
        if isinstance(action, Wait):
            await self._wait(action)
        elif isinstance(action, PlayLoopFile):
            await self._play_loop(action)
        else:
            await self._ask(action)

    async def _give_parts(self) -> None:
        """Give players without a part the one that they play; listen for a cycle if none of them was heard."""
        circle = self.client.circle
        if self._parts_to_give() == {} and circle.timeline.latest.running and any(map(_has_no_part, circle.members)):
            await self._until_cycle(2)
        for member, part in self._parts_to_give().items():
            await self._ask(Moderate(member, part=part))

    def _parts_to_give(self) -> dict[int, str]:
        ids = (member.id for member in self.client.circle.members if _has_no_part(member))
        return {id: part for id in ids if (part := self._played.proposed(id))}

    def _hear(self, strokes: list[HeardStroke]) -> None:
        for stroke in strokes:
            self._played.add(stroke.player, stroke.pad)

    async def _play_loop(self, action: PlayLoopFile) -> None:
        try:
            chosen, data = await self._uploader.read(action.path)
        except DrumCircleError as error:
            raise ValueError(error.what) from error
        self._uploader.start(chosen, data)
        await self._until(lambda _: self._uploader.complete or bool(self._uploader.refusal))
        if self._uploader.refusal:
            raise ValueError(self._uploader.refusal)
        latest = self.client.circle.timeline.latest
        count = chosen.counted(action.beats) if action.beats else chosen.measured(latest.tempo)
        if count.tempo != latest.tempo:
            await self._ask(ChangeTimeline(latest.epoch, tempo=count.tempo))
        loop = chosen.loop(count, action.level, latest.meter.beats)
        await self._ask(ChangeLoop(self.client.circle.loops.epoch, loop))

    async def _ask(self, request: Request) -> None:
        """Send `request`; ValueError if it is declined. What the server publishes comes before the next line runs."""
        await self._until(lambda circle: circle.link is LinkState.JOINED)
        before = _state(self.client.circle)
        self.client.request(request)
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWER_TIMEOUT_S):
                await self._until(lambda circle: _state(circle) != before)
        problems = [notice.what for notice in self.client.circle.notices if notice.code not in _WARNINGS]
        for notice in self.client.circle.notices:
            self.client.dismiss(notice.number)
        if problems:
            raise ValueError(problems[-1])

    async def _wait(self, wait: Wait) -> None:
        await asyncio.sleep(wait.seconds)
        if wait.players:
            await self._until(lambda circle: _players(circle) >= wait.players)
        if wait.cycles:
            await self._until_cycle(wait.cycles)

    async def _until_cycle(self, cycles: int) -> None:
        """Wait until `cycles` cycles have begun; while the circle is stopped, wait for its next start."""
        for _ in range(cycles):
            circle = self.client.circle
            assert circle.clock is not None
            moment = circle.clock.circle(local_micros())
            segment = circle.timeline.at(moment)
            beat = segment.next_cycle(Beats(circle.timeline.beat_at(moment) + 1))
            while (at := self.client.circle.timeline.micros_at(beat)) is None:
                timeline = self.client.circle.timeline
                await self._until(lambda circle, timeline=timeline: circle.timeline is not timeline)  # type: ignore[misc]
            await asyncio.sleep(max(circle.clock.local(at) - local_micros(), 0) / SECOND)

    async def _until(self, holds: Callable[[CircleSnapshot], bool]) -> None:
        while not holds(self.client.circle):
            if self.client.circle.link is LinkState.ENDED:
                raise DrumCircleError(self.client.circle.problem or "The circle has ended.")
            self._news.clear()
            await self._news.wait()

    def _changed(self, circle: CircleSnapshot) -> None:
        self._uploader.follow(circle)
        self._news.set()


async def script_lines(file: TextIO) -> AsyncIterator[str]:
    """The lines of `file`, yielded as they arrive: a pipe may stay open."""
    while line := await asyncio.to_thread(file.readline, 4 * MAX_LINE_CHARACTERS):
        yield line


def open_script(path: Path) -> TextIO:
    """The script in this file. DrumCircleError if it cannot be read."""
    try:
        return path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise DrumCircleError(f"The script cannot be read: {error}.", "Check the file's name.") from error


def _has_no_part(member: Member) -> bool:
    return member.role == "player" and not member.part


def _players(circle: CircleSnapshot) -> int:
    return sum(member.role == "player" for member in circle.members)


def _state(circle: CircleSnapshot) -> CircleSnapshot:
    """`circle` without the fields that change without a request."""
    return replace(circle, clock=None, exchange=None, qualities=(), tick=circle.tick)
