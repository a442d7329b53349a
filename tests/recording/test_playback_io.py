"""Playback sends every stroke to the engine once, with the recorded spacing."""

import asyncio

import pytest

from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan, LoopUpdate
from drumcircle_gui.recording import playback_io
from drumcircle_gui.recording.playback_io import START_DELAY, RecordingPlayback
from drumcircle_gui.recording.recordings_state import PlaybackVolumes
from drumcircle_gui.recording.renderer import scheduled_sounds
from drumcircle_gui.recording.score import Score
from drumcircle_gui.settings import DEFAULT_GUIDE_GAIN
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, LOOP_CHANNEL, AudioStatus
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.units import SECOND, Beats, Micros, local_micros, seconds
from tests.tools.loopback import Watch, run

from .engine import Engine
from .material import PLAYING
from .test_loop_track import BEGINS, FILE, LOOP, scored
from .test_score import heard

pytestmark = pytest.mark.slow

NONE = AudioStatus(None, 0, 0, Micros(0), "There is no sound device.")
WHOLE = heard(PLAYING, (1, 0.0, 36), (2, 0.25, 38), (1, 0.5, 42), (2, 1.25, 46))


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch, engines: list[Engine]) -> None:
    monkeypatch.setattr(playback_io, "RING", Micros(20_000))
    monkeypatch.setattr(playback_io, "QUEUE_INTERVAL_S", 0.01)


class Ear(Watch):
    """A playback, with counts of its moves and ends."""

    def __init__(self, score: Score = WHOLE) -> None:
        super().__init__()
        self.moves = self.ends = 0
        self.playback = RecordingPlayback(score, EngineConfig("none"), self._moved, self._ended)
        self.engine = Engine.made[-1]

    async def __aenter__(self) -> "Ear":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.playback.close()
        await self.playback.close()
        assert self.engine.closed

    async def hears(self, count: int) -> None:
        while len(self.engine.plays) < count:
            await asyncio.sleep(0.005)

    async def has_parts(self, count: int) -> None:
        while len(self.engine.parts) < count:
            await asyncio.sleep(0.005)

    def _moved(self) -> None:
        self.moves += 1
        self.news()

    def _ended(self) -> None:
        self.ends += 1
        self.news()


def test_every_stroke_is_played_once_with_the_recorded_spacing():
    async def story() -> None:
        async with Ear() as ear:
            before = local_micros()
            ear.playback.play()
            ear.playback.play()
            await ear.until(lambda: ear.ends)
            begin = ear.engine.plays[0].at
            assert begin >= before + START_DELAY
            played = [(play.at - begin, play.pad, play.velocity, play.channel) for play in ear.engine.plays]
            assert played == list(scheduled_sounds(WHOLE, guide=True))
            assert len({play.tag for play in ear.engine.plays}) == len(played)
            assert (ear.playback.paused, ear.playback.playhead.at(local_micros()), ear.ends) == (True, 0, 1)

    run(story())


def test_the_position_stands_still_without_a_device_and_before_playing(monkeypatch):
    monkeypatch.setattr(Engine, "start", lambda self: None)

    async def story() -> None:
        async with Ear() as ear:
            ear.playback.play()
            assert ear.playback.playhead.since is None
            ear.engine._on_event(NONE)
            await ear.until(lambda: ear.playback.playhead.since)
        async with Ear() as ear:
            ear.engine._on_event(NONE)
            await asyncio.sleep(0.02)
            assert (ear.playback.playhead.since, ear.engine.plays) == (None, [])

    run(story())


def test_a_paused_playback_is_silent_and_resumes_at_its_position():
    async def story() -> None:
        async with Ear() as ear:
            ear.playback.play()
            await ear.hears(2)
            await ear.until(lambda: ear.playback.playhead.since)
            ear.playback.pause()
            stood, played = ear.playback.playhead, len(ear.engine.plays)
            assert (stood.since, ear.engine.masters[-1]) == (None, 0.0)
            await asyncio.sleep(0.05)
            assert (ear.playback.playhead, len(ear.engine.plays)) == (stood, played)
            ear.playback.play()
            since = ear.playback.playhead.since
            assert since is not None
            assert since > max(play.at for play in ear.engine.plays[:played])
            await ear.until(lambda: ear.ends)
            again = [(p.at - since + stood.position, p.pad) for p in ear.engine.plays[played:]]
            assert again == [(s.at, s.pad) for s in scheduled_sounds(WHOLE, guide=True, since=stood.position)]
            assert ear.engine.masters == [1.0, 0.0, 1.0, 0.0]

    run(story())


def test_seeking_works_while_playing_and_paused():
    async def story() -> None:
        async with Ear() as ear:
            ear.playback.seek(seconds(0.3))
            assert (ear.playback.playhead.position, ear.playback.playhead.since) == (seconds(0.3), None)
            ear.playback.play()
            ear.playback.seek(Micros(10**9))
            assert ear.playback.playhead.position == WHOLE.length
            ear.playback.seek(Micros(-5))
            assert ear.playback.playhead.position == 0
            assert ear.moves >= 3
            await ear.until(lambda: ear.ends)
            assert len(ear.engine.plays) >= 4

    run(story())


def test_playback_of_an_empty_recording_ends():
    async def story() -> None:
        async with Ear(heard(PLAYING, (1, 0.0, 36))) as ear:
            ear.playback.play()
            await ear.until(lambda: ear.ends)
            assert [play.pad for play in ear.engine.plays if play.channel != GUIDE_CHANNEL] == [36]


def test_a_loop_sounds_from_when_its_file_is_there_until_a_pause_and_again_after_it():
    score = scored((0.6, BEGINS))

    async def story() -> None:
        async with Ear(score) as ear:
            path = ear.playback.loop_path(FILE)
            path.write_bytes(b"samples")
            ear.playback.play()
            await ear.hears(1)
            assert ear.engine.parts == [] and ear.engine.loops == []
            ear.playback.use_loop(FILE)
            await ear.has_parts(1)
            assert ear.engine.loops == [{FILE: str(path)}]
            ear.playback.pause()
            assert ear.engine.parts[-1] == ()
            stated, stood = len(ear.engine.parts), ear.playback.playhead.position
            ear.playback.seek(Micros(stood + seconds(1.5)))
            ear.playback.play()
            await ear.has_parts(stated + 1)
            since = ear.playback.playhead.since
            assert since is not None
            first = ear.engine.parts[-1][0]
            position = ear.playback.playhead.at(first.at)
            assert first.at >= since and first.file == FILE
            assert first.position == position % (4 * SECOND // 2)
        assert not path.parent.exists()

    run(story())


def test_guide_and_loop_have_their_volumes():
    quiet = Loop(LOOP.file, LOOP.size, LOOP.name, LOOP.beats, LOOP.tempo, 50)

    async def story() -> None:
        async with Ear(scored((0.6, LoopUpdate((LoopSpan(1, Beats(0), quiet),))))) as ear:
            ear.playback.play()
            await ear.hears(1)
            assert ear.engine.gains == {GUIDE_CHANNEL: DEFAULT_GUIDE_GAIN, LOOP_CHANNEL: 0.5}
            ear.playback.set_volumes(PlaybackVolumes(0.0, 0.6))
            assert ear.engine.gains == {GUIDE_CHANNEL: 0.0, LOOP_CHANNEL: 0.3}

    run(story())

    run(story())
