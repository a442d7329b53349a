"""A script conducts a real circle on this machine."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import soundfile

from drumcircle_gui.conductor import script_io
from drumcircle_gui.conductor.script_io import ScriptRunner
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.loops.loop_report import NO_SOUND_FILE
from tests.sound.loops.test_decode_io import tone
from tests.tools.loopback import Member, run, serving


async def lines(*texts: str) -> AsyncIterator[str]:
    for text in texts:
        yield text


@pytest.mark.slow
def test_a_script_does_what_a_conductor_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_io, "ANSWER_TIMEOUT_S", 0.5)
    done: list[dict[str, Any]] = []

    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            runner = ScriptRunner(server.conductor_invite, "Script", done.append)
            await runner.run(
                lines(
                    '{"do": "wait", "players": 1}',
                    "# Fern leads",
                    '{"do": "mode", "mode": "follow-the-leader", "players": ["Fern"]}',
                    '{"do": "wait", "cycles": 1}',
                    '{"do": "resume"}',
                    '{"do": "mute", "player": "Fern", "on": false}',
                    '{"do": "spotlight", "player": "Fern"}',
                    '{"do": "conductor", "player": "Fern"}',
                    '{"do": "cue", "word": "Thank you"}',
                )
            )
            await fern.knows(lambda circle: circle.cue.word == "Thank you")
            assert fern.circle.modes.latest is not None
            assert fern.circle.modes.latest.mode.name == "follow-the-leader"
            assert runner.failed == 1
            me = fern.circle.member(fern.circle.me)
            assert me is not None and me.spotlight and fern.circle.leads

    run(story())
    assert [(each["line"], each["ok"]) for each in done] == [
        *((1, True), (3, True), (4, True), (5, False), *((number, True) for number in range(6, 10)))
    ]
    assert done[3]["error"] == "It is like this already."


@pytest.mark.slow
def test_layers_begin_with_the_parts_that_are_played(tmp_path: Path) -> None:
    done: list[dict[str, Any]] = []

    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            await fern.is_in_time()
            runner = ScriptRunner(server.conductor_invite, "Script", done.append)
            playing = asyncio.create_task(_keeps_playing(fern, 36))
            await runner.run(lines('{"do": "mode", "mode": "build"}'))
            playing.cancel()
            await fern.knows(lambda circle: circle.modes.latest is not None)
            me = fern.circle.member(fern.circle.me)
            assert me is not None and me.part == "low"

    run(story())
    assert done == [{"line": 1, "do": "mode", "ok": True}]


async def _keeps_playing(member: Member, pad: int) -> None:
    while True:
        member.strike(pad)
        await asyncio.sleep(0.1)


def test_without_a_conductors_invite_nothing_is_allowed(tmp_path: Path) -> None:
    done: list[dict[str, Any]] = []

    async def story() -> None:
        async with serving(tmp_path) as server:
            await ScriptRunner(server.invite, "Script", done.append).run(lines('{"do": "stop"}'))

    run(story())
    assert done == [{"line": 1, "do": "stop", "ok": False, "error": "Only a conductor may do this."}]


def test_the_report_of_a_renewal_holds_the_new_invites(tmp_path: Path) -> None:
    done: list[dict[str, Any]] = []

    async def story() -> None:
        async with serving(tmp_path) as server:
            old = server.conductor_invite
            await ScriptRunner(old, "Script", done.append).run(lines('{"do": "renew"}'))
            new = {"invite": str(server.invite), "conductor_invite": str(server.conductor_invite)}
            assert done == [{"line": 1, "do": "renew", "ok": True, **new}]
            assert server.conductor_invite != old

    run(story())


def test_a_missing_script_is_explained(tmp_path: Path) -> None:
    with pytest.raises(DrumCircleError, match="cannot be read"):
        script_io.open_script(tmp_path / "none")


@pytest.mark.slow
def test_a_script_has_the_circle_play_to_a_file(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "loop.ogg", tone(44_100, seconds=4), 44_100)
    (tmp_path / "text.wav").write_text("no sound at all")
    done: list[dict[str, Any]] = []

    async def story() -> None:
        async with serving(tmp_path) as server, Member(server.invite) as fern:
            runner = ScriptRunner(server.conductor_invite, "Script", done.append)
            await runner.run(
                lines(
                    json.dumps({"do": "loop", "file": str(tmp_path / "loop.ogg"), "beats": 8, "level": 70}),
                    '{"do": "loop", "level": 40}',
                    json.dumps({"do": "loop", "file": str(tmp_path / "text.wav")}),
                )
            )
            await fern.knows(lambda circle: circle.loops.latest is not None and circle.loops.latest.level == 40)
            latest = fern.circle.loops.latest
            assert latest is not None
            assert (latest.name, latest.beats, latest.level, fern.circle.loops.epoch) == ("loop", 8, 40, 2)
            assert abs(latest.tempo - 500_000) < 50
            assert fern.circle.timeline.latest.tempo == latest.tempo

    run(story())
    assert [each["ok"] for each in done] == [True, True, False]
    assert done[2]["error"] == f"text.wav cannot be played. {NO_SOUND_FILE}."
