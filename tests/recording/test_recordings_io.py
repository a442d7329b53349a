"""Everything one can do with recordings, done and told."""

import threading
from contextlib import asynccontextmanager
from pathlib import Path

import mido
import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.recording import recordings_io
from drumcircle_gui.recording.recordings_io import Recordings
from drumcircle_gui.recording.recordings_state import (
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    Intent,
    Pause,
    PlayBack,
    Recording,
    RecordingsState,
    Rename,
    Seek,
    Stop,
)
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import seconds
from tests.tools.loopback import Watch, run

from .engine import Engine
from .material import journal

LONG = 12


class Page(Watch):
    """What a page of recordings would show."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.states = [RecordingsState()]
        self.recordings = Recordings(folder, EngineConfig("none"), self._render)

    @property
    def state(self) -> RecordingsState:
        return self.states[-1]

    @property
    def first(self) -> Recording:
        return self.state.recordings[0]

    def wants(self, intent: Intent) -> None:
        self.recordings.handle(intent)

    async def is_told(self, what: str) -> None:
        await self.until(lambda: any(what in news.what for news in self.state.news))

    def _render(self, state: RecordingsState) -> None:
        self.states.append(state)
        self.news()


@pytest.fixture
def opened(tmp_path: Path, engines: list[Engine]):
    for number in range(LONG):
        (tmp_path / f"2026-07-{number + 1:02} 20.15.03 Oak.drumcircle").write_bytes(journal())

    @asynccontextmanager
    async def opened():
        page = Page(tmp_path)
        await page.recordings.start()
        await page.until(lambda: not page.state.listing)
        yield page
        await page.recordings.close()
        await page.recordings.close()

    return opened


def test_all_there_are_are_shown_a_few_at_a_time(opened):
    async def story() -> None:
        async with opened() as page:
            assert len(page.state.recordings) == LONG
            assert [len(state.recordings) for state in page.states if state.listing] == [0, 8]

    run(story())


def test_played_paused_and_stopped(opened, engines):
    async def story() -> None:
        async with opened() as page:
            for intent in (Pause(), Seek(seconds(1)), Stop()):
                page.wants(intent)
            page.wants(PlayBack(page.first))
            await page.until(lambda: page.state.playing and page.state.playing.head.since)
            page.wants(Pause())
            await page.until(lambda: not page.state.playing.wanted)
            page.wants(Seek(seconds(1)))
            await page.until(lambda: page.state.playing.head.position == seconds(1))
            page.wants(Pause())
            await page.until(lambda: page.state.playing.wanted)
            page.wants(PlayBack(page.state.recordings[1]))
            await page.until(lambda: page.state.playing and page.state.playing.recording == page.state.recordings[1])
            page.wants(Stop())
            await page.until(lambda: page.state.playing is None)

    run(story())
    assert [engine.closed for engine in engines] == [True, True]


def test_what_is_over_is_over(opened, engines):
    async def story() -> None:
        async with opened() as page:
            page.wants(PlayBack(page.first))
            await page.until(lambda: page.state.playing)
            page.recordings._playback._end()
            await page.until(lambda: page.state.playing is None)

    run(story())
    assert engines[0].closed


def test_who_leaves_while_it_plays_leaves_silence(opened, engines):
    async def story() -> None:
        async with opened() as page:
            page.wants(PlayBack(page.first))
            await page.until(lambda: page.state.playing)

    run(story())
    assert engines[0].closed


@pytest.mark.parametrize("format", ["midi", "wav"])
def test_exported_with_progress(opened, tmp_path, format):
    async def story() -> None:
        async with opened() as page:
            file = tmp_path / "out"
            page.wants(Export(page.first, file, format))
            page.wants(Export(page.first, tmp_path / "two at once are one too many", format))
            await page.is_told("out is written")
            assert file.exists() and page.state.exporting is None
            assert format == "wav" or len(mido.MidiFile(file).tracks) == 4
            assert not (tmp_path / "two at once are one too many").exists()

    run(story())


def test_an_export_that_is_called_off_leaves_nothing(opened, tmp_path, monkeypatch):
    begun = threading.Event()

    def endless(score, file, progress, **_):
        while True:
            progress(0.5)
            begun.set()

    monkeypatch.setattr(recordings_io, "export_wav", endless)

    async def story() -> None:
        async with opened() as page:
            page.wants(Export(page.first, tmp_path / "out", "wav"))
            await page.until(lambda: page.state.exporting and page.state.exporting.share == 0.5)
            page.wants(CancelExport())
            await page.is_told("you called it off")
            assert page.state.exporting is None
            page.wants(Export(page.first, tmp_path / "out", "wav"))
            await page.until(lambda: page.state.exporting and page.state.exporting.share == 0.5)

    run(story())
    assert begun.is_set()


def test_renamed(opened):
    async def story() -> None:
        async with opened() as page:
            before = page.first
            page.wants(Rename(before, "Best of all"))
            await page.until(lambda: page.first.name == "Best of all")
            assert page.first.file.exists() and len(page.state.recordings) == LONG

    run(story())


def test_deleted_it_is_gone_and_silent(opened, monkeypatch):
    monkeypatch.setattr("drumcircle_gui.recording.library_io.send2trash", Path.unlink)

    async def story() -> None:
        async with opened() as page:
            page.wants(PlayBack(page.first))
            await page.until(lambda: page.state.playing)
            page.wants(Delete(page.first))
            await page.is_told("is in the trash")
            assert page.state.playing is None and len(page.state.recordings) == LONG - 1
            page.wants(DismissRecordingNotice("delete"))
            await page.until(lambda: not page.state.news)

    run(story())


def test_what_does_not_work_is_told_and_all_else_goes_on(opened, monkeypatch):
    def refuse(*_):
        raise DrumCircleError("No.", "Try something else.")

    async def story() -> None:
        async with opened() as page:
            monkeypatch.setattr(page.recordings._library, "load", refuse)
            page.wants(PlayBack(page.first))
            await page.is_told("No.")
            page.wants(Export(page.first, Path("x"), "midi"))
            await page.until(lambda: len(page.state.news) == 2)
            assert page.state.exporting is None and all(news.bad for news in page.state.news)

    run(story())
