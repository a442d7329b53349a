"""Laws of bringing a room's queue to what the group has, on a queue that does what MPD's does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.status import QueueEntry
from drumcircle_gui.mpd.protocol.syntax import request, tokenize
from drumcircle_gui.mpd.sync.queue_diff import (
    GroupEntry,
    QueueSlot,
    additions,
    match_entries,
    moves,
    priorities,
    ranges,
    removals,
)

FILES = [b"a.flac", b"b.flac", b'c "d".mp3', b"e.ogg"]

fewer = settings(max_examples=40)
files = st.sampled_from(FILES)
spans = st.sampled_from([b"", b"1.000-3.000", b"5.000-"])
details = st.tuples(files, spans, st.integers(0, 255))
queues = st.lists(st.tuples(st.integers(0, 30), details), max_size=10, unique_by=lambda song: song[0]).map(
    lambda songs: [GroupEntry(number, *detail) for number, detail in songs]
)
entries = st.lists(st.tuples(st.integers(100, 130), details), max_size=10, unique_by=lambda song: song[0]).map(
    lambda songs: [QueueEntry(number, file, prio, span) for number, (file, span, prio) in songs]
)
# Of some songs the room's own ids are known, rightly or no longer so.
knowledge = st.dictionaries(st.integers(0, 35), st.integers(98, 132), max_size=10).map(
    lambda known: {virtual: real for real, virtual in {real: virtual for virtual, real in known.items()}.items()}
)


@dataclass
class Queue:
    """A room's. `lacks`: the files that it does not have."""

    entries: list[QueueEntry]
    lacks: frozenset[bytes] = frozenset()
    fresh: int = 1000
    done: int = 0

    def do(self, requests: Iterable[bytes]) -> None:
        """KeyError or ValueError for what MPD would refuse."""
        for each in requests:
            name, *arguments = tokenize(each)
            self.done += 1
            getattr(self, name.decode())(*arguments)

    def clear(self) -> None:
        self.entries.clear()

    def deleteid(self, number: bytes) -> None:
        self.entries.remove(self._entry(number))

    def moveid(self, number: bytes, to: bytes) -> None:
        entry = self._entry(number)
        if not 0 <= int(to) < len(self.entries):
            raise ValueError("Bad song index")
        self.entries.remove(entry)
        self.entries.insert(int(to), entry)

    def rangeid(self, number: bytes, span: bytes) -> None:
        self._change(number, range=b"" if span == b":" else span.replace(b":", b"-"))

    def prioid(self, prio: bytes, number: bytes) -> None:
        self._change(number, prio=int(prio))

    def addid(self, file: bytes) -> int | None:
        """None if it does not have it."""
        self.done += 1
        if file in self.lacks:
            return None
        self.fresh += 1
        self.entries.append(QueueEntry(self.fresh, file))
        return self.fresh

    def _entry(self, number: bytes) -> QueueEntry:
        return {entry.id: entry for entry in self.entries}[int(number)]

    def _change(self, number: bytes, **what: object) -> None:
        entry = self._entry(number)
        self.entries[self.entries.index(entry)] = replace(entry, **what)


def brought(queue: Queue, wanted: Sequence[GroupEntry], known: dict[int, int]) -> list[QueueSlot]:
    """The queue becomes what is wanted, as rooms are brought to it."""
    gone, placed = removals(wanted, match_entries(wanted, queue.entries, known))
    queue.do(gone)
    for each in additions(wanted, placed):
        real = queue.addid(each.file)
        if real is not None:
            placed.append(QueueSlot(each.id, real))
    requests, placed = moves(wanted, placed)
    queue.do(requests)
    now = {entry.id: entry for entry in queue.entries}
    queue.do([*ranges(wanted, placed, now), *priorities(wanted, placed, now)])
    return placed


def looks(songs: Iterable[GroupEntry | QueueEntry]) -> list[tuple[bytes, bytes, int]]:
    return [(song.file, song.range, song.prio) for song in songs]


def shuffled(count: int, seed: int) -> list[int]:
    numbers = list(range(count))
    Random(seed).shuffle(numbers)
    return numbers


def song(number: int, file: bytes = b"") -> GroupEntry:
    return GroupEntry(number, file or b"%d.flac" % number)


# --- the whole -------------------------------------------------------------------------------------------------------


@fewer
@given(queues, entries, knowledge, st.frozensets(files, max_size=2))
def test_a_room_comes_to_have_what_is_wanted_but_for_what_it_lacks(wanted, there, known, lacks):
    queue = Queue([entry for entry in there if entry.file not in lacks], lacks)
    placed = brought(queue, wanted, known)
    having = [each for each in wanted if each.file not in lacks]
    assert looks(queue.entries) == looks(having)
    assert placed == [QueueSlot(each.id, entry.id) for each, entry in zip(having, queue.entries, strict=True)]


@fewer
@given(queues, entries, knowledge)
def test_then_there_is_nothing_left_to_do(wanted, there, known):
    queue = Queue(there)
    known = {each.id: each.room_id for each in brought(queue, wanted, known) if each.id is not None}
    queue.done = 0
    brought(queue, wanted, known)
    assert queue.done == 0


