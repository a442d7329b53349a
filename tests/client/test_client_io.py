"""Clients of a real server over loopback sockets, which fail in many ways."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from drumcircle_gui.client import client_io
from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Moderate, Say
from drumcircle_gui.timing.units import Micros, local_micros, seconds
from tests.tools.loopback import FakeServer, Member, Relay, run, serving

pytestmark = pytest.mark.slow

INVITE = Invite("127.0.0.1", 1, "Oak", "key", None)
"""No program listens on port 1."""


def test_members_receive_each_others_strokes(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern, Member(server.invite, "Wren") as wren:
            assert server.invite.pin is not None
            assert fern.circle.name == "Oak"
            assert {member.name for member in wren.circle.members} == {"Fern", "Wren"}
            await fern.is_in_time()
            beats = [fern.strike(38), fern.strike(50)]
            for member in (fern, wren):
                await member.hears(2)
                assert [(stroke.player, stroke.beat, stroke.pad) for stroke in member.heard] == [
                    (fern.circle.me, beats[0], 38),
                    (fern.circle.me, beats[1], 50),
                ]
            assert fern.clocks > 0

    run(story())


def test_requests_of_members_have_effects_and_notices(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern, Member(server.invite, "Wren") as wren:
            fern.client.request(Say(EVERYONE, "Louder!"))
            await wren.knows(lambda circle: [line.text for line in circle.chat] == ["Louder!"])
            fern.client.request(Moderate(wren.circle.me, muted=True))
            await fern.knows(lambda circle: circle.notices)
            (notice,) = fern.circle.notices
            assert notice.code == "not-allowed"
            fern.client.dismiss(notice.number)
            await fern.knows(lambda circle: not circle.notices)

    run(story())


def test_leaving_sends_the_last_stroke_first(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite, "Wren") as wren:
            async with Member(server.invite) as fern:
                await fern.is_in_time()
                fern.strike()
            await wren.hears(1)
            await wren.knows(lambda circle: [member.name for member in circle.members] == ["Wren"])
            assert (fern.circle.link, fern.circle.problem) == (LinkState.ENDED, "You left the circle.")
            await fern.client.close()
            await fern.client.wait_ended()

    run(story())


def test_closing_an_unstarted_client_is_harmless() -> None:
    async def story() -> None:
        client = Client(INVITE, "Fern")
        await client.wait_ended()
        await client.close()
        await client.close()
        assert client.circle.link is LinkState.ENDED

    run(story())


# --- refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"key": "wrong"}, "ask the conductor"), ({"pin": "0" * 64}, "Ask for a new invite"), ({"pin": None}, "")],
    ids=["key", "pin", "no pin"],
)
def test_an_invite_of_another_circle_is_refused_with_words(
    tmp_path: Path, wrong: dict[str, str | None], words: str
) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server:
            member = Member(replace(server.invite, **wrong))
            member.client.start()
            await member.knows(lambda circle: circle.problem)
            assert words in member.circle.problem
            assert member.circle.me == 0
            if wrong.get("pin", "") is not None:
                await member.client.wait_ended()
                assert member.circle.link is LinkState.ENDED
            await member.client.close()

    run(story())


def test_an_impossible_host_is_a_problem_in_words() -> None:
    async def story() -> None:
        member = Member(replace(INVITE, host="x" * 70))
        member.client.start()
        await member.knows(lambda circle: circle.link is LinkState.RECONNECTING)
        assert "cannot be reached" in member.circle.problem
        await member.client.close()

    run(story())


def test_a_server_with_another_protocol_is_given_up() -> None:
    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.2\r\n")

    async def story() -> None:
        async with FakeServer(nonsense) as stranger:
            member = Member(replace(INVITE, port=stranger.port))
            member.client.start()
            await member.client.wait_ended()
            assert member.circle.link is LinkState.ENDED
            assert "another language" in member.circle.problem
            await member.client.close()

    run(story())


# --- reconnecting -----------------------------------------------------------------------------------------------------


def test_a_client_connects_when_the_server_starts_later(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as before:
            invite = before.invite
        member = Member(invite)
        member.client.start()
        await member.knows(lambda circle: circle.link is LinkState.RECONNECTING)
        assert f"{invite.host}:{invite.port}" in member.circle.problem
        async with serving(tmp_path, port=invite.port), member:
            await member.until(lambda: member.links == [LinkState.RECONNECTING, LinkState.JOINED])

    run(story())


def test_no_stroke_is_lost_or_doubled_when_the_connection_is_cut(tmp_path: Path) -> None:
    async def story() -> None:
        async with (
            serving(tmp_path) as server,
            Relay(server.invite) as relay,
            Member(server.invite, "Wren") as wren,
            Member(relay.invite) as fern,
        ):
            await fern.is_in_time()
            number = fern.circle.me
            struck = [fern.strike(30)]
            await fern.hears(1)
            for pad in (40, 50):
                relay.cut()
                struck.append(fern.strike(pad))
                wren.strike(pad + 1)
                await fern.knows(lambda circle: circle.link is LinkState.RECONNECTING)
                struck.append(fern.strike(pad + 2))
                await fern.knows(lambda circle: circle.link is LinkState.JOINED)
            for member in (wren, fern):
                await member.hears(7)
                assert [stroke.beat for stroke in member.heard if stroke.player == number] == struck
                assert sorted(stroke.pad for stroke in member.heard) == [30, 40, 41, 42, 50, 51, 52]
            assert (fern.circle.me, fern.circle.entry) == (number, 1)

    run(story())


def test_a_silent_server_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_io, "SILENCE_TIMEOUT", seconds(0.3))

    async def story() -> None:
        async with serving(tmp_path) as server, Relay(server.invite) as relay, Member(relay.invite) as fern:
            relay.hold()
            await fern.knows(lambda circle: circle.link is LinkState.RECONNECTING)
            assert "has not answered" in fern.circle.problem

    run(story())


def test_a_client_that_was_suspended_does_not_give_up_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_io, "SILENCE_TIMEOUT", seconds(0.2))

    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            clocks = fern.clocks
            time.sleep(0.3)
            await fern.until(lambda: fern.clocks > clocks + 1)
            assert fern.links == [LinkState.JOINED]

    run(story())


def test_a_server_that_sends_no_welcome_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_io, "SILENCE_TIMEOUT", Micros(1000))
    monkeypatch.setattr(client_io, "MIN_SILENT_CHECKS", 1)

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Send nothing."""

    async def story() -> None:
        async with FakeServer(silence) as stranger:
            member = Member(replace(INVITE, port=stranger.port))
            member.client.start()
            await member.knows(lambda circle: circle.link is LinkState.RECONNECTING)
            assert "has not answered" in member.circle.problem
            await member.client.close()

    run(story())


def test_a_client_ends_when_the_circle_ends(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            await server.close()
            await fern.client.wait_ended()
            assert (fern.circle.link, fern.circle.problem) == (LinkState.ENDED, "The conductor has ended the circle.")
            assert fern.client.strike(local_micros(), 38, 100) is None

    run(story())


def test_late_strokes_are_reported_to_the_server(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            fern.client.count_late(2)
            fern.client.count_late(1)
            await fern.knows(lambda circle: (row := circle.quality(circle.me)) and row.late == 3)

    run(story())
