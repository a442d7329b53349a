"""Commands for users of a hub, beside a real one."""

import asyncio
import json
from pathlib import Path

import pytest

from drumcircle_gui import cli
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.shell import hub_commands
from drumcircle_gui.shell.options import hub_launch, server_config
from tests.tools.loopback import run


def test_a_circle_is_launched_with_its_entry_and_a_line_for_the_list(tmp_path: Path) -> None:
    paths = Paths.within(tmp_path / "me")

    async def carried_out(*words: str) -> str:
        options = cli.parser().parse_args(words)
        return await hub_commands.COMMANDS[options.command](options, paths)

    async def story() -> None:
        hub = Hub(HubConfig(data_dir=tmp_path / "hub", bind="127.0.0.1", recording=False))
        await hub.start()
        try:
            at = ("--hub", f"127.0.0.1:{hub.port}")
            about = ("--about", "  for  beginners ", "--entry", "open", "--tempo", "96")
            invites = json.loads(await carried_out("conduct", "--name", "Samba", *at, *about))
            assert Invite.parse(invites["invite"]).circle == "Samba"
            await carried_out("conduct", "--name", "Secret", "--unlisted", *at)
            rows: list[CircleListing] = list(hub.listings.find("", 0, 0).rows)
            assert [(row.name, row.about, row.entry) for row in rows] == [("Samba", "for beginners", "open")]
            assert {circle.record.name for circle in hub.circles} == {"Samba", "Secret"}
            assert "for beginners" in await carried_out("circles", "begin")
            assert json.loads(await carried_out("circles", "--json"))["name"] == "Samba"
            assert await carried_out("circles", "nonsense") == "No circle there has these words."
            with pytest.raises(DrumCircleError):
                await carried_out("conduct", *at, "--entry", "account")
            with pytest.raises(DrumCircleError, match="keeps no accounts"):
                await carried_out("account", "register", *at)
        finally:
            await hub.close()

    run(story())


def test_options_of_a_launch_on_a_hub_reach_the_window_too() -> None:
    words = ("conduct", "--hub", "h", "--about", "Slow", "--unlisted", "--entry", "account")
    launch = hub_launch(cli.parser().parse_args(words))
    assert (launch.about, launch.listed, launch.entry, launch.hub) == ("Slow", False, "account", "h:8004")
    with pytest.raises(DrumCircleError, match="Only a hub"):
        server_config(cli.parser().parse_args(["conduct", "--entry", "account"]), Paths.of_user(), running=False)


def test_recordings_are_fetched_from_the_page_of_the_invites_host(tmp_path: Path, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("drumcircle_gui.directory.recordings_fetch_io.fetch", lambda *given: asked.append(given) or [])
    paths, invite = Paths.within(tmp_path), "drumcircle://hub.example.org:8004/Oak?key=k&pin=none&circle=oak"
    for words in [], ["--web", "http://127.0.0.1:8080", "--to", str(tmp_path / "here")]:
        options = cli.parser().parse_args(["recordings", "fetch", invite, *words])
        assert options.command == "fetch"
        assert "no recordings" in asyncio.run(hub_commands.fetch_recordings(options, paths))
    assert [(web, folder) for web, _, folder in asked] == [
        ("https://hub.example.org", paths.recordings),
        ("http://127.0.0.1:8080", tmp_path / "here"),
    ]


def test_a_password_that_cannot_be_typed_is_no_unexpected_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_terminal(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", no_terminal)
    with pytest.raises(DrumCircleError, match="in a terminal"):
        asyncio.run(hub_commands._typed("Password"))
