"""Laws of the group's volume and the rooms'."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.volume import changed_volume, group_volume, room_volume

volumes = st.integers(0, 100)
trims = st.integers(-100, 100)
previous = st.none() | volumes


@given(volumes, trims)
def test_a_room_has_the_volume_of_the_group_plus_its_trim_within_the_range(group, trim):
    loud = room_volume(group, trim)
    assert 0 <= loud <= 100
    if group and 0 <= group + trim <= 100:
        assert loud == group + trim


@given(trims)
def test_every_room_is_silent_if_the_group_is(trim):
    assert room_volume(0, trim) == 0


@given(volumes, volumes, trims)
def test_a_louder_group_never_makes_a_room_quieter(group, louder, trim):
    group, louder = sorted((group, louder))
    assert room_volume(group, trim) <= room_volume(louder, trim)


@given(volumes, trims)
def test_the_group_has_the_volume_it_was_set_to(group, trim):
    assert group_volume(room_volume(group, trim), trim, group) == group


@given(volumes, trims, previous)
def test_the_group_follows_a_volume_set_in_a_room(room, trim, previous_volume):
    group = group_volume(room, trim, previous_volume)
    assert 0 <= group <= 100
    if any(room_volume(each, trim) == room for each in range(101)):
        assert room_volume(group, trim) == room


@given(st.integers(1, 100), trims, previous)
def test_a_room_that_sounds_never_silences_the_group(room, trim, previous_volume):
    assert group_volume(room, trim, previous_volume) > 0


@given(trims)
def test_a_silent_room_silences_the_group_unless_its_trim_explains_it(trim):
    for previous_volume in range(101):
        assert group_volume(0, trim, previous_volume) == (previous_volume if previous_volume + trim <= 0 else 0)
    assert group_volume(0, trim, None) == 0


@given(volumes, st.integers(-100, 100))
def test_a_change_of_volume_stays_within_the_range(group, by):
    assert changed_volume(group, by) == sorted((0, group + by, 100))[1]
