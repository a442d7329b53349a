"""Laws of the group's queue: song ids that clients know survive a change of the lead room."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.status import QueueEntry
from drumcircle_gui.mpd.protocol.syntax import request
from drumcircle_gui.mpd.sync.group_queue import GroupQueue, Tags

FILES = [b"a.flac", b"b.flac", b"http://radio/c"]

queues = st.lists(st.tuples(st.sampled_from(FILES), st.integers(0, 9)), max_size=6)


def entries(songs: list[tuple[bytes, int]], first: int) -> list[QueueEntry]:
    """A room's queue with ids from `first` on."""
    return [QueueEntry(first + at, file, prio) for at, (file, prio) in enumerate(songs)]


def no_tags(song: int) -> Tags:
    return ()


def test_songs_have_the_lead_rooms_ids_ranges_priorities_and_the_wanted_tags() -> None:
    queue = GroupQueue()
    ids = queue.read([QueueEntry(7, b"http://radio/c", 3, b"1.000-2.000")], lambda song: ((b"Name", b"%d" % song),))
    (song,) = queue.songs
    assert (song.id, song.file, song.range, song.prio) == (7, b"http://radio/c", b"1.000-2.000", 3)
    assert song.tags == ((b"Name", b"7"),)
    assert ids == {7: 7}


def test_the_list_of_songs_is_a_new_one_only_after_a_change() -> None:
    queue = GroupQueue()
    queue.read(entries([(b"a.flac", 0)], 1), no_tags)
    before = queue.songs
    queue.read(entries([(b"a.flac", 0)], 1), no_tags)
    assert queue.songs is before
    queue.read(entries([(b"a.flac", 1)], 1), no_tags)
    assert queue.songs is not before


@given(songs=queues, other=st.permutations(range(6)), first=st.integers(1, 200))
def test_songs_keep_the_ids_that_clients_know_when_another_room_leads(
    songs: list[tuple[bytes, int]], other: list[int], first: int
) -> None:
    queue = GroupQueue()
    queue.read(entries(songs, 1), no_tags)
    before = {song.id: song.file for song in queue.songs}
    theirs = [QueueEntry(first + at, songs[number][0]) for at, number in enumerate(other) if number < len(songs)]
    queue.change_lead(theirs, {}, 1)
    queue.read(theirs, no_tags)
    assert {song.id: song.file for song in queue.songs} == before


@given(songs=queues)
def test_the_new_lead_room_gets_the_groups_priorities(songs: list[tuple[bytes, int]]) -> None:
    queue = GroupQueue()
    known = queue.read(entries(songs, 1), no_tags)
    theirs = [QueueEntry(at + 100, file) for at, (file, _) in enumerate(songs)]
    requests = queue.change_lead(theirs, {song: real + 99 for song, real in known.items()}, 1)
    assert requests == [request("prioid", prio, at + 100) for at, (_, prio) in enumerate(songs) if prio]


def test_a_song_of_the_new_lead_room_alone_gets_an_id_that_clients_have_not_seen() -> None:
    queue = GroupQueue()
    queue.read(entries([(b"a.flac", 0)], 5), no_tags)
    queue.change_lead(entries([(b"b.flac", 0)], 5), {}, 1)
    queue.read(entries([(b"b.flac", 0)], 5), no_tags)
    (song,) = queue.songs
    assert song.id > 5
