"""The files of loops that recordings name, kept in a folder beside them, so that an export can contain them.

Files are named by their SHA-256. They came from the circle: they are decoded in a process of their own.
"""

import hashlib
import logging
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.paths import make_private_folder
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BYTES
from drumcircle_gui.sound.loops.decode_io import read_samples
from drumcircle_gui.sound.loops.loop_report import LoopReport
from drumcircle_gui.sound.process.decoder_io import decode_loop
from drumcircle_gui.sound.synth.interpolator import SampledSound

log = logging.getLogger(__name__)

FOLDER = "loops"

MAX_KEPT = 32
"""Files that are kept, 256 MiB at most; the oldest one is deleted for a new one."""


class LoopLibrary:
    """The loops of the recordings in the folder `recordings`. Use on worker threads."""

    def __init__(self, recordings: Path, decode: Callable[[Path, Path], LoopReport] = decode_loop) -> None:
        self._folder, self._decode = recordings / FOLDER, decode

    def keep(self, name: str, data: bytes) -> None:
        """Keep a loop's file. If that fails, it is logged: recordings do without."""
        if (self._folder / name).exists():
            return
        try:
            make_private_folder(self._folder)
            atomic_file.replace(self._folder / name, data)
            for old in self._files()[:-MAX_KEPT]:
                old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the loop %s cannot be kept for recordings: %s", name, error)

    def sounds(self, names: Iterable[str]) -> dict[str, SampledSound]:
        """Those of these loops whose files are there, intact, and can be played."""
        found = ((name, self._sound(name)) for name in names)
        return {name: sound for name, sound in found if sound is not None}

    def _sound(self, name: str) -> SampledSound | None:
        try:
            with (self._folder / name).open("rb") as file:
                data = file.read(MAX_LOOP_BYTES + 1)
            if hashlib.sha256(data).hexdigest() != name:
                log.warning("the loop %s is damaged", name)
                return None
            return self._decoded(data)
        except (OSError, ValueError) as error:
            log.warning("the loop %s cannot be read: %s", name, error)
            return None

    def _decoded(self, data: bytes) -> SampledSound | None:
        with tempfile.TemporaryDirectory(prefix="drumcircle-loop-", ignore_cleanup_errors=True) as made:
            source, target = Path(made, "loop.file"), Path(made, "loop.pcm")
            source.write_bytes(data)
            report = self._decode(source, target)
            if report.problem:
                log.warning("a loop cannot be played: %s", report.problem)
                return None
            return SampledSound(read_samples(target))

    def _files(self) -> list[Path]:
        """The oldest first."""
        return sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime)
