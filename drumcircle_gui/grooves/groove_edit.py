"""Changes to a groove, as its editor makes them: each returns a new groove. Pure."""

import msgspec

from drumcircle_gui.protocol.groove_messages import BASS, MAX_GROOVE_NOTES, MAX_SEMITONES, Groove, GrooveNote

from .groove_file import ACCENT, NORMAL, SOFT

_NEXT_VELOCITY = {0: NORMAL, NORMAL: ACCENT, ACCENT: SOFT, SOFT: 0}
"""The velocity after each velocity when a step is clicked; 0 is no note."""


def note_at(groove: Groove, step: int, voice: int) -> GrooveNote | None:
    """The note of `voice` on `step`."""
    return next((note for note in groove.notes if (note.step, note.voice) == (step, voice)), None)


def toggled(groove: Groove, step: int, voice: int) -> Groove:
    """A copy with the next loudness on that step: none, a note, an accent, a soft one, none again."""
    note = note_at(groove, step, voice)
    velocity = _NEXT_VELOCITY.get(note.velocity if note else 0, 0)
    return _with(groove, step, voice, velocity, note.pitch if note else 0)


def pitched(groove: Groove, step: int, by: int) -> Groove:
    """A copy with the bass on `step` raised by `by` semitones; unchanged if there is no note."""
    note = note_at(groove, step, BASS)
    if note is None:
        return groove
    pitch = min(max(note.pitch + by, -MAX_SEMITONES), MAX_SEMITONES)
    return _with(groove, step, BASS, note.velocity, pitch)


def resized(groove: Groove, beats: int, division: int) -> Groove:
    """A copy with another length and division: notes keep their beats, and those that fall on no step are dropped."""
    notes = []
    for note in groove.notes:
        step, rest = divmod(note.step * division, groove.division)
        if not rest and step < beats * division:
            notes.append(msgspec.structs.replace(note, step=step))
    return msgspec.structs.replace(groove, beats=beats, division=division, notes=tuple(notes))


def _with(groove: Groove, step: int, voice: int, velocity: int, pitch: int) -> Groove:
    notes = [note for note in groove.notes if (note.step, note.voice) != (step, voice)]
    if velocity and len(notes) < MAX_GROOVE_NOTES:
        notes.append(GrooveNote(step, voice, velocity, pitch))
    ordered = tuple(sorted(notes, key=lambda note: (note.step, note.voice)))
    return msgspec.structs.replace(groove, notes=ordered)
