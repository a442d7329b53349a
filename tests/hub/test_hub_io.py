"""A real hub: circles are created, listed, joined by new and old clients, ended, and go on after a restart."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.conductor.host_io import ServerHost
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.directory.joining import listed_invite
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import NoEventLog
from drumcircle_gui.hub import circles_io, hosted_io, hub_io
from drumcircle_gui.protocol.directory import CreateCircle, OpenDirectory
from drumcircle_gui.protocol.entry_messages import AnswerKnock, ChangeEntry, EntryUpdate, KeysUpdate, RenewKeys
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import (
    PROTOCOL_VERSION,
    ChangeTimeline,
    Closing,
    EndCircle,
    Hello,
    Say,
    Welcome,
)
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, local_micros, tempo_of_bpm
from tests.server.peer import Peer
from tests.tools.loopback import Member, run

from .conftest import ServeHub, address_of

SAMBA = CreateCircle("Samba", tempo_of_bpm(240), Meter(4), "for beginners", "open")


async def create(address: HubAddress, request: CreateCircle = SAMBA) -> tuple[Invite, Invite]:
    async with open_directory(address) as client:
        return await client.create(request)


async def wrong(invite: Invite, **hello: str) -> Closing | None:
    """The answer to a Hello that is not accepted."""
    peer = await Peer.connect(invite)
    peer.send(msgspec.structs.replace(Hello(PROTOCOL_VERSION, "Fern", invite.key), **hello))
    try:
        return await peer.closing()
    finally:
        await peer.leave()


async def found_by_keys(invite: Invite, keys: KeysUpdate) -> None:
    """Clients that do not know hubs find the circle by its new keys."""
    for key, role in (keys.player, "player"), (keys.conductor, "conductor"):
        found = await Peer.join(replace(invite, key=key, circle_id=""))
        assert found.welcome.role == role
        await found.leave()


@pytest.mark.slow
def test_a_circle_on_a_hub_is_played_like_any_other(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(tls=True) as hub:
            player, conductor = await create(address_of(hub))
            async with Member(conductor, "Ada") as ada, Member(player, "Fern") as fern:
                ada.client.request(ChangeTimeline(0, running=True))
                await fern.knows(lambda circle: circle.timeline.latest.running)
                start = fern.circle.timeline.latest.at
                await fern.knows(
                    lambda circle: circle.clock is not None and circle.clock.circle(local_micros()) > start
                )
                assert fern.client.strike(local_micros(), 38, 100) is not None
                await ada.until(lambda: ada.heard)
                assert (ada.circle.role, fern.circle.role, ada.circle.name) == ("conductor", "player", "Samba")

    run(story())


def test_circles_on_a_hub_do_not_hear_each_other(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, AsyncExitStack() as members:
            pairs = [await create(address_of(hub)) for _ in range(3)]
            joined = [await members.enter_async_context(Member(player, "Fern")) for player, _ in pairs]
            for number, member in enumerate(joined):
                member.client.request(Say(EVERYONE, f"circle {number}"))
            for number, member in enumerate(joined):
                await member.knows(lambda circle: circle.chat)
                assert [line.text for line in member.circle.chat] == [f"circle {number}"]
                assert len(member.circle.members) == 1

    run(story())


def test_a_client_that_does_not_know_hubs_is_found_by_its_key(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            await create(address_of(hub))
            player, conductor = await create(address_of(hub), msgspec.structs.replace(SAMBA, name="Bossa"))
            for invite, role in (player, "player"), (conductor, "conductor"):
                old = await Peer.join(Invite(invite.host, invite.port, "", invite.key, None))
                assert (old.welcome.circle, old.welcome.role) == ("Bossa", role)
                await old.leave()

    run(story())


def test_without_a_circle_or_with_a_wrong_key_nobody_gets_in(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            player, _ = await create(address_of(hub), msgspec.structs.replace(SAMBA, entry="invite"))
            assert (await wrong(player, key="guess")).code == "wrong-key"  # type: ignore[union-attr]
            assert (await wrong(player, key="guess", circle=player.circle_id)).code == "wrong-key"  # type: ignore[union-attr]
            assert (await wrong(player, circle="another")).code == "no-circle"  # type: ignore[union-attr]
            assert (await wrong(player, token="t" * 20, key="")).code == "wrong-key"  # type: ignore[union-attr]

    run(story())


def test_a_circle_without_an_invite_is_knocked_at_and_goes_on_with_its_entry(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            player, conductor = await create(address_of(hub), msgspec.structs.replace(SAMBA, entry="knock"))
            oak, moss = await Peer.join(conductor, "Oak"), await Peer.connect(player)
            moss.send(Hello(PROTOCOL_VERSION, "Moss", "", circle=player.circle_id))
            while not (update := await oak.next(EntryUpdate)).knockers:
                pass
            oak.send(ChangeEntry("invite"))
            oak.send(AnswerKnock(update.knockers[0].id, True))
            assert (await moss.next(Welcome)).circle == "Samba"
            await oak.leave()
            await moss.leave()
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            assert [row.entry for row in (await client.circles()).rows] == ["invite"]

    run(story())


def test_the_directory_lists_circles_with_what_one_wants_to_know(
    serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_io, "CHECK_INTERVAL_S", 0.02)

    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            player, conductor = await client.create(SAMBA)
            await client.create(msgspec.structs.replace(SAMBA, name="Hidden", listed=False))
            await client.create(msgspec.structs.replace(SAMBA, name="Closed", entry="invite"))
            async with Member(conductor) as ada, Member(player), asyncio.timeout(20):
                await ada.knows(lambda circle: len(circle.members) == 2)
                while not (rows := (await client.circles()).rows) or not rows[0].players:
                    await asyncio.sleep(0.01)
                assert [row.name for row in rows] == ["Samba", "Closed"]
                assert (rows[0].about, rows[0].tempo, rows[0].meter) == ("for beginners", SAMBA.tempo, SAMBA.meter)
                assert (rows[0].players, rows[0].running, rows[0].entry) == (1, False, "open")
                assert listed_invite(rows[0], client.address) == player
                assert listed_invite(rows[1], client.address) is None
                assert 0 < await client.round_trip() < 1_000_000

    run(story())


def test_a_circle_elsewhere_is_listed_while_it_is_announced(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            await client.create(SAMBA)
            [row] = (await client.circles()).rows or ()
            elm = msgspec.structs.replace(row, name="Elm", port=hub.port, circle="", key="")
            assert (await client.announce(elm)).host == "127.0.0.1"
            assert [row.name for row in (await client.circles("elm")).rows or ()] == ["Elm"]
            await client.announce(elm, gone=True)
            assert (await client.circles("elm")).rows == ()

    run(story())


def test_requests_are_answered_in_their_order(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            counts = [len((await client.circles()).rows or ())]
            made, found = await asyncio.gather(client.create(SAMBA), client.circles())
            assert made[0].circle == "Samba"
            assert [*counts, len(found.rows or ())] == [0, 1]

    run(story())


def test_a_conductor_ends_the_circle(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            player, conductor = await create(address_of(hub))
            ada, fern = await Peer.join(conductor, "Ada"), await Peer.join(player)
            fern.send(EndCircle())
            assert await fern.is_well()
            ada.send(EndCircle())
            assert (await fern.closing()).code == "shutdown"  # type: ignore[union-attr]
            assert (await wrong(player, circle=player.circle_id)).code == "no-circle"  # type: ignore[union-attr]
            assert len(hub.circles) == 0
            await create(address_of(hub))
            for peer in ada, fern:
                await peer.leave()
        async with serve_hub() as hub:
            assert len(hub.circles) == 1

    run(story())


def test_a_circle_without_members_ends(serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_io, "CHECK_INTERVAL_S", 0.02)

    async def story() -> None:
        async with serve_hub() as hub:
            player, _ = await create(address_of(hub))
            fern = await Peer.join(player)
            monkeypatch.setattr(hosted_io, "EMPTY_TIMEOUT", Micros(100_000))
            await asyncio.sleep(0.2)
            assert len(hub.circles) == 1
            await fern.leave()
            async with asyncio.timeout(20):
                while len(hub.circles):
                    await asyncio.sleep(0.01)

    run(story())


def test_all_circles_go_on_after_a_restart(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            port = hub.port
            player, conductor = await create(address_of(hub))
            ada = await Peer.join(conductor, "Ada")
            ada.send(Say(EVERYONE, "before"))
            ada.send(ChangeTimeline(0, tempo=tempo_of_bpm(90)))
            assert await ada.is_well()
            async with Member(player) as fern:
                await hub.close()
                async with serve_hub(port=port) as heir:
                    await fern.until(lambda: fern.links[-2:] == [LinkState.RECONNECTING, LinkState.JOINED])
                    assert [line.text for line in fern.circle.chat] == ["before"]
                    assert fern.circle.timeline.latest.tempo == tempo_of_bpm(90)
                    assert {member.name for member in fern.circle.members} == {"Ada", "Fern"}
                    back = await Peer.connect(conductor)
                    back.send(Hello(PROTOCOL_VERSION, "Ada", conductor.key, token=ada.welcome.token))
                    assert (await back.next(Welcome)).you == ada.welcome.you
                    assert len(heir.circles) == 1
                    await back.leave()
            await ada.leave()

    run(story())


def test_new_keys_are_those_of_the_circle_from_now_on_and_after_a_restart(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            player, conductor = await create(address_of(hub), msgspec.structs.replace(SAMBA, entry="invite"))
            ada, fern = await Peer.join(conductor, "Ada"), await Peer.join(player)
            ada.send(RenewKeys())
            keys = await ada.next(KeysUpdate)
            assert await fern.is_well()
            await found_by_keys(player, keys)
        async with serve_hub(port=hub.port):
            for old in player, conductor:
                assert (await wrong(old)).code == "wrong-key"  # type: ignore[union-attr]
            await found_by_keys(player, keys)
            back = await Peer.connect(conductor)
            token, circle = ada.welcome.token, conductor.circle_id
            back.send(Hello(PROTOCOL_VERSION, "Ada", conductor.key, token=token, circle=circle))
            assert (await back.next(KeysUpdate)).conductor == keys.conductor
            for peer in ada, fern, back:
                await peer.leave()

    run(story())


def test_one_process_at_a_time_serves_a_data_directory(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            with pytest.raises(DrumCircleError, match="--take-over"):
                async with serve_hub():
                    pass
            with pytest.raises(DrumCircleError, match="in use"):
                async with serve_hub(port=hub.port):
                    pass

    run(story())


def test_a_flood_of_requests_ends_its_connection(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub:
            peer = await Peer.connect(address_of(hub).invite("Samba", "k", ""))
            peer.send(OpenDirectory(PROTOCOL_VERSION))
            for _ in range(100):
                peer.send(SAMBA)
            assert (await peer.closing()).code == "slow-down"  # type: ignore[union-attr]
            await peer.leave()
            async with open_directory(address_of(hub)) as client:
                assert (await client.circles()).rows is not None

    run(story())


def test_a_circle_at_home_is_listed_until_it_ends(serve_hub: ServeHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            where = address_of(hub).link("hub")
            config = ServerConfig(name="Home", bind="127.0.0.1", data_dir=tmp_path / "home", announce=where)
            host = ServerHost(config, NoEventLog())
            await host.start()
            async with asyncio.timeout(20):
                while not (rows := (await client.circles()).rows):
                    await asyncio.sleep(0.01)
            assert (rows[0].name, rows[0].host, rows[0].port) == ("Home", "127.0.0.1", host.server.port)
            assert (rows[0].entry, rows[0].key, rows[0].pin) == ("invite", "", host.server.invite.pin)
            await host.close()
            assert (await client.circles()).rows == ()

    run(story())


def test_a_running_hub_deletes_a_circle_that_ended_long_ago(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circles_io, "DELETE_INTERVAL_S", 0.01)

    async def story() -> None:
        async with serve_hub() as hub:
            player, _ = await create(address_of(hub))
            folder = tmp_path / "hub" / "circles" / player.circle_id
            assert folder.exists()
            hub.circles._end(player.circle_id, "")
            async with asyncio.timeout(20):
                await asyncio.wait(hub.circles._finishing)
                monkeypatch.setattr(circles_io, "RECORDINGS_KEPT", Micros(-1))
                while folder.exists():
                    await asyncio.sleep(0.01)

    run(story())
