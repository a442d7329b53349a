"""Plays hundreds of strokes on an audio engine, and clicks on a bare audio callback, each in a process of its own.

The measured strokes are alone on the right channel; all others are on the left, in the same mix.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from random import Random
from typing import Any

from drumcircle_gui.sound.messages import AudioHealth, AudioStatus, EngineEvent, PlayedStroke, PlayStroke
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.sound.synth.kit import PADS
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.e2e.programs import cpu_of

from .gauge import Figures
from .workers import answer, answering

CLAVES = 75
MEASURED = 1
"""The player whose strokes are measured."""

APART, SCATTER = 170_000, 40_000
"""Microseconds between measured strokes: at least APART, and up to SCATTER more, independent of audio blocks."""

SIXTEENTH = 125_000
"""Micros of a sixteenth at 120 bpm. Every other player strikes on each one, with a deviation of HAND."""

HAND = 15_000.0
CROWD_GAIN = 0.1
HORIZON, TURN_S = SECOND, 0.2
LEAD = Micros(1_200_000)
CLICK_FRAMES = 24

Answers = Mapping[str, Callable[[], Awaitable[Any]]]


@dataclass(frozen=True)
class Outcome:
    """The result of one case: when the measured strokes were due (`wanted`) and their reported errors, in microseconds;
    the number of all strokes and of late ones; underruns; and the process's share of a core."""

    wanted: Sequence[int]
    reported: Sequence[int]
    strokes: int
    late: int
    underruns: int
    cpu: float


def moments(begin: Micros, seconds: float, chance: Random) -> list[Micros]:
    """When the measured strokes are due."""
    count = int(seconds * SECOND / (APART + SCATTER / 2))
    gaps = [APART + chance.randint(0, SCATTER) for _ in range(count)]
    return [Micros(begin + sum(gaps[:number])) for number in range(count)]


def crowd(begin: Micros, seconds: float, players: int, chance: Random) -> Iterator[PlayStroke]:
    """The strokes of all other players."""
    tag = 1_000_000
    for sixteenth in range(int(seconds * SECOND / SIXTEENTH)):
        for player in range(MEASURED + 1, players + 1):
            tag += 1
            at = Micros(round(begin + sixteenth * SIXTEENTH + chance.gauss(0, HAND)))
            yield PlayStroke(at, PADS[player % len(PADS)].key, chance.randint(40, 127), player, tag)


class Band:
    """An audio engine, and the players whose strokes it plays."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ready = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._played: dict[int, PlayedStroke] = {}
        self._underruns = 0
        self._counted = asyncio.Event()
        self._engine = AudioEngine(EngineConfig("system"), self._hear)
        self._engine.set_channel(MEASURED, 1.0, 1.0)
        self._engine.start()

    async def ready(self) -> None:
        """Returns when the engine has a sound device."""
        await self._ready.wait()

    async def close(self) -> None:
        await asyncio.to_thread(self._engine.close)

    async def strike(self, players: int) -> Outcome:
        """Let that many players strike; each stroke is given to the engine HORIZON before it is due, as in a circle."""
        chance, begin = Random(players), Micros(local_micros() + LEAD)
        wanted = moments(begin, self._seconds, chance)
        plays = [PlayStroke(at, CLAVES, 120, MEASURED, tag) for tag, at in enumerate(wanted)]
        plays = sorted([*plays, *crowd(begin, self._seconds, players, chance)], key=lambda play: play.at)
        for player in range(MEASURED + 1, players + 1):
            self._engine.set_channel(player, CROWD_GAIN, -1.0)
        self._played.clear()
        underruns, cpu, since = self._underruns, self._cpu(), local_micros()
        await self._hand_out(plays)
        spent = (self._cpu() - cpu) * SECOND / (local_micros() - since)
        await self.count()
        reported = [self._played[tag].at - at for tag, at in enumerate(wanted)]
        late = sum(played.late for played in self._played.values())
        return Outcome(wanted, reported, len(plays), late, self._underruns - underruns, spent)

    async def _hand_out(self, plays: Sequence[PlayStroke]) -> None:
        given = 0
        while len(self._played) < len(plays):
            until = local_micros() + HORIZON
            due = given
            while due < len(plays) and plays[due].at < until:
                due += 1
            self._engine.play(plays[given:due])
            given = due
            await asyncio.sleep(TURN_S)

    async def count(self) -> None:
        """Wait until the engine has counted its underruns again, which it does once a second. Call it before `strike`,
        to leave out those of the time in which the recorder is connected and the case before is evaluated."""
        self._counted.clear()
        await self._counted.wait()

    def _cpu(self) -> float:
        assert self._engine.pid is not None
        return cpu_of(self._engine.pid)

    def _hear(self, event: EngineEvent) -> None:
        match event:
            case PlayedStroke():
                self._played[event.tag] = event
            case AudioHealth():
                self._underruns = event.underruns
                self._loop.call_soon_threadsafe(self._counted.set)
            case AudioStatus() if event.name is not None:
                self._loop.call_soon_threadsafe(self._ready.set)


def band(seconds: float, cases: Sequence[int]) -> Answers:
    """The requests that a worker with a `Band` answers: "ready", "count", "stop", and numbers of players."""
    made = Band(seconds)
    strikes = {str(players): partial(made.strike, players) for players in cases}
    return {"ready": made.ready, "count": made.count, "stop": made.close, **strikes}


def strike(line: Connection, seconds: float, cases: Sequence[int]) -> None:
    """Runs a band without a window."""

    async def nothing() -> Figures:
        """There is no window to measure."""
        return Figures(0.0, 0.0, 0.0, 0.0, 0.0)

    async def live() -> None:
        await answering(line, {**band(seconds, cases), **dict.fromkeys(("begin", "figures", "close"), nothing)})

    asyncio.run(live())


# --- the reference ---------------------------------------------------------------------------------------------------


class Clicks:
    """The simplest program that plays clicks at given times: an audio callback that trusts the device's clock."""

    def __init__(self, seconds: float) -> None:
        import sounddevice

        self._seconds = seconds
        self._due: list[Micros] = []
        self._underruns = 0
        apis = sounddevice.query_hostapis()
        jack = next(api for api in apis if "JACK" in api["name"])
        self._stream = sounddevice.OutputStream(
            device=jack["default_output_device"], channels=2, dtype="float32", latency="low", callback=self._callback
        )
        self._stream.start()

    async def click(self) -> Outcome:
        """Play clicks for as long as the strokes last."""
        wanted = moments(Micros(local_micros() + LEAD), self._seconds, Random(7))
        before = self._underruns
        self._due = list(wanted)
        await asyncio.sleep((wanted[-1] - local_micros()) / SECOND + TURN_S)
        return Outcome(wanted, [], len(wanted), 0, self._underruns - before, 0.0)

    async def close(self) -> None:
        self._stream.close()

    def _callback(self, out: Any, frames: int, times: Any, status: Any) -> None:
        begin = local_micros() + (times.outputBufferDacTime - times.currentTime) * SECOND
        self._underruns += bool(status.output_underflow)
        out[:] = 0
        while self._due and (frame := round((self._due[0] - begin) * self._stream.samplerate / SECOND)) < frames:
            out[max(frame, 0) :][:CLICK_FRAMES] = 0.5
            del self._due[0]


def click(line: Connection, seconds: float) -> None:
    """Runs the baseline."""
    made = Clicks(seconds)
    answer(line, {"click": made.click, "close": made.close})
