"""A silent sound engine that records its calls."""

from collections.abc import Callable, Sequence

from drumcircle_gui.sound.messages import AudioHealth, AudioStatus, EngineEvent, PlayStroke
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import Micros


class Engine:
    """`made` holds every engine created."""

    made: list["Engine"] = []

    def __init__(self, config: EngineConfig, on_event: Callable[[EngineEvent], None]) -> None:
        self.plays: list[PlayStroke] = []
        self.masters: list[float] = []
        self.closed = False
        self._on_event = on_event
        self.made.append(self)

    def start(self) -> None:
        self._on_event(AudioHealth(0, 0.0, 0.0))
        self._on_event(AudioStatus("Speakers", 48_000, 256, Micros(0), ""))

    def close(self) -> None:
        self.closed = True

    def play(self, plays: Sequence[PlayStroke]) -> None:
        self.plays += plays

    def set_master(self, gain: float) -> None:
        if not self.masters or self.masters[-1] != gain:
            self.masters.append(gain)
