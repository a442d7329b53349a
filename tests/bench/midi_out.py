"""MIDI output: strokes against the same strokes in the loudspeakers, and MIDI clock against the circle's beats.

Aims: strokes, those of one's own pads too, at most 2 ms from their sound (p95); ticks of the clock at most 1 ms from
where they belong (p99).

Baseline: the same messages, sent by a program whose window paints, with a timer for each.

Needs: jackd.

A sound process plays into a JACK server with blocks of 64 frames. One client records its sound and receives its MIDI,
so that both have one sample clock. JACK's clients get MIDI at the beginnings of blocks, so that every time is up to
1.3 ms later than the message left. The clock goes through changes of tempo. What happened within 20 ms of a moment at
which the machine stood still, or a client lost a block, is left out.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random

import numpy as np

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.listening.outputs.midi_clock import MidiClock
from drumcircle_gui.listening.outputs.upcoming import OutputSource
from drumcircle_gui.sound.messages import AudioStatus, EngineEvent, PlayStroke
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, MidiOutStatus, TimedMidi
from drumcircle_gui.sound.midi_notes import CLOCK, DRUMS, NOTE_ON, START
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds, tempo_of_bpm
from tests.tools.rigs import jack
from tests.tools.rigs.jack_module import Module

from .form import Result, Row, at_most

FRAMES = 64
STROKES, QUICK_STROKES = 150, 50
GAPS_S = (0.12, 0.2)
CLAVES, VELOCITY = 75, 110
LOUD, QUIET_FRAMES = 0.02, 2400
BPM = (120, 126, 133, 141, 150)
"""A ramp: the tempo changes with each cycle."""

LEAD_IN_S, REST_S = 3.0, 0.5
NEAR = Micros(20_000)
WINDOW, HALF_TICK = 2400, Micros(8_000)
"""Frames within which a message belongs to a stroke; micros within which it belongs to a tick."""


def run(quick: bool) -> Result:
    """RuntimeError without a JACK server."""
    if reason := jack.missing():
        raise RuntimeError(reason)
    strokes = QUICK_STROKES if quick else STROKES
    with jack.jack_server(FRAMES) as server:
        rows = [
            session(server, "sound process", lambda port: _Engine(port), strokes),
            session(server, "own pads", lambda port: _OwnPads(port), strokes),
            session(server, "timer", lambda port: _Timer(port), strokes),
        ]
    ours, own, _ = rows
    aims = [
        at_most("strokes against sound, p95", _figure(ours, "stroke p95"), "ms", 2),
        at_most("own strokes against sound, p95", _figure(own, "stroke p95"), "ms", 2),
        at_most("clock, p99", _figure(ours, "tick p99"), "ms", 1),
    ]
    return Result(rows, aims, ["In ms; of ticks: how far their delays are from the median of all."])


def session(server: jack.Server, name: str, way: Callable[[str], "_Engine"], strokes: int) -> Row:
    module = Module(server, (None,))
    with module:
        player = way(module.port)
        try:
            module.connect(0, "^PortAudio:out_0$")
            sound, notes = _strokes(player, module, strokes)
            due, ticks = _clock(player, module)
        finally:
            player.close()
        stalls = module.disturbances(2 * FRAMES * SECOND // server.rate)
    disturbed = partial(_near, module, stalls)
    late = player.latency * server.rate // SECOND  # of the loudspeakers after the recorder
    off = [
        abs(note - at) * 1000 / server.rate
        for at, note in _matched([frame + late for frame in sound], notes, WINDOW)
        if not disturbed(at)
    ]
    arrived: dict[int, int] = {module.heard_at(frame): frame for frame in ticks}
    jitter = _jitter([pair for pair in _matched(due, [*arrived], HALF_TICK) if not disturbed(arrived[pair[1]])])
    return {
        "sent by": name,
        "strokes": len(off),
        "stroke p50": float(np.median(off)),
        "stroke p95": float(np.quantile(off, 0.95)),
        "ticks": len(jitter),
        "tick p50": float(np.median(jitter)),
        "tick p99": float(np.quantile(jitter, 0.99)),
        "left out": strokes - len(off) + len(due) - len(jitter),
    }


def _matched(wanted: Sequence[int], got: Sequence[int], within: int) -> Iterator[tuple[int, int]]:
    """Each of `wanted` with the nearest of `got`, if there is one so near."""
    for each in wanted:
        nearest = min(got, key=lambda other: abs(other - each), default=None)
        if nearest is not None and abs(nearest - each) <= within:
            yield each, nearest


def _strokes(player: "_Engine", module: Module, count: int) -> tuple[list[int], list[int]]:
    """The frames at which strokes sounded, and those at which the module received them."""
    chance, at = Random(1), Micros(local_micros() + seconds(LEAD_IN_S))
    plays = []
    for tag in range(1, count + 1):
        plays.append(PlayStroke(at, CLAVES, VELOCITY, 1, tag))
        at = Micros(at + seconds(chance.uniform(*GAPS_S)))
    player.play(plays)
    player.send([TimedMidi(play.at, bytes((NOTE_ON | DRUMS, CLAVES, VELOCITY))) for play in plays])
    _wait_until(Micros(at + seconds(REST_S)))
    sound = jack.onsets(module.taken()[:, 0], LOUD, QUIET_FRAMES)
    return sound, [frame for frame, _ in module.messages(NOTE_ON | DRUMS)]


def _clock(player: "_Engine", module: Module) -> tuple[list[Micros], list[int]]:
    """The local times at which ticks were due, and the frames at which the module received them."""
    now = local_micros()
    timeline = Timeline.stopped(tempo_of_bpm(BPM[0]), Meter(4)).changed(seconds(LEAD_IN_S), running=True)
    for bpm in BPM[1:]:
        timeline = timeline.changed(timeline.latest.at, tempo=tempo_of_bpm(bpm))
    end = Micros(timeline.latest.at + seconds(2))
    circle = CircleSnapshot(entry=1, timeline=timeline, clock=Clock(now, -now, 0.0, Micros(0), Micros(0)))
    stretch = OutputSource().next(circle, now, end, (), {})
    assert stretch is not None
    messages = [each for each in MidiClock().messages(stretch) if each.at > now + seconds(LEAD_IN_S) - SECOND]
    started = next(each.at for each in messages if each.data[0] == START)
    player.send(messages)
    _wait_until(Micros(now + end + seconds(REST_S)))
    due = [each.at for each in messages if each.data[0] == CLOCK and each.at > started]
    return due, [frame for frame, _ in module.messages(CLOCK)]


def _jitter(pairs: Sequence[tuple[int, int]]) -> list[float]:
    """The deviation of each tick from its due time, in ms. JACK delays all of them by one or two blocks."""
    delays = np.array([got - wanted for wanted, got in pairs], float)
    return [abs(float(off)) / 1000 for off in delays - np.median(delays)]


def _near(module: Module, stalls: Sequence[tuple[Micros, Micros]], frame: int) -> bool:
    at = module.heard_at(frame)
    return any(before - NEAR <= at <= after + NEAR for before, after in stalls)


def _figure(row: Row, name: str) -> float:
    return float(row[name] or 0)


def _wait_until(at: Micros) -> None:
    threading.Event().wait(max(at - local_micros(), 0) / SECOND)


class _Engine:
    """The program's sender: the sound process."""

    def __init__(self, port: str | None) -> None:
        self._events: list[EngineEvent] = []
        self._engine = AudioEngine(EngineConfig("system"), self._events.append)
        self._engine.choose_midi_out(self._choice(port))
        self._engine.start()
        jack.wait_until(lambda: self._ready(port is not None), "no sound, or no MIDI output")

    def _choice(self, port: str | None) -> ChooseMidiOut:
        return ChooseMidiOut(port)

    def play(self, plays: Sequence[PlayStroke]) -> None:
        self._engine.play(plays)

    def send(self, messages: Sequence[TimedMidi]) -> None:
        self._engine.send_midi(messages)

    def close(self) -> None:
        self._engine.close()

    @property
    def latency(self) -> Micros:
        """The latency between the recorder and the loudspeakers."""
        return next(each.latency for each in self._events if isinstance(each, AudioStatus) and each.name)

    def _ready(self, midi: bool) -> bool:
        sound = any(isinstance(each, AudioStatus) and each.name for each in self._events)
        return sound and (not midi or any(isinstance(each, MidiOutStatus) and each.open for each in self._events))


class _OwnPads(_Engine):
    """The strokes are those of this machine's own pads."""

    def _choice(self, port: str | None) -> ChooseMidiOut:
        return ChooseMidiOut(port, own="now")

    def play(self, plays: Sequence[PlayStroke]) -> None:
        for play in plays:
            _wait_until(play.at)
            self._engine.strike(play.pad, play.velocity)

    def send(self, messages: Sequence[TimedMidi]) -> None:
        super().send([each for each in messages if each.data[0] != NOTE_ON | DRUMS])


class _Timer(_Engine):
    """The baseline's sender: a program that also paints a window."""

    def __init__(self, port: str) -> None:
        super().__init__(None)
        self._port = port

    def send(self, messages: Sequence[TimedMidi]) -> None:
        command = [sys.executable, "-m", "tests.tools.baselines.timer_midi", self._port]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sender:
            assert sender.stdin is not None
            assert sender.stdout is not None
            assert sender.stdout.readline() == "ready\n"
            sender.stdin.writelines(f"{each.at} {each.data.hex()}\n" for each in messages)
            sender.stdin.close()
            sender.wait()
