"""The files of loops used in recordings, kept in a folder beside them, so that an export can contain the loops.

Files are named by their SHA-256. They come from other people, so they are decoded in a separate process.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drumcircle_gui import atomic_file
from drumcircle_gui.loops.loop_folder_io import DamagedLoop, loop_files, read_loop
from drumcircle_gui.paths import make_private_folder
from drumcircle_gui.sound.loops.loop_report import LoopReport
from drumcircle_gui.sound.process.decoder_io import decode_loop

if TYPE_CHECKING:
    from drumcircle_gui.sound.synth.interpolator import SampledSound

log = logging.getLogger(__name__)

FOLDER = "loops"

MAX_KEPT = 32
"""Maximum number of files, 256 MiB in all; the oldest one is deleted for a new one."""


class LoopLibrary:
    """The loops of the recordings in the folder `recordings`. Use on worker threads."""

    def __init__(self, recordings: Path, decode: Callable[[Path, Path], LoopReport] = decode_loop) -> None:
        self._folder, self._decode = recordings / FOLDER, decode

    def has(self, name: str) -> bool:
        """Whether there is a file of the loop `name`."""
        return (self._folder / name).exists()

    def files(self) -> list[Path]:
        """The files that are kept, the oldest first."""
        return loop_files(self._folder)

    def keep(self, name: str, data: bytes) -> bool:
        """Keep a loop's file; False if that fails: recordings do without."""
        if self.has(name):
            return True
        try:
            make_private_folder(self._folder)
            atomic_file.replace(self._folder / name, data)
            for old in self.files()[:-MAX_KEPT]:
                old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the loop %s cannot be kept for recordings: %s", name, error)
            return False
        return True

    def decoded(self, name: str, target: Path) -> bool:
        """Decode the loop `name` to the file `target`; False if its file is missing, damaged, or cannot be played."""
        data = self.read(name)
        if data is None:
            return False
        source = target.with_suffix(".file")
        try:
            source.write_bytes(data)
            report = self._decode(source, target)
        except OSError as error:
            log.warning("the loop %s cannot be decoded: %s", name, error)
            return False
        finally:
            source.unlink(missing_ok=True)
        if report.problem:
            log.warning("the loop %s cannot be played: %s", name, report.problem)
        return not report.problem

    def missing(self, names: Iterable[str]) -> set[str]:
        """Those of these loops whose files are not there, or damaged."""
        return {name for name in names if self.read(name) is None}

    def read(self, name: str) -> bytes | None:
        """The file of the loop `name`; None if it is missing or damaged."""
        try:
            return read_loop(self._folder / name)
        except OSError as error:
            log.warning("the loop %s cannot be read: %s", name, error)
        except DamagedLoop:
            log.warning("the loop %s is damaged", name)
        return None

    def sounds(self, names: Iterable[str]) -> dict[str, SampledSound]:
        """The decoded sounds of those of these loops whose files are present, intact and playable."""
        found = ((name, self._sound(name)) for name in names)
        return {name: sound for name, sound in found if sound is not None}

    def _sound(self, name: str) -> SampledSound | None:
        from drumcircle_gui.sound.loops.decode_io import read_samples
        from drumcircle_gui.sound.synth.interpolator import SampledSound

        with tempfile.TemporaryDirectory(prefix="drumcircle-loop-", ignore_cleanup_errors=True) as made:
            target = Path(made, f"{name}.pcm")
            try:
                return SampledSound(read_samples(target)) if self.decoded(name, target) else None
            except (OSError, ValueError) as error:
                log.warning("the loop %s cannot be read: %s", name, error)
                return None
