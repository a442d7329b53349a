"""The controller of the recap page: makes the recap of a recording, plays a cycle, and saves it as a loop."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.recording.library_io import RecordingLibrary
from drumcircle_gui.recording.playback_io import RecordingPlayback
from drumcircle_gui.recording.recordings_state import Recording
from drumcircle_gui.recording.score import build_score
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks

from .loop_io import save_loop
from .recap import Recap, build_recap, loop_score
from .recap_state import DismissRecapNotice, MakeRecap, PlayCycle, RecapIntent, RecapNotice, RecapState, SaveLoop

log = logging.getLogger(__name__)

TURNS = 64
"""How often a cycle is repeated when it is played."""


class RecapController:
    """Carries out intents; `on_state` gets each new state. `engine` plays the cycles.

    Call `handle` from any thread, everything else on the loop that `start` ran on.
    """

    def __init__(self, engine: EngineConfig, on_state: Callable[[RecapState], None]) -> None:
        self._engine, self._on_state = engine, on_state
        self._state = RecapState()
        self._tasks = Tasks()
        self._playback: RecordingPlayback | None = None

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()

    async def close(self) -> None:
        """Stop playing. Idempotent."""
        await self._tasks.close()
        await self._stop()

    def handle(self, intent: RecapIntent) -> None:
        """Carry out `intent`."""
        self._loop.call_soon_threadsafe(self._handle, intent)

    def _handle(self, intent: RecapIntent) -> None:
        log.debug("%s", intent)
        match intent:
            case MakeRecap(file):
                self._tasks.start(self._make(Recording(file)), "make recap")
            case PlayCycle(cycle):
                self._tasks.start(self._play(cycle), "play cycle")
            case SaveLoop(cycle, to) if not self._state.busy:
                self._tasks.start(self._save(cycle, to), "save loop")
            case DismissRecapNotice():
                self._publish(notice=None)

    async def _make(self, recording: Recording) -> None:
        await self._stop()
        self._state = RecapState(recording.name)
        self._publish()
        try:
            recap = await asyncio.to_thread(_made, recording)
        except DrumCircleError as error:
            self._publish(notice=RecapNotice(error.what, error.todo))
        else:
            self._publish(recap=recap)

    async def _play(self, cycle: int | None) -> None:
        await self._stop()
        recap = self._state.recap
        if recap is not None and cycle is not None:
            score = loop_score(recap, recap.cycles[cycle], TURNS)
            self._playback = RecordingPlayback(score, self._engine, lambda: None, lambda: self._handle(PlayCycle(None)))
            self._playback.play()
            self._publish(playing=cycle)

    async def _stop(self) -> None:
        playback, self._playback = self._playback, None
        if playback is not None:
            self._publish(playing=None)
            await playback.close()

    async def _save(self, cycle: int, to: Path) -> None:
        recap = self._state.recap
        if recap is None:
            return
        self._publish(busy=True)
        try:
            await asyncio.to_thread(save_loop, recap, recap.cycles[cycle], to)
        except DrumCircleError as error:
            self._publish(busy=False, notice=RecapNotice(error.what, error.todo))
        else:
            notice = RecapNotice(f"{to.name} was saved.", f"It is in {to.parent}.", bad=False)
            self._publish(busy=False, saved=to, notice=notice)

    def _publish(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._on_state(self._state)


def _made(recording: Recording) -> Recap:
    return build_recap(build_score(RecordingLibrary(recording.file.parent).load(recording)))
