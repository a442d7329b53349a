import asyncio
import sys
from importlib.util import find_spec

import pytest

from drumcircle_gui.installation.kind import Kind
from drumcircle_gui.listening.outputs import link_io
from drumcircle_gui.listening.outputs.link_io import PROCESS, LinkOutput
from drumcircle_gui.listening.outputs.link_lines import LinkFailed, LinkHeard, encode_line
from drumcircle_gui.timing.units import Micros, local_micros

from .test_osc_messages import SECOND_BEAT, OutputBeat, upcoming
from .test_upcoming import CLOCK, PLAYING

ECHO = """
import sys
print('{"type":"heard","peers":2,"bpm":118.0}', flush=True)
print("nonsense", flush=True)
for line in sys.stdin:
    print('{"type":"failed","problem":"%s"}' % line.strip().replace('"', "'"), flush=True)
"""


class Ear:
    """Collects what an output reports."""

    def __init__(self):
        self.heard, self.complaints = [], []
        self.output = LinkOutput(self._hear, self._complain)
        self.told = asyncio.Event()

    def _hear(self, heard):
        self.heard.append(heard)
        self.told.set()

    def _complain(self, error):
        self.complaints.append(error.what)
        self.told.set()

    async def until(self, holds):
        while not holds():
            self.told.clear()
            await self.told.wait()


def test_beats_reach_the_process_and_events_come_back():
    async def script():
        ear = Ear()
        await ear.output.open((sys.executable, "-c", ECHO))
        beat = OutputBeat(local_micros(), SECOND_BEAT.beat, 1, 8, SECOND_BEAT.tempo)
        part = upcoming((), (beat,))
        ear.output.follow(type(part)(1, Micros(10), Micros(11), PLAYING, CLOCK, (), (beat,), 7))
        ear.output.strike(36, 90, beat.at)
        await ear.until(lambda: ear.heard and ear.complaints)
        assert ear.heard == [LinkHeard(2, 118.0)]
        assert "'type':'beat'" in ear.complaints[0] and "'cycle':8,'bpm':120.0" in ear.complaints[0]
        await ear.output.close()
        await ear.output.close()
        ear.output.follow(part)

    asyncio.run(script())


@pytest.mark.slow
def test_the_real_process_says_that_the_package_is_missing_or_joins_a_session():
    async def script():
        ear = Ear()
        await ear.output.open()
        await asyncio.wait_for(ear.told.wait(), 30)
        if find_spec("link"):
            assert ear.heard[0].peers >= 0
        else:
            assert "no package for Ableton Link is installed" in ear.complaints[0]
        await ear.output.close()

    asyncio.run(script())


def test_a_process_that_cannot_start_and_a_bundle_are_told(monkeypatch):
    async def script():
        ear = Ear()
        await ear.output.open(("/no/such/program",))
        assert "cannot be started" in ear.complaints[0]
        monkeypatch.setattr(link_io, "kind", lambda: Kind.BUNDLE)
        await ear.output.open()
        assert "bundle" in ear.complaints[1]

    asyncio.run(script())


def test_lines_of_the_process_are_those_of_this_program():
    assert PROCESS[-1].endswith("link_process_io") and encode_line(LinkFailed("x")).endswith(b"\n")
