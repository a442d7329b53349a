"""Two players in a circle, each with a drum on a MIDI port; the sound of both speakers is recorded in one sample clock.

`play` has them play for a while, and `Evening.traces` follows every stroke from the pad to both players' speakers. On a
busy machine JACK may skip a cycle; then a note may be lost on its way from the pad's port, for every program.
"""

import threading
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from statistics import median

from drumcircle_gui.sound.synth.kit import GUIDE_BEAT, GUIDE_CYCLE
from drumcircle_gui.timing.units import Micros, bpm_of, local_micros, tempo_of_bpm
from tests.tools.rigs.jack import Pads, Recorder, Server, wait_until

from .listening import Channel, Ear, Ruler
from .programs import Line, Program, circle, cpu_of, player

CLAVES, COWBELL = 75, 56
PADS = (CLAVES, COWBELL)
NAMES = ("Fern", "Moss")
SPEAKERS = ("PortAudio:out_0", "PortAudio-01:out_0")
VELOCITY, GUIDE_VELOCITY = 110, 90
TEMPO = tempo_of_bpm(240)
# The one's strokes keep clear of the other's, and of their own replays at 240 to 300 bpm.
GAPS = (0.18, 0.19)
NEAR = Micros(60_000)


@dataclass(frozen=True)
class Trace:
    """One stroke: struck by the player `by` at local time `hit`; heard `own` in their own speakers at once, and as
    `replay` in both players' (frames of the recording); `reports`: its lines in both players' reports."""

    by: int
    hit: Micros
    own: int
    replay: tuple[int, int]
    reports: tuple[Line, Line]


