"""Laws of giving a room the group's queue, on a queue that behaves as MPD's does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import msgspec
import pytest
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
    tags,
)

FILES = [b"a.flac", b"b.flac", b'c "d".mp3', b"e.ogg"]

files = st.sampled_from(FILES)
spans = st.sampled_from([b"", b"1.000-3.000", b"5.000-"])
details = st.tuples(files, spans, st.integers(0, 255))
queues = st.lists(st.tuples(st.integers(0, 30), details), max_size=10, unique_by=lambda song: song[0]).map(
    lambda songs: [GroupEntry(number, *detail) for number, detail in songs]
)
entries = st.lists(st.tuples(st.integers(100, 130), details), max_size=10, unique_by=lambda song: song[0]).map(
    lambda songs: [QueueEntry(number, file, prio, span) for number, (file, span, prio) in songs]
)
# The room's ids of some songs, right or outdated.
knowledge = st.dictionaries(st.integers(0, 35), st.integers(98, 132), max_size=10).map(
    lambda known: {virtual: real for real, virtual in {real: virtual for virtual, real in known.items()}.items()}
)


@dataclass
class Queue:
    """A room's queue. `missing`: the files that the room does not have."""

    entries: list[QueueEntry]
    missing: frozenset[bytes] = frozenset()
    last_id: int = 1000
    done: int = 0

    def do(self, requests: Iterable[bytes]) -> None:
        """Carry out requests. KeyError or ValueError for a request that MPD would refuse."""
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
        """Add a file; None if the room does not have it."""
        self.done += 1
        if file in self.missing:
            return None
        self.last_id += 1
        self.entries.append(QueueEntry(self.last_id, file))
        return self.last_id

    def _entry(self, number: bytes) -> QueueEntry:
        return {entry.id: entry for entry in self.entries}[int(number)]

    def _change(self, number: bytes, **what: object) -> None:
        entry = self._entry(number)
        self.entries[self.entries.index(entry)] = msgspec.structs.replace(entry, **what)


def synchronise(queue: Queue, wanted: Sequence[GroupEntry], known: dict[int, int]) -> list[QueueSlot]:
    """Give the queue the wanted entries in the same steps as the program."""
    gone, slots = removals(wanted, match_entries(wanted, queue.entries, known))
    queue.do(gone)
    for each in additions(wanted, slots):
        real = queue.addid(each.file)
        if real is not None:
            slots.append(QueueSlot(each.id, real))
    requests, slots = moves(wanted, slots)
    queue.do(requests)
    now = {entry.id: entry for entry in queue.entries}
    queue.do([*ranges(wanted, slots, now), *priorities(wanted, slots, now)])
    return slots


def contents(songs: Iterable[GroupEntry | QueueEntry]) -> list[tuple[bytes, bytes, int]]:
    return [(song.file, song.range, song.prio) for song in songs]


def shuffled(count: int, seed: int) -> list[int]:
    numbers = list(range(count))
    Random(seed).shuffle(numbers)
    return numbers


def song(number: int, file: bytes = b"") -> GroupEntry:
    return GroupEntry(number, file or b"%d.flac" % number)


# --- the whole -------------------------------------------------------------------------------------------------------


@given(queues, entries, knowledge, st.frozensets(files, max_size=2))
def test_a_room_gets_the_groups_queue_without_the_files_it_lacks(wanted, present, known, missing):
    queue = Queue([entry for entry in present if entry.file not in missing], missing)
    slots = synchronise(queue, wanted, known)
    having = [each for each in wanted if each.file not in missing]
    assert contents(queue.entries) == contents(having)
    assert slots == [QueueSlot(each.id, entry.id) for each, entry in zip(having, queue.entries, strict=True)]


@given(queues, entries, knowledge)
def test_a_second_run_has_nothing_to_do(wanted, present, known):
    queue = Queue(present)
    known = {each.id: each.room_id for each in synchronise(queue, wanted, known) if each.id is not None}
    queue.done = 0
    synchronise(queue, wanted, known)
    assert queue.done == 0


@given(st.integers(0, 40), st.data())
def test_small_changes_need_few_requests(count, data):
    """Each song that is removed, added or moved needs one request."""
    wanted = [song(number, data.draw(files)) for number in range(count)]
    queue = Queue([])
    known = {each.id: each.room_id for each in synchronise(queue, wanted, {}) if each.id is not None}
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
    synchronise(queue, wanted, known)
    assert queue.done <= changes
    assert contents(queue.entries) == contents(wanted)


# --- which song is which ---------------------------------------------------------------------------------------------


@given(queues, entries, knowledge)
def test_each_entry_matches_at_most_one_song_of_the_same_file(wanted, present, known):
    slots = match_entries(wanted, present, known)
    file_of = {each.id: each.file for each in wanted}
    assert [each.room_id for each in slots] == [entry.id for entry in present]
    found = [(each.id, entry) for each, entry in zip(slots, present, strict=True) if each.id is not None]
    assert len({number for number, _ in found}) == len(found)
    assert all(file_of[number] == entry.file for number, entry in found)


