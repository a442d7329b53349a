"""`drumcircle rooms --headless` as a process, with a real MPD."""

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from drumcircle_gui.mpd.config.addresses import parse_address
from tests.tools.child_process import child, first_line

COMMAND = (sys.executable, "-m", "drumcircle_gui", "rooms", "--headless")
TO_END = 30.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process on Windows"),
]


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_listens_serves_and_ends(mpd, tmp_path: Path, by: signal.Signals) -> None:
    kitchen = mpd("kitchen")
    (tmp_path / "mpd_servers").write_text(f"# the older project's\n{kitchen.address}:{kitchen.port} fern ~/Music\n")
    report = tmp_path / "report.jsonl"
    options = ("--listen", "127.0.0.1:0", "--report", str(report), "--data-dir", str(tmp_path / "own"))
    rooms = [*COMMAND, str(tmp_path / "mpd_servers"), *options]
    with child(rooms, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        where = parse_address(json.loads(first_line(process))["listening"])
        with socket.create_connection(where, timeout=TO_END) as client, client.makefile("rb") as answers:
            assert answers.readline().startswith(b"OK MPD ")
        process.send_signal(by)
        said, complained = process.communicate(timeout=TO_END)
        assert (process.returncode, said, complained) == (0, "", "")
    assert all("event" in json.loads(line) for line in report.read_text().splitlines())


def test_an_address_that_is_taken_is_a_sentence(mpd, tmp_path: Path) -> None:
    kitchen = mpd("kitchen")
    (tmp_path / "rooms.toml").write_text(f'[[rooms]]\nhost = "{kitchen.address}"\nport = {kitchen.port}\n')
    rooms = [*COMMAND, "--listen", str(kitchen), "--data-dir", str(tmp_path)]
    done = subprocess.run(rooms, capture_output=True, text=True, timeout=TO_END, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert str(kitchen.port) in done.stderr and "Traceback" not in done.stderr
