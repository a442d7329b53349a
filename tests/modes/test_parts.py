"""The part of a drum, from the pads that are played."""

from drumcircle_gui.modes.parts import PARTS, PlayedPads, part_of_pad, proposed_part


def test_every_key_has_a_part() -> None:
    assert {part_of_pad(key) for key in range(128)} == set(PARTS)


def test_the_part_is_that_of_most_strokes() -> None:
    assert proposed_part([36, 36, 42]) == "low"
    assert proposed_part([70, 70, 56]) == "shakers"
    assert proposed_part([42, 36]) == "low"
    assert proposed_part([]) == ""


def test_the_latest_members_are_counted() -> None:
    played = PlayedPads()
    for member in range(PlayedPads.MEMBERS_COUNTED + 1):
        played.add(member, 36)
    assert (played.proposed(0), played.proposed(1)) == ("", "low")
