"""A player without a window: client, listener and recorder on one loop. A window shows its `PlayerState`."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import astuple, replace
from pathlib import Path

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot, HeardStroke
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog, NoEventLog
from drumcircle_gui.listening.device_notices import DeviceNotices
from drumcircle_gui.listening.device_watch_io import DeviceWatch
from drumcircle_gui.listening.listener_io import Listener
from drumcircle_gui.listening.mixing_desk_io import MixingDesk
from drumcircle_gui.listening.player_state import (
    DEFAULT_LISTENING,
    Calibrate,
    ChooseDevices,
    Intent,
    ListDevices,
    ListeningState,
    PlayerState,
    SetStrip,
    SetTrim,
    StrikePad,
    Volumes,
)
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.listening.timing_feel import MAX_STROKES, deviation, median_deviation
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Say
from drumcircle_gui.recording.recorder_io import FileRecorder, NoRecorder, Recorder
from drumcircle_gui.sound.messages import DeviceList, PadStroke
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros


class Player:
    """One player. `handle` may be called from any thread, all else on the loop that `start` ran on.

    `on_strokes` gets every stroke to show: own ones at once, others' when they arrive. `on_struck` gets pad and
    velocity of strokes on a MIDI drum. The circle is recorded in the folder `recordings`, if given. With
    `watch_devices`, the state has the list of devices.
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
        report: EventLog | None = None,
        recordings: Path | None = None,
        watch_devices: bool = False,
    ) -> None:
        self._report = report or NoEventLog()
        self._on_state, self._on_strokes, self._on_struck = on_state, on_strokes, on_struck
        self._recorder: Recorder = FileRecorder(recordings, self._disk_failed) if recordings else NoRecorder()
        self.client = Client(
            invite,
            name,
            on_circle=self._circle,
            on_strokes=self._arrived,
            on_clock=self._report_clock,
            on_message=self._recorder.take,
        )
        self._listener = Listener(
            engine,
            self._report,
            on_sound=self._sound,
            on_struck=self._midi,
            on_played=lambda played: self._desk.played(played),
        )
        self._desk = MixingDesk(self._listener, listening, lambda listening: self._publish(listening=listening))
        self._notices = DeviceNotices()
        self._watches = watch_devices
        self._watch = DeviceWatch(lambda devices: self._publish(devices=devices))
        self._tasks = Tasks()
        self._state = PlayerState(self.client.circle, self._listener.sound, listening=listening)
        self._shown: deque[tuple[int, int]] = deque(maxlen=1024)
        self._deviations: deque[Micros] = deque(maxlen=MAX_STROKES)

    async def start(self) -> PlayerState:
        """Start the client and the sound engine."""
        self._loop = asyncio.get_running_loop()
        self.client.start()
        self._listener.start(self.client)
        if self._watches:
            self._tasks.start(self._watch.run(), "watching for devices")
        return self._state

    async def close(self) -> None:
        """Leave the circle and stop the sound engine. Idempotent."""
        await self._tasks.close()
        await self.client.close()
        await self._listener.close()
        await asyncio.to_thread(self._recorder.close)

    def handle(self, intent: Intent) -> None:
        """Execute an intent. A stroke sounds at once and is sent to the circle with the time of this call."""
        now = local_micros()
        match intent:
            case StrikePad(pad, velocity):
                self._listener.strike(pad, velocity)
                self._loop.call_soon_threadsafe(self._strike, now, pad, velocity)
            case ChooseDevices(audio, midi_in):
                self._listener.choose_audio(audio)
                self._listener.choose_midi(midi_in)
            case ListDevices():
                self._loop.call_soon_threadsafe(self._watch.request)
            case Volumes() | SetStrip() | SetTrim() | Calibrate():
                self._loop.call_soon_threadsafe(self._desk.handle, intent)
            case DismissNotice(notice):
                self._loop.call_soon_threadsafe(self._dismiss, notice)
            case Say():
                self._loop.call_soon_threadsafe(self.client.request, intent)

    # ------------------------------------------------------------------------------------------------------------

    def _midi(self, struck: PadStroke) -> None:
        self._on_struck(struck.pad, struck.velocity)
        self._strike(struck.at, struck.pad, struck.velocity)

    def _strike(self, at: Micros, pad: int, velocity: int) -> None:
        if self._desk.tapped(at):
            return
        beat = self.client.strike(at, pad, velocity)
        if beat is None:
            return
        circle = self.client.circle
        self._shown.append((beat, pad))
        self._on_strokes([HeardStroke(circle.me, beat, pad, velocity, at)])
        self._deviations.append(deviation(beat, circle.timeline.holding(beat).tempo))
        self._publish(feel=median_deviation(self._deviations))

    def _arrived(self, strokes: list[HeardStroke]) -> None:
        self._listener.hear(strokes)
        me = self.client.circle.me
        if fresh := [s for s in strokes if s.player != me or (s.beat, s.pad) not in self._shown]:
            self._on_strokes(fresh)

    def _circle(self, circle: CircleSnapshot) -> None:
        self._desk.follow(circle.members)
        self._publish(circle=circle)

    def _sound(self, sound: SoundStatus) -> None:
        self._notices.follow(self._state.sound, sound)
        if _plugged(self._state.sound) != _plugged(sound):
            self._watch.request()  # a drum often has an audio output too
        self._publish(sound=sound, notices=self._notices.notices)

    def _disk_failed(self, error: DrumCircleError) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._note_disk_failure, error)

    def _note_disk_failure(self, error: DrumCircleError) -> None:
        self._notices.disk_failed(error)
        self._publish(notices=self._notices.notices)

    def _dismiss(self, notice: int) -> None:
        self.client.dismiss(notice)
        self._notices.dismiss(notice)
        self._publish(notices=self._notices.notices)

    def _publish(
        self,
        **changes: CircleSnapshot
        | SoundStatus
        | ListeningState
        | DeviceList
        | Micros
        | tuple[CircleNotice, ...]
        | None,
    ) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._on_state(self._state)

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
            stamps=astuple(exchange),
        )


def _plugged(sound: SoundStatus) -> tuple[str, ...]:
    return sound.midi.ports if sound.midi else ()
