"""The commands without a window, as processes: their output and exit status."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.tools.child_process import child

COMMAND = (sys.executable, "-m", "drumcircle_gui")
TO_END = 30.0
UNREACHABLE = "drumcircle://127.0.0.1:1/Oak?key=x&pin=none"

pytestmark = pytest.mark.slow

interrupting = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process on Windows")

Program = subprocess.Popen[str]


@contextmanager
def running(*arguments: str) -> Iterator[Program]:
    """The running command with readable output, ended with the block."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with child((*COMMAND, *arguments), text=True, **pipes) as process:
        yield process


def ended(program: Program, by: signal.Signals | None = None) -> tuple[int, str, str]:
    """Exit status and output after ending by itself or by a signal."""
    if by is not None:
        program.send_signal(by)
    said, complained = program.communicate(timeout=TO_END)
    assert "Traceback" not in complained
    return program.returncode, said, complained


@contextmanager
def circle(folder: Path, *options: str) -> Iterator[tuple[Program, dict[str, Any]]]:
    """A circle with a period of one second, and its invites."""
    fast = ("--tempo", "240", "--beats", "4", *options)
    host = ("conduct", "--headless", "--bind", "127.0.0.1", "--port", "0", "--data-dir", str(folder / "circle"))
    with running(*host, *fast) as program:
        assert program.stdout
        yield program, json.loads(program.stdout.readline())


def lines(path: Path, event: str) -> list[dict[str, Any]]:
    whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
    return [line for line in map(json.loads, whole.splitlines()) if line["event"] == event]


@interrupting
def test_a_circle_is_served_and_played_without_windows(tmp_path: Path) -> None:
    report = tmp_path / "heard"
    with circle(tmp_path) as (host, known):
        assert known.keys() == {"invite", "conductor_invite", "port"}
        assert f":{known['port']}/" in known["invite"] and f":{known['port']}/" in known["conductor_invite"]
        player = ("join", known["invite"], "--headless", "--audio", "none", "--data-dir", str(tmp_path / "fern"))
        with running(*player, "--report", str(report)) as fern:
            bots = ("bots", known["invite"], "--count", "4", "--rate", "10", "--pattern", "son", "--seconds", "6")
            with running(*bots) as band:
                status, said, complained = ended(band)
                assert (status, complained) == (0, "")
                assert json.loads(said)["struck"] > 0
            assert ended(fern, signal.SIGINT)[0] == 0
        assert ended(host, signal.SIGINT) == (0, "", "")
    heard, clocks = lines(report, "heard"), lines(report, "clock")
    assert {"player", "pad", "velocity", "beat", "due", "left", "early"} <= heard[0].keys()
    assert {"round_trip", "offset", "drift", "bound"} <= clocks[0].keys()
    assert len({line["player"] for line in heard}) == 4
    assert len({(line["player"], line["pad"], line["beat"]) for line in heard}) == len(heard)
    assert all(line["early"] > 0 for line in heard if line["left"] is not None)


@interrupting
def test_a_script_replaces_both_invites_and_whoever_serves_the_circle_reads_the_new_ones(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text('{"do": "renew"}\n')
    with circle(tmp_path) as (host, known):
        with running("conduct", "--connect", known["conductor_invite"], "--script", str(script)) as conductor:
            status, said, _ = ended(conductor)
        done = json.loads(said)
        assert (status, done.pop("line"), done.pop("do"), done.pop("ok")) == (0, 1, "renew", True)
        assert host.stdout
        assert json.loads(host.stdout.readline()) == done | {"port": known["port"]}
        assert done["invite"] != known["invite"] and done["conductor_invite"] != known["conductor_invite"]
        assert ended(host, signal.SIGINT)[0] == 0


@interrupting
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])])
@pytest.mark.parametrize("command", [("bots",), ("join", "--headless", "--audio", "none")], ids=lambda words: words[0])
def test_waiting_for_a_server_is_reported_once_and_can_be_interrupted(
    tmp_path: Path, command: tuple[str, ...], by: signal.Signals
) -> None:
    name, *options = command
    if name == "join":
        options += ["--data-dir", str(tmp_path)]
    with running(name, UNREACHABLE, *options) as program:
        assert program.stderr
        while not (first := program.stderr.readline()).startswith("Trying again"):
            assert first
        assert first == "Trying again: The circle at 127.0.0.1:1 cannot be reached (connection refused).\n"
        status, _, complained = ended(program, by)
        assert status == 0
        assert "Trying again" not in complained


@interrupting
def test_bots_end_with_the_circle_and_print_the_reason(tmp_path: Path) -> None:
    report = tmp_path / "heard"
    with circle(tmp_path) as (host, known):
        player = ("join", known["invite"], "--headless", "--audio", "none", "--data-dir", str(tmp_path / "fern"))
        with running(*player, "--report", str(report)) as fern, running("bots", known["invite"]) as band:
            while not (report.exists() and lines(report, "heard")):
                assert fern.poll() is None
                time.sleep(0.05)
            assert ended(host, signal.SIGTERM)[0] == 0
            status, _, complained = ended(fern)
            assert status == 1
            assert "The conductor has ended the circle." in complained
            status, said, complained = ended(band)
            assert (status, complained) == (0, "")
            assert json.loads(said)["struck"] > 0


def test_bots_report_why_they_cannot_connect(tmp_path: Path) -> None:
    with running("bots", UNREACHABLE, "--count", "2", "--seconds", "0.5") as program:
        status, said, complained = ended(program)
    assert status == 1
    assert json.loads(said) == {"struck": 0}
    assert complained.splitlines()[-1] == "The circle at 127.0.0.1:1 cannot be reached (connection refused)."


def test_an_invite_of_another_circle_is_declined_with_a_reason(tmp_path: Path) -> None:
    with circle(tmp_path) as (_, known):
        wrong = known["invite"].replace("key=", "key=x")
        with running("join", wrong, "--headless", "--audio", "none", "--data-dir", str(tmp_path / "fern")) as fern:
            status, _, complained = ended(fern)
        assert status == 1
        assert "ask the conductor for a new one" in complained
        pin = known["invite"].rpartition("pin=")[2]
        with running("bots", known["invite"].replace(pin, "0" * 64), "--count", "2") as bots:
            status, said, complained = ended(bots)
        assert (status, json.loads(said)) == (1, {"struck": 0})
        assert "its certificate is another one" in complained


def test_a_port_in_use_is_reported_in_one_sentence(tmp_path: Path) -> None:
    with (
        circle(tmp_path) as (_, known),
        running("conduct", "--headless", "--port", str(known["port"]), "--data-dir", str(tmp_path / "other")) as other,
    ):
        status, said, complained = ended(other)
        assert (status, said) == (1, "")
        assert complained.startswith(f"Port {known['port']} is in use")


def test_a_missing_invite_is_a_usage_error() -> None:
    for command in ("join", "bots"):
        with running(command, "https://example.com") as program:
            status, _, complained = ended(program)
        assert status == 2
        assert "an invite begins with drumcircle://" in complained
