"""Practice: an instrument in a circle of its own, without a server or a network."""

import asyncio
from collections.abc import Callable, Mapping

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.event_log_io import NoEventLog
from drumcircle_gui.listening.instrument_io import Instrument
from drumcircle_gui.listening.player_state import DEFAULT_LISTENING, ListeningState, PlayerState
from drumcircle_gui.protocol.kit_messages import PadSound
from drumcircle_gui.protocol.loop_messages import LoopTransfer
from drumcircle_gui.sound.messages import DrumEvent
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Beats, Micros, Tempo, bpm_of, local_micros

from .practice_circle import PracticeCircle, PracticeSetup
from .practice_score import JudgedStroke
from .practice_state import PracticeIntent, PracticeState, Practise

TURN_S = 0.2
"""Time between two passes of the practice circle. The sound engine places sounds exactly, whatever the
pass's moment."""


class Practice:
    """Call `handle` from any thread, everything else on the loop that `start` ran on.

    `on_state` gets each new state, `on_judged` each own stroke, `on_strokes` those of bots and of the loop. `best`: the
    best points so far, by tempo in whole bpm.
    """

    def __init__(
        self,
        name: str,
        title: str,
        setup: PracticeSetup,
        engine: EngineConfig,
        listening: ListeningState = DEFAULT_LISTENING,
        *,
        best: Mapping[str, int],
        on_state: Callable[[PracticeState], None] = lambda state: None,
        on_judged: Callable[[list[JudgedStroke]], None] = lambda strokes: None,
        on_strokes: Callable[[list[HeardStroke]], None] = lambda strokes: None,
        on_struck: Callable[[int, int], None] = lambda pad, velocity: None,
        on_drum: Callable[[DrumEvent], None] = lambda event: None,
    ) -> None:
        self._best = dict(best)
        self._on_state, self._on_judged, self._on_strokes = on_state, on_judged, on_strokes
        self._circle = PracticeCircle(setup, name, title, local_micros())
        self._tasks = Tasks()
        self.instrument = Instrument(
            *(self, engine, listening),
            report=NoEventLog(),
            on_state=lambda state: self._publish(state),
            on_strokes=lambda strokes: None,
            on_struck=on_struck,
            on_drum=on_drum,
            watch_devices=True,
        )

    async def start(self) -> PracticeState:
        """Start the sound engine."""
        self._loop = asyncio.get_running_loop()
        self.instrument.start()
        self._tasks.start(self._run(), "practice")
        return self._state(self.instrument.state)

    async def close(self) -> None:
        """Stop the sound engine. Idempotent."""
        await self._tasks.close()
        await self.instrument.close()

    def handle(self, intent: PracticeIntent) -> None:
        """Execute an intent."""
        match intent:
            case Practise(on):
                self._loop.call_soon_threadsafe(self._practise, on)
            case DismissNotice(notice):
                self._loop.call_soon_threadsafe(self.instrument.dismiss, notice)
            case PracticeSetup():
                self._loop.call_soon_threadsafe(self._configure, intent)
            case _:
                self.instrument.handle(intent)

    # --- as the instrument's circle ---------------------------------------------------------------------------------

    @property
    def circle(self) -> CircleSnapshot:
        return self._circle.circle

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """Add a stroke; it comes round one period later."""
        stroke = self._circle.strike(at, pad, velocity)
        if stroke is None:
            return None
        self._loop.call_soon(self.instrument.hear, [stroke])
        self._on_judged(self._circle.judged[-1:])
        return stroke.beat

    def publish_kit(self, sounds: tuple[PadSound, ...]) -> None:
        """Do nothing, because there are no other members."""

    def transfer(self, message: LoopTransfer) -> bool:
        """Return False, because there is no server."""
        return False

    def count_late(self, strokes: int) -> None:
        """Do nothing: without a network no stroke is late."""

    # ----------------------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            if coming := self._circle.coming(local_micros()):
                self.instrument.hear(coming)
                self._on_strokes(coming)
            self._keep_best()
            self._publish(self.instrument.state)
            await asyncio.sleep(TURN_S)

    def _practise(self, on: bool) -> None:
        if on:
            self._circle.start(local_micros())
        else:
            self._circle.stop(local_micros())
        self.instrument.follow(self.circle)

    def _configure(self, setup: PracticeSetup) -> None:
        self._circle.configure(setup, local_micros())
        self.instrument.follow(self.circle)

    def _keep_best(self) -> None:
        for score in self._circle.scores[-1:]:
            tempo = _tempo_key(score.tempo)
            self._best[tempo] = max(score.points, self._best.get(tempo, 0))

    def _publish(self, player: PlayerState) -> None:
        self._on_state(self._state(player))

    def _state(self, player: PlayerState) -> PracticeState:
        circle = self._circle
        best = self._best.get(_tempo_key(circle.setup.tempo), 0)
        return PracticeState(player, circle.setup, circle.running, tuple(circle.scores), best)


def _tempo_key(tempo: Tempo) -> str:
    """The key of a tempo among the best points: whole bpm."""
    return str(round(bpm_of(tempo)))
