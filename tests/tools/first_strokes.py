"""From the first start to the first own stroke heard back: ``python -m tests.tools.first_strokes FOLDER``.

Three newcomers start the program for the first time: one has a MIDI kit, one a djembe and a microphone, one nothing but
the computer. Each opens the practice page and plays. The kit, the microphone and the speakers are ports of a JACK
server without hardware; the speakers are recorded, and the stroke must sound in them one period after it was played.
Writes a numbered picture of each step, and `index.txt` with the clicks. Needs `jackd`.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget

from drumcircle_gui import settings
from drumcircle_gui.listening.microphone.microphone_view import MicrophoneDialog
from drumcircle_gui.paths import Paths
from drumcircle_gui.player.practice.practice_view import PracticeView
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.shell.app import App
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds
from tests.tools.drummer import DRUMS, TONE, perform
from tests.tools.newcomer import Newcomer
from tests.tools.rigs.jack import Drummer, Pads, Recorder, Server, jack_server, onsets
from tests.tools.walk import pictured, windows

KIT, MICROPHONE, KEYBOARD = "A MIDI kit", "A drum and a microphone", "The computer's keys"
SNARE = 38
"""The note of the kit's pad (General MIDI)."""

SPEAKERS = "PortAudio(-[0-9]+)?:out_0"
"""JACK's patterns are POSIX ones, which know no \\d. A second PortAudio program is called PortAudio-01."""

FRAMES = 1024
TEMPO_BPM, BEATS = 120, 4
PERIOD = seconds(BEATS * 60 / TEMPO_BPM)
AT_ONCE = Micros(0)
STROKES = 20
NEAR = seconds(0.15)
"""A stroke that sounds so near to one period after it was played is heard back; the devices' latencies are less."""


