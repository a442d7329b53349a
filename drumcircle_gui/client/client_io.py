"""A session on a real connection: connects, reads, writes, keeps time, and comes back by itself when cut off.

Everything here happens on one asyncio loop; from other threads use `loop.call_soon_threadsafe`.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Iterator

from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Beats, Micros, local_micros

from .circle_state import CircleSnapshot, HeardStroke, LinkState
from .session import Session
from .transport_io import Transport, Unreachable, WrongPin, connect

log = logging.getLogger(__name__)

SILENCE = Micros(8 * SECOND)
"""A server that says nothing for so long, not even what time it is, is gone..."""

LOOKS = 3
"""...if it was listened for so often meanwhile. Otherwise it may be we who were away: asleep, or too busy."""

PUBLISH_EVERY = 1 / 30

OnCircle = Callable[[CircleSnapshot], None]


def ignore(circle: CircleSnapshot) -> None:
    """For those who need not know."""


def pauses() -> Iterator[float]:
    """Seconds to wait before each further try to connect, with chance in them so that a crowd spreads.

    They grow so slowly that waiting makes no outage much longer than half as long again: one that need not be heard
    shall not be.
    """
    longest = 0.25
    while True:
        yield longest * random.uniform(0.5, 1)
        longest = min(1.25 * longest, 8.0)


class Client:
    """A member of a circle, connected.

    `on_circle` gets a new snapshot after changes, at most 30 times a second; `on_strokes` every stroke that arrives;
    `on_clock` the circle after every clock exchange; `on_message` all that the server says, and when in circle time.
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
    ) -> None:
        self.invite = invite
        self._session = Session(name, invite.key, agent)
        self._on_circle, self._on_strokes, self._on_clock = on_circle, on_strokes, on_clock
        self._on_message = on_message
        self._wire: Transport | None = None
        self._waits = pauses()
        self._tasks = Tasks()
        self._runner: asyncio.Task[None] | None = None
        self._published: CircleSnapshot | None = None
        self._publishing: asyncio.TimerHandle | None = None
        self._flushing: asyncio.TimerHandle | None = None
        self._keeping_time: asyncio.TimerHandle | None = None
        self._heard_from = Micros(0)
        self._looks = 0

    @property
    def circle(self) -> CircleSnapshot:
        return self._session.circle

    def start(self) -> None:
        """Begin to connect, on the running loop."""
        if self._runner is None:
            self._loop = asyncio.get_running_loop()
            self._runner = self._tasks.start(self._run(), f"client to {self.invite.circle}")

    async def ended(self) -> None:
        """Wait until the connection is over for good (see `Circle.problem`)."""
        if self._runner is not None:
            await asyncio.wait({self._runner})
            if not self._runner.cancelled():
                self._runner.result()

    async def close(self) -> None:
        """Say goodbye and end. May be called again."""
        self._session.leave()
        self._write()
        if self._runner is not None:
            self._hang_up() if self._wire is not None else self._runner.cancel()
            await asyncio.wait({self._runner})
        for timer in (self._publishing, self._flushing):
            if timer is not None:
                timer.cancel()

    # --- the member's doings ------------------------------------------------------------------------------------

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """A stroke at local time `at`; see `Session.strike`. It leaves with the next tick."""
        beat = self._session.strike(at, pad, velocity)
        if beat is not None and self._flushing is None:
            self._flushing = self._loop.call_later(self.circle.tick / SECOND, self._flush)
        return beat

    def request(self, message: m.Say | m.ChangeTimeline | m.GiveCue | m.Moderate) -> None:
        """Ask something of the server; the answer shows in the circle."""
        self._session.request(message)
        self._write()
        self._changed()

    def count_late(self, strokes: int) -> None:
        """Some strokes came after their moment: the server is told with the next clock request."""
        self._session.late += strokes

    def dismiss(self, notice: int) -> None:
        """Take a notice away."""
        self._session.dismiss(notice)
        self._changed()

    # --- the connection -----------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while self._session.come_back:
            await self._connection()
            self._changed()
            if self._session.come_back:
                await asyncio.sleep(next(self._waits))

    async def _connection(self) -> None:
        """One connection, from beginning to end."""
        try:
            wire = await connect(self.invite)
        except Unreachable as error:
            self._session.lost(str(error))
        except WrongPin as error:
            self._session.give_up(str(error))
        else:
            self._begin(wire)
            problem = await wire.ended
            self._end()
            self._session.lost(problem)

    def _begin(self, wire: Transport) -> None:
        self._wire = wire
        self._heard(local_micros())
        self._session.opened()
        self._write()
        wire.listen(self._received)
        self._keep_time()

    def _end(self) -> None:
        self._wire = None
        if self._keeping_time is not None:
            self._keeping_time.cancel()

    def _received(self, data: bytes, now: Micros) -> None:
        was_joined, clock = self._session.joined, self.circle.clock
        self._heard(now)
        self._session.received(data, now)
        for message, at in self._session.told():
            self._on_message(message, at)
        if self._session.joined and not was_joined:
            self._welcomed()
        if strokes := self._session.arrived():
            self._on_strokes(strokes)
        if self.circle.clock is not clock:
            self._on_clock(self.circle)
        if self._session.ended:
            self._hang_up()
        self._changed()

    def _heard(self, now: Micros) -> None:
        self._heard_from, self._looks = now, 0

    def _welcomed(self) -> None:
        self._waits = pauses()
        self._flush()
        self._keep_time()

    def _keep_time(self) -> None:
        """Ask what time it is, again and again; give up a server that has fallen silent."""
        if self._keeping_time is not None:
            self._keeping_time.cancel()
        now = local_micros()
        self._looks += 1
        if self._wire is not None and now - self._heard_from > SILENCE and self._looks > LOOKS:
            self._wire.abort(f"The server has not answered for {SILENCE // SECOND} s.")
            return
        delay = self._session.ask_time(now) if self._session.joined else SECOND
        self._write()
        self._keeping_time = self._loop.call_later(delay / SECOND, self._keep_time)

    def _hang_up(self) -> None:
        if self._wire is not None:
            self._wire.close()

    def _flush(self) -> None:
        self._flushing = None
        self._session.flush()
        self._write()

    def _write(self) -> None:
        data = self._session.outgoing()
        if data and self._wire is not None:
            self._wire.write(data)

    # --- telling ------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._publishing is None and self.circle is not self._published:
            self._publishing = self._loop.call_later(PUBLISH_EVERY, self._publish)

    def _publish(self) -> None:
        self._publishing = None
        self._published = self.circle
        self._on_circle(self.circle)
        if self.circle.link is LinkState.OVER:
            log.info("left %s: %s", self.circle.name, self.circle.problem)
