"""A house of rooms for benchmarks: real MPD servers, each with its own line, that play into one recorder.

MPD connects its output each time it starts to play, so its configuration names the recorder's ports, which exist
before.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import scipy

from tests.tools.netlab.internet import Host, Internet
from tests.tools.netlab.profiles import Profile
from tests.tools.rigs import songs
from tests.tools.rigs.jack import Recorder, Server, Sound
from tests.tools.rigs.mpds import Mpd

from .true_skew import Song

TAPE_S = 16
"""Seconds of sound that a tape keeps."""

PORT = 6600

OUTPUT = """audio_output {{
  type "jack"
  name "{name}"
  client_name "{name}"
  server_name "{server}"
  source_ports "left,right"
  destination_ports "{destination}"
  autostart "no"
  mixer_type "software"
}}
"""


class Tape(Recorder):
    """Records its ports and keeps the last TAPE_S, so that its memory is constant."""

    def __init__(self, server: Server, ports: int) -> None:
        super().__init__(server, [""] * ports)
        self.missed = 0
        """How often the server was late; after that a room may stay one period behind."""
        self._client.set_xrun_callback(self._miss)
        self._kept: Sound = np.zeros((TAPE_S * server.rate, ports), np.float32)

    def __enter__(self) -> "Tape":
        self._client.activate()
        return self

    def port(self, number: int) -> str:
        """The name of a port in the server."""
        return f"{self._client.name}:in_{number}"

    def sound(self, begin: int, end: int) -> Sound:
        """The recording from one frame to another, as far as it exists. Frames older than TAPE_S are overwritten."""
        frames = np.arange(max(begin, 0), max(min(end, self.frames), 0)) % len(self._kept)
        return self._kept[frames]

    def _miss(self, _: float) -> None:
        self.missed += 1

    def _process(self, frames: int) -> None:
        super()._process(frames)
        block = self._blocks.pop()
        first = (self._frames - frames) % len(self._kept)
        room = len(self._kept) - first
        self._kept[first : first + frames] = block[:room]
        self._kept[: max(frames - room, 0)] = block[room:]


@dataclass(frozen=True)
class House:
    """`rooms` by name, recorded on the `tape` in the same order; `stage` is the host that sends commands to them."""

    net: Internet
    stage: Host
    rooms: Mapping[str, Mpd]
    tape: Tape


@contextmanager
def house(
    net: Internet, jack: Server, tape: Tape, name: str, lines: Mapping[str, Profile], library: Path
) -> Iterator[House]:
    """One room for each line, named after the house and the line. The lines get their delays after the preparations."""
    with ExitStack() as stack:
        hosts = {line: net.host(f"{name}-{line}") for line in lines}
        rooms = {line: stack.enter_context(_room(host, library)) for line, host in hosts.items()}
        for number, room in enumerate(rooms.values()):
            room.configure({}, OUTPUT.format(name=room.name, server=jack.name, destination=tape.port(number)))
        with ThreadPoolExecutor(len(rooms)) as pool:
            list(pool.map(Mpd.start, rooms.values()))
        for line, profile in lines.items():
            net.set(hosts[line], profile)
        yield House(net, net.host(name), rooms, tape)


@contextmanager
def _room(host: Host, library: Path) -> Iterator[Mpd]:
    """A server on `host` that is not started yet."""
    with TemporaryDirectory(prefix=f"mpd-{host.name}-", ignore_cleanup_errors=True) as folder:
        room = Mpd(host.name, host.address, PORT, library, Path(folder), host)
        try:
            yield room
        finally:
            room.kill()


def heard(song: songs.Song, rate: int) -> Song:
    """The left channel of a song of the rig, resampled to `rate`."""
    left = songs.noise(song)[:, 0] / 32_768
    common = int(np.gcd(rate, songs.RATE))
    return Song(scipy.signal.resample_poly(left, rate // common, songs.RATE // common), rate)


def noises(count: int, seconds: float) -> Sequence[songs.Song]:
    """Songs of noise, stored without compression losses."""
    return [songs.Song(f"{number} noise.flac", seconds) for number in range(count)]
