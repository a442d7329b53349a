"""Laws of comparing libraries."""

import time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, MissingFiles
from drumcircle_gui.mpd.transfer.library_diff import MAX_LISTED, compare_libraries, find_suppliers

libraries = st.dictionaries(
    st.sampled_from(["Kitchen", "Hall", "Attic"]), st.sets(st.sampled_from("abcdefgh")), min_size=1
)


@given(libraries)
def test_a_room_with_the_files_it_lacks_has_all_files(rooms):
    differences = compare_libraries(rooms)
    lacking = {lacking.room: set(lacking.files) for lacking in differences.lacking}
    everything = set().union(*rooms.values())
    assert differences.compared == tuple(rooms)
    for room, files in rooms.items():
        assert files | lacking.get(room, set()) == everything
        assert not files & lacking.get(room, set())


@given(libraries)
def test_every_missing_file_is_supplied_once_by_a_room_that_has_it(rooms):
    for room in rooms:
        found = find_suppliers(rooms, room, [other for other in rooms if other != "Attic"])
        files = [file for supplied in found.values() for file in supplied]
        assert len(files) == len(set(files))
        assert all(set(supplied) <= set(rooms[other]) for other, supplied in found.items())
        assert "Attic" not in found and all(found.values())
        able = set().union(*(files for other, files in rooms.items() if other != "Attic"))
        assert set(files) == able - rooms[room]


def test_only_some_missing_files_are_named_but_all_are_counted():
    files = [f"Jazz/{number:04}.flac" for number in range(MAX_LISTED * 3)]
    differences = compare_libraries({"Kitchen": {}, "Hall": dict.fromkeys(files, 1.5)})
    assert differences.lacking == (MissingFiles("Kitchen", MAX_LISTED * 3, tuple(files[:MAX_LISTED])),)


def test_equal_libraries_lack_nothing():
    assert compare_libraries({"Kitchen": {"a"}, "Hall": ["a"]}) == LibraryDifferences(compared=("Kitchen", "Hall"))
    assert compare_libraries({}) == LibraryDifferences()


@pytest.mark.slow
def test_large_libraries_are_compared_in_linear_time():
    files = [f"Jazz/Album {number // 12}/{number}.flac" for number in range(50_000)]
    rooms = {f"Room {room}": dict.fromkeys(files[room * 10 :]) for room in range(16)}
    began = time.process_time()
    for room in rooms.values():
        set(room).difference(files[:1])
    looking = time.process_time() - began
    began = time.process_time()
    differences = compare_libraries(rooms)
    assert time.process_time() - began < 20 * looking
    assert [lacking.count for lacking in differences.lacking] == [room * 10 for room in range(1, 16)]


def test_names_that_differ_in_their_normal_form_are_the_same_file():
    composed, decomposed = (normalize(form, "Bjo\u0308rk/Jo\u0301ga.flac") for form in ("NFC", "NFD"))
    rooms = {"Kitchen": {composed}, "Hall": {decomposed}, "Attic": set()}
    differences = compare_libraries(rooms)
    assert differences.lacking == (MissingFiles("Attic", 1, (composed,)),)
    assert find_suppliers(rooms, "Attic", ["Hall", "Kitchen"]) == {"Hall": [decomposed]}
    assert find_suppliers(rooms, "Kitchen", ["Hall"]) == {}
