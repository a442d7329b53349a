"""A conductor without a window: the circle's server, if it is to run here, and the client that leads it.

All on one asyncio loop. A circle on another machine is led by the same code, without a server.
"""

from collections.abc import Callable

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.client.report_io import NoReport, Report
from drumcircle_gui.client.state import Circle, Heard
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Tempo

from .host_io import Host


class Conductor:
    """Leads a circle: the one that `where` configures and that is launched here, or the one it invites to."""

    def __init__(
        self,
        where: ServerConfig | Invite,
        name: str,
        *,
        on_circle: Callable[[Circle], None] = lambda circle: None,
        on_strokes: Callable[[list[Heard]], None] = lambda strokes: None,
        report: Report | None = None,
    ) -> None:
        self.host = Host(where, report or NoReport()) if isinstance(where, ServerConfig) else None
        self.client: Client | None = None
        self._invite = where if isinstance(where, Invite) else None
        self._name = name
        self._on_circle, self._on_strokes = on_circle, on_strokes

    async def start(self) -> None:
        """Launch the server, if it is ours, and join as conductor. DrumCircleError if it cannot be launched."""
        if self.host is not None:
            await self.host.start()
            self._invite = self.host.server.conductor_invite
        assert self._invite is not None
        self.client = Client(
            self._invite, self._name, on_circle=self._on_circle, on_strokes=self._on_strokes, agent="conductor"
        )
        self.client.start()

    async def close(self) -> None:
        """Leave; end the server, if it is ours. May be called again."""
        if self.client is not None:
            await self.client.close()
        if self.host is not None:
            await self.host.close()

    # --- wishes ---------------------------------------------------------------------------------------------------

    def change(self, *, tempo: Tempo | None = None, running: bool | None = None, meter: Meter | None = None) -> None:
        """Ask for another tempo or meter, to start or to stop; the circle hears of it in time for a cycle's start."""
        if self.client is not None:
            self.client.wish(m.Change(self.client.circle.timeline.latest.epoch, tempo, running, meter))

    def wish(self, message: m.Say | m.Give | m.Moderate) -> None:
        """Ask for anything else."""
        if self.client is not None:
            self.client.wish(message)

    def dismiss(self, notice: int) -> None:
        """Take a notice away."""
        if self.client is not None:
            self.client.dismiss(notice)
