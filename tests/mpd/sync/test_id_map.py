"""Laws of the numbers that clients see while the lead room changes."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.id_map import NO_SONG, IdMap

versions = st.lists(st.integers(1, 50), min_size=1, max_size=5).map(sorted)
leads = st.lists(st.tuples(st.integers(1, 50), versions), max_size=4)


@dataclass
class SimulatedQueue:
    """The songs of the queue by virtual id, with the lead room's own id."""

    numbers: IdMap = field(default_factory=IdMap)
    songs: dict[int, int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    last_id: int = 0
    lead_changed: bool = False

    def add(self) -> None:
        self.last_id += 1
        virtual = self.numbers.virtual_id(self.last_id)
        assert virtual not in self.songs.keys() | self.gone
        self.songs[virtual] = self.last_id

    def remove(self, virtual: int) -> None:
        self.numbers.forget([self.songs.pop(virtual)])
        self.gone.add(virtual)

    def change_lead(self, kept: dict[int, int]) -> None:
        """To a room with these songs: virtual id and its own."""
        self.numbers.change_lead(kept.items(), 1)
        self.gone |= self.songs.keys() - kept.keys()
        self.songs, self.lead_changed = dict(kept), True
        self.last_id = max(kept.values(), default=0)

    def check(self) -> None:
        for virtual, real in self.songs.items():
            assert self.numbers.virtual_id(real) == virtual
            assert self.numbers.real_id(virtual) == real
        if self.lead_changed:
            assert all(self.numbers.real_id(virtual) == NO_SONG for virtual in self.gone)


@given(st.data())
def test_a_song_keeps_its_id_and_no_other_song_ever_gets_it(data):
    queue = SimulatedQueue()
    for _ in range(data.draw(st.integers(1, 12))):
        what = data.draw(st.sampled_from(["add", "add", "remove", "change lead"]))
        if what == "add":
            queue.add()
        elif what == "remove" and queue.songs:
            queue.remove(data.draw(st.sampled_from(sorted(queue.songs))))
        elif what == "change lead":
            kept = data.draw(st.lists(st.sampled_from(sorted(queue.songs)), unique=True)) if queue.songs else []
            reals = data.draw(st.lists(st.integers(1, 40), unique=True, min_size=len(kept), max_size=len(kept)))
            queue.change_lead(dict(zip(kept, reals, strict=True)))
        queue.check()


@given(st.lists(st.integers(0, NO_SONG - 1), unique=True))
def test_the_numbers_of_the_first_lead_room_are_unchanged(ids):
    numbers = IdMap()
    assert [numbers.virtual_id(each) for each in ids] == ids
    assert [numbers.real_id(each) for each in ids] == ids
    numbers.forget(ids)
    assert (
        [numbers.virtual_version(each) for each in (3, 5)] == [numbers.real_version(each) for each in (3, 5)] == [3, 5]
    )
    assert numbers.virtual_job(4) == 4


@given(versions, leads)
def test_versions_never_decrease_and_old_ones_ask_for_the_whole_queue(first, leads):
    numbers = IdMap()
    shown = [numbers.virtual_version(each) for each in first]
    for version, grown in leads:
        numbers.change_lead([], version)
        old, shown = shown, [numbers.virtual_version(version + each) for each in (0, *grown)]
        assert [numbers.real_version(each) for each in shown] == [version + each for each in (0, *grown)]
        assert max(old) < min(shown)
        assert shown == sorted(shown)
        assert {numbers.real_version(each) for each in old} == {0}


@given(versions, leads)
def test_job_numbers_never_decrease(first, leads):
    numbers = IdMap()
    shown = [numbers.virtual_job(each) for each in first]
    for version, grown in leads:
        numbers.change_lead([], version)
        old, shown = shown, [numbers.virtual_job(each) for each in grown]
        assert max(old) < min(shown)
        assert shown == sorted(shown)


REPLY = b"""repeat: 0
playlist: 7
playlistlength: 2
updating_db: 3
song: 1
songid: 2
nextsong: 0
nextsongid: 1
file: Id: 2
Title: playlist: 7
Id: 2
cpos: 1
Id: 1
Id: 99999999999999999999
"""


def test_the_numbers_in_a_reply_are_translated():
    numbers = IdMap()
    assert numbers.translate_reply(REPLY) == REPLY
    numbers.change_lead([(41, 1), (42, 2)], 7)
    seen = REPLY.replace(b"playlist: 7\np", b"playlist: 8\np").replace(b"db: 3", b"db: 6")
    seen = seen.replace(b"songid: 2", b"songid: 42").replace(b"nextsongid: 1", b"nextsongid: 41")
    assert numbers.translate_reply(REPLY) == seen.replace(b"\nId: 2", b"\nId: 42").replace(b"\nId: 1\n", b"\nId: 41\n")


def test_a_song_that_only_the_new_lead_room_has_gets_a_new_id():
    numbers = IdMap()
    assert numbers.translate_reply(b"Id: 5\n") == b"Id: 5\n"
    numbers.change_lead([(5, 1)], 1)
    assert numbers.translate_reply(b"Id: 2\nId: 1\nId: 2\n") == b"Id: 6\nId: 5\nId: 6\n"
    assert (numbers.real_id(6), numbers.real_id(7)) == (2, NO_SONG)