class FirstStroke:
    """One newcomer, at a window that was never open before."""

    def __init__(self, hand: Newcomer, app: App, server: Server, speakers: Recorder, kit: Pads | None = None) -> None:
        self._hand, self._app, self._server, self._speakers, self._kit = hand, app, server, speakers, kit

    def play(self, way: str) -> None:
        """Everything from the start page to the stroke in the speakers."""
        ways = {KIT: self._with_kit, MICROPHONE: self._with_microphone, KEYBOARD: self._with_keys}
        with self._hand.task(way):
            self._hand.turn_to(self._app.window)
            self._hand.step(f"{way}: the first start")
            ways[way]()

    def _with_keys(self) -> None:
        self._start(self._open_practice())
        self._strike(lambda: self._hand.key(Qt.Key.Key_Z))

    def _with_kit(self) -> None:
        kit = self._kit
        assert kit is not None
        page = self._open_practice()
        self._hand.until(lambda: "Kit" in page.you.drum_says.accessibleName(), "the kit is listened to")
        self._hand.step("The kit is listened to")
        self._start(page)
        self._strike(lambda: kit.hit(SNARE, 100))

    def _with_microphone(self) -> None:
        played = perform(DRUMS[0], 1, 11, (TONE,), (0.25, 0.45))
        with Drummer(self._server, played.sound) as djembe:
            page = self._open_practice()
            self._hand.click(page.you.drum_setup.microphone)
            dialog = page.findChild(MicrophoneDialog)
            assert dialog is not None
            self._hand.step("The dialog for real drums")
            self._hand.choose_in(dialog.device, "drummer (JACK)")
            self._hand.until(lambda: "Play now" in dialog.says.text(), "the microphone is heard")
            self._hand.step("A microphone is chosen")
            self._hand.click(dialog.done_button)
            self._start(page)
            self._strike(djembe.play, Micros(played.strokes[0].frame * SECOND // self._server.rate))

    def _open_practice(self) -> PracticeView:
        pages = self._app.window.centralWidget()
        assert isinstance(pages, QStackedWidget)
        start = pages.currentWidget()
        assert isinstance(start, StartView)
        self._hand.click(start.practice)
        self._hand.until(lambda: isinstance(pages.currentWidget(), PracticeView), "the practice page")
        page = pages.currentWidget()
        assert isinstance(page, PracticeView)
        self._page = page
        self._hand.until(lambda: "ms" in page.you.sound_says.accessibleName(), "the speakers are open")
        self._hand.step("The practice page")
        return page

    def _start(self, page: PracticeView) -> None:
        self._hand.click(page.start)
        self._hand.until(lambda: page.ring.scene.running, "the ring turns")
        self._hand.step("The guide counts in")

    def _strike(self, strike: Callable[[], object], after: Micros = AT_ONCE) -> None:
        """Play one stroke, `after` micros after calling `strike`, and check that it is heard back. If the machine
        stalled, play one more, as a drummer would."""
        self._hand.until(lambda: self._page.ring.scene.turn > 0, "the first cycle")
        for _ in range(STROKES):
            struck, heard = self._stroke(strike, after)
            self._hand.lines.append(f"  heard after {', '.join(f'{each / SECOND:.3f} s' for each in heard)}")
            if any(abs(each - PERIOD) < NEAR for each in heard):
                self._hand.step("It has come round, and is heard")
                return
            assert self._stood_still(struck), f"The stroke was not heard back: {heard}"
        raise AssertionError("The machine stood still at every stroke.")

    def _stroke(self, strike: Callable[[], object], after: Micros) -> tuple[Micros, list[Micros]]:
        """When it was struck, and how long after that sounds were heard."""
        hand, dots = self._hand, self._page.ring.scene.dots
        hand.until(lambda: "ms" in self._page.you.sound_says.accessibleName(), "the speakers are open")
        hand.until(lambda: self._speakers.offers(SPEAKERS), "the speakers are at the sound server")
        self._speakers.connect(0, SPEAKERS)
        before, struck = len(dots), Micros(local_micros() + after)
        strike()
        hand.until(lambda: len(dots) > before or local_micros() > struck + PERIOD, "the stroke on the ring")
        if not before:
            hand.step("The stroke is on the ring")
        hand.until(lambda: local_micros() > struck + PERIOD + 3 * NEAR, "one period")
        return struck, [Micros(at - struck) for at in sounds(self._speakers) if at > struck]

    def _stood_still(self, since: Micros) -> bool:
        longer = round(2 * FRAMES * SECOND / self._server.rate)
        return any(end > since for _, end in self._speakers.disturbances(longer))


def sounds(speakers: Recorder) -> Iterator[Micros]:
    """The local time of each sound in the recording."""
    for frame in onsets(speakers.taken()[:, 0]):
        yield speakers.heard_at(frame)


@contextmanager
def first_start(
    qt: QApplication, loop: PreciseLoop, folder: Path, hand: Newcomer, theme: settings.Theme
) -> Iterator[App]:
    """The program as it is when it was never started before, but that the guide is silent and cycles are short."""
    usual = settings.Settings(
        player=settings.PlayerSettings(guide=0),
        practice=settings.PracticeSettings(tempo=TEMPO_BPM, beats=BEATS),
        appearance=settings.Appearance(theme),
    )
    settings.save(usual, Paths.within(folder / "newcomer").settings)
    with windows(qt, loop, folder, hand, ("newcomer",)) as ((app,), errors):
        yield app
        assert errors == []


def play_first_stroke(
    way: str, qt: QApplication, loop: PreciseLoop, hand: Newcomer, server: Server, theme: settings.Theme = "dark"
) -> None:
    """Play it that way. AssertionError if it is not heard back."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="drumcircle-first-")))
        app = stack.enter_context(first_start(qt, loop, folder, hand, theme))
        kit = Pads("Kit") if way == KIT else None
        if kit is not None:
            stack.callback(kit.unplug)  # when the recorder has ended
        speakers = stack.enter_context(server.recorder([None]))
        FirstStroke(hand, app, server, speakers, kit).play(way)


def main() -> None:
    """Play all three, with pictures."""
    with pictured(str(__doc__)) as (qt, loop, hand, theme), jack_server(frames=FRAMES) as server:
        for way in (MICROPHONE, KIT, KEYBOARD):
            play_first_stroke(way, qt, loop, hand, server, theme)


if __name__ == "__main__":
    main()
