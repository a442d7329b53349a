"""Loads decoded loops into the sound process, on a separate thread, because they are up to 60 MB long."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from drumcircle_gui.sound.loops.decode_io import read_samples
from drumcircle_gui.sound.messages import MAX_LOOPS, LoadLoops
from drumcircle_gui.sound.synth.interpolator import SampledSound

log = logging.getLogger(__name__)


class LoopLoader:
    """`use` gets the loaded sounds, by their names, after each change."""

    def __init__(self, use: Callable[[Mapping[str, SampledSound]], None]) -> None:
        self._use = use
        self._sounds: dict[str, SampledSound] = {}

    def load(self, command: LoadLoops) -> None:
        """Load the loops of `command`, and drop others. A loop that cannot be read is silent."""
        wanted = dict(list(command.files.items())[:MAX_LOOPS])
        self._sounds = {name: sound for name, sound in self._sounds.items() if name in wanted}
        for name, path in wanted.items():
            if name not in self._sounds:
                self._read(name, Path(path))
        self._use(dict(self._sounds))

    def _read(self, name: str, path: Path) -> None:
        try:
            self._sounds[name] = SampledSound(read_samples(path))
        except (OSError, ValueError) as error:
            log.error("a loop cannot be read and stays silent: %s", error)
