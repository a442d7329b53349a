"""Practising with a real sound process that has no device."""

import asyncio

import pytest

from drumcircle_gui.listening.player_state import StrikePad
from drumcircle_gui.player.practice.practice_circle import PracticeSetup
from drumcircle_gui.player.practice.practice_io import Practice
from drumcircle_gui.player.practice.practice_state import Practise
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.tools.loopback import Watch, run

FAST = PracticeSetup(tempo_of_bpm(400), Meter(4), 1, "even")


class Seat(Watch):
    """A practising player, with the states that it emits."""

    def __init__(self, best: dict[str, int]) -> None:
        super().__init__()
        self.states, self.judged, self.strokes = [], [], []
        self.practice = Practice(
            *("Oak", "Practice", FAST, EngineConfig("none")),
            best=best,
            on_state=lambda state: self._note(self.states, [state]),
            on_judged=lambda strokes: self._note(self.judged, strokes),
            on_strokes=lambda strokes: self._note(self.strokes, strokes),
        )

    def _note(self, kept, items) -> None:
        kept.extend(items)
        self.news()


@pytest.mark.slow
def test_strokes_are_judged_and_scored_and_the_best_score_is_kept() -> None:
    async def story() -> None:
        seat = Seat({"400": 0})
        await seat.practice.start()
        try:
            seat.practice.handle(Practise(on=True))
            await seat.until(lambda: seat.strokes)
            while not seat.judged:
                seat.practice.handle(StrikePad(91, 90))
                await asyncio.sleep(0.05)
            await seat.until(lambda: seat.states[-1].scores)
            assert seat.states[-1].best == max(score.points for score in seat.states[-1].scores)
            seat.practice.handle(FAST.__class__(FAST.tempo, FAST.meter, 0))
            await seat.until(lambda: len(seat.states[-1].player.circle.members) == 1)
            seat.practice.handle(Practise(on=False))
            await seat.until(lambda: not seat.states[-1].running)
        finally:
            await seat.practice.close()
            await seat.practice.close()

    run(story())
