"""In random order all rooms play the lead room's songs."""

from dataclasses import replace

from drumcircle_gui.mpd.group.drift import EVERY
from drumcircle_gui.mpd.group.drift_commands import AnnounceSong, JoinRoom
from drumcircle_gui.mpd.group.random_order import BORDER
from drumcircle_gui.timing.units import seconds
from tests.mpd.group.drift_world import NEXT, SONG, WRONG, World, room, status


def test_a_wrong_song_is_fetched_at_once():
    lead = status(elapsed=1.0, random="1")
    world = World(room("bath", song=WRONG, next_song=None, status=lead), status=lead)
    assert world.commands(EVERY) == [JoinRoom("bath", SONG, 0)]


def test_a_room_may_be_a_little_sooner_or_later():
    ending, beginning = status(elapsed=599.7, random="1"), status(elapsed=0.2, random="1")
    sooner = World(room("bath", song=NEXT, status=beginning), status=ending)
    assert sooner.run(seconds(1)) == []
    later = World(room("bath", song=WRONG, next_song=SONG, status=ending), status=ending, song=WRONG, next_song=SONG)
    assert later.commands(EVERY) == [AnnounceSong("bath", SONG, None)]
    later.lead = replace(later.lead, song=SONG, next_song=NEXT, status=beginning)
    assert later.run(seconds(1)) == []


def test_the_place_of_the_lead_room_is_that_of_now():
    """Its latest status is from before its border, the other room's from after."""
    before, beginning = status(elapsed=599.0, random="1"), status(elapsed=0.02, random="1")
    world = World(room("bath", song=NEXT, status=beginning), status=before)
    world.lead = replace(world.lead, reported_clock=seconds(599.9) - world.now)
    assert world.run(EVERY) == []


def test_the_lead_room_may_follow_into_the_announced_song():
    """Though by its latest status its song does not end yet."""
    world = World(room("bath", song=NEXT, status=status(elapsed=0.02, random="1")), status=status(random="1"))
    assert world.run(BORDER) == []
    assert JoinRoom("bath", SONG, 0) in world.commands(2 * EVERY)


def test_a_wrong_room_is_not_late_only_because_the_right_song_would_follow():
    world = World(room("bath", status=status(random="1")), status=status(random="1"))
    world.run()
    world.lead = replace(world.lead, song=WRONG, status=status(elapsed=0.02, random="1"))
    world.others = [room("bath", song=NEXT, next_song=WRONG, status=status(elapsed=0.02, random="1"))]
    assert JoinRoom("bath", WRONG, 0) in world.commands(EVERY)


def test_a_room_that_stopped_at_a_border_is_fetched_at_once():
    began = status(elapsed=0.02, random="1")
    world = World(room("bath", song=WRONG, status=status("stop", random="1")), status=began)
    assert world.commands(EVERY) == [JoinRoom("bath", SONG, 0)]


def test_the_next_song_is_announced_once():
    playing = status(random="1")
    world = World(room("bath", next_song=WRONG, status=playing), status=playing, next_song=NEXT)
    assert world.commands(seconds(3)) == [AnnounceSong("bath", NEXT, None)]


def test_a_song_is_announced_as_soon_as_a_room_is_in_the_one_before():
    """Also in a song that is no longer than its borders."""
    playing = status(elapsed=0.01, duration=seconds(2), random="1")
    world = World(room("bath", next_song=NEXT, status=playing), status=status(random="1"), song=WRONG, next_song=SONG)
    world.others = [room("bath", song=WRONG, next_song=SONG, status=playing)]
    assert world.commands(EVERY) == [AnnounceSong("bath", SONG, None)]
    world.lead = replace(world.lead, song=SONG, next_song=NEXT, status=playing)
    assert world.run() == []
    world.others = [room("bath", next_song=NEXT, status=playing)]  # by chance, which may be wrong where it shuffles
    assert world.commands(seconds(1)) == [AnnounceSong("bath", NEXT, SONG)]


def test_the_song_that_was_announced_before_does_not_compete():
    playing = status(random="1")
    world = World(room("bath", next_song=WRONG, status=playing), status=playing, next_song=NEXT)
    world.run(seconds(1))
    world.lead = replace(world.lead, song=WRONG, next_song=SONG)  # not the one that it said
    assert JoinRoom("bath", WRONG, 0) in world.commands(seconds(1))
    world.others = [room("bath", song=WRONG, next_song=SONG, status=playing)]
    assert AnnounceSong("bath", SONG, NEXT) in world.commands(seconds(1))
    world.others = [room("bath", status=playing)]
    world.run(seconds(2))
    world.others = [room("bath", song=WRONG, next_song=SONG, status=playing)]
    assert AnnounceSong("bath", SONG, SONG) in world.commands(seconds(1)), (
        "it was brought back, which changes its order"
    )


def test_a_room_that_went_into_the_announced_song_alone_is_fetched_at_once():
    """To where the lead room says that it is, since nothing was measured yet; also if the same song began again."""
    playing, began = status(random="1"), status(elapsed=0.02, random="1")
    for song, following in ((WRONG, SONG), (SONG, WRONG)):
        world = World(room("bath", status=playing), status=playing)
        world.run(seconds(1))
        clock = seconds(0.02) - world.now
        world.lead = replace(world.lead, song=song, status=began, next_song=NEXT, position=None, reported_clock=clock)
        world.others = [room("bath", song=NEXT, next_song=following, status=began)]
        assert world.commands(EVERY) == [JoinRoom("bath", song, clock)]
