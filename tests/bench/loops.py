"""Spread of strokes, guide and loop over the speakers of three players with round trips of 22, 128 and 352 ms.

A fourth player joins while the loop plays. Meanwhile its file travels, the tempo changes and comes back, and a line is
cut. The loop is noise, so that each quarter of a second of it is found in each recording, to the sample.

Aims: p99 of the spread at most 2 ms for each of them, the fourth player included; the loop within 10 ms of its place.

Baseline: the strokes, of the same session.

Needs: root on Linux (network namespaces), jackd.
"""

import json
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy
import soundfile

from drumcircle_gui.loops.loop_plan import LoopPlan, stretches
from drumcircle_gui.sound.synth.kit import GUIDE_BEAT, GUIDE_CYCLE, GUIDE_VELOCITY
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.e2e.listening import Channel, Ear
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.profiles import LOS_ANGELES, PITTSBURGH, SHENYANG
from tests.tools.rigs import jack

from .band import Band, gathered, seated
from .form import Aim, Cell, Result, Row, at_least, at_most
from .hindsight import SETTLING, STALL, Hindsight, Player, quantiles

LINES = {"pittsburgh": PITTSBURGH, "los-angeles": LOS_ANGELES, "shenyang": SHENYANG}
LATE = "late, shenyang"
RATE, BLOCK = 48_000, 256
BEATS, TEMPO_BPM = 8, 120
LOOP_S = BEATS * 60 / TEMPO_BPM
WINDOW_S = 0.25
BAND_HZ, LEVEL = (500, 1500), 0.03
CLEARLY = 0.5
"""Correlation of a window with the loop from which it is the loop."""

AIM_MS, PLACE_MS = 2.0, 10.0


@dataclass(frozen=True)
class Times:
    """Seconds for which each situation lasts, and before the first."""

    settling: float
    each: float


WHOLE, QUICK = Times(30.0, 20.0), Times(1.0, 6.0)


def run(quick: bool) -> Result:
    """RuntimeError without network namespaces or a JACK server."""
    if reason := namespaces.missing() or jack.missing():
        raise RuntimeError(reason)
    with jack.jack_server(BLOCK) as server, Internet() as net, ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        options = "--tempo", str(TEMPO_BPM), "--beats", str(BEATS)
        band = stack.enter_context(gathered(net, LINES, folder, *options))
        return _Session(band, server, folder, QUICK if quick else WHOLE, stack).played()


def noise(seconds: float, seed: int = 1) -> Channel:
    """Noise that never repeats, in a band in which neither it nor the drums hide each other's beginnings."""
    white = np.random.default_rng(seed).standard_normal(round(seconds * RATE))
    band: Channel = (in_band(white) * LEVEL / np.std(in_band(white))).astype(np.float32)
    return band


