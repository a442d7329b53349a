"""The circle's server together with its statistics and recordings. Runs on the event loop that starts it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drumcircle_gui.directory.announcer_io import Announcer
from drumcircle_gui.directory.connect_back_io import Seen, seen_by
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.own_address_io import is_unspecified
from drumcircle_gui.reach.interfaces_io import network_addresses
from drumcircle_gui.reach.reach_io import ReachKeeper
from drumcircle_gui.reach.verdict import Reachability
from drumcircle_gui.recording.loop_keeper_io import LoopKeeper
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.recording.recorder_io import FileRecorder, OnProblem
from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.tasks import Tasks

if TYPE_CHECKING:
    from drumcircle_gui.directory.nearby_io import NearbyAnnouncer

log = logging.getLogger(__name__)

REPORT_INTERVAL_S = 1.0


class ServerHost:
    """Runs a server, and writes its statistics to `report` once a second. If the folder `recordings` is given, the
    circle is recorded in it from the beginning, with the files of its loops; a circle that continues after its server
    was killed is recorded only with `resume_recording`. When a recording fails, the conductors are notified, and
    `on_recording_failed` is called, on any thread. With `on_reach`, the network is examined, and `on_reach` gets each
    new verdict on who can come in. `open_port`: the router may be asked at once to open the port."""

    def __init__(
        self,
        config: ServerConfig,
        report: EventLog,
        recordings: Path | None = None,
        on_recording_failed: OnProblem = lambda problem: None,
        resume_recording: bool = True,
        on_reach: Callable[[Reachability], None] | None = None,
        open_port: bool = False,
    ) -> None:
        self.server = Server(config)
        self._bound, self._on_reach, self._open_port = config.bind, on_reach, open_port
        self._reach: ReachKeeper | None = None
        self._report, self._recordings, self._on_recording_failed = report, recordings, on_recording_failed
        self._resume_recording = resume_recording
        self._recorders: list[FileRecorder] = []
        self.recording = False
        self._tasks = Tasks()
        self._announcer: Announcer | None = None
        self._nearby: NearbyAnnouncer | None = None
        self._hub = HubAddress.parse(config.announce) if config.announce else None
        if self._hub is not None:
            report_problem = partial(self.server.report_trouble, "announcement")
            self._announcer = Announcer(self._hub, self.server.listing, report_problem)

    async def start(self) -> None:
        """Start the server. Raises DrumCircleError if it cannot be launched, for example because the port is in use."""
        await self.server.start()
        self._tasks.start(self._report_stats(), "server report")
        self.record(self.server.restored is None or self._resume_recording)
        if self._announcer is not None:
            self._announcer.start()
        if self._on_reach is not None:
            ask_hub = self._connect_back if self._hub is not None else None
            self._reach = ReachKeeper(self.server.port, self._bound, self._on_reach, ask_hub=ask_hub)
            self._reach.start(open_port=self._open_port)
            self._announce_nearby()

    def _announce_nearby(self) -> None:
        """Announce the circle in the local network, unless it is for this computer only."""
        if not self._bound or is_unspecified(self._bound):
            from drumcircle_gui.directory.nearby_io import NearbyAnnouncer

            self._nearby = NearbyAnnouncer(self.server.port, self.server.listing, network_addresses)
            self._nearby.start()

    async def _connect_back(self, port: int) -> list[Seen]:
        """Ask the hub that lists the circle whether it can reach the server."""
        assert self._hub is not None
        return await seen_by(self._hub, port, self.server.invite.pin)

    def ask_router(self, open_port: bool) -> None:
        """Have the router open the circle's port, or close it again."""
        if self._reach is not None:
            self._reach.ask_router(open_port)

    async def close(self) -> None:
        """End the circle and its recording. Idempotent."""
        await self._tasks.close()
        if self._announcer is not None:
            await self._announcer.close()
        if self._nearby is not None:
            await self._nearby.close()
        if self._reach is not None:
            await asyncio.gather(self._reach.close(), self.server.close())
        await self.server.close()
        for recorder in self._recorders:
            await asyncio.to_thread(recorder.close)

    def record(self, on: bool) -> None:
        """Start a recording in a new file, or stop the present one."""
        log.debug("recording: %s", "on" if on else "off")
        self.recording = on and self._recordings is not None
        if self._recorders:
            self._recorders[-1].end()
        if on and self._recordings is not None:
            self.server.report_trouble("recording", "")
            report = partial(self.server.report_trouble, "recorded loop")
            keeper = LoopKeeper(LoopLibrary(self._recordings), self.server.loop_file, report)
            recorder = FileRecorder(self._recordings, self._recording_failed, keep_loops=keeper)
            self._recorders.append(recorder)
        self.server.subscribe(self._recorders[-1].take if self.recording else None)

    def _recording_failed(self, error: DrumCircleError) -> None:
        self.server.report_trouble("recording", str(error))
        self._on_recording_failed(error)

    async def _report_stats(self) -> None:
        while True:
            await asyncio.sleep(REPORT_INTERVAL_S)
            self._report.write("second", **asdict(self.server.stats()))
