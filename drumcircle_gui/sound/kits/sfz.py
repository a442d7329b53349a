"""Reads the parts of the SFZ format that drums need: samples, ranges of keys and velocities, takes in turn, pitch,
volume, choke groups. Pure. `resources/kits/README.md` lists the opcodes."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from drumcircle_gui.errors import DrumCircleError

from .kit_plan import KitPlan, Region, decibels, plan_of_regions

MAX_DEPTH = 8
"""Maximum depth of files that include each other."""

MAX_CHARACTERS = 2**20
MAX_DEFINITIONS = 1024
"""Maximum length of the text with included files and definitions inserted, and maximum number of definitions."""

MAX_REGIONS = 4096

Opcodes = dict[str, str]

_TOO_LONG = DrumCircleError("This kit's SFZ files are too long, or include each other.", "Choose another kit.")

_COMMENTS = re.compile(r"//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_HEADER = re.compile(r"(\w+)>(.*)")
_NAME = re.compile(r"(?:^|(?<=\s))([\w$]+)=")
_INCLUDE = re.compile(r'^[ \t]*#include[ \t]+"([^"\n]+)"', re.MULTILINE)
_DEFINE = re.compile(r"^[ \t]*#define[ \t]+(\$\w+)[ \t]+(\S+)", re.MULTILINE)
_NOTE = re.compile(r"([a-gA-G])([#b]?)(-?\d)$")
_STEPS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}


def read_sfz(name: str, text: str, include: Callable[[str], str]) -> KitPlan:
    """The plan in `text`. `include` returns the text of another file of the kit, "" if there is none."""
    regions: list[Region] = []
    skipped = 0
    for opcodes in _regions(_defined(_Inclusion(include).expand(text, 0))):
        region = _region(opcodes) if len(regions) < MAX_REGIONS else None
        if region is None:
            skipped += 1
        else:
            regions.append(region)
    problems = (f"{skipped} regions are not strokes of a drum and are left out.",) if skipped else ()
    return plan_of_regions(name, regions, problems)


class _Inclusion:
    """Inserts the files that a text includes, up to a total length."""

    def __init__(self, include: Callable[[str], str]) -> None:
        self._include = include
        self._left = MAX_CHARACTERS

    def expand(self, text: str, depth: int) -> str:
        self._left -= len(text)
        if self._left < 0:
            raise _TOO_LONG
        text = _COMMENTS.sub("", text)
        if depth >= MAX_DEPTH:
            return text
        return _INCLUDE.sub(lambda found: f"\n{self.expand(self._include(found[1]), depth + 1)}\n", text)


def _defined(text: str) -> str:
    """`text` with its definitions inserted, the longest names first."""
    values = dict(_DEFINE.findall(text))
    if len(values) > MAX_DEFINITIONS:
        raise _TOO_LONG
    text = _DEFINE.sub("", text)
    for name in sorted(values, key=len, reverse=True):
        if len(text) + text.count(name) * (len(values[name]) - len(name)) > MAX_CHARACTERS:
            raise _TOO_LONG
        text = text.replace(name, values[name])
    return text


def _regions(text: str) -> Iterator[Opcodes]:
    """The opcodes of each region, with those that it inherits."""
    levels: dict[str, Opcodes] = {name: {} for name in ("control", "global", "master", "group", "region")}
    inner = {"global": ("master", "group", "region"), "master": ("group", "region"), "group": ("region",)}
    present = ""
    for header, opcodes in _pieces(text):
        if header:
            if present == "region":
                yield _merged(levels)
            present = header
            for name in (present, *inner.get(present, ())):
                levels[name] = {}
        if present:
            levels[present] |= opcodes
    if present == "region":
        yield _merged(levels)


def _pieces(text: str) -> Iterator[tuple[str, Opcodes]]:
    """Each header, or "" without one, and the opcodes that follow it on its line. A value ends at the next name, header
    or line."""
    for line in text.splitlines():
        for number, piece in enumerate(line.split("<")):
            header = _HEADER.match(piece) if number else None
            words = header[2] if header else piece
            names = list(_NAME.finditer(words))
            ends = [*(name.start() for name in names[1:]), len(words)]
            values = [words[name.end() : end].strip() for name, end in zip(names, ends, strict=False)]
            yield (
                header[1] if header else "",
                {name[1].lower(): value for name, value in zip(names, values, strict=True)},
            )


def _merged(levels: dict[str, Opcodes]) -> Opcodes:
    merged: Opcodes = {}
    for name in ("control", "global", "master", "group", "region"):
        merged |= levels[name]
    return merged


def _region(opcodes: Opcodes) -> Region | None:
    """The region; None if it has no sample, or is not started by a note."""
    sample = opcodes.get("sample", "")
    if not sample or sample.startswith("*") or opcodes.get("trigger", "attack") not in ("attack", "first"):
        return None
    if any(name.startswith(("on_locc", "on_hicc")) for name in opcodes):
        return None
    key = _note(opcodes.get("key"), -1)
    shift = int(_number(opcodes, "note_offset", 0)) + 12 * int(_number(opcodes, "octave_offset", 0))
    low, high = (_note(opcodes.get(name), key) for name in ("lokey", "hikey"))
    if low < 0 and high < 0:
        low, high = 0, 127
    keys = range(max(low + shift, 0), min(high + shift, 127) + 1)
    velocities = range(int(_number(opcodes, "lovel", 1)), int(_number(opcodes, "hivel", 127)) + 1)
    if not keys or not velocities:
        return None
    return Region(
        (opcodes.get("default_path", "") + sample).replace("\\", "/"),
        keys,
        velocities,
        _note(opcodes.get("pitch_keycenter"), key if key >= 0 else 60) + shift,
        _number(opcodes, "pitch_keytrack", 100) / 100,
        _number(opcodes, "transpose", 0) + _number(opcodes, "tune", _number(opcodes, "pitch", 0)) / 100,
        decibels(_number(opcodes, "volume", 0)) * max(_number(opcodes, "amplitude", 100), 0) / 100,
        int(_number(opcodes, "group", 0)) % 8 if "off_by" in opcodes else 0,
        _turn(opcodes),
    )


def _turn(opcodes: Opcodes) -> float | None:
    if _number(opcodes, "seq_length", 1) > 1:
        return _number(opcodes, "seq_position", 1)
    if "lorand" in opcodes or "hirand" in opcodes:
        return _number(opcodes, "lorand", 0)
    return None


def _number(opcodes: Opcodes, name: str, usual: float) -> float:
    with suppress(KeyError, ValueError):
        value = float(opcodes[name])
        return value if abs(value) < 1e6 else usual
    return usual


def _note(text: str | None, usual: int) -> int:
    """A key as a number, or as a name: c4 is 60."""
    if text is None:
        return usual
    with suppress(ValueError):
        return int(text)
    name = _NOTE.match(text.strip())
    if name is None:
        return usual
    return _STEPS[name[1].lower()] + {"#": 1, "b": -1, "": 0}[name[2]] + 12 * (int(name[3]) + 1)
