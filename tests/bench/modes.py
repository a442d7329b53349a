"""Who is audible in recorded sound while modes change: six bots, listeners with round trips of 22, 128 and 352 ms.

A fourth listener has a window, a fifth joins in the middle, and one line is cut for so long that its player has to
reconnect. Each stroke is searched for in each recording, at the moment at which it would sound.

Aims: no stroke is heard that the mode's table silences, and each one is heard that the table allows.

Baseline: the table of each mode, computed from what the server published.

Needs: root on Linux (network namespaces), jackd.
"""

import json
import os
import tempfile
import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.player.bots_io import NAMES, Bots
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.e2e.listening import Ear
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.profiles import PITTSBURGH, SHENYANG
from tests.tools.rigs import jack
from tests.tools.rigs.jack import wait_until

from .band import Band, gathered, seated
from .form import Aim, Result, Row, at_least, at_most
from .hindsight import STALL
from .loops import BLOCK, LATE, LINES, RATE

WINDOW = "window, pittsburgh"
BEATS, TEMPO_BPM = 8, 150
BOTS = 6
NEAR = Micros(25_000)
RING_S = 0.2
BEFORE_DUE = Micros(SECOND)
"""A stroke is passed on this long before it sounds, by the mode known then."""

CUT_S, RECONNECT = 12.0, Micros(8 * SECOND)
UNSETTLED = Micros(SECOND)
"""Duration that is not judged after a stall of the machine, and after joining."""

LEADER, SOLOIST = NAMES[0], NAMES[2]
MODES: tuple[tuple[dict[str, object], int], ...] = (
    ({"mode": "follow-the-leader", "players": [LEADER], "length": 1}, 6),
    ({"mode": "call-and-response", "length": 1}, 4),
    ({"mode": "only", "players": [SOLOIST, NAMES[4]]}, 4),
    ({"mode": "halves", "length": 2}, 6),
    ({"mode": "build", "length": 1}, 4),
    ({"mode": "thin", "length": 1}, 4),
    ({"mode": "contrast", "length": 1}, 3),
    ({"mode": "solos", "length": 1}, 6),
    ({"mode": "stop"}, 3),
    ({"mode": "start"}, 3),
    ({"mode": "faster", "bpm": 180, "length": 2}, 3),
    ({"mode": "slower", "bpm": 150, "length": 8}, 3),
    ({"mode": "free"}, 2),
)
"""All modes, as a script starts them, and the cycles for which they last."""


def run(quick: bool) -> Result:
    """RuntimeError without network namespaces or a JACK server."""
    if reason := namespaces.missing() or jack.missing():
        raise RuntimeError(reason)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # of the player with a window
    with jack.jack_server(BLOCK) as server, Internet() as net, ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        band = stack.enter_context(gathered(net, LINES, folder, "--tempo", str(TEMPO_BPM), "--beats", str(BEATS)))
        return _Session(band, server, folder, stack).played(MODES[:2] if quick else MODES, cut=not quick)


@dataclass(frozen=True)
class _Seen:
    """The observer's knowledge at local time `at`."""

    at: Micros
    circle: CircleSnapshot


