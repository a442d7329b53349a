"""A conductor without a window: the circle's server, if it is to run here, and the client that leads it.

All on one asyncio loop. A circle on another machine is led by the same code, without a server.
"""

import asyncio
from collections.abc import Callable

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.client.intents import Dismiss
from drumcircle_gui.client.report_io import NoReport, Report
from drumcircle_gui.client.state import Circle, Heard
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.server.server_io import ServerConfig

from .host_io import Host
from .state import ConductorState, Hosting, Intent


class Conductor:
    """Leads a circle: the one that `where` configures and that is launched here, or the one it invites to.

    `handle` may be called from any thread, everything else on the loop that `start` ran on.
    """

    def __init__(
        self,
        where: ServerConfig | Invite,
        name: str,
        *,
        on_state: Callable[[ConductorState], None] = lambda state: None,
        on_strokes: Callable[[list[Heard]], None] = lambda strokes: None,
        report: Report | None = None,
    ) -> None:
        self._host = Host(where, report or NoReport()) if isinstance(where, ServerConfig) else None
        self._invite = where if isinstance(where, Invite) else None
        self._hosting: Hosting | None = None
        self._name = name
        self._on_state, self._on_strokes = on_state, on_strokes
        self._client: Client | None = None

    async def start(self) -> ConductorState:
        """Launch the server, if it is ours, and join as conductor. DrumCircleError if it cannot be launched."""
        self._loop = asyncio.get_running_loop()
        if self._host is not None:
            await self._host.start()
            server = self._host.server
            self._hosting = Hosting(server.invite, server.conductor_invite)
            self._invite = server.conductor_invite
        assert self._invite is not None
        self._client = Client(
            self._invite, self._name, on_circle=self._circle, on_strokes=self._on_strokes, agent="conductor"
        )
        self._client.start()
        return ConductorState(self._client.circle, self._hosting)

    async def close(self) -> None:
        """Leave; end the server, if it is ours. May be called again."""
        if self._client is not None:
            await self._client.close()
        if self._host is not None:
            await self._host.close()

    def handle(self, intent: Intent) -> None:
        """Do, or ask the server for, what the conductor wants."""
        self._loop.call_soon_threadsafe(self._handle, intent)

    def _handle(self, intent: Intent) -> None:
        assert self._client is not None
        if isinstance(intent, Dismiss):
            self._client.dismiss(intent.notice)
        else:
            self._client.wish(intent)

    def _circle(self, circle: Circle) -> None:
        self._on_state(ConductorState(circle, self._hosting))
