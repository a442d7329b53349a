"""What the group plays, as rooms are told to and as clients are told of it: starts, and what is hushed up of them."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from drumcircle_gui.mpd.protocol.status import ACTIVE_STATES
from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.output_buffer import OutputBuffer
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .start_io import Started, StartPlace, start

QUIET = seconds(0.4)
"""After a command, the player's events of the leading room tell clients nothing new."""

LOOKS = 10
"""At most so often is the leading room asked whether it plays at last."""

PLAYER = frozenset({"player"})


class PlaybackGroup(Protocol):
    """The group, as far as playing goes."""

    lead: Room | None

    @property
    def members(self) -> list[Room]: ...


class GroupPlayback:
    """`patience()`: how long a slow room may hold up a start. `on_events` hears what clients are to be told."""

    def __init__(
        self,
        rooms: PlaybackGroup,
        tasks: Tasks,
        patience: Callable[[], Micros],
        on_events: Callable[[frozenset[str]], None],
        on_started: Callable[[str, Started], None],
    ) -> None:
        self.clock: int | None = None
        """While something plays: what `elapsed` is in the rooms, less local time."""
        self.outputs = OutputBuffer()
        self._rooms, self._tasks, self._patience = rooms, tasks, patience
        self._on_events, self._on_started = on_events, on_started
        self._starting: asyncio.Task[None] | None = None
        self._shown: tuple[object, ...] = ()
        self._quiet = Micros(0)
        self._swallowed = False
        self._pretending = 0
        self.on_begin: Callable[[], None] = lambda: None
        """Called when a start begins."""

    @property
    def ahead(self) -> Micros:
        """Micros by which `elapsed` is ahead of what sounds."""
        return self.outputs.buffered

    @property
    def starting(self) -> bool:
        """Whether the rooms are being brought together, and only pretend to play."""
        return self._starting is not None and not self._starting.done()

    @property
    def state(self) -> str:
        """What clients are told of play, pause and stop."""
        state = self._rooms.lead.status.state if self._rooms.lead else "stop"
        return "play" if self.pretending and state in ACTIVE_STATES else state

    @property
    def pretending(self) -> bool:
        """Whether clients are told that it plays, though the rooms wait for each other."""
        return self.starting or self._pretending > 0

    @contextmanager
    def pretence(self) -> Iterator[None]:
        """Meanwhile clients are told so."""
        self._pretending += 1
        try:
            yield
        finally:
            self._pretending -= 1

    def begin(self, what: str, place: StartPlace, at: Micros | None = None) -> None:
        """Start all rooms from `place`, in the background; `what` is the command that caused it."""
        self.on_begin()
        self._starting = self._tasks.start(self._start(what, place, at), f"start: {what}")

    async def started(self) -> None:
        """Wait until the start that is under way is over."""
        if self._starting is not None:
            await asyncio.wait({self._starting})

    async def settle(self) -> None:
        """Break off a start that is under way: something else is wanted now."""
        if self._starting is not None and not self._starting.done():
            self._starting.cancel()
            await asyncio.wait({self._starting})

    async def _start(self, what: str, place: StartPlace, at: Micros | None) -> None:
        self.clock = None
        self.hush()
        started = await start(self._rooms.members, place, self._patience(), at)
        self.clock = started.clock + self.ahead
        self.outputs.started(started.together, started.clock, started.at)
        self.hush()
        self._on_started(what, started)
        await self._until_heard_of()

    async def _until_heard_of(self) -> None:
        """Until the leading room says that it plays, or will not."""
        lead = self._rooms.lead
        try:
            for _ in range(LOOKS):
                if lead is None or (await lead.look()).state != "pause":
                    return
                await asyncio.sleep(0.02)
        except (ConnectionLost, AckError):
            return

    def pose(self) -> None:
        """Nothing sounds: whatever each room does is put right by who keeps them together."""
        self.clock = None
        self.hush()

    def begin_again(self, why: str) -> None:
        """All begin where they are by now, as near as can be told, since one of them cannot be brought there alone."""
        lead = self._rooms.lead
        if lead is not None and lead.song is not None and self.clock is not None and not self.starting:
            self.begin(why, StartPlace(lead.song, Micros(self.clock + local_micros() - self.ahead)))

    def hush(self) -> None:
        """What the player does now is known to clients."""
        self._quiet = Micros(local_micros() + QUIET)

    def tell(self) -> None:
        """Clients are told that the player has changed, once for what is told here."""
        self.hush()
        self._shown = self._visible()
        self._on_events(PLAYER)

    def look(self) -> None:
        """Tell clients if the player went on by itself while it was thought to do as told; call it often."""
        if not self._swallowed or self.starting or local_micros() < self._quiet + QUIET:
            return
        self._swallowed = False
        if self._visible() != self._shown:
            self._on_events(PLAYER)

    def happened(self) -> None:
        """The leading room says that its player has changed."""
        if self.starting or local_micros() < self._quiet:
            self._swallowed = True
        else:
            self._on_events(PLAYER)

    def _visible(self) -> tuple[object, ...]:
        """Where it is stopped, the song at hand is the queue's affair."""
        lead = self._rooms.lead
        if lead is None:
            return ()
        return self.state, lead.status.song_id if self.state != "stop" else None, lead.status.error
