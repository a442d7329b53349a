"""Reads a kit's description, `kit.toml`. Pure. The format is described in `resources/kits/README.md`."""

from typing import Annotated

import msgspec
from msgspec import Meta

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.toml_text import parse_toml

from .kit_plan import MAX_VELOCITY, KitPlan, PlannedLayer, PlannedSound, Take, decibels

FORMAT = 1
MAX_TEXT = 200
MAX_LAYERS = 32

Key = Annotated[int, Meta(ge=0, le=127)]
File = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT)]


class SoundEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table `[[sound]]` of the file."""

    keys: Annotated[tuple[Key, ...], Meta(min_length=1, max_length=128)]
    layers: Annotated[tuple[File | tuple[File, ...], ...], Meta(max_length=MAX_LAYERS)] = ()
    up_to: Annotated[tuple[Annotated[int, Meta(ge=1, le=127)], ...], Meta(max_length=MAX_LAYERS)] = ()
    like: Annotated[str, Meta(max_length=MAX_TEXT)] = ""
    volume_db: Annotated[float, Meta(ge=-60, le=24)] = 0.0
    tune: Annotated[float, Meta(ge=-24, le=24)] = 0.0
    choke: Annotated[int, Meta(ge=0, le=7)] = 0
    decay_s: Annotated[float, Meta(ge=0, le=60)] = 0.0


class KitEntry(msgspec.Struct, frozen=True):
    """The file. Unknown fields are ignored."""

    format: int
    name: Annotated[str, Meta(min_length=1, max_length=MAX_TEXT)]
    sound: Annotated[tuple[SoundEntry, ...], Meta(max_length=128)] = ()


def read_kit(text: str) -> KitPlan:
    """The plan in `text`. DrumCircleError, with the reason, if it is not a kit's description."""
    try:
        entry = msgspec.convert(parse_toml(text), KitEntry)
    except msgspec.ValidationError as error:
        raise DrumCircleError(f"kit.toml: {error}.", "Correct that value.") from error
    except ValueError as error:
        raise DrumCircleError(f"kit.toml: {error}.", "Correct that line.") from error
    if entry.format != FORMAT:
        raise DrumCircleError(
            f"kit.toml has format {entry.format}; this program reads format {FORMAT}.", "Update Drum Circle."
        )
    return KitPlan(entry.name, tuple(_sound(each) for each in entry.sound))


def write_kit(plan: KitPlan, entries: tuple[SoundEntry, ...]) -> str:
    """The description of a kit of this name with these entries, as text that a person can edit."""
    lines = [f"format = {FORMAT}", f"name = {_quoted(plan.name)}"]
    for entry in entries:
        lines += ["", "[[sound]]", *_entry_lines(entry)]
    return "\n".join(lines) + "\n"


def _sound(entry: SoundEntry) -> PlannedSound:
    ratio = 2 ** (entry.tune / 12)
    tops = _tops(entry)
    layers = [
        PlannedLayer(top, tuple(Take(file, ratio) for file in ((each,) if isinstance(each, str) else each)))
        for top, each in zip(tops, entry.layers, strict=True)
    ]
    if not layers and not entry.like:
        raise DrumCircleError(
            f"kit.toml: the sound of key {entry.keys[0]} has neither layers nor like.", "Give it one of them."
        )
    filled = tuple(layer for layer in layers if layer.takes)
    return PlannedSound(entry.keys, filled, entry.like, ratio, decibels(entry.volume_db), entry.choke, entry.decay_s)


def _tops(entry: SoundEntry) -> tuple[int, ...]:
    """The highest velocity of each layer: as given, or of equal ranges."""
    count = len(entry.layers)
    if not entry.up_to:
        return tuple(MAX_VELOCITY * (number + 1) // count for number in range(count))
    if len(entry.up_to) != count or list(entry.up_to) != sorted(set(entry.up_to)):
        raise DrumCircleError(
            f"kit.toml: up_to of key {entry.keys[0]} must rise, with one velocity for each layer.", "Correct it."
        )
    return entry.up_to


def _entry_lines(entry: SoundEntry) -> list[str]:
    values = msgspec.to_builtins(entry)
    usual = msgspec.to_builtins(SoundEntry(keys=entry.keys))
    return [f"{name} = {_toml(value)}" for name, value in values.items() if name == "keys" or value != usual[name]]


def _toml(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return repr(value)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's too."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
