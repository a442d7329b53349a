"""Two conductors change the timeline while people play: every stroke still sounds once, on its beat, everywhere."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import Tempo

from .simulated_circle import SimulatedCircle
from .simulated_members import SimulatedConductor, SimulatedPlayer

TICKS_A_SECOND = 40
STRIKES_EVERY = 7
EXACT = 3  # micros: two clocks' rounding


@dataclass
class Evening:
    """Two conductors, two players whose clocks differ widely, and all segments that were ever decided."""

    simulation: SimulatedCircle = field(default_factory=SimulatedCircle)
    segments: dict[int, Segment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.conductors = [SimulatedConductor(self.simulation, name) for name in ("Oak", "Elm")]
        self.players = [
            SimulatedPlayer(self.simulation, "Fern", 10**9),
            SimulatedPlayer(self.simulation, "Moss", -500_000),
        ]
        for member in (*self.conductors, *self.players):
            member.join()
        self._note()
        self.strikes = 0

    @property
    def timeline(self) -> Timeline:
        return Timeline(tuple(self.segments[epoch] for epoch in sorted(self.segments)))

    def passes(self, ticks: int, striking: bool = False) -> None:
        for number in range(ticks):
            if striking and number % STRIKES_EVERY == 0:
                self.strikes += 1
                self.players[self.strikes % 2].strike(self.strikes)
            for member in (*self.conductors, *self.players):
                member.settle()
            self._note()
            self.simulation.tick()
            for player in self.players:
                player.turn()

    def _note(self) -> None:
        decided = self.simulation.room.overview(self.simulation.now).timeline
        self.segments = {epoch: segment for epoch, segment in self.segments.items() if epoch < decided[0].epoch}
        self.segments |= {segment.epoch: segment for segment in decided}


tempi = some.builds(Tempo, some.integers(200_000, 900_000))
meters = some.builds(Meter, some.integers(1, 8), some.integers(1, 2))
requests = some.one_of(
    some.fixed_dictionaries({"tempo": tempi}),
    some.fixed_dictionaries({"meter": meters}),
    some.fixed_dictionaries({"running": some.booleans()}),
    some.fixed_dictionaries({"tempo": tempi, "meter": meters, "running": some.booleans()}),
)
turns = some.lists(
    some.tuples(
        some.integers(1, 4 * TICKS_A_SECOND), some.integers(0, 1), some.sampled_from([False, False, True]), requests
    ),
    max_size=12,
)


@pytest.mark.slow
@settings(max_examples=settings.default.max_examples // 4)
@given(turns)
def test_every_stroke_sounds_once_on_its_beat_through_all_changes(turns: list) -> None:
    evening = Evening()
    for ticks, conductor, stale, change in turns:
        evening.passes(ticks, striking=True)
        evening.conductors[conductor].request(stale, **change)
    evening.passes(4 * TICKS_A_SECOND, striking=True)
    evening.passes(15 * TICKS_A_SECOND)
    struck = evening.players[0].struck | evening.players[1].struck
    due = {pad: evening.timeline.due(beat) for pad, beat in struck.items()}
    by_now = {pad: at for pad, at in due.items() if at is not None and at < evening.simulation.now}
    for player in evening.players:
        assert player.late == 0
        heard = dict(player.sounded)
        assert len(heard) == len(player.sounded)
        assert by_now.keys() <= heard.keys() <= due.keys()
        assert all(abs(at - due[pad]) <= EXACT for pad, at in heard.items())


@pytest.fixture
def evening() -> Evening:
    return Evening()


def test_requests_of_two_conductors_apply_one_after_the_other(evening: Evening) -> None:
    oak, elm = evening.conductors
    oak.request(False, tempo=Tempo(400_000))
    evening.passes(1)
    elm.request(False, running=False)
    evening.passes(1)
    playing, stop = evening.timeline.segments[-2:]
    assert (playing.tempo, playing.running) == (500_000, True)
    assert (stop.tempo, stop.running) == (400_000, False)
    assert not oak.session.circle.notices + elm.session.circle.notices


def test_the_slower_of_two_conflicting_requests_is_declined_as_stale(evening: Evening) -> None:
    oak, elm = evening.conductors
    oak.request(False, tempo=Tempo(400_000))
    elm.request(False, tempo=Tempo(600_000))
    evening.passes(1)
    assert evening.timeline.latest.tempo == 400_000
    assert [notice.code for notice in elm.session.circle.notices] == ["stale"]
    assert not oak.session.circle.notices
    elm.request(False, tempo=Tempo(600_000))
    evening.passes(1)
    assert evening.timeline.latest.tempo == 600_000


def test_pending_strokes_follow_the_tempo_and_wait_through_a_stop(evening: Evening) -> None:
    (oak, _), (fern, moss) = evening.conductors, evening.players
    evening.passes(TICKS_A_SECOND)
    fern.strike(40)
    oak.request(False, tempo=Tempo(250_000))
    evening.passes(6 * TICKS_A_SECOND)
    oak.request(False, running=False)
    evening.passes(TICKS_A_SECOND)
    fern.strike(41)
    evening.passes(20 * TICKS_A_SECOND)
    assert [pad for pad, _ in moss.sounded] == [40]
    oak.request(False, running=True)
    evening.passes(10 * TICKS_A_SECOND)
    assert [pad for pad, _ in moss.sounded] == [40, 41]
    for player in (fern, moss):
        assert all(abs(at - (evening.timeline.due(fern.struck[pad]) or 0)) <= EXACT for pad, at in player.sounded)
