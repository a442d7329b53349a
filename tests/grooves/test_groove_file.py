"""A groove as text: it can be read again after writing; errors are explained; the presets are valid."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.grooves.groove_file import ACCENT, NORMAL, SOFT, parse_groove, render_groove
from drumcircle_gui.grooves.presets_io import presets
from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove, GrooveNote

SHUFFLE = """
name = "Shuffle"
beats = 4
division = 2
swing = 33
low = "X...x..."
bass = "0! . . . -5 . 12 ."
click = "xoxoxoXo"
click_pickup = "x.x"
"""


def placed(beats: int, division: int) -> some.SearchStrategy[tuple[GrooveNote, ...]]:
    """Notes at different places, in the order of a file."""
    steps = some.integers(-4 * division, beats * division - 1)
    places = some.sets(some.tuples(steps, some.integers(0, 2)), max_size=12)

    def note(place: tuple[int, int]) -> some.SearchStrategy[GrooveNote]:
        pitches = some.integers(-12, 12) if place[1] == 1 else some.just(0)
        loud = some.sampled_from([NORMAL, ACCENT] if place[1] == 1 else [SOFT, NORMAL, ACCENT])
        return some.builds(GrooveNote, some.just(place[0]), some.just(place[1]), loud, pitches)

    return places.flatmap(lambda found: some.tuples(*(note(place) for place in sorted(found))))


@some.composite
def grooves(draw: some.DrawFn) -> Groove:
    beats, division = draw(some.integers(1, 9)), draw(some.integers(1, 6))
    name = draw(some.text(some.characters(exclude_categories=["C", "Z"]), max_size=9))
    return Groove(name, beats, division, draw(some.integers(0, 75)), draw(placed(beats, division)))


@given(grooves())
def test_a_groove_is_read_as_it_was_written(groove: Groove) -> None:
    assert parse_groove(render_groove(groove)) == groove


def test_a_groove_from_its_text() -> None:
    groove = parse_groove(SHUFFLE)
    assert (groove.name, groove.beats, groove.division, groove.swing) == ("Shuffle", 4, 2, 33)
    assert groove.notes[:3] == (GrooveNote(-3, 2, NORMAL), GrooveNote(-1, 2, NORMAL), GrooveNote(0, 0, ACCENT))
    assert [(note.step, note.pitch, note.velocity) for note in groove.notes if note.voice == 1] == [
        *((0, 0, ACCENT), (4, -5, NORMAL), (6, 12, NORMAL))
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("beats", "not a TOML file"),
        ("beats = 0", "Expected `int` >= 1"),
        ("tempo = 3", "unknown field `tempo`"),
        ('low = "x?"', "'\\?' is no mark"),
        ('bass = "13"', "'13' is no note of the bass"),
        ('bass = "A"', "'A' is no note of the bass"),
        ('low = "xxxxxxxxxxxxxxxxx"', "low has 17 steps; 4 beats have 16"),
        ('low_pickup = "xxxxxxxxxxxxxxxxx"', "at most 4 beats"),
        ("swing = 80", "<= 75"),
    ],
)
def test_what_is_wrong_with_a_file_is_explained(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse_groove(text)


def test_the_presets_have_names_and_notes_and_can_be_sent() -> None:
    names = [groove.name for groove in presets()]
    assert len(set(names)) == len(names) >= 16
    for groove in presets():
        assert groove.notes
        request = ChangeGroove(0, groove)
        assert message_codec.decode_to_server(message_codec.encode(request)[4:]) == request
        assert parse_groove(render_groove(groove)) == groove
