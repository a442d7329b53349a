"""The server that is attacked."""

import resource
import socket
import time
from pathlib import Path

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.strokes import Batch, Stroke
from drumcircle_gui.server.recovery_io import recovery_file
from drumcircle_gui.server.room.recovery_log import SavedCircle, encode_record
from drumcircle_gui.server.room.stroke_history import BatchHistory
from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros, local_micros, tempo_of_bpm, wall_micros

NAME = "Oak"
LONG_METER = Meter(16, 16)
"""The meter with a long history, which stays long: strokes are kept for a period, here 128 s. Other circles have the
usual meter, so that the strokes of attackers that were relayed are dropped before memory is measured again."""

FORMER_MEMBERS = 100_000
"""The first id of members who have played and left."""

BATCHES, STROKES_PER_BATCH = 1300, 1000
"""Size of the long history: about 13 MB."""


async def resident_mb() -> float:
    """Resident memory of this process in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


class Target:
    """A server on the loopback whose circle plays; with a long `history` if that is asked for."""

    def __init__(self, tls: bool, history: bool, data_dir: Path) -> None:
        port = _free_port()
        if history:
            recovery_file(data_dir, port).write_bytes(encode_record(_stadium()))
        config = ServerConfig(
            name=NAME,
            bind="127.0.0.1",
            port=port,
            tls=tls,
            running=True,
            data_dir=data_dir,
            meter=LONG_METER if history else Meter(),
        )
        self._server = Server(config)
        self._used_at = (time.perf_counter(), time.process_time())

    async def start(self) -> tuple[Invite, Invite]:
        await self._server.start()
        return self._server.invite, self._server.conductor_invite

    memory = staticmethod(resident_mb)

    async def cores(self) -> float:
        """The cores that this process has used since the last call."""
        (began, before), self._used_at = self._used_at, (time.perf_counter(), time.process_time())
        return (self._used_at[1] - before) / (self._used_at[0] - began)

    async def close(self) -> None:
        await self._server.close()


def _stadium() -> SavedCircle:
    """A circle that was killed just now, and has played for 100 s."""
    at = Micros(100 * SECOND)
    timeline = Timeline.stopped(tempo_of_bpm(120), LONG_METER).changed(Micros(1), running=True)
    batches = BatchHistory()
    strokes = tuple([Stroke(FORMER_MEMBERS + number, -number, 38, 100) for number in range(STROKES_PER_BATCH)])
    for number in range(BATCHES):
        batches.add(Batch(number, Beats(timeline.beat_at(at) - 10**6 * (BATCHES - number) // BATCHES), strokes))
    return SavedCircle(
        name=NAME,
        began=Micros(local_micros() - at),
        at=at,
        wall=wall_micros(),
        timeline=timeline.segments,
        batches=tuple(batches.all()),
        next_batch=BATCHES,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
