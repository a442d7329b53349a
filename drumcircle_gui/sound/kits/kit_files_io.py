"""Opens a kit: its description, and the files that it names. Pure parsers read their contents."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np

from drumcircle_gui.errors import DrumCircleError

from .kit_plan import KitPlan
from .kit_toml import read_kit
from .sfz import read_sfz
from .soundfont import SoundFont
from .wave_data import Sound, read_wave

DESCRIPTION = "kit.toml"
KINDS = (".toml", ".sfz", ".sf2")
MAX_TEXT_BYTES = 2**20
MAX_SOUND_BYTES = 64 * 2**20
MAX_SOUNDFONT_BYTES = 512 * 2**20
MAX_SHOWN = 80
"""Maximum number of characters of a file's name in a message."""

CHOOSE = "Choose a folder with a kit.toml, or an .sfz or .sf2 file."


@dataclass(frozen=True, slots=True)
class KitFiles:
    """An open kit. `sound` reads the source of a take; DrumCircleError if that fails."""

    plan: KitPlan
    sound: Callable[[str], Sound]


def open_kit(path: Path) -> KitFiles:
    """The kit at `path`: a folder with a `kit.toml`, or a file of one of the formats. DrumCircleError if it
    is no kit."""
    file = path / DESCRIPTION if path.is_dir() else path
    kind = file.suffix.lower()
    if kind == ".sf2":
        font = SoundFont(_read(file, MAX_SOUNDFONT_BYTES))
        return KitFiles(font.plan(file.stem), font.sound)
    if kind not in KINDS:
        raise DrumCircleError(f"“{file.name}” is not a kit.", CHOOSE)
    text = _read(file, MAX_TEXT_BYTES).decode("utf-8", "replace")
    plan = read_kit(text) if kind == ".toml" else read_sfz(file.stem, text, lambda name: _included(file.parent, name))
    return KitFiles(plan, lambda source: _sound(file.parent, source))


def _included(folder: Path, name: str) -> str:
    try:
        return _read(_inside(folder, name), MAX_TEXT_BYTES).decode("utf-8", "replace")
    except DrumCircleError:
        return ""


def _sound(folder: Path, source: str) -> Sound:
    file = _inside(folder, source)
    data = _read(file, MAX_SOUND_BYTES)
    try:
        return read_wave(data) if data[:4] == b"RIFF" else _decoded(data)
    except DrumCircleError as error:
        what = f"“{source}” cannot be used: {error}; the built-in sound is used."
        raise DrumCircleError(what, "Save it as a WAV or FLAC file.") from error


def _decoded(data: bytes) -> Sound:
    """Decode FLAC and other formats with libsndfile."""
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise DrumCircleError("only WAV files can be read here, as soundfile is not installed") from error
    try:
        samples, rate = soundfile.read(BytesIO(data), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError, TypeError) as error:
        raise DrumCircleError("it is no sound file, or is damaged") from error
    return Sound(int(rate), np.nan_to_num(samples.mean(axis=1)).astype(np.float32))


def _inside(folder: Path, name: str) -> Path:
    """The file of that name in the kit's folder, in any combination of upper and lower case."""
    try:
        file = folder / name
        if not file.is_file():
            file = _spelled(folder, name) or file
        if file.resolve().is_relative_to(folder.resolve()):
            return file
    except (OSError, ValueError, RuntimeError) as error:  # too long, or not a name; links in a circle
        raise DrumCircleError(f"“{name[:MAX_SHOWN]}” is not a file's name: {error}.", "Correct it.") from error
    raise DrumCircleError(f"“{name}” lies outside of the kit's folder.", "Move it there.")


def _spelled(folder: Path, name: str) -> Path | None:
    """The path with the file's own upper and lower case: kits made on Windows and macOS often name it in
    another one."""
    for part in Path(name).parts:
        try:
            found = next((each for each in folder.iterdir() if each.name.lower() == part.lower()), None)
        except OSError:
            return None
        if found is None:
            return None
        folder = found
    return folder


def _read(file: Path, limit: int) -> bytes:
    try:
        if not file.is_file():
            raise DrumCircleError(f"“{file.name}” is missing.", "Put it back, or choose another kit.")
        if file.stat().st_size > limit:
            raise DrumCircleError(f"“{file.name}” is too large ({file.stat().st_size / 2**20:.0f} MB).")
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise DrumCircleError(f"“{file.name}” cannot be read: {error}.", "Choose another kit.") from error
