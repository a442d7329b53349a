"""Changes that the editor makes to a groove."""

from drumcircle_gui.grooves.groove_edit import note_at, pitched, resized, toggled
from drumcircle_gui.protocol.groove_messages import BASS, LOW, Groove, GrooveNote

EMPTY = Groove("Mine", 2, 4)


def test_a_step_turns_from_a_note_to_an_accent_to_a_soft_one_to_none() -> None:
    groove, found = EMPTY, []
    for _ in range(4):
        groove = toggled(groove, 3, LOW)
        note = note_at(groove, 3, LOW)
        found.append(note.velocity if note else None)
    assert found == [84, 116, 52, None]
    assert groove == EMPTY


def test_the_bass_moves_within_its_two_octaves() -> None:
    groove = toggled(EMPTY, 0, BASS)
    assert pitched(groove, 0, 5).notes == (GrooveNote(0, BASS, 84, 5),)
    assert pitched(groove, 0, 50).notes[0].pitch == 12
    assert pitched(EMPTY, 0, 5) == EMPTY


def test_notes_keep_their_beats_where_they_fall_on_a_step() -> None:
    groove = Groove("", 2, 4, 0, tuple(GrooveNote(step, LOW, 90) for step in (-2, 0, 1, 2, 7)))
    assert [note.step for note in resized(groove, 2, 8).notes] == [-4, 0, 2, 4, 14]
    assert [note.step for note in resized(groove, 2, 2).notes] == [-1, 0, 1]
    assert [note.step for note in resized(groove, 1, 4).notes] == [-2, 0, 1, 2]
