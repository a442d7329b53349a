"""A groove as a text for people (TOML), for files and presets. Pure.

```toml
name = "Shuffle"
beats = 4
division = 2
swing = 33
low = "X...x..."
bass = "0 . . . 7! . . ."
click = "x.x.x.xx"
```

One mark for each step: `X` an accent, `x` a note, `o` a soft one, `.` none; white space and `|` are ignored. The marks
of `bass` have spaces between them: semitones above or below A, `!` for an accent, `.` for none. Lines called
`low_pickup`, `bass_pickup` and `click_pickup` hold the notes just before a start; their last mark is the last step.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from drumcircle_gui.protocol.groove_messages import (
    BASS,
    CLICK,
    LOW,
    MAX_PICKUP_BEATS,
    MAX_SEMITONES,
    Groove,
    GrooveNote,
)
from drumcircle_gui.toml_text import parse_toml

FILE_SUFFIX = ".toml"
MAX_GROOVE_BYTES = 1 << 16
"""Maximum size of a groove's file."""

SOFT, NORMAL, ACCENT = 52, 84, 116
"""Velocities."""

_VOICES = {"low": LOW, "bass": BASS, "click": CLICK}
_MARKS = {"X": ACCENT, "x": NORMAL, "o": SOFT}
_PITCH = re.compile(r"(-?\d{1,2})(!?)")


class _File(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    name: str = ""
    beats: int = 4
    division: int = 4
    swing: int = 0
    low: str = ""
    bass: str = ""
    click: str = ""
    low_pickup: str = ""
    bass_pickup: str = ""
    click_pickup: str = ""


def parse_groove(text: str) -> Groove:
    """The groove in a file's text. ValueError, in words for people, if it holds none."""
    return make_groove(parse_toml(text))


def make_groove(given: dict[str, Any]) -> Groove:
    """The groove with the fields of a file. ValueError, in words for people, if a value is wrong."""
    try:
        file = msgspec.convert(given, _File)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    notes = tuple(sorted(_notes(file), key=lambda note: (note.step, note.voice)))
    return checked(Groove(file.name, file.beats, file.division, file.swing, notes))


def checked(groove: Groove) -> Groove:
    """`groove`; ValueError, with the field and its range, if a value is out of range."""
    try:
        return msgspec.convert(msgspec.to_builtins(groove), Groove)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def render_groove(groove: Groove) -> str:
    """The text of a file with this groove."""
    lines = [f"name = {_quoted(groove.name)}", f"beats = {groove.beats}", f"division = {groove.division}"]
    if groove.swing:
        lines.append(f"swing = {groove.swing}")
    for name, voice in _VOICES.items():
        lines += _line(name, groove, voice, 0, groove.beats * groove.division)
        lines += _line(f"{name}_pickup", groove, voice, -MAX_PICKUP_BEATS * groove.division, 0)
    return "\n".join(lines) + "\n"


def _notes(file: _File) -> Iterator[GrooveNote]:
    for name, voice in _VOICES.items():
        marks, pickup = _marks(getattr(file, name), voice), _marks(getattr(file, f"{name}_pickup"), voice)
        if len(marks) > file.beats * file.division:
            raise ValueError(f"{name} has {len(marks)} steps; {file.beats} beats have {file.beats * file.division}")
        if len(pickup) > MAX_PICKUP_BEATS * file.division:
            raise ValueError(f"a pickup has at most {MAX_PICKUP_BEATS} beats")
        yield from _placed(marks, voice, 0)
        yield from _placed(pickup, voice, -len(pickup))


def _placed(marks: list[str], voice: int, first: int) -> Iterator[GrooveNote]:
    for step, mark in enumerate(marks, first):
        if mark == ".":
            continue
        if voice != BASS:
            yield GrooveNote(step, voice, _MARKS[mark])
        elif (found := _PITCH.fullmatch(mark)) and abs(int(found[1])) <= MAX_SEMITONES:
            yield GrooveNote(step, voice, ACCENT if found[2] else NORMAL, int(found[1]))
        else:
            raise ValueError(f"{mark!r} is no note of the bass: use -{MAX_SEMITONES} to {MAX_SEMITONES}, or .")


def _marks(text: str, voice: int) -> list[str]:
    """The marks in a line, one for each step."""
    text = text.replace("|", " ")
    if voice == BASS:
        return text.split()
    marks = list("".join(text.split()))
    if wrong := set(marks) - {*_MARKS, "."}:
        raise ValueError(f"{sorted(wrong)[0]!r} is no mark: use X, x, o or .")
    return marks


def _line(name: str, groove: Groove, voice: int, first: int, end: int) -> list[str]:
    """The line of one voice, or none if it has no notes there."""
    notes = {note.step: note for note in groove.notes if note.voice == voice and first <= note.step < end}
    if not notes:
        return []
    begin = min(notes) if first < 0 else first
    marks = [_mark(notes.get(step), voice) for step in range(begin, end)]
    return [f'{name} = "{(" " if voice == BASS else "").join(marks)}"']


def _mark(note: GrooveNote | None, voice: int) -> str:
    if note is None:
        return "."
    accent = note.velocity > (NORMAL + ACCENT) // 2
    if voice == BASS:
        return f"{note.pitch}{'!' if accent else ''}"
    return "X" if accent else "o" if note.velocity < (SOFT + NORMAL) // 2 else "x"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(character if character >= " " and character != "\x7f" else " " for character in escaped) + '"'
