"""A house of rooms for benchmarks: real MPD servers, each on a line of its own, whose sound comes to one recorder.

MPD connects its output anew whenever it begins to play, so it is told the recorder's ports, which are there before.
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

KEPT = 16
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
    """Keeps the last seconds of what comes to its ports, so that it costs the same however long it runs."""

    def __init__(self, server: Server, ports: int) -> None:
        super().__init__(server, [""] * ports)
        self.missed = 0
        """How often the server was late: a room may then sound a period later for good."""
        self._client.set_xrun_callback(self._miss)
        self._kept: Sound = np.zeros((KEPT * server.rate, ports), np.float32)

    def __enter__(self) -> "Tape":
        self._client.activate()
        return self

    def port(self, number: int) -> str:
        """Its name in the server."""
        return f"{self._client.name}:in_{number}"

    def sound(self, begin: int, end: int) -> Sound:
        """What came from one frame to the other, as far as it has come yet. The caller is in time."""
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
    """`rooms` by name, their sound on the `tape`, in their order; `stage` is the host from which they are commanded."""

    net: Internet
    stage: Host
    rooms: Mapping[str, Mpd]
    tape: Tape


@contextmanager
def house(
    net: Internet, jack: Server, tape: Tape, name: str, lines: Mapping[str, Profile], library: Path
) -> Iterator[House]:
    """One room per line, called by the house and the line, whose sound comes to the tape's ports. The lines are so from
    the end of the preparations on."""
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
    """Not started yet."""
    with TemporaryDirectory(prefix=f"mpd-{host.name}-", ignore_cleanup_errors=True) as folder:
        room = Mpd(host.name, host.address, PORT, library, Path(folder), host)
        try:
            yield room
        finally:
            room.kill()


def heard(song: songs.Song, rate: int) -> Song:
    """The left channel of a song of the rig, as it sounds at another rate."""
    left = songs.noise(song)[:, 0] / 32_768
    common = int(np.gcd(rate, songs.RATE))
    return Song(scipy.signal.resample_poly(left, rate // common, songs.RATE // common), rate)


def noises(count: int, seconds: float) -> Sequence[songs.Song]:
    """Songs of noise, stored without loss."""
    return [songs.Song(f"{number} noise.flac", seconds) for number in range(count)]
