import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound.microphone.tape import Tape


def tape(*lengths: int) -> Tape:
    """Each frame's value is its number plus one."""
    made = Tape()
    for length in lengths:
        made.append(np.arange(made.end + 1, made.end + 1 + length, dtype=np.float32))
    return made


@given(some.lists(some.integers(0, 20), max_size=5), some.integers(-9, 60), some.integers(0, 30), some.integers(0, 80))
def test_a_part_holds_its_frames_and_silence_before_the_beginning(lengths, first, count, forgotten):
    made = tape(*lengths)
    made.forget(min(forgotten, max(first, 0)))
    part = made.part(first, first + count)
    known = range(first, max(min(first + count, made.end), first))
    assert part.tolist() == [max(frame + 1, 0) for frame in known] or first < 0
    assert part.tolist()[max(-first, 0) :] == [frame + 1 for frame in known if frame >= 0]


def test_windows_are_rows():
    assert tape(10).windows(2, 3, 4, 2).tolist() == [[3, 4, 5, 6], [5, 6, 7, 8], [7, 8, 9, 10]]