@given(queues, entries, knowledge)
def test_no_entry_stays_unmatched_while_its_file_is_wanted(wanted, present, known):
    slots = match_entries(wanted, present, known)
    found = {each.id for each in slots}
    left = {entry.file for each, entry in zip(slots, present, strict=True) if each.id is None}
    assert not left & {each.file for each in wanted if each.id not in found}


@given(queues, entries, knowledge)
def test_a_known_id_counts_if_its_file_is_right(wanted, present, known):
    slots = {each.room_id: each.id for each in match_entries(wanted, present, known)}
    file_of = {each.id: each.file for each in wanted}
    for virtual, real in known.items():
        if any(entry.id == real and entry.file == file_of.get(virtual) for entry in present):
            assert slots[real] == virtual


def test_unknown_entries_are_matched_in_order():
    wanted = [song(1, b"a"), song(2, b"b"), song(3, b"a"), song(4, b"a")]
    present = [
        QueueEntry(10, b"a"),
        QueueEntry(11, b"a"),
        QueueEntry(12, b"x"),
        QueueEntry(13, b"b"),
        QueueEntry(14, b"a"),
        QueueEntry(15, b"a"),
    ]
    numbers = [each.id for each in match_entries(wanted, present, {3: 11, 2: 10})]
    assert numbers == [1, 3, None, 2, 4, None]


# --- steps -----------------------------------------------------------------------------------------------------------


def test_a_queue_of_which_nothing_stays_is_cleared():
    assert removals([song(1)], [QueueSlot(None, 10), QueueSlot(None, 11)]) == ([b"clear"], [])
    assert removals([], [QueueSlot(5, 10)]) == ([b"clear"], [])
    assert removals([song(1)], []) == ([], [])


def test_entries_that_are_not_wanted_are_deleted():
    slots = [QueueSlot(None, 10), QueueSlot(1, 11), QueueSlot(2, 12)]
    assert removals([song(1)], slots) == ([request("deleteid", 10), request("deleteid", 12)], [QueueSlot(1, 11)])


def test_missing_files_are_not_added():
    wanted = [song(3), song(1), song(2)]
    assert additions(wanted, [QueueSlot(1, 10)], {b"2.flac"}) == [song(3)]
    assert additions(wanted, [QueueSlot(1, 10)]) == [song(3), song(2)]


@given(st.permutations(range(8)))
def test_as_few_songs_as_possible_are_moved(order):
    """All songs of a longest increasing subsequence stay."""
    wanted = [song(number) for number in range(8)]
    requests, goal = moves(wanted, [QueueSlot(number, number + 100) for number in order])
    assert [each.id for each in goal] == list(range(8))
    rising = [1] * 8
    for at in range(8):
        rising[at] = 1 + max((rising[before] for before in range(at) if order[before] < order[at]), default=0)
    assert len(requests) == 8 - max(rising)


@pytest.mark.slow
@settings(max_examples=3)
@given(st.integers(0, 10**6))
def test_a_long_queue_is_sorted_quickly(seed):
    count = 2000
    wanted = [song(number) for number in shuffled(count, seed)]
    requests, _ = moves(wanted, [QueueSlot(number, number) for number in range(count)])
    now = list(range(count))
    for _, number, to in map(tokenize, requests):
        now.remove(int(number))
        now.insert(int(to), int(number))
    assert now == [each.id for each in wanted]


def test_only_differing_ranges_and_priorities_are_requested():
    wanted = [
        GroupEntry(1, b"a", b"1.000-3.000", 5),
        GroupEntry(2, b"b", b"2.000-"),
        GroupEntry(3, b"c"),
        GroupEntry(4, b"d", prio=9),
    ]
    slots = [QueueSlot(1, 11), QueueSlot(2, 12), QueueSlot(3, 13), QueueSlot(4, 14)]
    now = {
        11: QueueEntry(11, b"a", 5, b"1.000-3.000"),
        12: QueueEntry(12, b"b", 7),
        13: QueueEntry(13, b"c", 0, b"1.000-"),
    }
    assert ranges(wanted, slots, now) == [request("rangeid", 12, "2.000:"), request("rangeid", 13, ":")]
    assert priorities(wanted, slots, now) == [request("prioid", 0, 12), request("prioid", 9, 14)]


def test_only_missing_tags_are_requested():
    title, name = (b"Title", b'The "News"'), (b"Name", b"Radio")
    wanted = [GroupEntry(1, b"http://a", tags=(title, name)), GroupEntry(2, b"http://b", tags=(title,)), song(3)]
    slots = [QueueSlot(1, 11), QueueSlot(2, 12), QueueSlot(3, 13), QueueSlot(None, 14)]
    now = {
        11: QueueEntry(11, b"http://a", tags=(name, (b"Artist", b"x"))),
        13: QueueEntry(13, b"3.flac", tags=(title,)),
    }
    assert tags(wanted, slots, now) == [request("addtagid", 11, *title), request("addtagid", 12, *title)]
