"""The practice page and its controller."""

import argparse
import asyncio
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.listening.player_state import ChooseDevices, ListeningState
from drumcircle_gui.player.practice.practice_circle import PracticeSetup
from drumcircle_gui.player.practice.practice_io import Practice
from drumcircle_gui.player.practice.practice_state import PracticeState
from drumcircle_gui.player.practice.practice_view import PracticeView
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.settings import PracticeSettings
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import LoopThread
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import bpm_of, tempo_of_bpm

from .kept_settings import KeptSettings
from .options import login_name, practice_settings


class PracticeScreen:
    """The practice page, with the set-up from `kept`. `left` is called to go back, `keep` with each state."""

    def __init__(
        self,
        network: LoopThread,
        name: str,
        kept: PracticeSettings,
        engine: EngineConfig,
        listening: ListeningState,
        left: Callable[[], None],
        keep: Callable[[PracticeState], None],
    ) -> None:
        self.view = PracticeView()
        self.view.you.set_usual(ChooseDevices(engine.audio, engine.midi_in), listening.volumes)
        self._network, self._keep = network, keep
        self._states, self._judged = Publisher(self.view), Inbox(self.view)
        self._strokes, self._struck, self._heard = Inbox(self.view), Inbox(self.view), Inbox(self.view)
        self.practice = Practice(
            *(name, practice_title(), practice_setup(kept), engine, listening),
            best=kept.best,
            on_state=self._states.publish,
            on_judged=self._judged.put,
            on_strokes=self._strokes.put,
            on_struck=lambda pad, velocity: self._struck.put([(pad, velocity)]),
            on_drum=lambda event: self._heard.put([event]),
        )
        self._states.changed.connect(self._render)
        self._judged.arrived.connect(self.view.add_judged)
        self._strokes.arrived.connect(self.view.add_strokes)
        self._struck.arrived.connect(self.view.pads.flash_all)
        self._heard.arrived.connect(self.view.you.drum_setup.add_events)
        self.view.left.connect(left)

    async def open(self) -> None:
        self._render(await asyncio.wrap_future(self._network.call(self.practice.start())))
        self.view.requested.connect(self.practice.handle)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go()

    async def close(self) -> None:
        for mailbox in (self._states, self._judged, self._strokes, self._struck, self._heard):
            mailbox.close()
        await asyncio.wrap_future(self._network.call(self.practice.close()))

    def _render(self, state: PracticeState) -> None:
        self.view.render(state)
        self._keep(state)


def new_practice_screen(
    network: LoopThread, kept: KeptSettings, options: argparse.Namespace, left: Callable[[], None]
) -> PracticeScreen:
    """The practice page with the set-up from the options and the settings; changes are stored."""
    title = practice_title()
    screen = PracticeScreen(
        network,
        kept.now.player.name or login_name(),
        practice_settings(options, kept.now.practice),
        kept.engine(options),
        kept.listening(title, options),
        left,
        kept.keep_practice,
    )
    kept.follow_page(screen.view, title)
    return screen


def practice_title() -> str:
    """The name of the practice circle."""
    return QCoreApplication.translate("PracticeView", "Practice")


def practice_setup(kept: PracticeSettings) -> PracticeSetup:
    """The practice set-up in the settings."""
    return PracticeSetup(tempo_of_bpm(kept.tempo), Meter(kept.beats), kept.bots, kept.pattern, kept.loop)


def kept_practice(kept: PracticeSettings, state: PracticeState) -> PracticeSettings:
    """The settings for the practice."""
    setup, bpm = state.setup, round(bpm_of(state.setup.tempo), 1)
    best = {**kept.best, str(round(bpm)): state.best} if state.best else kept.best
    return PracticeSettings(bpm, setup.meter.beats, setup.bots, setup.pattern, setup.loop, best)
