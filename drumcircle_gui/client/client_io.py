"""A session on a real connection: connects, reads, writes, measures the circle's time, and reconnects after an outage.

Everything here runs on one asyncio loop; from other threads use `loop.call_soon_threadsafe`.
"""

import asyncio
import logging
from collections.abc import Callable

from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.kit_messages import PadSound, PublishKit
from drumcircle_gui.protocol.loop_messages import LoopTransfer
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Beats, Micros, local_micros

from .circle_state import CircleSnapshot, HeardStroke, LinkState
from .reconnect_delay import reconnect_delays
from .session import Session
from .transport_io import Transport, Unreachable, WrongPin, connect

log = logging.getLogger(__name__)

SILENCE_TIMEOUT = Micros(8 * SECOND)
"""The connection is closed if the server sends nothing for this long, not even replies to clock requests..."""

MIN_SILENT_CHECKS = 3
"""...and was silent at this many checks in a row. Fewer mean that this machine was asleep or too busy."""

PUBLISH_INTERVAL_S = 1 / 30

OnCircle = Callable[[CircleSnapshot], None]


def ignore(circle: CircleSnapshot) -> None:
    """The default for callbacks with a snapshot: does nothing."""


class Client:
    """A member of a circle with its connection.

    `on_circle` gets a new snapshot after changes, at most 30 times a second; `on_strokes` every stroke that arrives;
    `on_clock` a snapshot after each clock exchange; `on_message` every message with the circle time of its arrival.
    """

    def __init__(
        self,
        invite: Invite,
        name: str,
        *,
        on_circle: OnCircle = ignore,
        on_strokes: Callable[[list[HeardStroke]], None] = lambda strokes: None,
        on_clock: OnCircle = ignore,
        on_message: Callable[[Message, Micros], None] = lambda message, at: None,
        agent: str = "drumcircle",
        account: str = "",
    ) -> None:
        self.invite = invite
        self._session = Session(name, invite.key, agent, invite.circle_id, account)
        self._on_circle, self._on_strokes, self._on_clock = on_circle, on_strokes, on_clock
        self._on_message = on_message
        self._tasks = Tasks()
        self._runner: asyncio.Task[None] | None = None
        self._transport: Transport | None = None
        self._delays = reconnect_delays()
        self._published: CircleSnapshot | None = None
        self._publish_timer: asyncio.TimerHandle | None = None
        self._flush_timer: asyncio.TimerHandle | None = None
        self._clock_timer: asyncio.TimerHandle | None = None
        self._last_arrival = Micros(0)
        self._silent_checks = 0

    @property
    def circle(self) -> CircleSnapshot:
        return self._session.circle

    def start(self) -> None:
        """Start connecting, on the running loop. Once only."""
        if self._runner is None:
            self._loop = asyncio.get_running_loop()
            self._runner = self._tasks.start(self._run(), f"client to {self.invite.circle}")

    async def wait_ended(self) -> None:
        """Wait until no further attempt to connect follows (`circle.problem` says why)."""
        if self._runner is not None:
            await asyncio.wait({self._runner})

    async def close(self) -> None:
        """Leave the circle and end. Idempotent."""
        self._session.leave()
        self._write()
        if self._runner is not None:
            if self._transport is None:
                self._runner.cancel()
            self._close_transport()
            await asyncio.wait({self._runner})
        for timer in (self._publish_timer, self._flush_timer):
            if timer is not None:
                timer.cancel()

    # --- the member's actions -----------------------------------------------------------------------------------

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """Record a stroke at local time `at`; see `Session.strike`. It is sent with the next tick."""
        beat = self._session.strike(at, pad, velocity)
        if beat is not None and self._flush_timer is None:
            self._flush_timer = self._loop.call_later(self.circle.tick / SECOND, self._flush)
        return beat

    def request(self, message: m.Request) -> None:
        """Send a request to the server; its effect appears in `circle`."""
        self._session.request(message)
        self._write()
        self._changed()

    def transfer(self, message: LoopTransfer) -> bool:
        """Send a message that moves a file; False if there is no connection. The answers go to `on_message`."""
        sent = self._session.transfer(message)
        self._write()
        return sent

    def publish_kit(self, sounds: tuple[PadSound, ...]) -> None:
        """Tell the others what this member's pads sound like."""
        self.request(PublishKit(sounds))

    def count_late(self, strokes: int) -> None:
        """Add `strokes` to the number of late ones, which the next clock request reports."""
        self._session.late_strokes += strokes

    def dismiss(self, notice: int) -> None:
        """Remove a notice."""
        self._session.dismiss(notice)
        self._changed()

    # --- the connection -----------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while self._session.reconnects:
            await self._connect_once()
            self._changed()
            if self._session.reconnects:
                delay = next(self._delays)
                log.debug("reconnecting in %.2f s", delay)
                await asyncio.sleep(delay)

    async def _connect_once(self) -> None:
        """One connection, from the attempt to its end."""
        try:
            transport = await connect(self.invite)
        except Unreachable as error:
            self._session.connection_lost(str(error))
        except WrongPin as error:
            self._session.give_up(str(error))
        else:
            self._connection_made(transport)
            problem = await transport.ended
            self._connection_lost(problem)

    def _connection_made(self, transport: Transport) -> None:
        self._transport = transport
        self._note_arrival(local_micros())
        self._session.connection_made()
        self._write()
        transport.listen(self._receive)
        self._measure_time()

    def _connection_lost(self, problem: str) -> None:
        self._transport = None
        if self._clock_timer is not None:
            self._clock_timer.cancel()
        self._session.connection_lost(problem)

    def _receive(self, data: bytes, now: Micros) -> None:
        session = self._session
        was_joined, clock = session.joined, session.circle.clock
        self._note_arrival(now)
        session.receive(data, now)
        for message, at in session.take_messages():
            self._on_message(message, at)
        if not was_joined and session.joined:
            self._joined()
        if strokes := session.take_strokes():
            self._on_strokes(strokes)
        circle = session.circle
        if circle.clock is not None and circle.clock is not clock:  # None: of a server that was restarted
            self._on_clock(circle)
        if session.closed:
            self._close_transport()
        self._changed()

    def _note_arrival(self, now: Micros) -> None:
        self._last_arrival, self._silent_checks = now, 0

    def _joined(self) -> None:
        self._delays = reconnect_delays()
        self._flush()
        self._measure_time()

    def _measure_time(self) -> None:
        """Send clock requests repeatedly; close the connection to a server that does not answer."""
        if self._clock_timer is not None:
            self._clock_timer.cancel()
        now = local_micros()
        self._silent_checks += 1
        if self._transport is not None and self._is_silent(now):
            self._transport.abort(f"The server has not answered for {SILENCE_TIMEOUT // SECOND} s.")
            return
        delay = self._session.request_time(now) if self._session.joined else SECOND
        self._write()
        self._clock_timer = self._loop.call_later(delay / SECOND, self._measure_time)

    def _is_silent(self, now: Micros) -> bool:
        return now - self._last_arrival > SILENCE_TIMEOUT and self._silent_checks > MIN_SILENT_CHECKS

    def _close_transport(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def _flush(self) -> None:
        self._flush_timer = None
        self._session.flush_strokes()
        self._write()

    def _write(self) -> None:
        data = self._session.data_to_send()
        if data and self._transport is not None:
            self._transport.write(data)

    # --- publishing ---------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._publish_timer is None and self._session.circle is not self._published:
            self._publish_timer = self._loop.call_later(PUBLISH_INTERVAL_S, self._publish)

    def _publish(self) -> None:
        self._publish_timer = None
        self._published = self.circle
        self._on_circle(self.circle)
        if self.circle.link is LinkState.ENDED:
            log.info("left %s: %s", self.circle.name, self.circle.problem)
