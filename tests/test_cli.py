import argparse
import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from drumcircle_gui import __version__, cli
from drumcircle_gui.defaults import DEFAULT_PORT
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.tools.child_process import child
from tests.tools.circle_snapshots import INVITE

COMMAND = (sys.executable, "-m", "drumcircle_gui")
TO_END = 20.0


def parsed(*arguments: str) -> argparse.Namespace:
    return cli.parser().parse_args(arguments)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The error text for invalid arguments."""
    with pytest.raises(SystemExit) as exit:
        parsed(*arguments)
    assert exit.value.code == 2
    return capsys.readouterr().err


def test_without_a_command_the_start_page_opens() -> None:
    assert (parsed().command, parsed().data_dir) == ("start", None)


def test_options_are_parsed_into_the_command() -> None:
    conduct = parsed("conduct", "--name", "Dusk", "--port", "0", "--tempo", "96.5", "--beats", "12", "--cycles", "2")
    assert (conduct.name, conduct.port, conduct.tempo) == ("Dusk", 0, tempo_of_bpm(96.5))
    assert (conduct.beats, conduct.cycles, conduct.tls, conduct.headless) == (12, 2, True, False)
    join = parsed("join", str(INVITE), "--audio", "none", "--midi-in", "TD-17", "--headless")
    assert (join.midi_out, join.midi_clock) == (None, False)
    assert (join.invite, join.audio, join.midi_in, join.headless) == (INVITE, "none", "TD-17", True)
    assert parsed("conduct", "--connect", str(INVITE)).connect == INVITE
    assert parsed("bots", str(INVITE), "--count", "7", "--rate", "2.5").rate == 2.5
    assert parsed("demo").bots == 4


def test_rooms_take_a_file_and_have_a_command_of_their_own() -> None:
    assert (parsed("rooms").command, parsed("rooms").config) == ("rooms", None)
    rooms = parsed("rooms", "mpd_servers", "--listen", ":0", "--headless", "--report", "r.jsonl", "--data-dir", "d")
    assert (rooms.config, rooms.listen, rooms.headless) == (Path("mpd_servers"), ":0", True)
    assert (rooms.report, rooms.data_dir) == (Path("r.jsonl"), Path("d"))
    upload = parsed("rooms", "upload", "a.flac", "Jazz", "--room", "Hall", "--config", "rooms.toml")
    assert (upload.command, upload.files) == ("upload", [Path("a.flac"), Path("Jazz")])
    assert (upload.room, upload.config, upload.data_dir) == ("Hall", Path("rooms.toml"), None)
    for files in (("--data-dir", "d"), ("--data-dir=d",)):
        assert parsed(*files, "rooms", "upload", "rooms", "upload").files == [Path("rooms"), Path("upload")]
    assert parsed("rooms", "./upload").config == Path("upload")
    assert parsed("rooms", "--headless", "upload").config == Path("upload")


@pytest.mark.parametrize(
    "command",
    ["", "conduct", f"join {INVITE}", f"bots {INVITE}", "demo", "rooms", "rooms upload a.flac", "doctor"],
)
def test_every_command_can_log_verbosely(command: str) -> None:
    words = command.split()
    assert not parsed(*words).verbose
    assert parsed("--verbose", *words).verbose
    assert parsed(*words, "--verbose").verbose


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_folder_option_works_before_and_after_the_command(place: str) -> None:
    files = ("--data-dir", "somewhere")
    arguments = (*files, "conduct") if place == "before" else ("conduct", *files)
    assert parsed(*arguments).data_dir == Path("somewhere")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("conduct", "--tempo", "5"), "30"),
        (("conduct", "--tempo", "fast"), "--tempo"),
        (("conduct", "--tempo", "nan"), "between 30 and 400"),
        (("conduct", "--tempo", "inf"), "between 30 and 400"),
        (("conduct", "--tempo", "1e400"), "between 30 and 400"),
        (("conduct", "--name", "x" * 40), "32"),
        (("join", str(INVITE), "--name", "x" * 40), "32"),
        (("join", str(INVITE), "--name", "\udcff"), "--name"),
        (("join", str(INVITE), "--audio", "\udcff"), "UTF-8"),
        (("bots", str(INVITE), "--seconds", "nan"), "seconds"),
        (("bots", str(INVITE), "--seconds", "-1"), "seconds"),
        (("conduct", "--beats", "9" * 5000), "between 1 and 64"),
        (("conduct", "--port", "70000"), "between 0 and 65535"),
        (("conduct", "--port", "http"), "between 0 and 65535"),
        (("conduct", "--beats", "0"), "between 1 and 64"),
        (("conduct", "--connect", "here"), "INVITE|invite"),
        (("conduct", "--name", " "), "at least one visible character"),
        (("join", str(INVITE), "--name", "x" * 40), "at most 32 characters"),
        (("join",), "INVITE"),
        (("join", "drumcircle://nowhere"), "invite"),
        (("bots", str(INVITE), "--rate", "0"), "at most 100"),
        (("bots", str(INVITE), "--rate", "often"), "at most 100"),
        (("bots", str(INVITE), "--pattern", "waltz"), "waltz"),
        (("rooms", "--listen", "here"), "HOST:PORT"),
        (("rooms", "--listen", "[::1]:66000"), "between 0 and 65535"),
        (("rooms", "upload"), "FILE"),
        (("rooms", "one", "two"), "two"),
        (("dance",), "dance"),
    ],
)
def test_a_wrong_argument_is_explained(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    said = refused(capsys, *arguments)
    assert re.search(words, said)
    assert "whole_number" not in said and "_rate" not in said  # internal names


@pytest.mark.parametrize("command", ["", "conduct", "join", "bots", "demo", "rooms", "rooms upload", "doctor"])
def test_each_command_explains_itself(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as exit:
        parsed(*command.split(), "--help")
    assert exit.value.code == 0
    said = capsys.readouterr().out
    options = set(re.findall(r"(?<=\s)--[a-z-]+", said)) - {"--help"}
    assert all(re.search(rf"{option}\b[^\n]*\n?[^\n]*\S", said) for option in options)
    assert command or all(
        name in said for name in ("conduct", "join", "bots", "demo", "rooms", "rooms upload", "doctor")
    )


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--version")
    assert __version__ in capsys.readouterr().out


def test_expected_errors_are_printed_without_a_traceback(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        where = ("--bind", "127.0.0.1", "--port", port, "--data-dir", str(tmp_path))
        assert cli.main(["conduct", "--headless", *where]) == 1
    said = capsys.readouterr().err
    assert f"Port {port} is in use" in said and "Traceback" not in said


def test_conducting_on_another_server_needs_a_window(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["conduct", "--headless", "--connect", str(INVITE), "--data-dir", str(tmp_path)]) == 1
    assert "needs a window" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("command", [("rooms", "--headless"), ("rooms", "upload", "a.flac")])
def test_headless_rooms_need_rooms_in_the_file_and_create_a_template(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    for _ in range(2):
        assert cli.main([*command, "--data-dir", str(tmp_path)]) == 1
        assert f"There are no rooms in {tmp_path / 'rooms.toml'}" in capsys.readouterr().err
    assert "[[rooms]]" in (tmp_path / "rooms.toml").read_text()
    (tmp_path / "rooms.toml").write_text("redundancy = 0")
    assert cli.main([*command, "--data-dir", str(tmp_path)]) == 1
    assert "at line 1" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl+C there")
def test_a_circle_without_a_window_serves_bots_until_ctrl_c(tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    where = ("--bind", "127.0.0.1", "--port", "0", "--data-dir", str(tmp_path), "--report", str(report))
    with child([*COMMAND, "conduct", "--headless", *where], stdout=subprocess.PIPE, text=True) as host:
        assert host.stdout is not None
        circle = json.loads(host.stdout.readline())
        assert circle["port"] != DEFAULT_PORT
        assert {"invite", "conductor_invite", "port"} <= set(circle)
        bots = [*COMMAND, "bots", circle["invite"], "--count", "3", "--rate", "10", "--seconds", "5"]
        struck = json.loads(subprocess.run(bots, capture_output=True, text=True, timeout=TO_END, check=True).stdout)
        host.send_signal(signal.SIGINT)
        assert host.wait(TO_END) == 0
    assert struck["struck"] > 0
    seconds = [json.loads(line) for line in report.read_text().splitlines()]
    assert {second["event"] for second in seconds} == {"second"}
    assert max(second["players"] for second in seconds) == 3
    assert 0 < sum(second["strokes"] for second in seconds) <= struck["struck"]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ((), None),
        ((str(INVITE),), INVITE),
        (("Evening.drumcircle",), Path("Evening.drumcircle")),
        (("file:///home/fern/An%20evening.drumcircle",), Path("/home/fern/An evening.drumcircle")),
    ],
)
def test_a_desktop_opens_invites_and_recordings(words: tuple[str, ...], target: object) -> None:
    assert parsed("open", *words).target == target


def test_a_damaged_link_is_refused_with_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert "the invite is not complete" in refused(capsys, "open", "drumcircle://127.0.0.1:8004/Glade?key=1")


def test_help_imports_little():
    """It comes at once: nothing of messages, settings or logs is read for it."""
    script = "import sys; from drumcircle_gui.cli import parser; parser(); print(*sys.modules)"
    modules = set(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.split())
    assert modules & {"asyncio", "logging", "msgspec", "regex", "numpy", "PySide6", "drumcircle_gui.settings"} == set()
    assert "drumcircle_gui.cli" in modules