@fewer
@given(st.integers(0, 40), st.data())
def test_small_changes_need_few_requests(count, data):
    """Of songs that are removed, added and moved each needs one."""
    wanted = [song(number, data.draw(files)) for number in range(count)]
    queue = Queue([])
    known = {each.id: each.room_id for each in brought(queue, wanted, {}) if each.id is not None}
    queue.done = 0
    place = st.integers(0, len(wanted))
    for number in range(data.draw(st.integers(0, 3))):
        wanted.insert(data.draw(place), song(100 + number))
    changes = 2 * (len(wanted) - count)  # it is added at the end, and moved
    for _ in range(min(data.draw(st.integers(0, 3)), len(wanted))):
        wanted.insert(data.draw(place), wanted.pop(data.draw(place) % len(wanted)))
        changes += 1
    for _ in range(min(data.draw(st.integers(0, 3)), len(wanted))):
        del wanted[data.draw(place) % len(wanted)]
        changes += 1
    brought(queue, wanted, known)
    assert queue.done <= changes
    assert looks(queue.entries) == looks(wanted)


# --- which song is which ---------------------------------------------------------------------------------------------


@fewer
@given(queues, entries, knowledge)
def test_each_entry_is_one_song_of_the_same_file_or_none(wanted, there, known):
    placed = match_entries(wanted, there, known)
    file_of = {each.id: each.file for each in wanted}
    assert [each.room_id for each in placed] == [entry.id for entry in there]
    found = [(each.id, entry) for each, entry in zip(placed, there, strict=True) if each.id is not None]
    assert len({number for number, _ in found}) == len(found)
    assert all(file_of[number] == entry.file for number, entry in found)


@fewer
@given(queues, entries, knowledge)
def test_no_entry_is_left_out_while_its_file_is_wanted(wanted, there, known):
    placed = match_entries(wanted, there, known)
    found = {each.id for each in placed}
    left = {entry.file for each, entry in zip(placed, there, strict=True) if each.id is None}
    assert not left & {each.file for each in wanted if each.id not in found}


@fewer
@given(queues, entries, knowledge)
def test_what_is_known_of_an_entry_holds_if_its_file_is_right(wanted, there, known):
    placed = {each.room_id: each.id for each in match_entries(wanted, there, known)}
    file_of = {each.id: each.file for each in wanted}
    for virtual, real in known.items():
        if any(entry.id == real and entry.file == file_of.get(virtual) for entry in there):
            assert placed[real] == virtual


def test_what_is_not_known_is_matched_in_order():
    wanted = [song(1, b"a"), song(2, b"b"), song(3, b"a"), song(4, b"a")]
    there = [
        QueueEntry(10, b"a"),
        QueueEntry(11, b"a"),
        QueueEntry(12, b"x"),
        QueueEntry(13, b"b"),
        QueueEntry(14, b"a"),
        QueueEntry(15, b"a"),
    ]
    numbers = [each.id for each in match_entries(wanted, there, {3: 11, 2: 10})]
    assert numbers == [1, 3, None, 2, 4, None]


# --- steps -----------------------------------------------------------------------------------------------------------


def test_where_nothing_stays_one_request_is_enough():
    assert removals([song(1)], [QueueSlot(None, 10), QueueSlot(None, 11)]) == ([b"clear"], [])
    assert removals([], [QueueSlot(5, 10)]) == ([b"clear"], [])
    assert removals([song(1)], []) == ([], [])


def test_what_is_not_wanted_goes_one_by_one():
    placed = [QueueSlot(None, 10), QueueSlot(1, 11), QueueSlot(2, 12)]
    assert removals([song(1)], placed) == ([request("deleteid", 10), request("deleteid", 12)], [QueueSlot(1, 11)])


def test_what_cannot_be_had_is_not_asked_for():
    wanted = [song(3), song(1), song(2)]
    assert additions(wanted, [QueueSlot(1, 10)], {b"2.flac"}) == [song(3)]
    assert additions(wanted, [QueueSlot(1, 10)]) == [song(3), song(2)]


@fewer
@given(st.permutations(range(8)))
def test_no_more_songs_move_than_must(order):
    """As many may stay as stand in their order already."""
    wanted = [song(number) for number in range(8)]
    requests, goal = moves(wanted, [QueueSlot(number, number + 100) for number in order])
    assert [each.id for each in goal] == list(range(8))
    rising = [1] * 8
    for at in range(8):
        rising[at] = 1 + max((rising[before] for before in range(at) if order[before] < order[at]), default=0)
    assert len(requests) == 8 - max(rising)


@settings(max_examples=3)
@given(st.integers(0, 10**6))
def test_a_long_queue_is_sorted_at_once(seed):
    count = 2000
    wanted = [song(number) for number in shuffled(count, seed)]
    requests, _ = moves(wanted, [QueueSlot(number, number) for number in range(count)])
    now = list(range(count))
    for _, number, to in map(tokenize, requests):
        now.remove(int(number))
        now.insert(int(to), int(number))
    assert now == [each.id for each in wanted]


def test_only_what_differs_in_detail_is_told():
    wanted = [
        GroupEntry(1, b"a", b"1.000-3.000", 5),
        GroupEntry(2, b"b", b"2.000-"),
        GroupEntry(3, b"c"),
        GroupEntry(4, b"d", prio=9),
    ]
    placed = [QueueSlot(1, 11), QueueSlot(2, 12), QueueSlot(3, 13), QueueSlot(4, 14)]
    now = {
        11: QueueEntry(11, b"a", 5, b"1.000-3.000"),
        12: QueueEntry(12, b"b", 7),
        13: QueueEntry(13, b"c", 0, b"1.000-"),
    }
    assert ranges(wanted, placed, now) == [request("rangeid", 12, "2.000:"), request("rangeid", 13, ":")]
    assert priorities(wanted, placed, now) == [request("prioid", 0, 12), request("prioid", 9, 14)]
