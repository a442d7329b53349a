"""A conductor without a window, of a circle here and of one elsewhere."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from drumcircle_gui import atomic_file
from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.conductor.conductor_io import Conductor
from drumcircle_gui.conductor.conductor_state import (
    ConductorState,
    HubCircle,
    change_tempo,
    renewed_invites,
    start_or_stop,
)
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.entry_messages import RenewKeys
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Cue, GiveCue, Moderate
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.timing.units import bpm_of, tempo_of_bpm
from tests.tools.loopback import Member, Watch, run, serving


class Podium(Watch):
    """A conductor, with the states and strokes that it emits."""

    def __init__(self, where: ServerConfig | HubCircle | Invite) -> None:
        super().__init__()
        self.state: ConductorState | None = None
        self.strokes: list[HeardStroke] = []
        self.conductor = Conductor(where, "Oak", on_state=self._render, on_strokes=self._shown)

    async def __aenter__(self) -> "Podium":
        self.state = await self.conductor.start()
        await self.until(lambda: self.circle.link is LinkState.JOINED)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.conductor.close()
        await self.conductor.close()

    @property
    def circle(self) -> CircleSnapshot:
        assert self.state is not None
        return self.state.circle

    def _render(self, state: ConductorState) -> None:
        self.state = state
        self.news()

    def _shown(self, strokes: list[HeardStroke]) -> None:
        self.strokes += strokes
        self.news()


def config(data_dir: Path) -> ServerConfig:
    return ServerConfig(name="Oak's circle", bind="127.0.0.1", data_dir=data_dir)


def test_launching_a_circle_gives_a_conductor_and_invites(tmp_path: Path) -> None:
    async def story() -> None:
        async with Podium(config(tmp_path)) as oak:
            assert oak.circle.role == "conductor"
            assert oak.circle.name == "Oak's circle"
            assert oak.state.hosting.conductor_invite != oak.state.hosting.invite
            async with Member(oak.state.hosting.invite) as fern:
                await oak.until(lambda: oak.circle.member(fern.circle.me))
                oak.conductor.handle(start_or_stop(oak.circle))
                await fern.knows(lambda circle: circle.timeline.latest.running)
                oak.conductor.handle(GiveCue(Cue("Listen")))
                await fern.knows(lambda circle: circle.cue.word == "Listen")
                oak.conductor.handle(Moderate(fern.circle.me, muted=True))
                await fern.knows(lambda circle: circle.member(circle.me).muted)
                oak.conductor.handle(Moderate(fern.circle.me, remove=True, reason="Thank you."))
                await fern.knows(lambda circle: circle.link is LinkState.ENDED)
                assert fern.circle.problem == "Thank you."

    run(story())


def test_a_conductor_can_join_another_server(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server, Podium(server.conductor_invite) as oak:
            assert oak.state.hosting is None
            async with Member(server.invite) as fern:
                await fern.is_in_time()
                fern.strike()
                await oak.until(lambda: oak.strokes)
                oak.conductor.handle(change_tempo(oak.circle, 200))
                await fern.knows(lambda circle: circle.timeline.latest.tempo == tempo_of_bpm(200))

    run(story())


def test_renewed_invites_replace_the_old_ones_and_members_stay(tmp_path: Path) -> None:
    async def story() -> None:
        async with Podium(config(tmp_path)) as oak:
            old = oak.state.hosting.invite
            async with Member(old) as fern:
                await oak.until(lambda: oak.circle.member(fern.circle.me))
                oak.conductor.handle(RenewKeys())
                await oak.until(lambda: oak.state.hosting.invite != old)
                late = Member(old, "Late")
                late.client.start()
                await late.knows(lambda circle: circle.link is LinkState.ENDED)
                assert "ask the conductor for a new one" in late.circle.problem
                async with Member(oak.state.hosting.invite, "Wren") as wren:
                    await wren.knows(lambda circle: circle.member(fern.circle.me).connected)

    run(story())


def test_a_conductor_elsewhere_replaces_both_invites_and_the_others_get_the_new_ones(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server:
            old, old_key = server.conductor_invite, server.invite.key
            away = Podium(HubCircle(server.invite, old))
            async with Podium(old) as oak, away as elm:
                await oak.until(lambda: oak.circle.link is LinkState.JOINED)
                oak.conductor.handle(RenewKeys())
                await elm.until(lambda: elm.circle.keys)
                await oak.until(lambda: renewed_invites(oak.state))
                assert (
                    renewed_invites(oak.state) == renewed_invites(elm.state) == (server.invite, server.conductor_invite)
                )
                assert server.invite.key != old_key and server.conductor_invite.key != old.key
                assert (elm.state.hosting.invite, elm.state.hosting.conductor_invite) == renewed_invites(elm.state)
                async with Podium(oak.state.joined_with) as back:
                    await back.until(lambda: back.circle.role == "conductor")

    run(story())


def test_invites_whose_keys_cannot_be_saved_stay_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async def story() -> None:
        async with Podium(config(tmp_path)) as oak:
            old = oak.state.hosting.invite
            monkeypatch.setattr(atomic_file, "replace", full)
            oak.conductor.handle(RenewKeys())
            await oak.until(lambda: oak.circle.notices)
            assert "No space left on device" in oak.circle.notices[0].what
            async with Member(old) as fern:
                await fern.knows(lambda circle: circle.link is LinkState.JOINED)

    run(story())


def test_the_notice_of_a_declined_change_is_dismissed(tmp_path: Path) -> None:
    async def story() -> None:
        async with Podium(config(tmp_path)) as oak:
            await oak.until(lambda: oak.circle.clock)
            oak.conductor.handle(change_tempo(oak.circle, bpm_of(oak.circle.timeline.latest.tempo)))
            await oak.until(lambda: oak.circle.notices)
            (notice,) = oak.circle.notices
            assert notice.code == "unchanged"
            oak.conductor.handle(DismissNotice(notice.number))
            await oak.until(lambda: not oak.circle.notices)

    run(story())


def test_one_conductor_alone_never_gets_a_notice_of_a_conflict(tmp_path: Path) -> None:
    async def story() -> None:
        async with Podium(config(tmp_path)) as oak:
            await oak.until(lambda: oak.circle.clock)
            before = oak.circle
            oak.conductor.handle(start_or_stop(before))
            oak.conductor.handle(start_or_stop(before))
            for bpm in (130, 131, 132):
                oak.conductor.handle(change_tempo(before, bpm))
            await oak.until(lambda: oak.circle.timeline.latest.tempo == tempo_of_bpm(132))
            assert oak.circle.timeline.latest.running
            assert not oak.circle.notices

    run(story())


def test_the_end_of_the_circle_is_shown(tmp_path: Path) -> None:
    async def story() -> None:
        podium = Podium(config(tmp_path))
        async with podium:
            member = Member(podium.state.hosting.invite)
            await member.__aenter__()
        await member.client.wait_ended()
        assert member.circle.problem == "The conductor has ended the circle."

    run(story())


def test_a_circle_that_cannot_be_launched_raises(tmp_path: Path) -> None:
    async def story() -> None:
        async with Podium(config(tmp_path)) as oak:
            other = Podium(replace(config(tmp_path), port=oak.state.hosting.invite.port))
            with pytest.raises(DrumCircleError, match="is in use"):
                await other.conductor.start()
            await other.conductor.close()

    run(story())
