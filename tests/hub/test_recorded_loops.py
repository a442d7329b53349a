"""Loops in the recordings of a hub: their files are kept beside them as far as its limits allow, and are fetched."""

import asyncio
import hashlib
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("aiohttp")

from drumcircle_gui import cli
from drumcircle_gui.hub import hub_io
from drumcircle_gui.hub.limits import HubLimits
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.loop_messages import ChangeLoop, Loop, LoopUpdate, LoopWanted, OfferLoop
from drumcircle_gui.protocol.messages import ChangeTimeline, Declined, TimelineUpdate
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.recording.library_io import RecordingLibrary, missing_loops
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.recording.loop_track import loops_of
from drumcircle_gui.shell.hub_commands import fetch_recordings
from drumcircle_gui.timing.units import Beats
from tests.server.loops.test_loop_traffic_io import DATA, FILE, LOOP, upload
from tests.server.peer import Peer
from tests.tools.loopback import run

from .conftest import ServeHub, address_of
from .test_hub_io import create

OTHER = DATA[::-1]
RAIN = Loop(hashlib.sha256(OTHER).hexdigest(), len(OTHER), "Rain", 16, LOOP.tempo, 60)


async def request(oak: Peer, loop: Loop, data: bytes, epoch: int) -> None:
    oak.send(OfferLoop(loop.file, loop.size))
    await oak.next(LoopWanted)
    await upload(oak, data)
    oak.send(ChangeLoop(epoch, loop))


async def choose(oak: Peer, loop: Loop, data: bytes, epoch: int) -> None:
    await request(oak, loop, data, epoch)
    await oak.next(LoopUpdate)


async def plays(oak: Peer) -> None:
    """The circle starts, and a stroke is recorded."""
    oak.send(ChangeTimeline(0, running=True))
    await oak.next(TimelineUpdate)
    oak.send(Strokes(0, (SentStroke(Beats(0), 38, 100),)))
    while not (await oak.next(Batch)).strokes:
        pass


def test_recordings_are_fetched_with_their_loops_and_a_missing_one_is_told(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_io, "CHECK_INTERVAL_S", 0.02)
    mine, paths = tmp_path / "mine", Paths.within(tmp_path)

    async def story() -> None:
        async with serve_hub(recording=True, web_port=0) as hub:
            _, conductor = await create(address_of(hub))
            words = ["recordings", "fetch", str(conductor), "--to", str(mine)]
            options = cli.parser().parse_args([*words, "--web", f"http://127.0.0.1:{hub.web_port}"])
            oak = await Peer.join(conductor, "Oak")
            await choose(oak, LOOP, DATA, 0)
            await choose(oak, RAIN, OTHER, 1)
            await plays(oak)
            [circle] = hub.circles
            recorder = circle._recorder
            assert recorder is not None
            circle.allow_recording(allowed=False)
            await asyncio.to_thread(recorder.close)
            kept = LoopLibrary(tmp_path / "hub" / "circles" / conductor.circle_id / "recordings")
            assert kept.read(FILE) == DATA and kept.read(RAIN.file) == OTHER
            lines = (await fetch_recordings(options, paths)).splitlines()
            assert len(lines) == 3 and all(line.endswith(": fetched") for line in lines)
            assert LoopLibrary(mine).read(FILE) == DATA and LoopLibrary(mine).read(RAIN.file) == OTHER
            for library in kept, LoopLibrary(mine):
                next(file for file in library.files() if file.name == FILE).unlink()
            assert "the loop “Forest” is missing" in (await fetch_recordings(options, paths)).splitlines()[-1]
            await oak.leave()

    run(story())
    [recording] = RecordingLibrary(mine).recordings()
    performance = RecordingLibrary(mine).load(recording)
    assert loops_of(performance)[RAIN.file] == RAIN and missing_loops(recording.file) == ["Forest"]
    assert [level for _, level in performance.levels][-1] == 60
    assert missing_loops(tmp_path / "nothing.drumcircle") == []


def test_a_loop_beyond_the_limit_of_recordings_is_not_kept_and_conductors_learn_of_it(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_io, "CHECK_INTERVAL_S", 0.02)

    async def story() -> None:
        async with serve_hub(recording=True, limits=HubLimits(recordings=1)) as hub:
            _, conductor = await create(address_of(hub))
            folder = tmp_path / "hub" / "circles" / conductor.circle_id / "recordings"
            folder.mkdir(parents=True)
            (folder / "old.drumcircle").write_bytes(bytes((1 << 20) - len(DATA) - 5000))
            oak = await Peer.join(conductor, "Oak")
            await choose(oak, LOOP, DATA, 0)
            await request(oak, msgspec.structs.replace(RAIN, name="Too much"), OTHER, 1)
            told = (await oak.next(Declined)).text
            assert "“Too much” is heard, but not kept" in told and "fill the limit" in told
            assert LoopLibrary(folder).has(FILE) and not LoopLibrary(folder).has(RAIN.file)
            await oak.leave()

    run(story())
