from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.model.rooms_intents import SetOffset, SetVolumeTrim, SwitchRoom
from drumcircle_gui.mpd.model.rooms_state import Presence, RoomStatus
from drumcircle_gui.mpd.view.table.rows import MOST_OFFSET, expected, is_unmeasured, merged, offset_by, trim_by
from drumcircle_gui.timing.units import Micros

names = st.lists(st.sampled_from("abcdefgh"), unique=True)


def rooms(called):
    return [RoomStatus(name, f"{name}:6600") for name in called]


@given(st.lists(names))
def test_known_rooms_keep_row_and_colour_as_others_come_and_go(snapshots):
    rows = ()
    for called in snapshots:
        before, rows = {row.room.name: row.colour for row in rows}, merged(rows, rooms(called))
        shown = [row.room.name for row in rows]
        assert sorted(shown) == sorted(called)
        assert [name for name in shown if name in before] == [name for name in before if name in called]
        assert all(row.colour == before.get(row.room.name, row.colour) for row in rows)
        assert len({row.colour for row in rows}) == len(rows)


def test_a_new_room_takes_the_first_free_colour():
    rows = merged(merged((), rooms("abc")), rooms("acd"))
    assert [(row.room.name, row.colour) for row in rows] == [("a", 0), ("c", 2), ("d", 1)]


def test_a_row_holds_the_latest_room():
    later = replace(rooms("a")[0], song="Two")
    assert merged(merged((), rooms("a")), [later])[0].room is later


@given(st.integers(-11_000_000, 11_000_000), st.sampled_from((-10, -1, 1, 10)))
def test_an_offset_step_stays_within_bounds(offset, step):
    wanted = offset_by(RoomStatus("a", "a:1", offset=Micros(offset)), step)
    assert wanted == SetOffset("a", min(max(offset + step * 1000, -MOST_OFFSET), MOST_OFFSET))


def test_a_trim_stays_within_100_points():
    assert trim_by(RoomStatus("a", "a:1", trim=98), 5) == SetVolumeTrim("a", 100)
    assert trim_by(RoomStatus("a", "a:1", trim=-98), -5) == SetVolumeTrim("a", -100)
    assert trim_by(RoomStatus("a", "a:1", trim=3), -1) == SetVolumeTrim("a", 2)


def test_a_request_is_expected_of_its_room_only():
    one, other = rooms("ab")
    assert expected(one, SetVolumeTrim("a", 5)) == replace(one, trim=5)
    assert expected(one, SetOffset("a", Micros(7))) == replace(one, offset=Micros(7))
    assert expected(one, SwitchRoom("a", on=False)) is one  # switching takes time
    assert expected(other, SetVolumeTrim("a", 5)) is expected(other, SetOffset("a", Micros(7))) is other


@pytest.mark.parametrize(
    ("changes", "unmeasured"),
    [
        ({}, True),
        ({"skew": Micros(0)}, False),
        ({"playing": "pause"}, False),
        ({"presence": Presence.JOINING}, False),
    ],
)
def test_a_room_that_plays_without_a_skew_is_unmeasured(changes, unmeasured):
    playing = replace(rooms("a")[0], presence=Presence.TOGETHER, playing="play")
    assert is_unmeasured(replace(playing, **changes)) is unmeasured
