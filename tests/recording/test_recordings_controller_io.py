"""Each intent of the recordings page is carried out and shows in the state."""

import asyncio
import hashlib
import threading
from contextlib import asynccontextmanager
from pathlib import Path

import mido
import msgspec
import numpy as np
import pytest
import soundfile

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.loop_messages import LoopSpan, LoopUpdate
from drumcircle_gui.recording import recordings_controller_io
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.recording.recordings_controller_io import RecordingsController
from drumcircle_gui.recording.recordings_state import (
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    Pause,
    PlayBack,
    PlaybackVolumes,
    Recording,
    RecordingsIntent,
    RecordingsState,
    Rename,
    Seek,
    Stop,
)
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, LOOP_CHANNEL
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import Beats, seconds
from tests.tools.loopback import Watch, run

from .engine import Engine
from .material import journal
from .test_loop_track import LOOP, batch, welcome

LONG = 12


class Page(Watch):
    """Follows the states that a recordings page would show."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.states = [RecordingsState()]
        self.recordings = RecordingsController(folder, EngineConfig("none"), self._render)

    @property
    def state(self) -> RecordingsState:
        return self.states[-1]

    @property
    def first(self) -> Recording:
        return self.state.recordings[0]

    def request(self, intent: RecordingsIntent) -> None:
        self.recordings.handle(intent)

    async def is_notified(self, what: str) -> None:
        await self.until(lambda: any(what in news.what for news in self.state.notices))

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


def test_the_list_is_published_a_few_recordings_at_a_time(opened):
    async def story() -> None:
        async with opened() as page:
            assert len(page.state.recordings) == LONG
            assert [len(state.recordings) for state in page.states if state.listing] == [0, 8]

    run(story())


def test_a_recording_is_played_paused_sought_and_stopped(opened, engines):
    async def story() -> None:
        async with opened() as page:
            for intent in (Pause(), Seek(seconds(1)), Stop()):
                page.request(intent)
            page.request(PlayBack(page.first))
            await page.until(lambda: page.state.playback and page.state.playback.playhead.since)
            page.request(Pause())
            await page.until(lambda: page.state.playback.paused)
            page.request(Seek(seconds(1)))
            await page.until(lambda: page.state.playback.playhead.position == seconds(1))
            page.request(Pause())
            await page.until(lambda: not page.state.playback.paused)
            page.request(PlayBack(page.state.recordings[1]))
            await page.until(lambda: page.state.playback and page.state.playback.recording == page.state.recordings[1])
            page.request(Stop())
            await page.until(lambda: page.state.playback is None)

    run(story())
    assert [engine.closed for engine in engines] == [True, True]


def test_playback_stops_at_the_end(opened, engines):
    async def story() -> None:
        async with opened() as page:
            page.request(PlayBack(page.first))
            await page.until(lambda: page.state.playback)
            page.recordings._playback._end()
            await page.until(lambda: page.state.playback is None)

    run(story())
    assert engines[0].closed


def test_closing_the_page_stops_the_playback(opened, engines):
    async def story() -> None:
        async with opened() as page:
            page.request(PlayBack(page.first))
            await page.until(lambda: page.state.playback)

    run(story())
    assert engines[0].closed


@pytest.mark.parametrize("format", ["midi", "wav"])
def test_one_export_at_a_time_is_written(opened, tmp_path, format):
    async def story() -> None:
        async with opened() as page:
            file = tmp_path / "out"
            page.request(Export(page.first, file, format))
            page.request(Export(page.first, tmp_path / "two at once are one too many", format))
            await page.is_notified("out was exported")
            assert file.exists() and page.state.export is None
            assert format == "wav" or len(mido.MidiFile(file).tracks) == 4
            assert not (tmp_path / "two at once are one too many").exists()

    run(story())


@pytest.mark.slow
@pytest.mark.parametrize("kept", [True, False])
def test_an_exported_wav_contains_the_loop_as_long_as_its_file_is_kept(opened, tmp_path, kept):
    made, exported = tmp_path / "made.wav", tmp_path / "out.wav"
    soundfile.write(made, np.full((48_000, 2), 0.25), 48_000)
    name = hashlib.sha256(made.read_bytes()).hexdigest()
    if kept:
        LoopLibrary(tmp_path).keep(name, made.read_bytes())
    loop = LoopUpdate((LoopSpan(1, Beats(0), msgspec.structs.replace(LOOP, file=name)),))
    said = (0.5, welcome()), (0.6, loop), (3.0, batch(0, (1, 0.0, 36))), (8.0, batch(1, (1, 11.0, 36)))
    (tmp_path / "2027-07-01 20.15.03 Loop.drumcircle").write_bytes(journal(said))

    async def story() -> None:
        async with opened() as page:
            recording = next(each for each in page.state.recordings if each.name == "Loop")
            page.request(Export(recording, exported, "wav"))
            await page.is_notified("out.wav was exported")
            assert ("“Forest” is not in it" in page.state.notices[-1].todo) is not kept

    run(story())
    sound = soundfile.read(exported)[0]
    assert (np.median(abs(sound[24_000:40_000])) > 0.1) == kept
    assert abs(sound[60_000:80_000]).max() < 0.01


@pytest.mark.slow
def test_a_recording_is_played_with_the_loops_whose_files_are_there(opened, tmp_path, engines):
    made = tmp_path / "made.wav"
    soundfile.write(made, np.full((48_000, 2), 0.25), 48_000)
    name = hashlib.sha256(made.read_bytes()).hexdigest()
    LoopLibrary(tmp_path).keep(name, made.read_bytes())
    here = msgspec.structs.replace(LOOP, file=name)
    gone = msgspec.structs.replace(LOOP, name="Rain")
    loops = LoopUpdate((LoopSpan(1, Beats(0), here), LoopSpan(2, Beats(8_000_000), gone)))
    said = (0.5, welcome()), (0.6, loops), (3.0, batch(0, (1, 0.0, 36))), (23.0, batch(1, (1, 41.0, 36)))
    (tmp_path / "2027-07-01 20.15.03 Loop.drumcircle").write_bytes(journal(said))

    async def story() -> None:
        async with opened() as page:
            page.request(PlaybackVolumes(0.0, 0.5))
            page.request(PlayBack(next(each for each in page.state.recordings if each.name == "Loop")))
            await page.is_notified("The loop “Rain” is not heard")
            [engine] = engines
            await page.until(lambda: page.state.playback and page.state.playback.loop)
            page.request(Seek(seconds(0.5)))
            while not (engine.parts and engine.parts[-1]):
                await asyncio.sleep(0.005)
            assert {part.file for parts in engine.parts for part in parts} == {name}
            decoded = Path(engine.loops[-1][name])
            assert len(decoded.read_bytes()) == 48_000 * 4
            assert engine.gains == {GUIDE_CHANNEL: 0.0, LOOP_CHANNEL: 0.5}
            page.request(PlaybackVolumes(1.0, 0.25))
            await page.until(lambda: page.state.volumes == PlaybackVolumes(1.0, 0.25))
            assert engine.gains == {GUIDE_CHANNEL: 1.0, LOOP_CHANNEL: 0.25}
        assert not decoded.exists()

    run(story())


def test_an_export_can_be_cancelled_and_started_again(opened, tmp_path, monkeypatch):
    begun = threading.Event()

    def endless(score, file, progress, **_):
        while True:
            progress(0.5)
            begun.set()

    monkeypatch.setattr(recordings_controller_io, "export_wav", endless)

    async def story() -> None:
        async with opened() as page:
            page.request(Export(page.first, tmp_path / "out", "wav"))
            await page.until(lambda: page.state.export and page.state.export.share == 0.5)
            page.request(CancelExport())
            await page.is_notified("was cancelled")
            assert page.state.export is None
            page.request(Export(page.first, tmp_path / "out", "wav"))
            await page.until(lambda: page.state.export and page.state.export.share == 0.5)

    run(story())
    assert begun.is_set()


def test_a_recording_is_renamed(opened):
    async def story() -> None:
        async with opened() as page:
            before = page.first
            page.request(Rename(before, "Best of all"))
            await page.until(lambda: page.first.name == "Best of all")
            assert page.first.file.exists() and len(page.state.recordings) == LONG

    run(story())


def test_deleting_a_recording_stops_its_playback(opened, monkeypatch):
    monkeypatch.setattr("drumcircle_gui.recording.library_io.send2trash", Path.unlink)

    async def story() -> None:
        async with opened() as page:
            page.request(PlayBack(page.first))
            await page.until(lambda: page.state.playback)
            page.request(Delete(page.first))
            await page.is_notified("is in the trash")
            assert page.state.playback is None and len(page.state.recordings) == LONG - 1
            page.request(DismissRecordingNotice("delete"))
            await page.until(lambda: not page.state.notices)

    run(story())


def test_errors_become_notices(opened, monkeypatch):
    def refuse(*_):
        raise DrumCircleError("No.", "Try something else.")

    async def story() -> None:
        async with opened() as page:
            monkeypatch.setattr(page.recordings._library, "load", refuse)
            page.request(PlayBack(page.first))
            await page.is_notified("No.")
            page.request(Export(page.first, Path("x"), "midi"))
            await page.until(lambda: len(page.state.notices) == 2)
            assert page.state.export is None and all(news.bad for news in page.state.notices)

    run(story())