class _Session:
    """A session: its course, an observer's knowledge of it, and its recording."""

    def __init__(self, band: Band, server: jack.Server, folder: Path, stack: ExitStack) -> None:
        self._band, self._server, self._folder, self._stack = band, server, folder, stack
        self._seats = dict(band.seats)
        self._strokes: list[HeardStroke] = []
        self._seen: list[_Seen] = []
        self._silent: dict[str, list[tuple[Micros, Micros]]] = {}

    def played(self, modes: tuple[tuple[dict[str, object], int], ...], *, cut: bool) -> Result:
        band, pause = self._band, threading.Event()
        window = seated(band.net, WINDOW, PITTSBURGH, self._folder, str(band.invite), window=True)
        self._seats[WINDOW] = self._stack.enter_context(window)
        ports = [*(f"^{seat.speaker}$" for seat in self._seats.values()), None]
        with self._observing(), self._server.recorder(ports) as recorder, self._bots():
            pause.wait(3 * band.period)
            for number, (choice, cycles) in enumerate(modes):
                band.conduct(json.dumps({"do": "mode", **choice}), json.dumps({"do": "wait", "cycles": cycles // 2}))
                if number == 0:
                    self._join_late(recorder)
                if cut and number == 1:
                    self._cut("los-angeles")
                band.conduct(json.dumps({"do": "wait", "cycles": cycles - cycles // 2 + 1}))
            pause.wait(band.period + 1)
            sound = recorder.taken()
        return self._judged(recorder, dict(zip(self._seats, sound.T, strict=False)))

    @contextmanager
    def _observing(self) -> Iterator[None]:
        """A member near the server notes every stroke and all that is published."""
        observer = Client(self._band.invite, "Observer", on_circle=self._note, on_strokes=self._strokes.extend)

        async def start() -> None:
            observer.start()

        self._band.thread.call(start()).result()
        wait_until(lambda: observer.circle.clock is not None, "the observer did not join")
        yield
        self._band.thread.call(observer.close()).result()

    @contextmanager
    def _bots(self) -> Iterator[None]:
        playing = self._band.thread.call(Bots(self._band.invite, BOTS, "turns").run())
        yield
        playing.cancel()
        wait([playing])

    def _note(self, circle: CircleSnapshot) -> None:
        self._seen.append(_Seen(local_micros(), circle))

    def _join_late(self, recorder: jack.Recorder) -> None:
        seat = seated(self._band.net, LATE, SHENYANG, self._folder, str(self._band.invite))
        number, self._seats[LATE] = len(self._seats), self._stack.enter_context(seat)
        recorder.connect(number, f"^{self._seats[LATE].speaker}$")
        self._silent[LATE] = [(Micros(0), Micros(local_micros() + UNSETTLED))]

    def _cut(self, name: str) -> None:
        begin = local_micros()
        self._band.net.cut(self._seats[name].host, CUT_S)
        self._silent[name] = [(begin, Micros(begin + round(CUT_S * SECOND) + RECONNECT))]

    # --- what was heard ---------------------------------------------------------------------------------------------

    def _judged(self, recorder: jack.Recorder, channels: dict[str, jack.Sound]) -> Result:
        counts: Counter[tuple[str, str, bool, bool]] = Counter()
        ear, stalls = Ear(RATE), recorder.disturbances(STALL)
        strokes = [(stroke, sounding) for stroke in self._strokes if (sounding := self._sounding(stroke))]
        for name, channel in channels.items():
            away = [*self._silent.get(name, ()), *((begin - NEAR, end + UNSETTLED) for begin, end in stalls)]
            heard = {
                (stroke.pad, due // NEAR) for stroke, (due, _, circle) in strokes if self._audible(circle, name, stroke)
            }
            for stroke, (due, mode, circle) in strokes:
                if any(begin <= due < end for begin, end in away) or not recorder.stamps[0][1] < due - SECOND:
                    continue
                audible = self._audible(circle, name, stroke)
                if not audible and any((stroke.pad, due // NEAR + by) in heard for by in range(-2, 3)):
                    continue  # another stroke on the same drum is to be heard at this time, as when all start again
                found = self._found(ear, recorder, channel, stroke, due)
                if found is not None:
                    counts[mode, name, audible, found] += 1
        rows = [_row(counts, mode, name) for mode in dict.fromkeys(mode for mode, *_ in counts) for name in channels]
        note = f"The machine disturbed the sound {len(stalls)} times; strokes at these times are in no figure."
        return Result(rows, _aims(counts), [note])

    def _sounding(self, stroke: HeardStroke) -> tuple[Micros, str, CircleSnapshot] | None:
        """The local time at which a stroke sounds, the mode in which it was struck, and the circle as it was handed
        out."""
        due, circle = stroke.arrived, self._circle(stroke.arrived)
        for _ in range(2):  # the second time by what was known when it was handed out
            beat = circle.modes.sounding_beat(stroke.beat, circle.timeline.replay_beat(stroke.beat))
            at = None if beat is None else circle.timeline.micros_at(beat)
            if at is None or circle.clock is None:
                return None
            due = circle.clock.local(at)
            circle = self._circle(Micros(due - BEFORE_DUE))
        placed = circle.modes.step_at(stroke.beat)
        return due, placed.span.mode.name if placed else "free", circle

    def _circle(self, at: Micros) -> CircleSnapshot:
        return self._seen[max(bisect_left(self._seen, at, key=lambda seen: seen.at) - 1, 0)].circle

    def _audible(self, circle: CircleSnapshot, listener: str, stroke: HeardStroke) -> bool:
        members = {member.name: member for member in circle.members}
        player = circle.member(stroke.player)
        return player is not None and circle.modes.hears(members.get(listener), player, stroke.beat)

    @staticmethod
    def _found(ear: Ear, recorder: jack.Recorder, channel: jack.Sound, stroke: HeardStroke, due: Micros) -> bool | None:
        """Whether the stroke sounds when it is due; None if the recording ends before."""
        frames = [
            bisect_left(range(recorder.frames), Micros(due + by), key=recorder.heard_at) for by in (-2 * NEAR, NEAR)
        ]
        if frames[1] + RING_S * RATE > len(channel):
            return None
        sound = channel[frames[0] : frames[1] + round(RING_S * RATE)]
        return ear.onset(sound, stroke.pad, stroke.velocity, frames[1] - frames[0]) is not None


def _row(counts: Counter[tuple[str, str, bool, bool]], mode: str, name: str) -> Row:
    return {
        "mode": mode,
        "listener": name,
        "to be heard": counts[mode, name, True, True] + counts[mode, name, True, False],
        "missing": counts[mode, name, True, False],
        "to be silent": counts[mode, name, False, True] + counts[mode, name, False, False],
        "heard all the same": counts[mode, name, False, True],
    }


def _aims(counts: Counter[tuple[str, str, bool, bool]]) -> list[Aim]:
    total = {key: sum(count for each, count in counts.items() if each[2:] == key) for key in _KINDS}
    return [
        at_least("strokes to be heard", total[True, True] + total[True, False], "", 100),
        at_least("strokes to be silent", total[False, True] + total[False, False], "", 50),
        at_most("missing", total[True, False], "strokes", 0),
        at_most("heard all the same", total[False, True], "strokes", 0),
    ]


_KINDS = tuple((audible, found) for audible in (True, False) for found in (True, False))
