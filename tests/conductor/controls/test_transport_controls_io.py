import asyncio
from types import SimpleNamespace

import pytest

from drumcircle_gui.conductor.controls import transport_controls_io
from drumcircle_gui.conductor.controls.transport_controls_io import TransportControls
from drumcircle_gui.listening.controls.control_map import Target
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.timing.units import tempo_of_bpm

TEMPO = Target("tempo")


class Circle:
    """A circle that is stopped at 100 bpm, with the requests made to it."""

    def __init__(self):
        self.latest = SimpleNamespace(running=False, epoch=7, tempo=tempo_of_bpm(100))
        self.asked, self.cues = [], []
        self.arrived = asyncio.Event()
        snapshot = SimpleNamespace(timeline=SimpleNamespace(latest=self.latest))
        self.controls = TransportControls(lambda: snapshot, self._ask, self.cues.append)

    def _ask(self, request):
        self.asked.append(request)
        self.arrived.set()


def test_start_and_stop_do_what_they_say_once():
    async def script():
        circle = Circle()
        for kind in ("stop", "start", "start_stop"):
            circle.controls.act(Target(kind), None)
        assert circle.asked == [ChangeTimeline(7, running=True)] * 2
        circle.latest.running = True
        for kind in ("start", "stop", "start_stop"):
            circle.controls.act(Target(kind), None)
        assert circle.asked[2:] == [ChangeTimeline(7, running=False)] * 2
        circle.controls.act(Target("cue", "3"), None)
        assert circle.cues == [3]

    asyncio.run(script())


def test_a_tempo_is_requested_once_when_the_fader_rests(monkeypatch):
    monkeypatch.setattr(transport_controls_io, "SETTLE_S", 0.001)

    async def script():
        circle = Circle()
        assert circle.controls.level(TEMPO) == pytest.approx(40 / 127)
        assert circle.controls.level(Target("guide")) is None
        for step in (41, 42, 43):
            circle.controls.act(TEMPO, step / 127)
            assert circle.controls.level(TEMPO) == pytest.approx(step / 127)
        circle.controls.act(Target("faster"), None)
        assert circle.asked == []
        await circle.arrived.wait()
        assert circle.asked == [ChangeTimeline(7, tempo=tempo_of_bpm(104))]

    asyncio.run(script())


@pytest.mark.parametrize(("bpm", "kind"), [(400, "faster"), (30, "slower")])
def test_the_tempo_stays_within_its_range(monkeypatch, bpm, kind):
    monkeypatch.setattr(transport_controls_io, "SETTLE_S", 0.0)

    async def script():
        circle = Circle()
        circle.latest.tempo = tempo_of_bpm(bpm)
        circle.controls.act(Target(kind), None)
        await circle.arrived.wait()
        assert circle.asked == [ChangeTimeline(7, tempo=tempo_of_bpm(bpm))]

    asyncio.run(script())


def test_when_it_is_closed_nothing_is_requested_any_more(monkeypatch):
    monkeypatch.setattr(transport_controls_io, "SETTLE_S", 0.0)

    async def script():
        circle = Circle()
        circle.controls.act(TEMPO, 0.5)
        circle.controls.close()
        circle.controls.close()
        done = asyncio.Event()
        asyncio.get_running_loop().call_later(0.001, done.set)
        await done.wait()
        assert circle.asked == []

    asyncio.run(script())


def test_each_movement_of_the_tempo_begins_the_rest_anew(monkeypatch):
    timers = []

    class Timer:
        cancelled = False

        def __init__(self, seconds, call):
            timers.append(self)

        def cancel(self):
            self.cancelled = True

    monkeypatch.setattr(transport_controls_io.asyncio, "get_running_loop", lambda: SimpleNamespace(call_later=Timer))
    circle = Circle()
    for step in range(3):
        circle.controls.act(TEMPO, step / 127)
    assert [timer.cancelled for timer in timers] == [True, True, False]
