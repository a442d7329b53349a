"""A player without a window: client, instrument and recorder on one loop. A window shows its `PlayerState`."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog, NoEventLog
from drumcircle_gui.listening.instrument_io import Instrument, TransportTargets
from drumcircle_gui.listening.loops.loop_desk_io import keep_nothing
from drumcircle_gui.listening.player_state import DEFAULT_LISTENING, Intent, ListeningState, PlayerState
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Request
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.recording.recorder_io import FileRecorder, NoRecorder, Recorder
from drumcircle_gui.sound.messages import DrumEvent
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import Micros


class Player:
    """A player without a window. Call `handle` from any thread, everything else on the loop that `start` ran on.

    The callbacks and `watch_devices` are those of the `Instrument`. The circle is recorded in the folder `recordings`,
    if given. `account`: as in `Hello`. `transport` is that of a player who conducts.
    """

    def __init__(
        self,
        invite: Invite,
        name: str,
        engine: EngineConfig,
        listening: ListeningState = DEFAULT_LISTENING,
        *,
        on_state: Callable[[PlayerState], None] = lambda state: None,
        on_strokes: Callable[[list[HeardStroke]], None] = lambda strokes: None,
        on_struck: Callable[[int, int], None] = lambda pad, velocity: None,
        on_drum: Callable[[DrumEvent], None] = lambda event: None,
        report: EventLog | None = None,
        recordings: Path | None = None,
        watch_devices: bool = False,
        account: str = "",
        transport: TransportTargets | None = None,
    ) -> None:
        self._report = report or NoEventLog()
        self._recorder: Recorder = FileRecorder(recordings, self._disk_failed) if recordings else NoRecorder()
        self.client = Client(
            invite,
            name,
            on_circle=lambda circle: self.instrument.follow(circle),
            on_strokes=lambda strokes: self.instrument.hear(strokes),
            on_clock=self._report_clock,
            on_message=self._take,
            account=account,
        )
        self.instrument = Instrument(
            *(self.client, engine, listening),
            report=self._report,
            on_state=on_state,
            on_strokes=on_strokes,
            on_struck=on_struck,
            on_drum=on_drum,
            watch_devices=watch_devices,
            transport=transport,
            keep_loop=LoopLibrary(recordings).keep if recordings else keep_nothing,
        )

    async def start(self) -> PlayerState:
        """Start the client and the sound engine."""
        self._loop = asyncio.get_running_loop()
        self.client.start()
        self.instrument.start()
        return self.instrument.state

    async def close(self) -> None:
        """Leave the circle and stop the sound engine. Idempotent."""
        await self.client.close()
        await self.instrument.close()
        await asyncio.to_thread(self._recorder.close)

    def handle(self, intent: Intent | Request) -> None:
        """Execute an intent, or send it to the server as a request. A stroke sounds at once and is sent to the circle
        with the time of this call."""
        if isinstance(intent, DismissNotice):
            self._loop.call_soon_threadsafe(self._dismiss, intent.notice)
        elif isinstance(intent, Request):
            self._loop.call_soon_threadsafe(self.client.request, intent)
        else:
            self.instrument.handle(intent)

    # ------------------------------------------------------------------------------------------------------------

    def _take(self, message: Message, at: Micros) -> None:
        self._recorder.take(message, at)
        self.instrument.take(message)

    def _dismiss(self, notice: int) -> None:
        self.client.dismiss(notice)
        self.instrument.dismiss(notice)

    def _disk_failed(self, error: DrumCircleError) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.instrument.note_disk_failure, error)

    def _report_clock(self, circle: CircleSnapshot) -> None:
        clock, exchange = circle.clock, circle.exchange
        if clock is None or exchange is None:
            return
        self._report.write(
            "clock",
            round_trip=exchange.round_trip,
            offset=clock.offset,
            drift=clock.drift,
            slew=clock.slew,
            bound=clock.bound,
            stamps=(exchange.sent, exchange.received, exchange.replied, exchange.returned),
        )
