"""The part of a drum, from what is played on it."""

from drumcircle_gui.modes.parts import PARTS, part_of_pad, proposed_part


def test_every_key_has_a_part() -> None:
    assert {part_of_pad(key) for key in range(128)} == set(PARTS)


def test_the_part_is_that_of_most_strokes() -> None:
    assert proposed_part([36, 36, 42]) == "low"
    assert proposed_part([70, 70, 56]) == "shakers"
    assert proposed_part([42, 36]) == "low"
    assert proposed_part([]) == ""
