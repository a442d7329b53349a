"""A drum module plays the guide of a circle of one in time with the loudspeakers, and a sequencer follows its clock.

Judged are beats around which the machine did not stand still, and no client of the sound server lost a block.
"""

import asyncio
from collections.abc import Callable
from itertools import pairwise
from statistics import median

import pytest

from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut
from drumcircle_gui.listening.player_state import ListeningState, StrikePad, Volumes
from drumcircle_gui.player.practice.practice_circle import PracticeSetup
from drumcircle_gui.player.practice.practice_io import Practice
from drumcircle_gui.player.practice.practice_state import Practise
from drumcircle_gui.sound.midi_notes import CLOCK, DRUMS, NOTE_ON, START, STOP
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import SECOND, tempo_of_bpm
from tests.tools.rigs import jack
from tests.tools.rigs.jack_module import Module

pytestmark = [pytest.mark.slow, pytest.mark.alone]

FRAMES, ENOUGH, TICKS = 64, 4, 24
CLAVES, OWN_STROKES, APART_S = 75, 8, 0.3
BEATS = 12
TEMPO = tempo_of_bpm(120)
LOUD, QUIET_FRAMES = 0.1, 6_000
A_FEW_MS = 5_000
NEAR = 30_000
CLOSE = 2_000
"""Microseconds between a drum in the loudspeakers and at the module, for half of the beats."""


@pytest.fixture(scope="module")
def module():
    if reason := jack.missing():
        pytest.skip(reason)
    with jack.jack_server(FRAMES) as server:
        made = Module(server, (None,))
        with made:
            asyncio.run(asyncio.wait_for(_practise(made), 60))
        yield made


async def _practise(module: Module) -> None:
    setup = SetUpMidiOut(module.port, own="now", guide=True, clock=True)
    states = []
    practice = Practice(
        *("Oak", "Practice", PracticeSetup(TEMPO, Meter(4), 0, "even"), EngineConfig("system")),
        ListeningState(volumes=Volumes(guide=1.0), midi_out=setup),
        best={},
        on_state=states.append,
    )
    await practice.start()
    try:
        await _until(lambda: states and _ready(states[-1].player.sound))
        module.latency = states[-1].player.sound.device.latency
        module.connect(0, "^PortAudio:out_0$")
        practice.handle(Practise(on=True))
        await _until(lambda: len(module.messages(NOTE_ON | DRUMS)) >= BEATS)
        practice.handle(Practise(on=False))
        await _until(lambda: module.messages(STOP))
        for _ in range(OWN_STROKES):
            await _pass(module)  # the guide's last beat has to fade out before the first stroke
            practice.handle(StrikePad(CLAVES, 110))
        await _pass(module)
    finally:
        await practice.close()


async def _pass(module: Module) -> None:
    """Record for APART_S seconds. The strokes' notes are not waited for, as a busy JACK server may lose one."""
    frame = module.frames
    await _until(lambda: module.frames > frame + APART_S * module.rate)


async def _until(holds: Callable[[], object]) -> None:
    while not holds():
        await asyncio.sleep(0.02)


def _ready(sound) -> bool:
    return bool(sound.device and sound.device.name and sound.midi_out and sound.midi_out.open)


@pytest.fixture(scope="module")
def calm(module: Module) -> Callable[[int, int], bool]:
    """Whether nothing disturbed the machine between two frames."""
    stalls = module.disturbances(2 * FRAMES * SECOND // module.rate)

    def holds(first: int, last: int) -> bool:
        begin, end = module.heard_at(first) - NEAR, module.heard_at(last) + NEAR
        return not any(before <= end and after >= begin for before, after in stalls)

    return holds


def only(module: Module, status: int) -> int:
    """The frame of the only message of that kind. A busy JACK server may lose it."""
    frames = [frame for frame, _ in module.messages(status)]
    if not frames and module.disturbances(2 * FRAMES * SECOND // module.rate):
        pytest.skip("the machine stood still: a message was lost")
    (frame,) = frames
    return frame


def enough(found: list[float]) -> list[float]:
    if len(found) < ENOUGH:
        pytest.skip(f"the machine stood still too often: only {len(found)} beats are left to judge")
    return found


@pytest.mark.parametrize("own", [False, True], ids=["guide", "own strokes"])
def test_the_module_plays_when_the_loudspeakers_do(module: Module, calm: Callable[[int, int], bool], own: bool) -> None:
    late = module.latency * module.rate // SECOND  # of the loudspeakers after the recorder
    heard = [frame + late for frame in jack.onsets(module.taken()[:, 0], LOUD, QUIET_FRAMES)]
    stop = only(module, STOP)
    notes = [frame for frame, _ in module.messages(NOTE_ON | DRUMS) if (frame > stop) is own]
    apart = enough(
        [min(abs(frame - each) for each in heard) * SECOND / module.rate for frame in notes if calm(frame, frame)]
    )
    assert median(apart) <= CLOSE
    assert max(apart) <= A_FEW_MS


def test_a_sequencer_starts_on_the_first_beat_and_has_24_ticks_to_each(
    module: Module, calm: Callable[[int, int], bool]
) -> None:
    start = only(module, START)
    stop = only(module, STOP)
    notes = [frame for frame, _ in module.messages(NOTE_ON | DRUMS) if start < frame <= stop]
    ticks = [frame for frame, _ in module.messages(CLOCK)]
    beat = TEMPO * module.rate // SECOND
    if calm(start, notes[0]):
        assert notes[0] - start < beat // TICKS
    for before, after in pairwise(notes):
        if after - before < 1.5 * beat and calm(before, after):
            half = beat // TICKS // 2
            assert len([frame for frame in ticks if before - half <= frame < after - half]) == TICKS
    apart = enough(
        [min(abs(tick - note) for tick in ticks) * SECOND / module.rate for note in notes if calm(note, note)]
    )
    assert median(apart) <= CLOSE
