"""Real MPD servers, and music for them: noise, different in each song, so that a recording shows the position.

    music(folder)
    with mpd_server(folder, name="kitchen") as kitchen:
        kitchen.ask("add", "Noise/1 White.flac")
        kitchen.kill(); kitchen.start()

Needs `mpd` (Debian: mpd) and, for music, the package soundfile; `missing()` names what is missing.
"""

import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.tools.netlab.internet import Host

from .jack import Server as Jack
from .jack import wait_until
from .songs import LIBRARY, Song, music

__all__ = ["LIBRARY", "Mpd", "Song", "free_port", "missing", "mpd_server", "music", "quoted"]

EXIT_TIMEOUT_S = 5.0
REPLY_TIMEOUT_S = 20.0
DEFAULT_PORT = 6600


def missing(*programs: str) -> str:
    """Why no server can run on this machine, or which of `programs` is missing; empty if nothing is."""
    for program in ("mpd", *programs):
        if not shutil.which(program):
            return f"{program} is not installed (Debian, Ubuntu: sudo apt install {program})"
    if not find_spec("soundfile"):
        return "the soundfile package is not installed (pip install soundfile)"
    return ""


@contextmanager
def mpd_server(
    music: Path,
    output: str = "null",
    name: str = "room",
    *,
    jack: Jack | None = None,
    address: str = "",
    port: int = 0,
    host: Host | None = None,
    mixer: str = "software",
    passwords: Sequence[str] = (),
    permissions: str = "",
    max_output_buffer_size: int = 0,
    settings: Mapping[str, str] | None = None,
    extra: str = "",
) -> Iterator["Mpd"]:
    """A running server whose database contains all of that music.

    `output`: "null", which plays in real time as a sound card does, or "jack", whose ports are NAME:left and NAME:right
    of the server `jack`, not connected. `host`: the simulated host that it runs on. `passwords` as in MPD's
    configuration ("secret@read,control"); `ask` uses the first. `permissions`: those without a password.
    `max_output_buffer_size` in KiB. `settings` and `extra`: more lines of the configuration. RuntimeError if it does
    not start.
    """
    with tempfile.TemporaryDirectory(prefix=f"mpd-{name}-", ignore_cleanup_errors=True) as folder:
        where = address or (host.address if host else "127.0.0.1")
        server = Mpd(name, where, port or (DEFAULT_PORT if host else free_port(where)), music, Path(folder), host)
        server.password = passwords[0].rpartition("@")[0] if passwords else ""
        more = dict(settings or {})
        if permissions:
            more["default_permissions"] = permissions
        if max_output_buffer_size:
            more["max_output_buffer_size"] = str(max_output_buffer_size)
        blocks = "".join(f"{_line('password', each)}\n" for each in passwords) + extra
        server.configure(more, f"{_output(output, name, mixer, jack)}\n{blocks}\n")
        try:
            server.start()
            yield server
        finally:
            server.stop()


