import os
import sys
from pathlib import Path

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.transfer.collect_io import collect_files


@pytest.fixture
def music(tmp_path) -> Path:
    for name in ("Blue/01.flac", "Blue/CD 2/02.mp3", "Blue/cover.jpg", "Blue/.old/03.mp3", "Blue/.04.mp3", "notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 3)
    return tmp_path


def targets(*paths: Path) -> list[str]:
    return [file.target for file in collect_files(paths).files]


def test_the_music_in_a_folder_is_collected_under_its_name(music):
    collected = collect_files([music / "Blue"])
    assert [file.target for file in collected.files] == ["Blue/01.flac", "Blue/CD 2/02.mp3"]
    assert (collected.size, collected.problems) == (6, ())


def test_a_file_is_collected_under_its_own_name(music):
    assert targets(music / "notes.txt", music / "Blue/cover.jpg", music / "Blue/CD 2") == [
        "notes.txt",
        "cover.jpg",
        "CD 2/02.mp3",
    ]


def test_paths_are_as_people_type_them(music, monkeypatch):
    monkeypatch.chdir(music / "Blue/CD 2")
    assert targets(Path()) == ["CD 2/02.mp3"]
    assert targets(Path("..")) == ["Blue/01.flac", "Blue/CD 2/02.mp3"]
    assert targets(Path("02.mp3")) == ["02.mp3"]


def test_the_first_of_two_files_with_one_target_is_collected(music):
    (music / "Blue/02.mp3").write_bytes(b"other")
    collected = collect_files([music / "Blue/02.mp3", music / "Blue/CD 2/02.mp3"])
    assert collected.size == 5
    assert "two files would be called 02.mp3" in collected.problems[0]


def test_an_empty_selection_is_refused(music):
    (music / "empty").mkdir()
    with pytest.raises(DrumCircleError, match=r"There is no music in .*empty"):
        collect_files([music / "empty"])
    with pytest.raises(DrumCircleError, match=r"none\.mp3 cannot be uploaded"):
        collect_files([music / "none.mp3"])
    with pytest.raises(DrumCircleError, match="nothing"):
        collect_files([])


@pytest.mark.skipif(sys.platform == "win32", reason="such names and files are not possible there")
def test_invalid_files_are_reported_and_the_others_collected(music):
    (music / "Blue/a\nb.mp3").touch()
    Path(os.fsdecode(os.fsencode(music) + b"/Blue/\xff.mp3")).touch()
    os.mkfifo(music / "Blue/pipe.mp3")
    (music / "Blue/lost.mp3").symlink_to("nowhere")
    collected = collect_files([music / "Blue"])
    assert len(collected.files) == 2
    assert len(collected.problems) == 4
    assert all("cannot be uploaded" in problem and problem.encode() for problem in collected.problems)
    assert any("it is not a regular file" in problem for problem in collected.problems)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root can read every folder")
def test_an_unreadable_folder_is_reported(music):
    (music / "Blue/CD 2").chmod(0)
    collected = collect_files([music / "Blue"])
    (music / "Blue/CD 2").chmod(0o700)
    assert "CD 2" in collected.problems[0]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_out_of_an_album_are_left_out_and_links_within_it_are_followed(music, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "id_rsa").write_bytes(b"secret")
    (outside / "more.mp3").write_bytes(b"more")
    (music / "Blue/05.mp3").symlink_to(outside / "id_rsa")
    (music / "Blue/06").symlink_to(outside)
    (music / "Blue/07.mp3").symlink_to("01.flac")
    collected = collect_files([music / "Blue"])
    assert [file.target for file in collected.files] == ["Blue/01.flac", "Blue/07.mp3", "Blue/CD 2/02.mp3"]
    assert len(collected.problems) == 1
    assert "05.mp3 cannot be uploaded: it is a link that leads out of the folder" in collected.problems[0]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_the_user_names_is_followed(music, tmp_path):
    (tmp_path / "Link").symlink_to(music / "Blue")
    (tmp_path / "song.mp3").symlink_to(music / "Blue/CD 2/02.mp3")
    assert targets(tmp_path / "Link", tmp_path / "song.mp3") == ["Link/01.flac", "Link/CD 2/02.mp3", "song.mp3"]


def test_two_names_that_differ_in_their_normal_form_are_one(music):
    for name in ("Jo\u0301ga.mp3", "J\u00f3ga.mp3"):
        (music / "Blue" / name).write_bytes(b"x")
    names = list((music / "Blue").glob("J*.mp3"))
    collected = collect_files(names)
    assert len(collected.files) == 1
    assert len(collected.problems) == len(names) - 1
