"""A session's file: it can be read again after writing; errors are explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.modes.catalogue import MODES, ModeChoice
from drumcircle_gui.modes.mode_session import ModeSession, parse_session, render_session

texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=12)
choices = some.builds(
    ModeChoice,
    some.sampled_from(MODES),
    some.integers(0, 64),
    some.lists(texts, max_size=3).map(tuple),
    some.lists(texts, max_size=2).map(tuple),
    some.floats(0, 400, allow_nan=False).map(lambda bpm: round(bpm, 2)),
)


@given(some.lists(choices, max_size=5).map(tuple), texts)
def test_a_session_is_read_as_it_was_written(steps: tuple[ModeChoice, ...], name: str) -> None:
    session = ModeSession(steps, name=name)
    assert parse_session(render_session(session)) == session


def test_the_file_is_for_people() -> None:
    steps = (ModeChoice("follow-the-leader", 2, ("Fern",)), ModeChoice("faster", bpm=140))
    assert render_session(ModeSession(steps, name="Sunday")) == (
        'name = "Sunday"\n\n[[step]]\nmode = "follow-the-leader"\nlength = 2\nplayers = ["Fern"]\n\n'
        '[[step]]\nmode = "faster"\nbpm = 140\n'
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[step]", "not a TOML file"),
        ("steps = 1", "unknown field `steps`"),
        ('[[step]]\nmode = "jam"', "step 1: there is no mode named 'jam'"),
        ("[[step]]\nlength = true", "step 1: Expected `int`"),
        ("[[step]]\nlenght = 2", "step 1: there is no field 'lenght'"),
        ("[[step]]\n" * 201, "200 are the most"),
    ],
)
def test_what_is_wrong_with_a_file_is_explained(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse_session(text)
