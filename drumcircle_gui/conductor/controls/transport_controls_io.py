"""Start, stop, tempo and cues by MIDI controls."""

import asyncio
from collections.abc import Callable

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.listening.controls.control_map import Target
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.timing.units import bpm_of, tempo_of_bpm

LOWEST_BPM, STEPS = 60, 127
"""The tempo of a fader at its lower end, and the number of its steps of 1 bpm: one for each value of a MIDI
controller."""

MIN_BPM, MAX_BPM = 30, 400
SETTLE_S = 0.25
"""A tempo is requested once its fader has not moved for this long."""


class TransportControls:
    """Carries out what MIDI controls do to the transport. Use on one event loop.

    `circle` returns the present circle, `request` sends a request to the server, `cue` gives the cue with this number.
    """

    def __init__(
        self,
        circle: Callable[[], CircleSnapshot],
        request: Callable[[ChangeTimeline], None],
        cue: Callable[[int], None],
    ) -> None:
        self._circle, self._request, self._cue = circle, request, cue
        self._wanted: float | None = None
        self._timer: asyncio.TimerHandle | None = None

    def level(self, target: Target) -> float | None:
        """The position of the tempo's fader, 0 to 1; outside that range for tempos that the fader does not reach."""
        return (self._bpm() - LOWEST_BPM) / STEPS if target.kind == "tempo" else None

    def act(self, target: Target, position: float | None) -> None:
        """Set the tempo to that of a fader's `position`, or carry out the action of a button."""
        latest = self._circle().timeline.latest
        match target.kind:
            case "tempo" if position is not None:
                self._set_tempo(LOWEST_BPM + round(STEPS * position))
            case "faster" | "slower":
                step = 1 if target.kind == "faster" else -1
                self._set_tempo(min(max(round(self._bpm()) + step, MIN_BPM), MAX_BPM))
            case "cue":
                self._cue(int(target.name))
            case "start" | "stop" if latest.running == (target.kind == "start"):
                return
            case "start" | "stop" | "start_stop":
                self._request(ChangeTimeline(latest.epoch, running=not latest.running))

    def close(self) -> None:
        """Drop a tempo that was not requested yet. Idempotent."""
        if self._timer is not None:
            self._timer.cancel()

    def _bpm(self) -> float:
        return self._wanted if self._wanted is not None else bpm_of(self._circle().timeline.latest.tempo)

    def _set_tempo(self, bpm: float) -> None:
        self.close()
        self._wanted = bpm
        self._timer = asyncio.get_running_loop().call_later(SETTLE_S, self._request_tempo)

    def _request_tempo(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._request(ChangeTimeline(self._circle().timeline.latest.epoch, tempo=tempo_of_bpm(wanted)))
