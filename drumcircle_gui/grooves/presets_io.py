"""The grooves that come with the program: data files in `resources/grooves`."""

from functools import cache
from pathlib import Path

from drumcircle_gui.paths import resource
from drumcircle_gui.protocol.groove_messages import Groove

from .groove_file import FILE_SUFFIX, MAX_GROOVE_BYTES, parse_groove


@cache
def presets() -> tuple[Groove, ...]:
    """All presets, by the names of their files. ValueError if one is damaged."""
    files = sorted(resource("grooves").glob(f"*{FILE_SUFFIX}"))
    return tuple(read_groove(file) for file in files)


def read_groove(path: Path) -> Groove:
    """The groove in a file. OSError if it cannot be read; ValueError, in words for people, if it holds none."""
    with path.open("rb") as file:
        data = file.read(MAX_GROOVE_BYTES + 1)
    if len(data) > MAX_GROOVE_BYTES:
        raise ValueError("it is too large for a groove")
    return parse_groove(data.decode("utf-8-sig"))
