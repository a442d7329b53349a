"""A hub that is killed, or replaced by a new process while its circles play, loses no stroke."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.protocol.entry_messages import RenewKeys
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.messages import ChangeTimeline, Say
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.tools.loopback import Member, run

from .hub_process import hub_process

pytestmark = [pytest.mark.slow, pytest.mark.never_retried]

CIRCLES = 3
SAMBA = CreateCircle("Samba", tempo_of_bpm(120), Meter(16))
"""The circle. Its period is longer than any outage here, because older strokes are dropped."""

STROKES_PER_S = 20


class Band:
    """A conductor and a player in a circle of their own who both drum. Each stroke has a unique pad and velocity, and
    must reach both."""

    def __init__(self, ada: Member, fern: Member) -> None:
        self.members = {ada: 35, fern: 38}
        self.struck: dict[int, list[int]] = {35: [], 38: []}

    async def drum(self) -> None:
        for number in range(10_000):
            for member, pad in self.members.items():
                velocity = 1 + number % 127
                member.strike(pad, velocity)
                self.struck[pad].append(velocity)
            await asyncio.sleep(1 / STROKES_PER_S)

    async def resumed(self, after: int) -> None:
        for member in self.members:
            await member.until(lambda member=member: member.links.count(LinkState.JOINED) > after)

    async def has_lost_nothing(self) -> None:
        """Wait until all strokes so far have reached both, once and in order."""
        struck = {pad: list(velocities) for pad, velocities in self.struck.items()}
        for member in self.members:
            for pad, velocities in struck.items():
                await member.until(lambda pad=pad, member=member: len(heard(member, pad)) >= len(struck[pad]))
                assert heard(member, pad)[: len(velocities)] == velocities
            assert [line.text for line in member.circle.chat] == ["before"]


def heard(member: Member, pad: int) -> list[int]:
    return [stroke.velocity for stroke in member.heard if stroke.pad == pad]


@contextlib.asynccontextmanager
async def playing(address: HubAddress) -> AsyncIterator[list[Band]]:
    """A context with bands whose circles run, and who drum until the end of the block."""
    async with contextlib.AsyncExitStack() as stack:
        bands = []
        for _ in range(CIRCLES):
            async with open_directory(address) as client:
                player, conductor = await client.create(SAMBA)
            ada, fern = Member(conductor, "Ada"), Member(player, "Fern")
            bands.append(Band(await stack.enter_async_context(ada), await stack.enter_async_context(fern)))
            ada.client.request(Say(EVERYONE, "before"))
            ada.client.request(ChangeTimeline(0, running=True))
        for band in bands:
            for member in band.members:
                await member.is_in_time()
        drumming = [asyncio.create_task(band.drum()) for band in bands]
        try:
            yield bands
        finally:
            for task in drumming:
                task.cancel()
            await asyncio.wait(drumming)


def test_killed_and_started_again_every_circle_goes_on(tmp_path: Path) -> None:
    async def story() -> None:
        async with hub_process(tmp_path) as (process, address), playing(address) as bands:
            await asyncio.sleep(1)
            process.kill()
            process.wait()
            async with hub_process(tmp_path, address.port):
                for band in bands:
                    await band.resumed(1)
                await asyncio.sleep(0.5)
                for band in bands:
                    await band.has_lost_nothing()

    run(story())


def test_keys_that_a_conductor_has_replaced_are_there_after_a_kill(tmp_path: Path) -> None:
    async def story() -> None:
        async with hub_process(tmp_path) as (process, address), open_directory(address) as client:
            _, conductor = await client.create(SAMBA)
            async with Member(conductor, "Ada") as ada:
                ada.client.request(RenewKeys())
                await ada.knows(lambda circle: circle.keys)
                process.kill()
                process.wait()
                await ada.knows(lambda circle: circle.link is LinkState.RECONNECTING)
                async with hub_process(tmp_path, address.port):
                    await ada.knows(lambda circle: circle.link is LinkState.JOINED)
                    async with Member(replace(conductor, key=ada.circle.keys.conductor), "Elm") as elm:
                        await elm.knows(lambda circle: circle.role == "conductor")
                    late = Member(conductor, "Late")
                    late.client.start()
                    await late.knows(lambda circle: circle.link is LinkState.ENDED)

    run(story())


def test_a_new_process_takes_over_without_a_lost_stroke(tmp_path: Path) -> None:
    async def story() -> None:
        async with hub_process(tmp_path) as (process, address), playing(address) as bands:
            await asyncio.sleep(1)
            async with hub_process(tmp_path, address.port, "--take-over") as (_, heir):
                assert heir == address
                assert process.wait(10) == 0
                for band in bands:
                    await band.resumed(1)
                await asyncio.sleep(0.5)
                for band in bands:
                    await band.has_lost_nothing()

    run(story())
