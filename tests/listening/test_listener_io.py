"""A listener with a fake circle and a fake sound engine."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.listening import listener_io
from drumcircle_gui.listening.listener_io import Listener
from drumcircle_gui.listening.outputs.upcoming import OutputSource, Upcoming
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.messages import (
    GUIDE_CHANNEL,
    AudioStatus,
    EngineEvent,
    MidiStatus,
    PadStroke,
    PlayedStroke,
    PlayStroke,
)
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import Beats, Micros, Tempo, local_micros, seconds

TEMPO = Tempo(500_000)
SOON = seconds(0.1)
LATER = seconds(0.9)


@dataclass
class Engine:
    """Records its commands."""

    config: EngineConfig
    tell: Callable[[EngineEvent], None]
    plays: list[PlayStroke] = field(default_factory=list)
    set: list[tuple[int, float, float]] = field(default_factory=list)

    def start(self) -> None:
        self.tell(AudioStatus("Speakers", 48_000, 256, Micros(5_000), ""))

    def close(self) -> None:
        self.plays.clear()

    def play(self, plays: Sequence[PlayStroke]) -> None:
        self.plays += [play for play in plays if play.channel != GUIDE_CHANNEL]

    def set_channel(self, channel: int, gain: float, pan: float) -> None:
        self.set.append((channel, gain, pan))


@dataclass
class Client:
    """A client whose circle's time is local time; the circle started ten seconds ago with a period of two beats."""

    late: int = 0

    def __post_init__(self) -> None:
        now = local_micros()
        began = Segment(0, Micros(now - seconds(10)), Beats(0), TEMPO, True, Meter(2, 1), Beats(0))
        self.circle = CircleSnapshot(
            me=1, entry=1, timeline=Timeline((began,)), clock=Clock(now, 0, 0.0, Micros(0), Micros(0))
        )

    def count_late(self, strokes: int) -> None:
        self.late += strokes

    def stroke(self, due_in: Micros) -> HeardStroke:
        """A stroke that is due in so many micros."""
        now = local_micros()
        beat = self.circle.timeline.beat_at(Micros(now + due_in))
        return HeardStroke(2, Beats(beat - Meter(2, 1).period), 38, 100, now)


@dataclass
class Output:
    """Records what it gets."""

    is_open: bool = True
    parts: list[Upcoming] = field(default_factory=list)
    own: list[tuple[int, int, Micros]] = field(default_factory=list)

    def follow(self, upcoming: Upcoming) -> None:
        self.parts.append(upcoming)

    def strike(self, pad: int, velocity: int, at: Micros) -> None:
        self.own.append((pad, velocity, at))


@dataclass
class Lines:
    """An event log in memory."""

    written: list[dict[str, Any]] = field(default_factory=list)

    def write(self, event: str, **facts: Any) -> None:
        self.written.append({"event": event} | facts)


@pytest.fixture
def report() -> Lines:
    return Lines()


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch, report: Lines) -> Callable[..., None]:
    """Run `scene` with a listener, its engine and its client, and close the listener."""
    monkeypatch.setattr(listener_io, "AudioEngine", Engine)

    def run(scene: Callable[[Listener, Engine, Client], Awaitable[None]], **callbacks: Any) -> None:
        async def whole() -> None:
            listener, client = Listener(EngineConfig(), report, **callbacks), Client()
            listener.start(client)  # type: ignore[arg-type]
            await asyncio.sleep(0)  # the engine says that it is there
            await scene(listener, listener._engine, client)  # type: ignore[arg-type]
            await listener.close()

        asyncio.run(whole())

    return run


def test_a_stroke_that_arrives_just_before_it_is_due_goes_to_the_engine_at_once(listening: Any) -> None:
    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        stroke = client.stroke(due_in=SOON)
        listener.hear([stroke])
        assert [(play.pad, play.velocity, play.channel) for play in engine.plays] == [(38, 100, 2)]
        assert abs(engine.plays[0].at - stroke.arrived - SOON) <= 2
        assert client.late == 0

    listening(scene)


def test_an_output_gets_the_strokes_of_the_circle_and_those_of_this_machine(listening: Any) -> None:
    output = Output()

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.set_levels({2: (0.25, 0.0)})
        listener.hear([client.stroke(due_in=SOON)])
        listener.struck(Micros(5), 38, 90)
        upcoming = output.parts[-1]
        (stroke,) = (each for each in upcoming.strokes if each.channel != GUIDE_CHANNEL)
        assert (stroke.at, stroke.pad, stroke.gain) == (engine.plays[0].at, 38, 0.25)
        assert output.own == [(38, 90, 5)]

    listening(scene, outputs=[output])


