"""The screens of circles: each connects a page of the window with its controller on the network thread.

States and strokes reach the view through mailboxes; the view's intents go straight to the controller.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.conductor.conductor_io import Conductor
from drumcircle_gui.conductor.conductor_state import ConductorState, HubCircle, change_tempo, next_cycles
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.conductor.controls.transport_controls_io import TransportControls
from drumcircle_gui.conductor.cues_view import CueBar
from drumcircle_gui.conductor.mode_intents import KeepCue
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.listening.player_state import DEFAULT_LISTENING, ChooseDevices, ListeningState, PlayerState
from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.player.player_io import Player
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import GiveCue
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.recording.recorder_io import SessionRecording
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.settings import ConductorSettings
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import LoopThread, Tasks
from drumcircle_gui.timing.units import local_micros

from .deputy_window import DeputyWindow
from .screens import RoomsScreen

DOWNBEATS_INTERVAL_MS = 500

GIVEN_UP = "You no longer wait to be let in."
RETRY = "Check that the invite is right and that the circle is running, then try again."
FOR_PLAYERS = "This invite is for players: nobody can conduct with it."
ASK_FOR_OTHER = "Ask the conductor for the invite for conductors. To play along, paste this one under Join."


class JoinAttempt:
    """Follows a member's first attempt to join a circle. `on_waiting` gets the text for a player who has to wait for
    admission."""

    def __init__(self) -> None:
        self.on_waiting: Callable[[str], None] = lambda text: None
        self._circle: CircleSnapshot | None = None
        self._decided = asyncio.Event()

    def give_up(self) -> None:
        """The user stops waiting."""
        self.follow(CircleSnapshot(link=LinkState.ENDED, problem=GIVEN_UP))

    def follow(self, circle: CircleSnapshot) -> None:
        """Take the member's latest snapshot; the first one that decides the attempt is kept."""
        if circle.link is LinkState.WAITING:
            self.on_waiting(circle.problem)
        if not self._decided.is_set() and circle.link not in (LinkState.CONNECTING, LinkState.WAITING):
            self._circle = circle
            self._decided.set()

    async def succeed(self) -> CircleSnapshot:
        """The snapshot with which the member has joined; DrumCircleError, with the reason, if the attempt failed."""
        await self._decided.wait()
        assert self._circle is not None
        if self._circle.link is not LinkState.JOINED:
            problem = self._circle.problem or "The circle cannot be reached."
            raise DrumCircleError(problem, "" if problem == GIVEN_UP else RETRY)
        return self._circle


class ConductorScreen:
    """Conducts a circle: one that is launched here, one on a hub, or that of a conductor's invite.

    `left` is called to leave it, `keep` gets each state, in which drums and invites may have changed. With an `engine`
    the conductor hears the circle and can play along.
    """

    def __init__(
        self,
        network: LoopThread,
        where: ServerConfig | HubCircle | Invite,
        name: str,
        report: EventLog,
        left: Callable[[], None],
        *,
        recordings: Path | None = None,
        usual: ConductorSettings | None = None,
        engine: EngineConfig | None = None,
        listening: ListeningState = DEFAULT_LISTENING,
        keep: Callable[[ConductorState], None] = lambda state: None,
    ) -> None:
        usual = usual or ConductorSettings()
        self._session = SessionRecording(recordings)
        self.recorded: Path | None = None
        self.view = ConductorView()
        self.view.cues.set_custom(usual.cues)
        self._network, self._elsewhere = network, not isinstance(where, ServerConfig)
        self._states, self._strokes = Publisher(self.view), Inbox(self.view)
        self._struck, self._heard, self._cues = Inbox(self.view), Inbox(self.view), Inbox(self.view)
        self.conductor = Conductor(
            where,
            name,
            on_state=self._states.publish,
            on_strokes=self._strokes.put,
            on_struck=lambda pad, velocity: self._struck.put([(pad, velocity)]),
            on_drum=lambda event: self._heard.put([event]),
            on_cue=lambda number: self._cues.put([number]),
            engine=engine,
            listening=listening,
            report=report,
            recordings=recordings,
            resume_recording=usual.recording,
            open_port=usual.open_port,
            address=usual.address,
        )
        self._keep = keep
        self._attempt = JoinAttempt()
        self._states.changed.connect(self._render)
        self._strokes.arrived.connect(self.view.add_strokes)
        self._struck.arrived.connect(self.view.pads.flash_all)
        self._heard.arrived.connect(self.view.sides.you.drum_setup.add_events)
        self._cues.arrived.connect(lambda numbers: [self.view.cues.keys[number - 1].trigger() for number in numbers])
        self.view.sides.mixer.name_cues(self.view.cues.kinds)
        self.view.left.connect(left)
        if engine is not None:
            self.view.sides.you.set_usual(ChooseDevices(engine.audio, engine.midi_in), listening.volumes)

    async def open(self) -> None:
        self._render(await asyncio.wrap_future(self._network.call(self.conductor.start())))
        self.view.requested.connect(self.conductor.handle)
        if self._elsewhere and (await self._attempt.succeed()).role != "conductor":
            raise DrumCircleError(FOR_PLAYERS, ASK_FOR_OTHER)

    async def joined(self) -> None:
        """Wait until the conductor is in the circle and can make requests."""
        await self._attempt.succeed()

    async def close(self) -> None:
        for mailbox in (self._states, self._strokes, self._struck, self._heard, self._cues):
            mailbox.close()
        await asyncio.wrap_future(self._network.call(self.conductor.close()))
        self.recorded = self._session.find()

    def _render(self, state: ConductorState) -> None:
        self.state = state
        self.view.render(state)
        self._attempt.follow(state.circle)
        self._keep(state)


