"""Laws of volumes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.volume import changed_volume, group_volume, room_volume

fewer = settings(max_examples=40)

volumes = st.integers(0, 100)
trims = st.integers(-100, 100)
befores = st.none() | volumes


@fewer
@given(volumes, trims)
def test_a_room_is_as_much_louder_as_its_trim_says_where_there_is_room(group, trim):
    loud = room_volume(group, trim)
    assert 0 <= loud <= 100
    if group and 0 <= group + trim <= 100:
        assert loud == group + trim


@fewer
@given(trims)
def test_when_the_group_is_silent_every_room_is(trim):
    assert room_volume(0, trim) == 0


@fewer
@given(volumes, volumes, trims)
def test_louder_is_never_softer(group, louder, trim):
    group, louder = sorted((group, louder))
    assert room_volume(group, trim) <= room_volume(louder, trim)


@fewer
@given(volumes, trims)
def test_what_the_group_was_set_to_it_has(group, trim):
    assert group_volume(room_volume(group, trim), trim, group) == group


@fewer
@given(volumes, trims, befores)
def test_the_group_is_where_its_room_was_put_if_that_can_be(room, trim, before):
    group = group_volume(room, trim, before)
    assert 0 <= group <= 100
    if any(room_volume(each, trim) == room for each in range(101)):
        assert room_volume(group, trim) == room


@fewer
@given(st.integers(1, 100), trims, befores)
def test_a_room_that_sounds_never_silences_the_others(room, trim, before):
    assert group_volume(room, trim, before) > 0


@fewer
@given(trims)
def test_a_room_that_was_silenced_silences_the_group_unless_its_trim_does_that(trim):
    for before in range(101):
        assert group_volume(0, trim, before) == (before if before + trim <= 0 else 0)
    assert group_volume(0, trim, None) == 0


@fewer
@given(volumes, st.integers(-100, 100))
def test_volume_changes_within_what_there_is(group, by):
    assert changed_volume(group, by) == sorted((0, group + by, 100))[1]
