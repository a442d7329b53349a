"""A silent sound engine that records its calls."""

from collections.abc import Callable, Mapping, Sequence

from drumcircle_gui.sound.messages import AudioHealth, AudioStatus, EngineEvent, LoopPart, PlayStroke
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import Micros


class Engine:
    """`made` holds every engine created."""

    made: list["Engine"] = []

    def __init__(self, config: EngineConfig, on_event: Callable[[EngineEvent], None]) -> None:
        self.plays: list[PlayStroke] = []
        self.masters: list[float] = []
        self.gains: dict[int, float] = {}
        self.loops: list[dict[str, str]] = []
        self.parts: list[tuple[LoopPart, ...]] = []
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

    def set_channel(self, channel: int, gain: float, pan: float) -> None:
        self.gains[channel] = gain

    def load_loops(self, files: Mapping[str, str]) -> None:
        self.loops.append(dict(files))

    def play_loop(self, parts: Sequence[LoopPart]) -> None:
        self.parts.append(tuple(parts))

    def set_master(self, gain: float) -> None:
        if not self.masters or self.masters[-1] != gain:
            self.masters.append(gain)
