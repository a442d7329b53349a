from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.model.rooms_intents import SetOffset, SetVolumeTrim, SwitchRoom
from drumcircle_gui.mpd.model.rooms_state import RoomStatus
from drumcircle_gui.mpd.view.table.rows import MOST_OFFSET, expected, merged, nudged, trimmed
from drumcircle_gui.timing.units import Micros

names = st.lists(st.sampled_from("abcdefgh"), unique=True)


def rooms(called):
    return [RoomStatus(name, f"{name}:6600") for name in called]


@given(st.lists(names))
def test_nobody_moves_or_changes_colour_as_others_come_and_go(snapshots):
    rows = ()
    for called in snapshots:
        before, rows = {row.room.name: row.colour for row in rows}, merged(rows, rooms(called))
        shown = [row.room.name for row in rows]
        assert sorted(shown) == sorted(called)
        assert [name for name in shown if name in before] == [name for name in before if name in called]
        assert all(row.colour == before.get(row.room.name, row.colour) for row in rows)
        assert len({row.colour for row in rows}) == len(rows)


def test_a_newcomer_takes_the_first_colour_that_is_free():
    rows = merged(merged((), rooms("abc")), rooms("acd"))
    assert [(row.room.name, row.colour) for row in rows] == [("a", 0), ("c", 2), ("d", 1)]


def test_what_is_known_of_a_room_is_the_latest():
    later = replace(rooms("a")[0], song="Two")
    assert merged(merged((), rooms("a")), [later])[0].room is later


@given(st.integers(-11_000_000, 11_000_000), st.sampled_from((-10, -1, 1, 10)))
def test_a_nudge_is_so_many_milliseconds_within_bounds(offset, step):
    wanted = nudged(RoomStatus("a", "a:1", offset=Micros(offset)), step)
    assert wanted == SetOffset("a", min(max(offset + step * 1000, -MOST_OFFSET), MOST_OFFSET))


def test_a_trim_stays_within_a_hundred():
    assert trimmed(RoomStatus("a", "a:1", trim=98), 5) == SetVolumeTrim("a", 100)
    assert trimmed(RoomStatus("a", "a:1", trim=-98), -5) == SetVolumeTrim("a", -100)
    assert trimmed(RoomStatus("a", "a:1", trim=3), -1) == SetVolumeTrim("a", 2)


def test_what_is_wished_of_a_room_is_expected_of_it_alone():
    one, other = rooms("ab")
    assert expected(one, SetVolumeTrim("a", 5)) == replace(one, trim=5)
    assert expected(one, SetOffset("a", Micros(7))) == replace(one, offset=Micros(7))
    assert expected(one, SwitchRoom("a", on=False)) is one  # which takes its time
    assert expected(other, SetVolumeTrim("a", 5)) is expected(other, SetOffset("a", Micros(7))) is other
