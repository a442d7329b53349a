"""The ranges of message fields: the limits are accepted, the next values are not."""

from typing import Any

import msgspec
import pytest

from drumcircle_gui.protocol import fields
from drumcircle_gui.protocol.fields import (
    CONDUCTORS,
    EVERYONE,
    MAX_COUNT,
    MAX_KEY_LENGTH,
    MAX_NAME_LENGTH,
    MAX_SHORT_LENGTH,
    MAX_TEXT_LENGTH,
)
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO

NUMBERS: list[tuple[Any, int, int]] = [
    (fields.Count, 0, MAX_COUNT),
    (fields.PlayerId, 1, 2**31),
    (fields.Recipient, -1, 2**31),
    (fields.Midi, 0, 127),
    (fields.Velocity, 1, 127),
    (fields.Time, 0, MAX_COUNT),
    (fields.Span, -(2**40), 2**40),
    (fields.Beat, 0, MAX_COUNT),
    (fields.Offset, -MAX_COUNT, MAX_COUNT),
    (fields.BeatTime, FASTEST_TEMPO, SLOWEST_TEMPO),
]
TEXTS: list[tuple[Any, int, int]] = [
    (fields.Name, 1, MAX_NAME_LENGTH),
    (fields.Word, 0, MAX_NAME_LENGTH),
    (fields.Text, 0, MAX_TEXT_LENGTH),
    (fields.Short, 0, MAX_SHORT_LENGTH),
    (fields.Key, 0, MAX_KEY_LENGTH),
]


def accepts(field: Any, value: object) -> bool:
    try:
        return bool(msgspec.convert(value, field) == value)
    except msgspec.ValidationError:
        return False


@pytest.mark.parametrize(("field", "low", "high"), NUMBERS)
def test_a_number_is_accepted_within_its_range_only(field: Any, low: int, high: int) -> None:
    assert accepts(field, low) and accepts(field, high)
    assert not accepts(field, low - 1) and not accepts(field, high + 1)
    assert not accepts(field, str(low)) and not accepts(field, low + 0.5)


@pytest.mark.parametrize(("field", "shortest", "longest"), TEXTS)
@pytest.mark.parametrize("character", ["x", "é", "🥁"])
def test_a_text_is_limited_in_code_points(field: Any, shortest: int, longest: int, character: str) -> None:
    assert accepts(field, character * shortest) and accepts(field, character * longest)
    assert not accepts(field, character * (longest + 1))
    assert not shortest or not accepts(field, "")


def test_recipients_include_everyone_and_the_conductors() -> None:
    assert accepts(fields.Recipient, EVERYONE) and accepts(fields.Recipient, CONDUCTORS)
    assert not accepts(fields.PlayerId, EVERYONE) and not accepts(fields.PlayerId, CONDUCTORS)


def test_a_role_is_one_of_two() -> None:
    assert accepts(fields.Role, "player") and accepts(fields.Role, "conductor")
    assert not accepts(fields.Role, "server")


def test_every_count_is_exact_as_a_double() -> None:
    assert int(float(MAX_COUNT)) == MAX_COUNT and int(float(MAX_COUNT - 1)) == MAX_COUNT - 1
    assert int(float(MAX_COUNT + 1)) != MAX_COUNT + 1
