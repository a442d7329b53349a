"""Recordings of real circles: equal for all members, also after an outage or a kill."""

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.conductor.conductor_io import Conductor
from drumcircle_gui.conductor.conductor_state import ConductorState, SetRecording
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.recording.library_io import RecordingLibrary
from drumcircle_gui.recording.performance import Performance
from drumcircle_gui.recording.recorder_io import FileRecorder
from drumcircle_gui.server import server_io
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, seconds, tempo_of_bpm
from tests.tools.loopback import Member, Relay, Watch, run, serving
from tests.tools.rigs.jack import wait_until

PERIOD = 4 * BEAT


class Recorded(Member):
    """A member who records."""

    def __init__(self, invite: Invite, name: str, folder: Path) -> None:
        super().__init__(invite, name)
        self.recorder = FileRecorder(folder, lambda problem: None)
        self.client = Client(
            invite,
            name,
            on_circle=self._seen,
            on_strokes=self._listened,
            on_clock=self._timed,
            on_message=self.recorder.take,
        )

    async def __aexit__(self, *_: object) -> None:
        await super().__aexit__()
        await asyncio.to_thread(self.recorder.close)


def recorded(folder: Path) -> Performance:
    """The only recording in the folder."""
    library = RecordingLibrary(folder)
    (recording,) = library.recordings()
    return library.load(recording)


def test_an_outage_leaves_no_gap_in_a_recording(tmp_path: Path):
    """The server's own recording is the same too."""

    async def story() -> None:
        host = FileRecorder(tmp_path / "host", lambda problem: None)
        async with serving(tmp_path) as server, Relay(server.invite) as relay:
            server.subscribe(host.take)
            async with (
                Recorded(server.invite, "Oak", tmp_path / "oak") as oak,
                Recorded(relay.invite, "Fern", tmp_path / "fern") as fern,
            ):
                await oak.is_in_time()
                for count in range(1, 13):
                    oak.strike(36)
                    fern.strike(38)
                    await oak.hears(count)
                    if count in (3, 7):
                        relay.cut()
                await oak.hears(24)
                await fern.hears(24)
                assert fern.links.count(LinkState.RECONNECTING) >= 1
        host.close()

    run(story())
    performances = [recorded(tmp_path / who) for who in ("host", "oak", "fern")]
    assert performances[0] == performances[1] == performances[2]
    assert [player.name for player in performances[0].players] == ["Oak", "Fern"]
    assert len(performances[0].strokes) == 24


class Seen(Watch):
    """Keeps the state a conductor's window would show."""

    state = ConductorState.__new__(ConductorState)

    def __call__(self, state: ConductorState) -> None:
        self.state = state
        self.news()


def test_a_conductor_records_from_the_beginning_and_can_stop_and_begin_again(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(server_io, "START_DELAY", seconds(0.1))

    async def story() -> None:
        seen = Seen()
        config = ServerConfig(name="Oak", bind="127.0.0.1", data_dir=tmp_path, running=True, meter=Meter(4))
        conductor = Conductor(config, "Oak", on_state=seen, recordings=tmp_path / "recordings")
        state = await conductor.start()
        assert state.recording and state.hosting
        async with Member(state.hosting.invite) as fern:
            await fern.is_in_time()
            for on in (True, False, True):
                conductor.handle(SetRecording(on))
                await seen.until(lambda on=on: seen.state.recording is on)
                count = len(fern.heard)
                fern.strike(36)
                await fern.hears(count + 1)
        await conductor.close()

    run(story())
    library = RecordingLibrary(tmp_path / "recordings")
    assert [len(library.load(each).strokes) for each in library.recordings()] == [1, 1]


def test_the_conductor_is_notified_when_the_disk_fails(tmp_path: Path):
    (tmp_path / "recordings").touch()

    async def story() -> None:
        seen = Seen()
        config = ServerConfig(name="Oak", bind="127.0.0.1", data_dir=tmp_path)
        conductor = Conductor(config, "Oak", on_state=seen, recordings=tmp_path / "recordings")
        await conductor.start()
        await seen.until(lambda: hasattr(seen.state, "circle") and seen.state.circle.notices)
        await seen.until(lambda: not seen.state.recording)
        assert seen.state.circle.notices[0].what.startswith("Recording has stopped")
        await conductor.close()

    run(story())


# --- killed ----------------------------------------------------------------------------------------------------------


@contextmanager
def program(*command: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "drumcircle_gui", *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["host", "fern"])
def test_a_killed_recorder_loses_at_most_one_period(tmp_path: Path, victim: str):
    folders = {who: tmp_path / who / "recordings" for who in ("host", "oak", "fern")}
    circle = ("conduct", "--headless", "--bind", "127.0.0.1", "--port", "0", "--tempo", "240", "--beats", "4")
    with program(*circle, "--data-dir", str(tmp_path / "host")) as host:
        assert host.stdout
        invite = json.loads(host.stdout.readline())["invite"]
        joined = {
            who: program("join", invite, "--headless", "--audio", "none", "--data-dir", str(tmp_path / who))
            for who in ("oak", "fern")
        }
        with program("bots", invite, "--count", "3"), joined["oak"] as oak, joined["fern"] as fern:
            processes = {"host": host, "oak": oak, "fern": fern}
            wait_until(lambda: all(strokes(folder) > 30 for folder in folders.values()), "nothing is recorded")
            processes[victim].send_signal(signal.SIGKILL)
            processes[victim].wait()
            dead = recorded(folders[victim])
            wait_until(lambda: victim == "host" or strokes(folders["oak"]) > len(dead.strokes) + 30, "all is over")
            alive = recorded(folders["oak"])
    missing = set(alive.strokes) - set(dead.strokes)
    at_its_end = max(stroke.beat for stroke in dead.strokes)
    at_their_beginning = min(stroke.beat for stroke in dead.strokes)
    lost = [stroke for stroke in missing if at_their_beginning <= stroke.beat < at_its_end - PERIOD]
    assert lost == []
    assert tempo_of_bpm(240) == dead.timeline.latest.tempo


def strokes(folder: Path) -> int:
    """The number of strokes on the disk now."""
    return sum(recording.strokes for recording in RecordingLibrary(folder).recordings())
