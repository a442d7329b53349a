"""Loads kits outside the audio thread: the built-in sounds at a device's rate, with the player's own kit."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import resource
from drumcircle_gui.sound.messages import EngineEvent, KitStatus
from drumcircle_gui.sound.synth.kit import Kit, OwnSound, Recording
from drumcircle_gui.sound.synth.kit_io import built_in, recordings
from drumcircle_gui.sound.synth.mixer import Samples

from .kit_files_io import KitFiles, open_kit
from .own_sounds import OwnSounds, Wanted

log = logging.getLogger(__name__)

NO_KIT = KitStatus("", 0, 0.0, ())
PAUSE_S = 0.001
"""Pause after each take, so that the audio callback does not wait for this thread."""


class KitShelf:
    """Returns kits by rate, and reports the player's own kit. Call it from any thread; loading is done one at a time.

    `emit` gets a `KitStatus` for each kit that was chosen.
    """

    def __init__(self, emit: Callable[[EngineEvent], None]) -> None:
        self._emit = emit
        self._lock = threading.Lock()
        self._plain: dict[int, dict[Recording, list[Samples]]] = {}
        self._files: KitFiles | None = None
        self._kits: dict[int, Kit] = {}
        self.rate = 0

    def __call__(self, rate: int) -> Kit:
        """The kit for a device of `rate` Hz."""
        with self._lock:
            self.rate = rate
            return self._kit(rate)

    def choose(self, path: str | None) -> tuple[Kit, int]:
        """Load the kit at `path` for the present rate; return the kit and its rate. Problems are reported; built-in
        sounds replace missing ones."""
        with self._lock:
            self._kits.clear()
            self._files = self._opened(path) if path is not None else None
            if path is None:
                self._emit(NO_KIT)
            return self._kit(self.rate), self.rate

    def _opened(self, path: str) -> KitFiles | None:
        try:
            return open_kit(Path(path))
        except DrumCircleError as error:
            log.warning("%s: %s", path, error)
            self._emit(KitStatus(Path(path).stem, 0, 0.0, (str(error),)))
            return None

    def _kit(self, rate: int) -> Kit:
        if rate not in self._kits:
            if rate not in self._plain:
                self._plain[rate] = built_in(rate)
            self._kits[rate] = Kit(self._plain[rate], self._own(rate))
        return self._kits[rate]

    def _own(self, rate: int) -> list[OwnSound]:
        if self._files is None:
            return []
        files = self._files
        own = OwnSounds(rate, recordings(resource("kit")))
        begun = time.monotonic()
        sounds = list(self._paced(own.sounds(files.plan, files.sound)))
        status = own.status(files.plan)
        log.info("kit “%s”: %d sounds, %.1f MB, in %.1f s", status.name, status.sounds, status.megabytes,
                 time.monotonic() - begun)  # fmt: skip
        self._emit(status)
        return sounds

    @staticmethod
    def _paced(wanted: Iterator[Wanted]) -> Iterator[OwnSound]:
        pause = threading.Event()
        for each in wanted:
            pause.wait(PAUSE_S)
            if each is not None:
                yield each
