"""Values of the rooms' state that follow from others."""

from dataclasses import replace

import pytest

from drumcircle_gui.mpd.model.rooms_state import GroupState, Presence, QueueSong, RoomsState, RoomStatus
from drumcircle_gui.timing.units import Micros, seconds

ROOM = RoomStatus("Hall", "hall:6600", Presence.TOGETHER, playing="play")


def test_the_position_advances_only_while_the_group_plays() -> None:
    playing = GroupState("play", elapsed=seconds(10), at=seconds(100), duration=seconds(15))
    assert playing.elapsed_at(seconds(103)) == seconds(13)
    assert playing.elapsed_at(seconds(200)) == seconds(15)
    assert replace(playing, playing="pause").elapsed_at(seconds(103)) == seconds(10)
    assert replace(playing, duration=None).elapsed_at(seconds(200)) == seconds(110)


@pytest.mark.parametrize(
    ("changes", "unmeasured"),
    [
        ({}, True),
        ({"skew": Micros(0)}, False),
        ({"playing": "stop"}, False),
        ({"presence": Presence.JOINING}, False),
    ],
)
def test_a_room_that_plays_without_a_known_skew_is_unmeasured(changes: dict[str, object], unmeasured: bool) -> None:
    assert replace(ROOM, **changes).unmeasured == unmeasured  # type: ignore[arg-type]


def test_a_song_without_a_title_has_the_name_of_its_file() -> None:
    assert QueueSong(1, "Jazz/a.flac", "So What").label == "So What"
    assert QueueSong(1, "Jazz/a.flac").label == "a.flac"


def test_rooms_are_found_by_name() -> None:
    state = RoomsState(rooms=(ROOM,))
    assert state.room("Hall") is ROOM
    assert state.room("Attic") is None