@dataclass(frozen=True)
class Evening:
    """The results of a session. `offset`: circle time less local time; `cpu`: the share of one core that each process
    used."""

    recorder: Recorder
    hits: tuple[list[Micros], list[Micros]]
    players: tuple[list[Line], list[Line]]
    seconds: list[Line]
    offset: float
    ear: Ear
    cpu: dict[str, float]

    def traces(self) -> list[Trace]:
        """The path of every stroke that can be followed, in order."""
        return sorted((trace for by in range(2) for trace in self._traces(by)), key=lambda trace: trace.hit)

    @cached_property
    def onsets(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """For both players' speakers: the frames on which each of the pads sounds."""
        left, right = ({pad: self.ear.onsets(sound, (pad,), VELOCITY) for pad in PADS} for sound in self._channels)
        return left, right

    @cached_property
    def guides(self) -> tuple[list[int], list[int]]:
        """For both players' speakers: the frames of the guide's beats."""
        left, right = (
            self.ear.onsets(sound, (GUIDE_BEAT, GUIDE_CYCLE), GUIDE_VELOCITY, apart=0.1) for sound in self._channels
        )
        return left, right

    @cached_property
    def rulers(self) -> tuple[Ruler, Ruler]:
        """The guides' beats, counted from the same one."""
        counted = [[self.recorder.on_sample_clock(frame) for frame in guide] for guide in self.guides]
        left, right = (Ruler(each, counted[0][0]) for each in counted)
        return left, right

    def beat(self, listener: int, frame: int) -> float:
        """The beat at a frame, by the guide in the speaker of player `listener`."""
        return self.rulers[listener].beat(self.recorder.on_sample_clock(frame))

    @property
    def _channels(self) -> Iterable[Channel]:
        return self.recorder.taken().T

    def _traces(self, by: int) -> Iterator[Trace]:
        reports = [sorted((line for line in lines if line["pad"] == PADS[by]), key=beat) for lines in self.players]
        for mine, theirs in zip(*reports, strict=True):
            hit = self.struck(mine)
            own = self._onset(by, by, hit)
            replay = [self._onset(who, by, self.due(mine)) for who in range(2)]
            if own and replay[0] and replay[1]:
                yield Trace(by, hit, own, (replay[0], replay[1]), (mine, theirs))

    def due(self, line: Line) -> Micros:
        """The local time at which the stroke of a report is due."""
        return Micros(line["due"] - round(self.offset))

    def struck(self, line: Line) -> Micros:
        """The local time at which the stroke of a report was struck: the last hit before it came back from
        the server."""
        by = PADS.index(line["pad"])
        return self.hits[by][bisect(self.hits[by], self.due(line) - line["early"]) - 1]

    def _onset(self, listener: int, by: int, near: Micros) -> int | None:
        """The frame on which a stroke of `by` sounds in the speakers of `listener` within NEAR of local time `near`."""
        frame = min(self.onsets[listener][PADS[by]], key=lambda each: abs(self.recorder.heard_at(each) - near))
        return frame if abs(self.recorder.heard_at(frame) - near) < NEAR else None


def beat(line: Line) -> int:
    return int(line["beat"])


@contextmanager
def gathered(folder: Path, *options: str) -> Iterator[tuple[Program, dict[str, str], list[Program], list[Pads]]]:
    """A circle, its invites, and the players with their pads plugged in, ready to play."""
    with ExitStack() as stack:
        pads = stack.enter_context(plugged(NAMES))
        host, invites = stack.enter_context(circle(folder / "circle", *options))
        players = []
        for name in NAMES:
            seat = player(folder / name, invites["invite"], "--name", name, "--midi-in", name)
            players.append(stack.enter_context(seat))
            wait_until(lambda: ready(players[-1]), f"{name}'s sound or drum is missing: {players[-1].log()}")
        yield host, invites, players, pads


@contextmanager
def plugged(names: Iterable[str]) -> Iterator[list[Pads]]:
    """A context with pads on MIDI ports of these names; those still in the list at the end are unplugged."""
    pads = [Pads(name) for name in names]
    yield pads
    for pad in pads:
        pad.unplug()


def ready(program: Program) -> bool:
    return "sound output:" in program.log() and "MIDI input connected" in program.log()


def play(server: Server, folder: Path, rounds: int, midway: Callable[[str], None] = lambda invite: None) -> Evening:
    """Both strike `rounds` times. `midway` is called with the conductor's invite when half of it is over."""
    hits: tuple[list[Micros], list[Micros]] = ([], [])
    with gathered(folder, "--tempo", f"{bpm_of(TEMPO):g}", "--beats", "4") as (host, invites, players, pads):
        usage = partial(cpu, host, players)
        with server.recorder(SPEAKERS) as recorder:
            before = usage()
            listen(recorder, server.rate)
            strike(rounds // 2, pads, hits)
            midway(invites["conductor_invite"])
            strike(rounds - rounds // 2, pads, hits)
            listen(recorder, 2 * server.rate)
            length = recorder.frames / server.rate
            used = {name: (after - before[name]) / length for name, after in usage().items()}
        heard = (players[0].report("heard"), players[1].report("heard"))
        offset = median(line["offset"] for each in players for line in each.report("clock"))
        counted = len(host.report("second"))
        wait_until(lambda: len(host.report("second")) > counted, "the server does not report")
        return Evening(recorder, hits, heard, host.report("second"), offset, Ear(server.rate), used)


def cpu(host: Program, players: Sequence[Program]) -> dict[str, float]:
    """Seconds of processor time that each process has used."""
    fern, moss = players
    return {
        "server": host.cpu(),
        "player": (fern.cpu() + moss.cpu()) / 2,
        "player's sound": (cpu_of(fern.sound_process()) + cpu_of(moss.sound_process())) / 2,
    }


def listen(recorder: Recorder, frames: int) -> None:
    """Record for so many more seconds."""
    end = recorder.frames + frames
    wait_until(lambda: recorder.frames >= end, "the recording stands still")


def strike(rounds: int, pads: Sequence[Pads], hits: Sequence[list[Micros]]) -> None:
    pause = threading.Event()
    for _ in range(rounds):
        for pad, note, struck, gap in zip(pads, PADS, hits, GAPS, strict=True):
            struck.append(local_micros())
            pad.hit(note, VELOCITY)
            pause.wait(gap)
