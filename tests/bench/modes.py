"""Who is audible in recorded sound while modes change: six bots, listeners with round trips of 22, 128 and 352 ms.

A fourth listener has a window, a fifth joins in the middle, and one line is cut for so long that its player has to
reconnect. `mode_judge` searches each recording for each stroke.

Aims: no stroke is heard that the mode's table silences, and each one is heard that the table allows.

Baseline: the table of each mode, computed from what the server published.

Needs: root on Linux (network namespaces), jackd.
"""

import json
import os
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import ExitStack, contextmanager
from pathlib import Path

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.listening.playback_schedule import MAX_SETTLING
from drumcircle_gui.player.bots_io import NAMES, Bots
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.profiles import PITTSBURGH, SHENYANG
from tests.tools.rigs import jack
from tests.tools.rigs.jack import wait_until

from .band import Band, gathered, seated
from .form import Result
from .loops import BLOCK, LATE, LINES
from .mode_judge import UNSETTLED, Judge, Seen

WINDOW = "window, pittsburgh"
BEATS, TEMPO_BPM = 8, 150
BOTS = 6
CUT_S, RECONNECT = 12.0, Micros(8 * SECOND)
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


class _Session:
    """A session: its course, an observer's knowledge of it, and its recording."""

    def __init__(self, band: Band, server: jack.Server, folder: Path, stack: ExitStack) -> None:
        self._band, self._server, self._folder, self._stack = band, server, folder, stack
        self._seats = dict(band.seats)
        self._strokes: list[HeardStroke] = []
        self._seen: list[Seen] = []
        self._unsettled: dict[str, list[tuple[Micros, Micros]]] = {}

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
        judge = Judge(self._strokes, self._seen, self._unsettled)
        return judge.result(recorder, dict(zip(self._seats, sound.T, strict=False)))

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
        self._seen.append(Seen(local_micros(), circle))

    def _join_late(self, recorder: jack.Recorder) -> None:
        seat = seated(self._band.net, LATE, SHENYANG, self._folder, str(self._band.invite))
        number, self._seats[LATE] = len(self._seats), self._stack.enter_context(seat)
        recorder.connect(number, f"^{self._seats[LATE].speaker}$")
        self._unsettled[LATE] = [(Micros(0), Micros(local_micros() + MAX_SETTLING + UNSETTLED))]

    def _cut(self, name: str) -> None:
        begin = local_micros()
        self._band.net.cut(self._seats[name].host, CUT_S)
        self._unsettled[name] = [(begin, Micros(begin + round(CUT_S * SECOND) + RECONNECT))]