def in_band(sound: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The part of `sound` in the loop's band, without a phase shift."""
    filtered: npt.NDArray[Any] = scipy.signal.sosfiltfilt(
        scipy.signal.butter(4, BAND_HZ, "bandpass", fs=RATE, output="sos"), sound
    )
    return filtered


class _Session:
    """A session: its course, and its recording."""

    def __init__(self, band: Band, server: jack.Server, folder: Path, times: Times, stack: ExitStack) -> None:
        self._band, self._server, self._folder, self._times, self._stack = band, server, folder, times, stack
        self._pause = threading.Event()
        self._spans: dict[str, tuple[Micros, Micros]] = {}
        self._loop = noise(LOOP_S)
        self._seats = dict(band.seats)

    def played(self) -> Result:
        band, file = self._band, self._folder / "noise.flac"
        soundfile.write(file, np.stack([self._loop, self._loop], axis=1), RATE, subtype="PCM_16")
        ports = [*(f"^{seat.speaker}$" for seat in band.seats.values()), None]
        with self._server.recorder(ports) as recorder, band.playing():
            self._pause.wait(self._times.settling + band.period)
            self._situation("strokes and guide alone")
            self._situation("the file travels, then plays", lambda: self._loop_plays(file))
            self._situation("a player joins late", lambda: self._join_late(recorder))
            self._situation("another tempo", lambda: self._conduct(do="tempo", bpm=TEMPO_BPM * 1.1))
            self._situation("its tempo again", lambda: self._conduct(do="tempo", bpm=TEMPO_BPM))
            self._situation("a line is cut for 3 s", lambda: self._band.net.cut(self._seats["shenyang"].host, 3.0))
            self._pause.wait(band.period + 1)
            timeline, plan = band.conductor.circle.timeline, band.conductor.circle.loops
            sound = recorder.taken()
        return self._judged(recorder, sound, timeline, plan)

    def _situation(self, name: str, begin: Callable[[], object] = lambda: None) -> None:
        begun = local_micros()
        begin()
        self._pause.wait(self._times.each)
        self._spans[name] = begun, local_micros()

    def _loop_plays(self, file: Path) -> None:
        self._conduct(do="loop", file=str(file), beats=BEATS)

    def _conduct(self, **line: object) -> None:
        self._band.conduct(json.dumps(line))

    def _join_late(self, recorder: jack.Recorder) -> None:
        seat = seated(self._band.net, LATE, SHENYANG, self._folder, str(self._band.invite))
        self._seats[LATE] = self._stack.enter_context(seat)
        recorder.connect(len(LINES), f"^{self._seats[LATE].speaker}$")

    # --- what was heard ---------------------------------------------------------------------------------------------

    def _judged(self, recorder: jack.Recorder, sound: jack.Sound, timeline: Timeline, plan: LoopPlan) -> Result:
        channels = dict(zip(self._seats, sound.T, strict=True))
        windows = [positions(self._loop, channel) for channel in channels.values()]
        strokes = self._strokes(recorder, channels)
        found = {
            "strokes": [(frame, spread) for frame, spread, _ in strokes],
            "guide": _together([_guides(channel) for channel in channels.values()]),
            "loop": _loops(windows),
        }
        stalls = recorder.disturbances(STALL)
        rows = [
            _row(situation, what, [spread for at, spread in found[what] if _tells(recorder, at, span, stalls)])
            for situation, span in self._spans.items()
            for what in found
        ]
        told = [window for each in windows for window in each if _is_undisturbed(recorder.heard_at(window[0]), stalls)]
        ahead = list(self._ahead(recorder, told, timeline, plan))
        return Result(rows, _aims(rows, ahead, median(early for _, _, early in strokes)), [_note(stalls)])

    def _strokes(self, recorder: jack.Recorder, channels: Mapping[str, Channel]) -> list[tuple[int, float, float]]:
        """For each stroke heard in all speakers: its frame, its spread, and how early it is by the recorder's clock."""
        players = {
            name: Player(self._seats[name].program.report("heard"), self._seats[name].program.report("clock"), channel)
            for name, channel in channels.items()
        }
        hindsight = Hindsight(recorder, RATE, self._band.truth, players)
        found = []
        for stroke, due in hindsight.due.items():
            onsets = [hindsight.onset(name, stroke) for name in players if stroke in players[name].told]
            frames = [frame for frame in onsets if frame is not None]
            if len(frames) == len(onsets) >= len(LINES):
                early = due - self._band.truth - recorder.heard_at(frames[0])
                found.append((frames[0], 1000 * (max(frames) - min(frames)) / RATE, early / 1000))
        return found

    def _ahead(
        self, recorder: jack.Recorder, windows: Sequence[tuple[int, float | None]], timeline: Timeline, plan: LoopPlan
    ) -> Iterator[float]:
        """By how many ms each window is ahead of the circle's timeline, by the recorder's clock."""
        for frame, place in windows:
            at = Micros(recorder.heard_at(frame) + self._band.truth)
            for part in stretches(timeline, plan, at, Micros(at + 1)):
                if place is not None and part.at + SECOND // 2 < at < part.until - SECOND // 2:
                    yield 1000 * place / RATE - (part.position + at - part.at) / 1000


def _guides(channel: Channel) -> list[int]:
    return Ear(RATE).onsets(channel, (GUIDE_BEAT, GUIDE_CYCLE), GUIDE_VELOCITY, apart=0.1)


def _together(onsets: Sequence[Sequence[int]]) -> list[tuple[int, float]]:
    """The frame and the spread of each beat of the guide that is heard in all speakers that play by then."""
    first, *others = [np.array(each) for each in onsets]
    found = []
    for frame in first:
        near = [each[np.argmin(abs(each - frame))] for each in others if len(each) and each[0] < frame + RATE / 20]
        if len(near) >= len(LINES) - 1 and all(abs(each - frame) < RATE / 20 for each in near):
            found.append((int(frame), 1000 * float(max(frame, *near) - min(frame, *near)) / RATE))
    return found


def positions(loop: Channel, channel: Channel) -> list[tuple[int, float | None]]:
    """For each window of `channel`: its first frame, and the frame of `loop` that sounds there; None if it does not
    sound."""
    length, sound = round(WINDOW_S * RATE), in_band(channel)
    size = scipy.fft.next_fast_len(len(loop) + length)
    wanted = scipy.fft.rfft(loop, size)
    found: list[tuple[int, float | None]] = []
    for first in range(0, len(sound) - length, length):
        window = sound[first : first + length]
        alike = scipy.fft.irfft(wanted * np.conj(scipy.fft.rfft(window, size)), size)[: len(loop) - length]
        best = int(np.argmax(alike))
        energy = np.linalg.norm(window) * np.linalg.norm(loop[best : best + length])
        sounds = alike[best] > CLEARLY * max(float(energy), 1e-6)
        found.append((first, best + _vertex(alike, best) if sounds else None))
    return found


def _vertex(values: npt.NDArray[np.floating], at: int) -> float:
    """The peak of the parabola through three values, relative to `at`."""
    if not 0 < at < len(values) - 1:
        return 0.0
    before, peak, after = values[at - 1 : at + 2]
    return float(0.5 * (before - after) / (before - 2 * peak + after))


def _loops(heard: Sequence[Sequence[tuple[int, float | None]]]) -> list[tuple[int, float]]:
    """The frame and the spread of each window in which all speakers that play by then have the loop."""
    found = []
    for windows in zip(*heard, strict=True):
        places = [place for _, place in windows if place is not None]
        if len(places) >= len(LINES):
            found.append((windows[0][0], 1000 * (max(places) - min(places)) / RATE))
    return found


def _tells(
    recorder: jack.Recorder, frame: int, span: tuple[Micros, Micros], stalls: Sequence[tuple[Micros, Micros]]
) -> bool:
    """Whether `frame` was heard in `span`, and the machine did not stall then."""
    at = recorder.heard_at(frame)
    return span[0] <= at < span[1] and _is_undisturbed(at, stalls)


def _is_undisturbed(at: Micros, stalls: Sequence[tuple[Micros, Micros]]) -> bool:
    return not any(begin - STALL < at < end + 2 * SETTLING for begin, end in stalls)


def _row(situation: str, what: str, spreads: Sequence[float]) -> Row:
    figures = dict(zip(("p50 ms", "p95 ms", "p99 ms", "max ms"), quantiles(spreads), strict=True))
    return {"situation": situation, "what": what, "found": len(spreads), **figures}


def _aims(rows: Sequence[Row], ahead: Sequence[float], strokes_early: float) -> list[Aim]:
    """`strokes_early`: the same as `ahead`, of the strokes."""
    place = median(ahead) if ahead else float("nan")
    windows = {row["situation"]: _number(row["found"]) for row in rows if row["what"] == "loop"}
    return [
        *(at_most(f"p99 of the {what}, worst situation", _worst(rows, what), "ms", AIM_MS) for what in _KINDS),
        at_least("windows with the loop", sum(windows.values()), "", 4 * len(windows)),
        at_most("of these, at another tempo", windows["another tempo"] / sum(windows.values()), "", 0.25),
        at_most("the loop's place, from that of the strokes", abs(place - strokes_early), "ms", PLACE_MS),
        at_most("furthest window from there", max((abs(each - place) for each in ahead), default=0.0), "ms", PLACE_MS),
    ]


def _worst(rows: Sequence[Row], what: str) -> float:
    return max(_number(row["p99 ms"]) for row in rows if row["what"] == what and row["found"])


def _number(cell: Cell) -> float:
    assert isinstance(cell, int | float)
    return cell


_KINDS = ("strokes", "guide", "loop")


def _note(stalls: Sequence[tuple[Micros, Micros]]) -> str:
    longest_ms = max((end - begin for begin, end in stalls), default=0) // 1000
    return (
        f"The machine disturbed the sound {len(stalls)} times, for up to {longest_ms} ms. What was"
        f"\nheard then, and {2 * SETTLING / SECOND:g} s later, is in no figure. At another tempo, the loop is heard"
        " until the\nchange takes effect."
    )
