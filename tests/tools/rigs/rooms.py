"""The rooms' proxy as a process without a window, as the command `rooms --headless` runs it.

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

from tests.tools.child_process import first_line

EXIT_TIMEOUT_S = 10.0
LISTEN = "127.0.0.1:0"


@dataclass(frozen=True)
class Place:
    """The address of an MPD server for a proxy's configuration. `Mpd` has the same attributes."""

    name: str
    address: str
    port: int
    password: str = ""
    trim: int = 0


@dataclass(frozen=True)
class Proxy:
    """A running proxy; `folder` contains its configuration, its data and its output on the terminal."""

    process: "subprocess.Popen[str]"
    folder: Path
    host: str
    port: int

    @property
    def address(self) -> tuple[str, int]:
        return self.host, self.port

    def memory(self) -> int:
        """Resident memory in bytes."""
        return self._of_memory("VmRSS")

    def peak(self) -> int:
        """The largest resident memory in bytes since `reset_peak`."""
        return self._of_memory("VmHWM")

    def reset_peak(self) -> None:
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def _of_memory(self, key: str) -> int:
        fields = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in fields if line.startswith(f"{key}:")) * 1024

    def log(self) -> str:
        """Its log and its output on the terminal so far."""
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
    """A proxy for those `servers` (`Mpd` or `Place`). `settings`: more of its configuration; `options`: of the command.

    It is always ended as by Ctrl+C.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "rooms.toml"
    config.write_text(tomli_w.dumps({"listen": LISTEN, **(settings or {}), "rooms": [_room(each) for each in servers]}))
    command = [sys.executable, "-m", "drumcircle_gui", "rooms", str(config), "--headless", "--data-dir", str(folder)]
    command += ["--report", str(folder / "report.jsonl"), *options]
    with (folder / "terminal").open("w") as terminal:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, text=True)
    try:
        (listening,) = _first_line(process, folder).values()
        host, _, port = listening.rpartition(":")
        yield Proxy(process, folder, host, int(port))
    finally:
        _end(process)


def _room(server: Any) -> dict[str, Any]:
    room = {"name": server.name, "host": server.address, "port": server.port}
    optional = {key: getattr(server, key, None) for key in ("password", "trim")}
    return room | {key: value for key, value in optional.items() if value}


def _first_line(process: "subprocess.Popen[str]", folder: Path) -> dict[str, str]:
    line = first_line(process)
    if not line:
        raise RuntimeError(f"the proxy did not start ({process.poll()}): {(folder / 'terminal').read_text()}")
    values: dict[str, str] = json.loads(line)
    return values


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(EXIT_TIMEOUT_S)
    process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()
