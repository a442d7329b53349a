"""The measured position of a real MPD in files of every format, at the program's usual rate of polls.

The true position is that of a thousand polls a second: the maximum of `elapsed` less local time.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

import pytest

from drumcircle_gui.mpd.protocol.status import Status, parse_status
from drumcircle_gui.mpd.sync.latency import Poll
from drumcircle_gui.mpd.sync.position_tracker import PositionTracker
from drumcircle_gui.timing.units import Micros, local_micros, seconds
from tests.tools.rigs import mpds

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(mpds.missing()), reason=mpds.missing())]

FORMATS = [(22_050, 1, "PCM_16"), (8_000, 1, "PCM_16"), (44_100, 2, "PCM_16"), (192_000, 2, "PCM_24")]
TOLERANCE = 4_000
"""Micros of error that a busy machine may add to both."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A FLAC file of noise in each format, 30 s long."""
    import numpy
    import soundfile

    folder = tmp_path_factory.mktemp("formats")
    noise = numpy.random.default_rng(1)
    for rate, channels, subtype in FORMATS:
        sound = noise.uniform(-0.2, 0.2, (30 * rate, channels)).astype("float32")
        soundfile.write(folder / f"{rate}.flac", sound, rate, subtype=subtype)
    return folder


class Connection:
    """Polls one server."""

    def __init__(self, file: Any) -> None:
        self._file = file
        assert file.readline().startswith(b"OK MPD")

    def ask(self, line: bytes) -> bytes:
        self._file.write(line + b"\n")
        self._file.flush()
        body = b""
        while (line := self._file.readline()) != b"OK\n":
            assert line and not line.startswith(b"ACK"), line
            body += line
        return body

    def poll(self) -> tuple[Poll, Status]:
        sent = local_micros()
        body = self.ask(b"status")
        return Poll(sent, local_micros()), parse_status(body)


@contextmanager
def playing(server: mpds.Mpd, file: str) -> Iterator[Connection]:
    address = server.address, server.port
    with socket.create_connection(address, mpds.REPLY_TIMEOUT_S) as line, line.makefile("rwb") as stream:
        connection = Connection(stream)
        for request in (b"clear", f'add "{file}"'.encode(), b"play"):
            connection.ask(request)
        sleep(0.6)  # until the output's buffer is full
        yield connection


def measured(connection: Connection) -> tuple[PositionTracker, int]:
    """The position by polls at the usual rate, and the true one, in the same four seconds."""
    tracker, envelope, chance = PositionTracker(), -(10**15), Random(1)
    end, due = local_micros() + seconds(4), local_micros()
    while local_micros() < end:
        poll, status = connection.poll()
        assert status.elapsed is not None
        envelope = max(envelope, status.elapsed - poll.received)
        if poll.sent >= due:
            tracker.poll_answered(poll, status, Micros(poll.round_trip // 2))
            due = Micros(poll.sent + round(chance.uniform(40_000, 100_000)))
        sleep(0.001)
    return tracker, envelope


@pytest.mark.parametrize(
    ("rate", "output"), [*((rate, "") for rate, _, _ in FORMATS), (8_000, "44100:16:2"), (192_000, "44100:16:2")]
)
def test_the_position_is_measured_in_any_format(library: Path, rate: int, output: str) -> None:
    """With `output`, the room converts to that format and its steps differ from those of the file's format."""
    settings = {"audio_output_format": output} if output else {}
    with mpds.mpd_server(library, settings=settings) as server, playing(server, f"{rate}.flac") as connection:
        tracker, truth = measured(connection)
        position = tracker.position(local_micros())
        assert position is not None
        assert abs(position.song_clock - truth) <= position.uncertainty + TOLERANCE
        assert position.uncertainty < 20_000
