"""Laws of sessions and a room, whatever happens to their connections."""

from itertools import count

from hypothesis import example, given
from hypothesis import strategies as some

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.server.room.membership import MAX_RESUMES_PER_S
from drumcircle_gui.timing.units import SECOND, Beats, Micros, seconds

from .simulated_circle import EVERYTHING, SimulatedCircle, SimulatedMember

plain = [some.tuples(some.just(name), some.just(0)) for name in ("flush", "tick", "ask", "cut", "connect")]
steps = some.one_of(
    *plain,
    some.tuples(some.just("strike"), some.integers(1, 40)),
    some.tuples(some.just("up"), some.integers(1, 300) | some.just(EVERYTHING)),
    some.tuples(some.just("down"), some.integers(1, 900) | some.just(EVERYTHING)),
)
RESUME_AGAIN = Micros(SECOND // MAX_RESUMES_PER_S)
"""After this time, a member that has resumed too often may do so once more."""

scripts = some.lists(steps, min_size=10, max_size=60)


class Player:
    """Performs the steps of a script for one member, and records what it struck."""

    def __init__(self, simulation: SimulatedCircle, member: SimulatedMember) -> None:
        self.struck: list[tuple[Beats, int, int]] = []
        self.member = member
        self._numbers = count()
        session = member.session
        self._steps = {
            "strike": self._strike,
            "up": member.carry_up,
            "down": member.carry_down,
            "flush": lambda _: session.flush_strokes(),
            "tick": lambda _: simulation.tick(),
            "ask": lambda _: session.request_time(member.local) if session.joined else None,
            "cut": lambda _: member.cut(),
            "connect": lambda _: member.connect(),
        }

    def perform(self, step: tuple[str, int]) -> None:
        self._steps[step[0]](step[1])

    def _strike(self, times: int) -> None:
        for number in (next(self._numbers) for _ in range(times)):
            pad, velocity = number % 128, number // 128 % 127 + 1
            beat = self.member.session.strike(self.member.local, pad, velocity)
            assert beat is not None
            self.struck.append((beat, pad, velocity))


SIX_RESUMES = [("connect", 0), ("up", 49)] * 5 + [("connect", 0), ("strike", 1), ("up", EVERYTHING)]
"""The server declines a sixth resume within a second."""


@given(scripts)
@example(SIX_RESUMES)
def test_every_stroke_reaches_everybody_once_and_in_order_through_any_cuts(script: list[tuple[str, int]]) -> None:
    simulation = SimulatedCircle()
    listener, fern = SimulatedMember(simulation, "Wren"), SimulatedMember(simulation, "Fern")
    listener.join()
    fern.join()
    player = Player(simulation, fern)
    for step in script:
        player.perform(step)
    fern.settle()
    while fern.session.circle.link is not LinkState.JOINED or not fern.connected:
        simulation.now = Micros(simulation.now + RESUME_AGAIN)
        fern.connect()
        fern.settle()
    fern.session.flush_strokes()
    fern.settle()
    simulation.tick()
    for member in (listener, fern):
        member.settle()
        received = [(stroke.beat, stroke.pad, stroke.velocity) for stroke in member.heard]
        assert received == player.struck
        assert {stroke.player for stroke in member.heard} <= {fern.session.circle.me}


@given(scripts)
def test_another_circle_at_the_same_address_is_a_new_entry(script: list[tuple[str, int]]) -> None:
    simulation = SimulatedCircle()
    fern = SimulatedMember(simulation)
    fern.join()
    player = Player(simulation, fern)
    for step in script:
        player.perform(step)
    simulation.restart()
    simulation.now = seconds(3)
    fern.heard.clear()
    fern.connect()
    fern.settle()
    circle = fern.session.circle
    assert (circle.entry, circle.me, circle.clock, circle.qualities) == (2, 1, None, ())
    assert fern.session.strike(fern.local, 1, 1) is None
    fern.session.request_time(fern.local)
    fern.settle()
    player.struck.clear()
    player.perform(("strike", 3))
    fern.session.flush_strokes()
    fern.settle()
    simulation.tick()
    fern.settle()
    assert [(stroke.beat, stroke.pad, stroke.velocity) for stroke in fern.heard] == player.struck


def test_a_member_whose_place_expired_joins_as_a_new_one_and_hears_the_last_period() -> None:
    simulation = SimulatedCircle()
    wren, fern = SimulatedMember(simulation, "Wren"), SimulatedMember(simulation, "Fern")
    wren.join()
    fern.join()
    fern.cut()
    for _ in range(180):
        simulation.advance(seconds(1))
        simulation.tick()
    wren.session.request_time(wren.local)
    wren.settle()
    wren.session.strike(wren.local, 38, 100)
    wren.session.flush_strokes()
    wren.settle()
    simulation.tick()
    fern.connect()
    fern.settle()
    assert fern.session.circle.entry == 2
    assert [stroke.pad for stroke in fern.heard] == [38]