def test_an_output_that_is_not_open_costs_nothing_and_gets_the_present_once_it_is(
    listening: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    divided: list[Micros] = []
    divide = OutputSource.next

    def noted(source: OutputSource, circle: CircleSnapshot, now: Micros, *others: Any) -> Upcoming | None:
        divided.append(now)
        return divide(source, circle, now, *others)

    monkeypatch.setattr(OutputSource, "next", noted)
    closed, opened = Output(is_open=False), Output(is_open=False)

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.hear([client.stroke(due_in=SOON)])
        assert divided == []
        opened.is_open = True
        listener.hear([client.stroke(due_in=SOON)])
        (part,) = opened.parts
        assert (part.local(part.begin), len(divided)) == (divided[0], 1)
        assert len(engine.plays) == 2
        assert closed.parts == []

    listening(scene, outputs=[closed, opened])


def test_a_stroke_that_arrives_long_before_it_is_due_waits_for_the_next_turn(listening: Any) -> None:
    output = Output()

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        turns = len(output.parts)
        listener.hear([client.stroke(due_in=seconds(3))])
        assert len(output.parts) == turns
        listener.hear([client.stroke(due_in=SOON)])
        assert len(output.parts) == turns + 1

    listening(scene, outputs=[output])


def test_a_late_stroke_is_counted_and_not_played(listening: Any) -> None:
    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.hear([client.stroke(due_in=Micros(-1))])
        assert (engine.plays, client.late) == ([], 1)

    listening(scene)


def test_while_the_engine_starts_no_stroke_is_played_or_late(listening: Any) -> None:
    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        there, listener.sound = listener.sound, SoundStatus()
        listener.hear([client.stroke(due_in=SOON), client.stroke(due_in=seconds(0.5))])
        assert (engine.plays, client.late) == ([], 0)
        listener.sound = there
        listener.hear([])
        assert (len(engine.plays), client.late) == (2, 0)

    listening(scene)


def test_nothing_is_played_by_a_clock_that_is_not_exact_yet(listening: Any) -> None:
    output = Output()

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        exact = client.circle
        assert exact.clock is not None
        client.circle = replace(exact, clock=replace(exact.clock, error=Micros(9_000)), entry=2)
        parts = len(output.parts)
        listener.hear([client.stroke(due_in=seconds(0.5))])
        assert (engine.plays, client.late, len(output.parts)) == ([], 0, parts)
        client.circle = replace(exact, entry=2)
        listener.hear([])
        assert (len(engine.plays), client.late, len(output.parts)) == (1, 0, parts + 1)

    listening(scene, outputs=[output])


def test_a_stroke_due_later_goes_to_the_engine_in_time(listening: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener_io, "PASS_ON_INTERVAL_S", 0.01)

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.hear([client.stroke(due_in=seconds(1.1))])
        assert engine.plays == []
        async with asyncio.timeout(20):
            while not engine.plays:
                await asyncio.sleep(0.01)
        assert engine.plays[0].at > local_micros()

    listening(scene)


def test_a_sounded_stroke_is_reported_with_its_times(listening: Any, report: Lines) -> None:
    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        stroke = client.stroke(due_in=LATER)
        listener.hear([stroke])
        (play,) = engine.plays
        engine.tell(PlayedStroke(play.tag, Micros(play.at + 7), late=False))
        await asyncio.sleep(0)
        (line,) = report.written
        assert (line["event"], line["player"], line["beat"]) == ("heard", 2, stroke.beat)
        assert line["left"] - line["due"] == 7
        assert abs(line["early"] - LATER) <= 2

    listening(scene)


def test_a_stroke_that_the_engine_left_out_is_reported_and_counted_as_late(listening: Any, report: Lines) -> None:
    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.hear([client.stroke(due_in=LATER)])
        engine.tell(PlayedStroke(engine.plays[0].tag, engine.plays[0].at, late=True))
        await asyncio.sleep(0)
        assert report.written[0]["left"] is None
        assert client.late == 1

    listening(scene)


def test_strokes_on_the_pads_are_passed_on(listening: Any) -> None:
    struck: list[PadStroke] = []
    hit = PadStroke(Micros(5), 38, 100, "Fern")

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        engine.tell(hit)
        await asyncio.sleep(0)

    listening(scene, on_struck=struck.append)
    assert struck == [hit]


def test_device_changes_are_published_and_logged_and_problems_logged_once(
    listening: Any, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[Any] = []
    gone = MidiStatus((), (), "The MIDI port “Fern” is not there.")

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        for event in (MidiStatus(("Fern",), ("Fern",), ""), gone, gone):
            engine.tell(event)
        await asyncio.sleep(0)
        assert listener.sound.midi == gone
        assert listener.sound.device is not None

    with caplog.at_level(logging.INFO, logger=listener_io.__name__):
        listening(scene, on_sound=shown.append)
    assert shown[-1].midi == gone
    said = [(record.levelname, record.message) for record in caplog.records]
    assert said == [
        ("INFO", "sound output: “Speakers”"),
        ("INFO", "MIDI input connected: “Fern”"),
        ("INFO", "MIDI input disconnected: “Fern”"),
        ("WARNING", gone.problem),
    ]


def test_only_changed_levels_are_sent_to_the_engine(listening: Any) -> None:
    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.set_levels({1: (0.5, 0.0), 2: (1.0, -1.0)})
        listener.set_levels({1: (0.5, 0.0), 2: (0.0, -1.0)})
        assert engine.set == [(1, 0.5, 0.0), (2, 1.0, -1.0), (2, 0.0, -1.0)]

    listening(scene)


def test_outcomes_of_other_strokes_go_to_on_played(listening: Any, report: Lines) -> None:
    answers: list[PlayedStroke] = []
    answer = PlayedStroke(-3, Micros(77), late=True)

    async def scene(listener: Listener, engine: Engine, client: Client) -> None:
        listener.play([PlayStroke(Micros(70), 38, 100, -2, -3)])
        assert engine.plays[-1].tag == -3
        engine.tell(answer)
        await asyncio.sleep(0)
        assert (client.late, report.written) == (0, [])

    listening(scene, on_played=answers.append)
    assert answers == [answer]
