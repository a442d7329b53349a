"""Laws of the numbers that clients see while rooms come and go."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.id_map import NO_SONG, IdMap

fewer = settings(max_examples=40)
versions = st.lists(st.integers(1, 50), min_size=1, max_size=5).map(sorted)
leads = st.lists(st.tuples(st.integers(1, 50), versions), max_size=4)


@dataclass
class House:
    """Songs, by the ids that clients were told first, with the id that the leading room has for them now."""

    numbers: IdMap = field(default_factory=IdMap)
    songs: dict[int, int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    fresh: int = 0
    exchanged: bool = False

    def add(self) -> None:
        self.fresh += 1
        virtual = self.numbers.virtual_id(self.fresh)
        assert virtual not in self.songs.keys() | self.gone
        self.songs[virtual] = self.fresh

    def remove(self, virtual: int) -> None:
        self.numbers.forget([self.songs.pop(virtual)])
        self.gone.add(virtual)

    def hand_over(self, kept: dict[int, int]) -> None:
        """To a room with those songs, by these ids of its own."""
        self.numbers.change_lead(kept.items(), 1)
        self.gone |= self.songs.keys() - kept.keys()
        self.songs, self.exchanged = dict(kept), True
        self.fresh = max(kept.values(), default=0)

    def check(self) -> None:
        for virtual, real in self.songs.items():
            assert self.numbers.virtual_id(real) == virtual
            assert self.numbers.real_id(virtual) == real
        if self.exchanged:
            assert all(self.numbers.real_id(virtual) == NO_SONG for virtual in self.gone)


@fewer
@given(st.data())
def test_a_song_keeps_its_id_whoever_leads_and_no_other_ever_has_it(data):
    house = House()
    for _ in range(data.draw(st.integers(1, 12))):
        what = data.draw(st.sampled_from(["add", "add", "remove", "hand over"]))
        if what == "add":
            house.add()
        elif what == "remove" and house.songs:
            house.remove(data.draw(st.sampled_from(sorted(house.songs))))
        elif what == "hand over":
            kept = data.draw(st.lists(st.sampled_from(sorted(house.songs)), unique=True)) if house.songs else []
            reals = data.draw(st.lists(st.integers(1, 40), unique=True, min_size=len(kept), max_size=len(kept)))
            house.hand_over(dict(zip(kept, reals, strict=True)))
        house.check()


@fewer
@given(st.lists(st.integers(0, NO_SONG - 1), unique=True))
def test_the_first_room_is_seen_as_it_is(ids):
    numbers = IdMap()
    assert [numbers.virtual_id(each) for each in ids] == ids
    assert [numbers.real_id(each) for each in ids] == ids
    numbers.forget(ids)
    assert (
        [numbers.virtual_version(each) for each in (3, 5)] == [numbers.real_version(each) for each in (3, 5)] == [3, 5]
    )
    assert numbers.virtual_job(4) == 4


@fewer
@given(versions, leads)
def test_versions_never_go_back_and_old_ones_ask_for_the_whole_queue(first, leads):
    numbers = IdMap()
    told = [numbers.virtual_version(each) for each in first]
    for version, grown in leads:
        numbers.change_lead([], version)
        old, told = told, [numbers.virtual_version(version + each) for each in (0, *grown)]
        assert [numbers.real_version(each) for each in told] == [version + each for each in (0, *grown)]
        assert max(old) < min(told)
        assert told == sorted(told)
        assert {numbers.real_version(each) for each in old} == {0}


@fewer
@given(versions, leads)
def test_jobs_never_go_back(first, leads):
    numbers = IdMap()
    told = [numbers.virtual_job(each) for each in first]
    for version, grown in leads:
        numbers.change_lead([], version)
        old, told = told, [numbers.virtual_job(each) for each in grown]
        assert max(old) < min(told)
        assert told == sorted(told)


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


def test_a_reply_is_told_as_clients_know_the_numbers():
    numbers = IdMap()
    assert numbers.translate_reply(REPLY) == REPLY
    numbers.change_lead([(41, 1), (42, 2)], 7)
    seen = REPLY.replace(b"playlist: 7\np", b"playlist: 8\np").replace(b"db: 3", b"db: 6")
    seen = seen.replace(b"songid: 2", b"songid: 42").replace(b"nextsongid: 1", b"nextsongid: 41")
    assert numbers.translate_reply(REPLY) == seen.replace(b"\nId: 2", b"\nId: 42").replace(b"\nId: 1\n", b"\nId: 41\n")


def test_a_song_that_only_the_new_room_has_gets_a_number_of_its_own():
    numbers = IdMap()
    assert numbers.translate_reply(b"Id: 5\n") == b"Id: 5\n"
    numbers.change_lead([(5, 1)], 1)
    assert numbers.translate_reply(b"Id: 2\nId: 1\nId: 2\n") == b"Id: 6\nId: 5\nId: 6\n"
    assert (numbers.real_id(6), numbers.real_id(7)) == (2, NO_SONG)
