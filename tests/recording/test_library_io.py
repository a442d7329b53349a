"""Recordings are listed, loaded, renamed and deleted, whatever is in the folder."""

from pathlib import Path

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.fields import MAX_COUNT
from drumcircle_gui.recording import library_io
from drumcircle_gui.recording.journal import JournalEnd, JournalReader, JournalRecord, encode_record
from drumcircle_gui.recording.library_io import RecordingLibrary
from drumcircle_gui.timing.units import Micros, seconds

from .material import BEGUN, journal, played, welcome

STAMPS = ("2026-07-01 20.15.03", "2026-07-02 19.00.00", "2026-07-03 19.00.00")


@pytest.fixture
def library(tmp_path: Path) -> RecordingLibrary:
    contents = (journal(), journal(ended=False)[:-5], b"something else")
    for stamp, content in zip(STAMPS, contents, strict=True):
        (tmp_path / f"{stamp} Oak.drumcircle").write_bytes(content)
    (tmp_path / "notes.txt").write_text("not ours")
    return RecordingLibrary(tmp_path)


def test_all_recordings_are_listed_the_latest_first(library, tmp_path):
    other, cut, whole = library.recordings()
    assert [each.file.stem[:19] for each in (other, cut, whole)] == list(reversed(STAMPS))
    assert (whole.started, whole.length, whole.strokes, whole.players) == (BEGUN, seconds(3), 5, 3)
    assert whole.names == ("Fern", "Moß", "Wren")
    assert (whole.size, whole.complete, whole.problem) == (len(journal()), True, "")
    assert (cut.complete, cut.strokes, cut.length) == (False, 5, seconds(3))
    assert (other.complete, other.problem) == (False, "This is not a recording.")


def test_only_the_end_of_a_finished_recording_is_read(library, monkeypatch):
    class NeverRead(JournalReader):
        def __iter__(self):
            raise AssertionError("read through")

    monkeypatch.setattr(library_io, "JournalReader", NeverRead)
    listing = library.recordings()
    next(listing)
    with pytest.raises(AssertionError, match="read through"):
        next(listing)
    (library.folder / f"{STAMPS[1]} Oak.drumcircle").unlink()
    assert len(list(library.recordings())) == 2


def test_a_missing_folder_has_no_recordings(tmp_path):
    assert list(RecordingLibrary(tmp_path / "nowhere").recordings()) == []


def test_a_recording_deleted_during_the_listing_is_left_out(library):
    listing = library.recordings()
    next(listing)
    (library.folder / f"{STAMPS[1]} Oak.drumcircle").unlink()
    assert len(list(listing)) == 1


def test_a_recording_is_loaded_as_far_as_it_is_intact(library):
    other, cut, whole = library.recordings()
    assert library.load(whole) == played()
    assert library.load(cut) == played()
    with pytest.raises(DrumCircleError, match="“Oak” cannot be read: This is not a recording"):
        library.load(other)
    whole.file.unlink()
    with pytest.raises(DrumCircleError, match="No such file"):
        library.load(whole)


def test_a_recording_without_a_start_is_refused_with_the_reason(library):
    file = library.folder / "x.drumcircle"
    file.write_bytes(journal([(0.0, welcome())], ended=False)[:30])
    (recording,) = [each for each in library.recordings() if each.file == file]
    with pytest.raises(DrumCircleError, match="does not name its circle"):
        library.load(recording)


def test_renaming_keeps_the_time_stamp(library):
    *_, whole = library.recordings()
    file = library.rename(whole, "First: try")
    assert file.name == f"{STAMPS[0]} First try.drumcircle"
    assert file.exists() and not whole.file.exists()
    assert library.rename(whole, "Oak") == whole.file


def test_a_name_that_is_taken_gets_a_number(library):
    _, cut, whole = library.recordings()
    (library.folder / f"{STAMPS[0]} Elm.drumcircle").touch()
    assert library.rename(whole, "Elm").stem == f"{STAMPS[0]} Elm (2)"
    cut.file.unlink()
    with pytest.raises(DrumCircleError, match="could not be renamed"):
        library.rename(cut, "Ash")


def test_a_deleted_recording_is_in_the_trash(library, user_home):
    *_, whole = library.recordings()
    library.delete(whole)
    assert not whole.file.exists()
    if (trash := user_home / ".local/share/Trash/files").exists():
        (file,) = trash.glob(f"{STAMPS[0]}*")
        assert file.read_bytes() == journal()


def test_without_a_trash_a_recording_stays_and_the_user_learns_why(library, monkeypatch):
    def refuse(file: Path) -> None:
        raise PermissionError(13, "no trash here")

    monkeypatch.setattr(library_io, "send2trash", refuse)
    *_, whole = library.recordings()
    with pytest.raises(DrumCircleError, match="no trash here") as raised:
        library.delete(whole)
    assert whole.file.exists()
    assert raised.value.todo.startswith("It is still in the folder")


def test_hidden_files_of_macos_are_no_recordings(library):
    (library.folder / f"._{STAMPS[0]} Oak.drumcircle").write_bytes(b"\0\5\x16\7")
    assert len(list(library.recordings())) == 3


def test_an_end_that_claims_more_strokes_than_fit_is_not_believed(library):
    forged = encode_record(JournalRecord(Micros(0), JournalEnd(Micros(0), MAX_COUNT, 3, ())))
    file = library.folder / "Forged.drumcircle"
    file.write_bytes(journal(ended=False) + forged)
    (recording,) = [each for each in library.recordings() if each.file == file]
    assert (recording.strokes, recording.complete) == (5, False)


def test_a_name_of_many_emoji_is_shortened(library):
    *_, whole = library.recordings()
    assert library.rename(whole, "🥁" * 64).exists()