class CircleAndRoomsScreen:
    """A conductor's circle, and beside it the rooms, in which songs can begin with a cycle. The rooms are opened when
    the user first switches to them."""

    with_others = True

    def __init__(self, circle: ConductorScreen, rooms: RoomsScreen) -> None:
        self.circle, self.rooms = circle, rooms
        self.view, self.aside = circle.view, rooms.view
        self.recorded: Path | None = None
        self._beats = QTimer(self.view, interval=DOWNBEATS_INTERVAL_MS)
        self._beats.timeout.connect(self._offer_downbeats)
        rooms.view.tempo_requested.connect(self._change_tempo)

    @property
    def state(self) -> ConductorState:
        return self.circle.state

    async def open(self) -> None:
        await self.circle.open()
        self._beats.start()

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        self.circle.view.ask_to_leave(lambda: self.rooms.ask_to_leave(go))

    async def close(self) -> None:
        self._beats.stop()
        await self.rooms.close()
        await self.circle.close()
        self.recorded = self.circle.recorded

    def _offer_downbeats(self) -> None:
        if self.aside.isVisible():
            starts = next_cycles(self.circle.state.circle, local_micros())
            self.aside.offer_downbeats(tuple(Downbeat(start.at, start.number, start.bpm) for start in starts))

    def _change_tempo(self, bpm: float) -> None:
        self.circle.conductor.handle(change_tempo(self.circle.state.circle, bpm))


class PlayerScreen:
    """Plays in a circle. `left` is called to leave it, `keep_drums` gets each state, in which
    microphone and pads may have changed. `account`: as in `Hello`."""

    with_others = True

    def __init__(
        self,
        network: LoopThread,
        invite: Invite,
        name: str,
        engine: EngineConfig,
        listening: ListeningState,
        report: EventLog,
        left: Callable[[], None],
        recordings: Path | None = None,
        keep_drums: Callable[[PlayerState], None] = lambda state: None,
        account: str = "",
    ) -> None:
        self.view = PlayerView()
        self._session = SessionRecording(recordings)
        self.recorded: Path | None = None
        self._keep_drums = keep_drums
        self.view.you.set_usual(ChooseDevices(engine.audio, engine.midi_in), listening.volumes)
        self._network = network
        self._states, self._strokes = Publisher(self.view), Inbox(self.view)
        self._struck, self._heard, self._cues = Inbox(self.view), Inbox(self.view), Inbox(self.view)
        self.conducting: DeputyWindow | None = None
        self._tasks = Tasks()
        self._cue_bar = CueBar()  # for cues by MIDI controls while the window to conduct in is not open
        self._cue_bar.requested.connect(self._request)
        self.view.mixer.name_cues(self._cue_bar.kinds)
        self._transport = TransportControls(
            lambda: self.player.client.circle,
            lambda request: self.player.handle(request),
            lambda number: self._cues.put([number]),
        )
        self.player = Player(
            invite,
            name,
            engine,
            listening,
            on_state=self._publish,
            on_strokes=self._hear,
            on_struck=lambda pad, velocity: self._struck.put([(pad, velocity)]),
            on_drum=lambda event: self._heard.put([event]),
            report=report,
            recordings=recordings,
            watch_devices=True,
            account=account,
            transport=self._transport,
        )
        self.attempt = JoinAttempt()
        self._states.changed.connect(self._render)
        self._strokes.arrived.connect(self.view.add_strokes)
        self._struck.arrived.connect(self.view.pads.flash_all)
        self._heard.arrived.connect(self.view.you.drum_setup.add_events)
        self._cues.arrived.connect(self._give_cues)
        self.view.left.connect(left)
        self.view.conduct_wanted.connect(self._conduct)

    def _publish(self, state: PlayerState) -> None:
        """Runs on the network thread."""
        self._states.publish(state)
        if self.conducting is not None:
            self.conducting.follow(state.circle)

    def _hear(self, strokes: list[HeardStroke]) -> None:
        """Runs on the network thread."""
        self._strokes.put(strokes)
        if self.conducting is not None:
            self.conducting.hear(strokes)

    def _give_cues(self, numbers: list[int]) -> None:
        bar = self._cue_bar if self.conducting is None else self.conducting.view.cues
        if self.conducting is None:
            circle = self.player.client.circle
            self._cue_bar.render(circle.cue, circle.members)
        for number in numbers:
            bar.keys[number - 1].trigger()

    def _request(self, intent: GiveCue | KeepCue) -> None:
        if isinstance(intent, GiveCue):
            self.player.handle(intent)

    def _conduct(self) -> None:
        """Open the window for conducting, or bring it to the front."""
        if self.conducting is None:
            self.conducting = DeputyWindow(self._network, self.player.handle)
            self._tasks.start(self.conducting.open(self.player.client.circle), "conduct")
        else:
            self.conducting.show()
            self.conducting.raise_()
            self.conducting.activateWindow()

    async def open(self) -> None:
        self._render(await asyncio.wrap_future(self._network.call(self.player.start())))
        self.view.requested.connect(self.player.handle)
        await self.attempt.succeed()

    def _render(self, state: PlayerState) -> None:
        self.view.render(state)
        self.attempt.follow(state.circle)
        self._keep_drums(state)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go()

    async def close(self) -> None:
        await self._tasks.close()
        for mailbox in (self._states, self._strokes, self._struck, self._heard, self._cues):
            mailbox.close()
        await asyncio.wrap_future(self._network.call(self._end()))
        self.recorded = self._session.find()
        if self.conducting is not None:
            await self.conducting.end()
            self.conducting = None

    async def _end(self) -> None:
        self._transport.close()
        await self.player.close()
