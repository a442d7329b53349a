"""A headless circle on this machine: a server, a conductor and bots, on one network thread."""

from pathlib import Path
from typing import Any

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.conductor.conductor_io import Conductor
from drumcircle_gui.conductor.conductor_state import ConductorState, Intent
from drumcircle_gui.player.bots_io import Bots
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.tasks import LoopThread, Tasks
from drumcircle_gui.timing.units import tempo_of_bpm

LOOPBACK = "127.0.0.1"


class LiveCircle:
    """A circle that plays. Call the methods from any thread but the network thread; each returns when it is done."""

    def __init__(self, thread: LoopThread, folder: Path, bots: int) -> None:
        self._thread, self._count = thread, bots
        self._states: list[ConductorState] = []
        config = ServerConfig(name="Console", data_dir=folder, bind=LOOPBACK, running=True)
        self.conductor = Conductor(config, "Console", on_state=self._keep)
        self._failures: list[tuple[str, BaseException]] = []

    def open(self) -> None:
        """Starts the server, the conductor and the bots."""
        self._keep(self._thread.call(self.conductor.start()).result())
        self._thread.call(self._play()).result()

    def close(self) -> None:
        """Removes the bots and ends the server."""
        self._thread.call(self._stop()).result()

    @property
    def state(self) -> ConductorState:
        """The conductor's latest snapshot."""
        return self._states[-1]

    @property
    def snapshot(self) -> CircleSnapshot:
        """The circle as the conductor's client knows it."""
        return self.state.circle

    @property
    def invite(self) -> Invite:
        """The players' invite; `str(invite)` is the line to paste."""
        assert self.state.hosting is not None
        return self.state.hosting.invite

    @property
    def failures(self) -> list[tuple[str, BaseException]]:
        """Unexpected exceptions so far: the task's name and the exception."""
        return self._failures

    def do(self, intent: Intent) -> None:
        """Give an intent to the conductor, as a button of the window does."""
        self.conductor.handle(intent)

    def tempo(self, bpm: float) -> None:
        """Request a tempo, which takes effect with the next cycle."""
        self._change(tempo=tempo_of_bpm(bpm))

    def start(self) -> None:
        """Request that the circle plays."""
        self._change(running=True)

    def stop(self) -> None:
        """Request that the circle stops at the end of the cycle."""
        self._change(running=False)

    def _change(self, **values: Any) -> None:
        self.do(ChangeTimeline(self.snapshot.timeline.latest.epoch, **values))

    async def _play(self) -> None:
        self._tasks = Tasks(lambda name, error: self._failures.append((name, error)))
        bots = Bots(self.invite, self._count)
        self._tasks.start(bots.run(), "bots")

    async def _stop(self) -> None:
        await self._tasks.close()
        await self.conductor.close()

    def _keep(self, state: ConductorState) -> None:
        self._states = [state]
