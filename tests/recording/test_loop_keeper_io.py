"""The files of loops that a server's recorder keeps."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan, LoopUpdate
from drumcircle_gui.protocol.messages import Cue, CueUpdate
from drumcircle_gui.recording.loop_keeper_io import NO_DISK, NO_ROOM, NOT_THERE, LoopKeeper
from drumcircle_gui.recording.loop_library_io import FOLDER, LoopLibrary
from drumcircle_gui.timing.units import Beats, Tempo

from .material import welcome

FILES = {hashlib.sha256(data).hexdigest(): data for data in (b"forest", b"rain")}
FOREST, RAIN = (Loop(file, len(data), data.decode(), 4, Tempo(500_000)) for file, data in FILES.items())


def published(*loops: Loop | None) -> LoopUpdate:
    return LoopUpdate(tuple(LoopSpan(n + 1, Beats(n), loop) for n, loop in enumerate(loops)))


@pytest.fixture
def reports() -> list[str]:
    return []


@pytest.fixture
def library(tmp_path: Path) -> LoopLibrary:
    return LoopLibrary(tmp_path)


def test_all_loops_that_are_chosen_are_kept_once(library: LoopLibrary, reports: list[str]) -> None:
    asked: list[str] = []

    def read(name: str) -> bytes | None:
        asked.append(name)
        return FILES.get(name)

    keeper = LoopKeeper(library, read, reports.append)
    keeper(CueUpdate(Cue("Listen")))
    keeper(published(FOREST, None))
    keeper(msgspec.structs.replace(welcome(), loops=published(FOREST, RAIN).spans))
    keeper(published(FOREST, None, RAIN))
    assert {name: library.read(name) for name in FILES} == FILES
    assert asked == list(FILES) and reports == [""]


@pytest.mark.parametrize("why", [NO_ROOM, NOT_THERE, NO_DISK])
def test_a_loop_that_cannot_be_kept_is_reported_once(
    library: LoopLibrary, reports: list[str], tmp_path: Path, why: str
) -> None:
    if why == NO_DISK:
        (tmp_path / FOLDER).write_text("a file where the folder should be")
    files = {} if why == NOT_THERE else FILES
    keeper = LoopKeeper(library, files.get, reports.append, lambda size: why != NO_ROOM or size < 5)
    for _ in range(2):
        keeper(published(FOREST))
    [report] = reports
    assert why in report and "“forest”" in report and not library.has(FOREST.file)
    keeper(published(RAIN))
    assert library.has(RAIN.file) == (why == NO_ROOM)
