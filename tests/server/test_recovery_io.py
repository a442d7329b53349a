"""A memory is written down, whatever the disk does."""

import errno
import os
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from drumcircle_gui.protocol.messages import Cue, CueUpdate
from drumcircle_gui.server import recovery_io
from drumcircle_gui.server.recovery_io import RecoveryWriter, going_on, place, wall_micros
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, SavedCircle, decode_log
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, tempo_of_bpm

PATIENCE = 10.0


class Kept:
    """A keeper, and what it said."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.began = Micros(local_micros() - 60 * SECOND)
        segments = Timeline.stopped(tempo_of_bpm(120), Meter()).segments
        whole = SavedCircle("Oak", self.began, Micros(60 * SECOND), wall_micros(), segments)
        self.kept: queue.Queue[int] = queue.Queue()
        self.troubles: list[str] = []
        self.keeper = RecoveryWriter(path, whole, self.kept.put, self.troubles.append)
        self.told = 0

    def tell(self, word: str) -> None:
        """This cue was given; wait until it is kept."""
        now = Micros(local_micros() - self.began)
        self.keeper.keep(RecoveryEntry(now, wall_micros(), (CueUpdate(Cue(word)),)))
        self.told += 1
        while self.kept.get(timeout=PATIENCE) < self.told:
            continue

    @property
    def written(self) -> str:
        """The cue that a server started now would know of."""
        whole = decode_log(self.path.read_bytes())
        return whole.cue.word if whole else ""


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(place(tmp_path, 7337))
    yield kept
    kept.keeper.close()


def test_what_was_kept_is_there_at_once(kept: Kept) -> None:
    kept.tell("Listen")
    assert kept.written == "Listen"
    found = going_on(kept.path, "Oak")
    assert found is not None
    whole, began = found
    assert (whole.cue.word, began) == ("Listen", kept.began)


def test_an_ended_circle_is_forgotten(kept: Kept) -> None:
    kept.tell("Listen")
    kept.keeper.close()
    assert list(kept.path.parent.iterdir()) == []
    assert going_on(kept.path, "Oak") is None
    kept.keeper.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_it_is_for_its_owner_alone(kept: Kept) -> None:
    kept.tell("Listen")
    assert kept.path.stat().st_mode & 0o077 == 0


def test_it_is_written_anew_before_it_grows_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery_io, "MOST_NEWS", 100)
    kept = Kept(place(tmp_path, 7337))
    for number in range(50):
        kept.tell(f"cue {number}")
        assert kept.written == f"cue {number}"
    assert kept.path.stat().st_size < 1_000
    kept.keeper.close()


def full(file: object, data: bytes) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_of_once_and_holds_nobody_up(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.tell("Listen")
    with monkeypatch.context() as patch:
        patch.setattr(recovery_io, "_write_all", full)
        patch.setattr(recovery_io, "TRY_AGAIN_AFTER", 0.0)
        for word in ("Play", "Imitate"):
            kept.tell(word)
        assert len(kept.troubles) == 1
        assert "no space left on device" in kept.troubles[0]
        assert going_on(kept.path, "Oak") is None  # what is out of date must not come back
    kept.tell("Stop")
    assert kept.written == "Stop"


def test_a_disk_that_failed_is_left_alone_for_a_while(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.tell("Listen")
    with monkeypatch.context() as patch:
        patch.setattr(recovery_io, "_write_all", full)
        kept.tell("Play")
    kept.tell("Stop")
    assert not kept.path.exists()


def test_memories_of_long_ago_are_cleared_away(kept: Kept) -> None:
    kept.tell("Listen")
    old = place(kept.path.parent, 1)
    old.write_bytes(b"long ago")
    os.utime(old, (0, 0))
    assert going_on(kept.path, "Oak") is not None
    assert not old.exists()


def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    path = place(tmp_path, 7337)
    path.mkdir()
    assert going_on(path, "Oak") is None


def test_rubbish_is_no_memory(tmp_path: Path) -> None:
    path = place(tmp_path, 7337)
    path.write_bytes(b"\0\0\0\5rubbish and more rubbish")
    assert going_on(path, "Oak") is None
