"""The conductor's controller: the client that leads the circle, and the circle's server if it runs here.

Both run on one asyncio loop. A circle on another machine is led by the same code, without a server.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot, HeardStroke
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog, NoEventLog
from drumcircle_gui.listening.instrument_io import Instrument
from drumcircle_gui.listening.loops.loop_desk_io import keep_nothing
from drumcircle_gui.listening.player_state import (
    DEFAULT_LISTENING,
    InstrumentIntent,
    ListeningState,
    PlayerState,
)
from drumcircle_gui.protocol.entry_messages import KeysUpdate
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.loop_messages import LoopTransfer
from drumcircle_gui.protocol.messages import Request
from drumcircle_gui.reach.verdict import Reachability
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.sound.messages import SILENT_DEVICE, DrumEvent
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import Micros, bpm_of, local_micros

from .clock.clock_follower import ClockFollower, ClockIntent
from .conductor_state import (
    AskRouter,
    ChooseAddress,
    ConductorState,
    Hosting,
    HubCircle,
    Intent,
    LeadingIntent,
    OwnIntent,
    SetRecording,
    change_tempo,
    tight_period,
)
from .controls.transport_controls_io import TransportControls
from .grooves.groove_desk_io import GrooveDesk
from .grooves.groove_intents import GrooveIntent
from .host_io import ServerHost
from .invite_address import with_address
from .loops.loop_intents import LoopIntent
from .loops.loop_workshop_io import LoopWorkshop
from .mode_desk_io import ModeDesk
from .mode_intents import ModeIntent

log = logging.getLogger(__name__)

MAX_NOTICES = 5
"""Notices of this machine that are shown at a time; the oldest are dropped."""


class Conductor:
    """Leads a circle: one launched here if `where` is a configuration; otherwise one on a hub, or that of an invite.

    A circle launched here is recorded in the folder `recordings`, if given. `open_port`: the router may be asked to
    open its port; `address`: the one to put into its invites, instead of the one that reaches farthest.

    With an `engine` the conductor hears the circle, as `listening` says, and can play along. A silent one starts with
    the first intent for it. On the event loop's thread, `on_state` gets each new state, `on_strokes` every stroke to
    show, `on_struck` pad and velocity of strokes on a MIDI drum or at the microphone, `on_drum` what those hear,
    `on_cue` the number of a cue that a MIDI control wants to be given.

    `handle` may be called from any thread, everything else on the loop that `start` ran on.
    """

    def __init__(
        self,
        where: ServerConfig | HubCircle | Invite,
        name: str,
        *,
        on_state: Callable[[ConductorState], None] = lambda state: None,
        on_strokes: Callable[[list[HeardStroke]], None] = lambda strokes: None,
        on_struck: Callable[[int, int], None] = lambda pad, velocity: None,
        on_drum: Callable[[DrumEvent], None] = lambda event: None,
        on_cue: Callable[[int], None] = lambda number: None,
        engine: EngineConfig | None = None,
        listening: ListeningState = DEFAULT_LISTENING,
        report: EventLog | None = None,
        recordings: Path | None = None,
        resume_recording: bool = True,
        open_port: bool = False,
        address: str = "",
    ) -> None:
        self._host: ServerHost | None = None
        if isinstance(where, ServerConfig):
            self._host = ServerHost(
                *(where, report or NoEventLog(), recordings, self._recording_failed, resume_recording),
                on_reach=self._show_reach,
                open_port=open_port,
            )
        self._reach: Reachability | None = None
        self._address = address
        self._invite = where if isinstance(where, Invite) else None
        self._state = ConductorState(CircleSnapshot())
        if isinstance(where, HubCircle):
            self._invite = where.conductor_invite
            self._state = replace(self._state, hosting=Hosting(where.invite, where.conductor_invite, on_hub=True))
        self._notice_numbers = count(-2, -2)
        self._name = name
        self._on_state, self._on_strokes = on_state, on_strokes
        self._client: Client | None = None
        self._engine, self._listening = engine, listening
        self._keep_loop = LoopLibrary(recordings).keep if recordings else keep_nothing
        self._on_struck, self._on_drum = on_struck, on_drum
        self._instrument: Instrument | None = None
        self._modes = ModeDesk(self._request, self._complain, lambda session: self._update(session=session))
        self._grooves = GrooveDesk(
            self._request, self._complain, lambda shelf: self._update(grooves=shelf), self._audio
        )
        self._loops = LoopWorkshop(self._request, self._transfer, lambda shelf: self._update(loops=shelf))
        self._transport = TransportControls(lambda: self._state.circle, self._request, on_cue)
        self._clock = ClockFollower(self._change_tempo, lambda clock: self._update(clock=clock))
        self._tasks = Tasks()

    async def start(self) -> ConductorState:
        """Launch the server if it runs here, and join as conductor. DrumCircleError if it cannot be launched."""
        self._loop = asyncio.get_running_loop()
        if self._host is not None:
            await self._host.start()
            server = self._host.server
            self._state = replace(self._state, hosting=self._hosting(self._host), recording=self._host.recording)
            if server.restored is not None:
                self._notify_restored(server.restored.latest)
            self._invite = server.conductor_invite
        assert self._invite is not None
        self._state = replace(self._state, joined_with=self._invite)
        self._client = Client(
            self._invite,
            self._name,
            on_circle=self._show_circle,
            on_strokes=self._hear,
            on_message=self._take,
            agent="conductor",
        )
        if self._engine is not None:
            self._instrument = self._new_instrument(self._engine)
        self._client.start()
        self._grooves.start()
        if self._instrument is not None:
            self._instrument.start(asleep=self._engine == EngineConfig(SILENT_DEVICE))
        return self._state

    def _new_instrument(self, engine: EngineConfig) -> Instrument:
        assert self._client is not None
        instrument = Instrument(
            *(self._client, engine, self._listening),
            report=NoEventLog(),
            on_state=self._show_playing,
            on_strokes=self._on_strokes,
            on_struck=self._on_struck,
            on_drum=self._on_drum,
            watch_devices=True,
            watch_clock=True,
            transport=self._transport,
            keep_loop=self._keep_loop,
        )
        self._state = replace(self._state, playing=instrument.state)
        return instrument

    def _show_playing(self, state: PlayerState) -> None:
        self._update(playing=state)
        self._clock.hear(state.sound.midi_clock, self._state.circle, local_micros())

    def _change_tempo(self, circle: CircleSnapshot, bpm: float) -> bool:
        """Request a tempo, if every player's network is quick enough for it."""
        request = change_tempo(circle, bpm)
        if tight_period(circle, request) is not None:
            return False
        self._request(request)
        return True

    async def close(self) -> None:
        """Leave, and end the server if it runs here. Idempotent."""
        self._transport.close()
        await self._modes.close()
        await self._grooves.close()
        await self._loops.close()
        await self._tasks.close()
        if self._client is not None:
            await self._client.close()
        if self._instrument is not None:
            await self._instrument.close()
        if self._host is not None:
            await self._host.close()

    def handle(self, intent: Intent) -> None:
        """Carry out an intent, or send it to the server as a request. A stroke sounds at once."""
        log.debug("intent: %s", type(intent).__name__)
        if not isinstance(intent, InstrumentIntent):
            self._loop.call_soon_threadsafe(self._handle, intent)
        elif self._instrument is not None:
            self._instrument.handle(intent)

    def _handle(self, intent: LeadingIntent) -> None:
        assert self._client is not None
        if isinstance(intent, ModeIntent):
            self._modes.handle(intent, self._client.circle)
        elif isinstance(intent, GrooveIntent):
            self._grooves.handle(intent, self._client.circle)
        elif isinstance(intent, ClockIntent):
            self._clock.handle(intent, self._client.circle, local_micros())
        elif isinstance(intent, LoopIntent):
            self._loops.handle(intent, self._client.circle)
        else:
            self._handle_own(intent, self._client)

    def _handle_own(self, intent: OwnIntent | Request, client: Client) -> None:
        match intent:
            case DismissNotice(notice):
                self._dismiss(notice)
            case SetRecording(on):
                self._record(on)
            case AskRouter(open_port) if self._host is not None:
                self._host.ask_router(open_port)
            case ChooseAddress(address):
                self._address = address
                self._show_hosting()
            case AskRouter():
                log.debug("the server runs elsewhere")
            case _:
                self._request(intent)

    def _dismiss(self, notice: int) -> None:
        assert self._client is not None
        self._client.dismiss(notice)
        if self._instrument is not None:
            self._instrument.dismiss(notice)
        self._update(notices=tuple(each for each in self._state.notices if each.number != notice))

    def _request(self, request: Request) -> None:
        assert self._client is not None
        self._client.request(request)

    def _transfer(self, message: LoopTransfer) -> bool:
        assert self._client is not None
        return self._client.transfer(message)

    def _take(self, message: Message, at: Micros) -> None:
        self._loops.take(message)
        if isinstance(message, KeysUpdate):
            self._take_keys(message)
        if self._instrument is not None:
            self._instrument.take(message)

    def _hear(self, strokes: list[HeardStroke]) -> None:
        self._modes.hear(strokes)
        (self._on_strokes if self._instrument is None else self._instrument.hear)(strokes)

    def _complain(self, error: DrumCircleError, code: str = "") -> None:
        notice = CircleNotice(next(self._notice_numbers), error.what, error.todo, code)
        self._update(notices=(*self._state.notices, notice)[-MAX_NOTICES:])

    def _audio(self) -> str | None:
        """The conductor's sound device; None, the system's default, if none is in use."""
        device = self._state.playing.sound.device if self._state.playing else None
        return device.name if device else None

    def _record(self, on: bool) -> None:
        if self._host is not None and on != self._state.recording:
            self._host.record(on)
            self._update(recording=self._host.recording)

    def _take_keys(self, keys: KeysUpdate) -> None:
        """Both invites were replaced. A server here has done so itself."""
        assert self._invite is not None
        self._invite = replace(self._invite, key=keys.conductor)
        hosting = self._state.hosting
        if self._host is None and hosting is not None:
            players = replace(hosting.invite, key=keys.player)
            hosting = replace(hosting, invite=players, conductor_invite=self._invite)
            self._update(hosting=hosting)
        elif self._host is None:
            self._update(joined_with=self._invite)
        else:
            self._show_hosting()

    def _show_reach(self, reach: Reachability) -> None:
        self._reach = reach
        self._show_hosting()

    def _show_hosting(self) -> None:
        if self._host is not None:
            self._update(hosting=self._hosting(self._host))

    def _hosting(self, host: ServerHost) -> Hosting:
        server = host.server
        return Hosting(
            with_address(server.invite, self._reach, self._address),
            with_address(server.conductor_invite, self._reach, self._address),
            self._reach,
            self._address,
        )

    def _notify_restored(self, latest: Segment) -> None:
        meter = latest.meter
        what = f"The circle goes on where it was: {bpm_of(latest.tempo):g} bpm, {meter.beats} beats."
        todo = "The tempo and meter that you entered were not used. Change them here if you like."
        notice = CircleNotice(next(self._notice_numbers), what, todo, "restored")
        self._state = replace(self._state, notices=(notice,))

    def _recording_failed(self, error: DrumCircleError) -> None:
        """The server notifies all conductors, this one too."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._record, False)

    def _show_circle(self, circle: CircleSnapshot) -> None:
        self._update(circle=circle)
        self._loops.follow(circle)
        if self._instrument is not None:
            self._instrument.follow(circle)

    def _update(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._on_state(self._state)