class Mpd:
    """One server. It can be ended and started again, on the same port, with the state in its `folder`."""

    def __init__(self, name: str, address: str, port: int, music: Path, folder: Path, host: Host | None) -> None:
        self.name = name
        self.address = address
        self.port = port
        self.music = music
        self.folder = folder
        self.host = host
        self.password = ""
        self.process: subprocess.Popen[bytes] | None = None

    def __str__(self) -> str:
        return f"{self.address}:{self.port}"

    def configure(self, settings: Mapping[str, str], blocks: str) -> None:
        """Write its configuration, for the next start."""
        (self.folder / "playlists").mkdir(exist_ok=True)
        given = {
            "music_directory": str(self.music),
            "playlist_directory": str(self.folder / "playlists"),
            "db_file": str(self.folder / "database"),
            "state_file": str(self.folder / "state"),
            "state_file_interval": "1",
            "sticker_file": str(self.folder / "stickers"),
            "log_file": str(self.folder / "log"),
            "bind_to_address": self.address,
            "port": str(self.port),
            "zeroconf_enabled": "no",
            **settings,
        }
        lines = "\n".join(_line(key, value) for key, value in given.items())
        (self.folder / "mpd.conf").write_text(f"{lines}\n{blocks}")

    def start(self) -> None:
        """Start or restart it; returns when it answers and its database is complete. RuntimeError if it does not."""
        command = ["mpd", "--no-daemon", str(self.folder / "mpd.conf")]
        quiet: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
        }
        self.process = self.host.run(command, **quiet) if self.host else subprocess.Popen(command, **quiet)
        try:
            wait_until(self._ready, "it does not answer", REPLY_TIMEOUT_S)
        except AssertionError as error:
            self.kill()
            raise RuntimeError(f"mpd {self.name}: {error}\n{self.log()}") from None

    def stop(self) -> None:
        """End it normally: it keeps queue and position. Idempotent."""
        if self.process and self.process.poll() is None:
            self.resume()
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(EXIT_TIMEOUT_S)
        self.kill()

    def kill(self) -> None:
        """End it as a crash does: it keeps the state of about a second ago."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def hang(self) -> None:
        """Stop its process (SIGSTOP); its connections stay open."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Continue its process; it answers the commands that have arrived meanwhile."""
        self._signal(signal.SIGCONT)

    def wipe(self) -> None:
        """Delete queue, position and options. Call it only while the server is not running."""
        (self.folder / "state").unlink(missing_ok=True)

    def inside(self) -> AbstractContextManager[None]:
        """Moves the calling thread to the network namespace of the server, inside the context."""
        return self.host.inside() if self.host else nullcontext()

    def ask(self, *words: str) -> list[str]:
        """The lines of the reply to one command, on a new connection. OSError, or RuntimeError if MPD declines it."""
        with (
            self.inside(),
            socket.create_connection((self.address, self.port), REPLY_TIMEOUT_S) as line,
            line.makefile("rwb") as file,
        ):
            _greeted(file)
            if self.password:
                _send(file, "password", self.password)
                list(_lines(file))
            _send(file, *words)
            return list(_lines(file))

    def asked(self, *words: str) -> dict[str, str]:
        """The names and values in the reply to a command such as status; of a repeated name, the last value."""
        return dict(_pair(line) for line in self.ask(*words))

    def log(self) -> str:
        """The server's log so far."""
        file = self.folder / "log"
        return file.read_text(errors="replace") if file.exists() else ""

    def _ready(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            raise AssertionError("it has ended")
        try:
            return "updating_db" not in self.asked("status")
        except OSError:
            return False
        except RuntimeError:  # MPD declines it for lack of permission, so it answers
            return True

    def _signal(self, number: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)


def free_port(address: str = "127.0.0.1") -> int:
    """A TCP port of this machine that is free now."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


def quoted(word: str) -> str:
    """A word quoted as in MPD's protocol and configuration."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _output(kind: str, name: str, mixer: str, jack: Jack | None) -> str:
    lines = {"type": kind, "name": name, "mixer_type": mixer}
    if kind == "jack":
        assert jack, "the output jack needs a JACK server"
        lines |= {"client_name": name, "server_name": jack.name, "auto_destination_ports": "no", "autostart": "no"}
    inner = "\n".join(f"  {_line(key, value)}" for key, value in lines.items())
    return f"audio_output {{\n{inner}\n}}"


def _line(key: str, value: str) -> str:
    return f"{key} {quoted(value)}"


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition(": ")
    return key, value


def _greeted(file: Any) -> None:
    greeting = file.readline()
    if not greeting.startswith(b"OK MPD"):
        raise ConnectionError(f"no greeting: {greeting!r}")


def _send(file: Any, *words: str) -> None:
    file.write(" ".join([words[0], *map(quoted, words[1:])]).encode(errors="surrogateescape") + b"\n")
    file.flush()


def _lines(file: Any) -> Iterator[str]:
    while (line := file.readline().decode(errors="surrogateescape").rstrip("\n")) != "OK":
        if not line:
            raise ConnectionError("MPD closed the connection")
        if line.startswith("ACK"):
            raise RuntimeError(line)
        yield line
