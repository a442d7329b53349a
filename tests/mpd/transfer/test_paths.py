from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.transfer.paths import (
    AUDIO_SUFFIXES,
    MAX_NAME_BYTES,
    PARTIAL_SUFFIX,
    is_audio,
    link_error,
    partial_path,
    path_inside,
    same_name,
    target_path,
)

ROOTS = (PurePosixPath("/srv/music"), PureWindowsPath("C:\\Music"))
hostile = st.lists(st.text(st.sampled_from("ab./\\:\0\n~"), max_size=6), max_size=4)


@given(hostile, st.sampled_from(ROOTS))
def test_no_path_is_outside_its_folder(parts, root):
    try:
        path = path_inside(root, target_path(parts))
    except ValueError as error:
        assert str(error)
        return
    assert path.is_relative_to(root) and path != root
    assert ".." not in path.parts
    assert path.relative_to(root).parts == tuple(parts)


@given(st.lists(st.text(min_size=1), min_size=1))
def test_targets_are_what_mpd_can_call_a_file(parts):
    try:
        name = target_path(parts)
    except ValueError:
        return
    assert "\n" not in name and name.split("/") == parts
    assert name.encode()


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("",),
        ("..", "a"),
        (".",),
        ("/", "a"),
        ("a/b",),
        ("a\nb",),
        ("\udcff.mp3",),
        (".drumcircle-part",),
        ("é" * 128,),
    ],
)
def test_invalid_targets_are_refused(parts):
    with pytest.raises(ValueError, match=r"cannot|too long"):
        target_path(parts)


@pytest.mark.parametrize("name", ["..\\x", "C:x", "a\\b", "C:\\x", "..", "a/../b"])
def test_windows_paths_out_of_the_folder_are_refused(name):
    with pytest.raises(ValueError, match="is no file in"):
        path_inside(PureWindowsPath("C:\\Music"), name)


def test_unusual_names_are_valid():
    assert target_path(["Jazz", " So ~ What?.flac", "…", "-x", "ü👩‍👩"]) == "Jazz/ So ~ What?.flac/…/-x/ü👩‍👩"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="/"), min_size=1))
def test_the_partial_file_is_beside_its_target_under_a_valid_name(name):
    whole = f"Jazz/{name}"
    part = partial_path(whole)
    assert part.startswith("Jazz/.") and part.endswith(PARTIAL_SUFFIX)
    assert len(part.removeprefix("Jazz/").encode()) <= MAX_NAME_BYTES
    assert not is_audio(part.removeprefix("Jazz/"))
    assert partial_path(name).count("/") == 0


def test_music_is_recognised_by_its_suffix():
    assert all(is_audio(f"a.{ending.upper()}") for ending in AUDIO_SUFFIXES)
    assert not any(is_audio(name) for name in ("flac", "cover.jpg", "a.flac.txt", ".hidden.flac", "a.", ""))


def test_a_name_is_found_in_another_normal_form():
    composed, decomposed = "J\u00f3ga", "Jo\u0301ga"
    assert same_name(composed, ["a", decomposed]) == decomposed
    assert same_name(decomposed, [composed]) == composed
    assert same_name(composed, ["Joga"]) is None
    assert same_name("Joga", ["Joga"]) is None


def test_a_link_out_of_the_folder_is_explained():
    assert "link that leads out" in str(link_error("a.flac"))
