"""From a note at a kit's MIDI port to its sound: idle, beside a busy window, a busy machine, in a flood of MIDI.

Aims: p50 and p99 at most the audio device's own latency plus one block; no stroke lost; a flood costs at most half a
core.

Baseline: the latency that the audio device reports, and a block, which a note waits for on average half and at most
once.

Needs: jackd.

Two kits in JACK's MIDI ports play into one sound process; its output is recorded. Window: another process paints a
circle's ring with 50 players as often as it can. Busy: another process keeps a core busy. Flood: active sensing every
300 ms, clock at 400 bpm, 128 KiB of system exclusive messages a second, and 2,000 notes a second from the second kit,
which plays without a sound of its own. Strokes during which the machine stood still, or whose sound the recording may
lack, are not judged; their number is printed.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from random import Random

import numpy as np

from drumcircle_gui.sound.messages import AudioStatus, EngineEvent, MidiStatus, PadSetup, PadStroke, SetUpPads
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.e2e.programs import cpu_of
from tests.tools.rigs import jack

from .form import Aim, Result, Row, at_most

BLOCKS = (64, 128)
HITS, QUICK_HITS = 80, 25
GAPS_S = (0.12, 0.2)
CLAVES = 75
LOUD = 0.02
QUIET_FRAMES = 2400
AROUND = 50_000
"""Micros around a stroke in which the machine must not stall."""

EXCLUSIVES_PER_S = 16
PAINTING = """
from PySide6.QtWidgets import QApplication
from tests.gallery.circle_entries import player
app = QApplication([])
view = player()
view.resize(1366, 768)
view.show()
while True:
    app.processEvents()
    view.ring.repaint()
"""
FLOOD_SETUP = SetUpPads((PadSetup("Flood:out", threshold=127),))
"""The set-up in which the strokes of the flood are below the threshold: they cause all the work except the sound."""

SENSING, CLOCK = [0xFE], [0xF8]
CLOCK_S = 60 / 400 / 24
EXCLUSIVE = [0xF0, *[1] * (8 * 1024 - 2), 0xF7]
"""As large as a JACK MIDI port takes at once; `tests/sound/device/test_midi_io.py` has one of 1 MiB."""


def run(quick: bool) -> Result:
    """RuntimeError without a JACK server."""
    if reason := jack.missing():
        raise RuntimeError(reason)
    hits = QUICK_HITS if quick else HITS
    rows = [row for frames in (BLOCKS[1:] if quick else BLOCKS) for row in measured(frames, hits)]
    return Result(rows, list(aims(rows)), ["In ms; processor: % of one core, used by the sound process."])


def measured(frames: int, hits: int) -> Iterator[Row]:
    surroundings = {"idle": nullcontext, "window": busy_window, "busy": busy_core, "flood": flood}
    with jack.jack_server(frames) as server:
        for name, surrounding in surroundings.items():
            yield session(server, frames, name, surrounding, hits)


def session(server: jack.Server, frames: int, name: str, surrounding, hits: int) -> Row:  # type: ignore[no-untyped-def]
    events: list[EngineEvent] = []
    kit, other = jack.Pads("Kit"), jack.Pads("Flood")
    engine = AudioEngine(EngineConfig("system", pads=FLOOD_SETUP), events.append)
    engine.start()
    try:
        jack.wait_until(lambda: ready(events), "no sound, or no MIDI")
        device = next(each for each in events if isinstance(each, AudioStatus) and each.name)
        with server.recorder(["^PortAudio:out_0$"]) as recorder, surrounding(other):
            assert engine.pid is not None
            cpu, since = cpu_of(engine.pid), local_micros()
            struck = strike(kit, hits)
            share = (cpu_of(engine.pid) - cpu) * SECOND / (local_micros() - since)
            heard = [recorder.heard_at(frame) for frame in jack.onsets(recorder.taken()[:, 0], LOUD, QUIET_FRAMES)]
            stalls = recorder.disturbances(round(2 * frames * SECOND / server.rate))
    finally:
        engine.close()
        kit.unplug()
        other.unplug()
    judged = [hit for hit in struck if not any(hit - AROUND <= end and begin <= hit + AROUND for begin, end in stalls)]
    late = [min(at - hit for at in heard if at > hit) / 1000 for hit in judged if any(at > hit for at in heard)]
    reported = sum(isinstance(each, PadStroke) for each in events)
    return row(frames, server.rate, name, device, late, hits - reported, share)


def row(frames: int, rate: int, name: str, device: AudioStatus, late: list[float], lost: int, share: float) -> Row:
    if not late:
        raise RuntimeError("the machine stood still during every stroke")
    return {
        "frames": frames,
        "machine": name,
        "block": 1000 * frames / rate,
        "device": device.latency / 1000,
        "p50": float(np.median(late)),
        "p99": float(np.quantile(late, 0.99)),
        "judged": len(late),
        "lost": lost,
        "processor": 100 * share,
    }


def aims(rows: list[Row]) -> Iterator[Aim]:
    for each in rows:
        what = f"{each['frames']} frames, {each['machine']}"
        block = float(each["device"] or 0) + float(each["block"] or 0)
        for quantile in ("p50", "p99"):
            yield at_most(f"{what}: {quantile}", float(each[quantile] or 0), "ms", block)
        yield at_most(f"{what}: lost", int(each["lost"] or 0), "", 0)
        if each["machine"] == "flood":
            yield at_most(f"{what}: processor", float(each["processor"] or 0), "%", 50)


def ready(events: list[EngineEvent]) -> bool:
    ports = [len(each.open) for each in events if isinstance(each, MidiStatus)]
    return any(isinstance(each, AudioStatus) and each.name for each in events) and bool(ports) and ports[-1] == 2


def strike(kit: jack.Pads, hits: int) -> list[Micros]:
    """The local time of each stroke."""
    chance, pause, struck = Random(1), threading.Event(), []
    for _ in range(hits):
        pause.wait(chance.uniform(*GAPS_S))
        struck.append(local_micros())
        kit.hit(CLAVES, 110)
    pause.wait(0.3)
    return struck


def busy_core(_: jack.Pads) -> AbstractContextManager[None]:
    return beside("while True: pass")


def busy_window(_: jack.Pads) -> AbstractContextManager[None]:
    return beside(PAINTING)


@contextmanager
def beside(program: str) -> Iterator[None]:
    """A context in which another process runs this program."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen([sys.executable, "-c", program], env=environment)
    try:
        yield
    finally:
        process.kill()
        process.wait()


@contextmanager
def flood(kit: jack.Pads) -> Iterator[None]:
    """A context in which a thread sends the flood."""
    over = threading.Event()

    def send() -> None:
        begun, notes, clocks, exclusives = local_micros(), 0, 0, 0
        while not over.wait(0.005):
            passed = (local_micros() - begun) / SECOND
            while notes < passed * 2000:
                kit.hit(40 + notes % 8, 60)
                notes += 1
            while exclusives < passed * EXCLUSIVES_PER_S:
                kit.send(EXCLUSIVE)
                exclusives += 1
            while clocks < passed / CLOCK_S:
                kit.send(SENSING if clocks % 48 == 0 else CLOCK)
                clocks += 1

    thread = threading.Thread(target=send, name="flood")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
