"""The rooms' proxy as people run it: a process, without a window.

with proxy([kitchen, bath], tmp_path) as rooms:
    socket.create_connection((rooms.host, rooms.port))
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

TO_END = 10.0
LISTEN = "127.0.0.1:0"


@dataclass(frozen=True)
class Place:
    """An MPD server as a proxy is told of it. A rig's `Mpd` is one, too."""

    name: str
    address: str
    port: int
    password: str = ""
    trim: int = 0


@dataclass(frozen=True)
class Proxy:
    """A running one; `folder` holds its configuration, its data and what it wrote to the terminal."""

    process: "subprocess.Popen[str]"
    folder: Path
    host: str
    port: int

    @property
    def address(self) -> tuple[str, int]:
        return self.host, self.port

    def memory(self) -> int:
        """Bytes it has in memory now."""
        return self._of_memory("VmRSS")

    def peak(self) -> int:
        """Bytes it had in memory at most, since `forget_peak`."""
        return self._of_memory("VmHWM")

    def forget_peak(self) -> None:
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def _of_memory(self, key: str) -> int:
        fields = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in fields if line.startswith(f"{key}:")) * 1024

    def log(self) -> str:
        files = [*sorted(self.folder.rglob("*.log")), self.folder / "terminal"]
        return "".join(file.read_text() for file in files)

    def report(self) -> list[dict[str, Any]]:
        """The lines of its report so far."""
        file = self.folder / "report.jsonl"
        whole = file.read_text().rpartition("\n")[0] if file.exists() else ""
        return [json.loads(line) for line in whole.splitlines()]


@contextmanager
def proxy(
    servers: Sequence[Any], folder: Path, *options: str, settings: Mapping[str, Any] | None = None
) -> Iterator[Proxy]:
    """Serves those `servers` (`Mpd` or `Place`); `settings`: more of its configuration, `options` of the command.

    It is ended as by Ctrl+C, whatever happened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "rooms.toml"
    config.write_text(tomli_w.dumps({"listen": LISTEN, **(settings or {}), "rooms": [_room(each) for each in servers]}))
    command = [sys.executable, "-m", "drumcircle_gui", "rooms", str(config), "--headless", "--data-dir", str(folder)]
    command += ["--report", str(folder / "report.jsonl"), *options]
    with (folder / "terminal").open("w") as terminal:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, text=True)
    try:
        assert process.stdout
        (listening,) = _said(process, folder).values()
        host, _, port = listening.rpartition(":")
        yield Proxy(process, folder, host, int(port))
    finally:
        _end(process)


def _room(server: Any) -> dict[str, Any]:
    room = {"name": server.name, "host": server.address, "port": server.port}
    said = {key: getattr(server, key, None) for key in ("password", "trim")}
    return room | {key: value for key, value in said.items() if value}


def _said(process: "subprocess.Popen[str]", folder: Path) -> dict[str, str]:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the proxy did not start: {(folder / 'terminal').read_text()}")
    said: dict[str, str] = json.loads(line)
    return said


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(TO_END)
    process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()
