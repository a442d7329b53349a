"""Laws of the modes' tables: which step is in force, who hears whom, when held strokes sound."""

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.modes.mode_plan import FREE_PLAY, ModePlan, step_of, total_cycles, turn_of
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import Mode, ModeSpan, ModeStep, ModeTurn
from drumcircle_gui.timing.units import BEAT, Beats, beats

from .ensembles import CONDUCTOR, PLAYERS

CYCLE = beats(4)
OAK, REED = PLAYERS[:2]

words = some.sampled_from(["play", "listen", "solo"])
groups = some.sampled_from(["all", "odd", "even", "part:low", "part:bells", ""])
ids = some.lists(some.integers(1, 9), max_size=3, unique=True).map(tuple)
turns = some.builds(ModeTurn, words, groups, ids, some.sampled_from(["all", "none", "same", "later"]))
steps = some.builds(ModeStep, some.integers(1, 5), some.lists(turns, max_size=3).map(tuple))
modes = some.builds(
    Mode, words, some.lists(steps, max_size=4).map(tuple), some.booleans(), some.booleans(), some.none()
)


@some.composite
def plans(draw: some.DrawFn) -> ModePlan:
    """Plans as a server makes them: each span begins on a cycle."""
    cycles = sorted(draw(some.sets(some.integers(0, 60), max_size=4)))
    spans = []
    for epoch, cycle in enumerate(cycles, 1):
        mode = draw(modes)
        first = draw(some.integers(0, 9))
        spans.append(ModeSpan(epoch, Beats(cycle * CYCLE), CYCLE, mode, first, draw(some.booleans())))
    return ModePlan(tuple(spans))


struck = some.integers(0, 100 * BEAT).map(Beats)


@given(plans(), struck)
def test_a_step_holds_its_beat_and_all_beats_until_its_end(plan: ModePlan, beat: Beats) -> None:
    placed = plan.step_at(beat)
    if placed is None:
        return
    assert placed.begin <= beat
    assert placed.end is None or beat < placed.end
    last = Beats(beat + 10 * CYCLE if placed.end is None else placed.end - 1)
    for other in (placed.begin, last):
        again = plan.step_at(other)
        if placed.end is not None or plan.at(other) is placed.span:
            assert again == placed


@given(plans(), struck)
def test_a_step_lasts_its_cycles_at_most(plan: ModePlan, beat: Beats) -> None:
    placed = plan.step_at(beat)
    lasts = placed is not None and placed.span.mode.repeat and len(placed.span.mode.steps) == 1
    if placed is not None and placed.end is not None and not lasts:
        assert placed.end - placed.begin <= placed.step.cycles * CYCLE
        assert (placed.end - placed.begin) % CYCLE == 0


@given(plans(), some.integers(0, 60))
def test_the_cycles_of_a_mode_follow_each_other(plan: ModePlan, cycle: int) -> None:
    """Counting cycles one by one gives the same step as the arithmetic."""
    beat = Beats(cycle * CYCLE)
    span = plan.at(beat)
    if span is None or span.paused or not span.mode.steps:
        assert plan.step_at(beat) is None
        return
    sequence = [number for number, step in enumerate(span.mode.steps) for _ in range(step.cycles)]
    passed = span.first + (beat - span.beat) // CYCLE
    if span.mode.repeat:
        passed %= total_cycles(span)
    placed = step_of(span, beat)
    assert (placed.number if placed else None) == (sequence[passed] if passed < len(sequence) else None)


@given(plans(), struck, some.sampled_from(PLAYERS), some.sampled_from((CONDUCTOR, *PLAYERS)))
def test_who_hears_whom_follows_from_the_turn(plan: ModePlan, beat: Beats, player: Member, listener: Member) -> None:
    placed = plan.step_at(beat)
    turn = placed and turn_of(placed.step, player)
    heard = plan.hears(listener, player, beat)
    if placed is None or turn is None or turn.heard_by in ("all", "later"):
        assert heard
    elif turn.heard_by == "none":
        assert not heard
    else:
        assert heard == (listener is CONDUCTOR or turn_of(placed.step, listener) is turn)


@given(plans(), struck, some.integers(0, 20).map(lambda cycles: Beats(cycles * CYCLE)))
def test_a_stroke_sounds_once_and_never_early(plan: ModePlan, beat: Beats, period: Beats) -> None:
    replay = Beats(beat + period)
    sounds = plan.sounding_beat(beat, replay)
    if sounds is None:
        assert plan.latest is not None and plan.latest.mode.hold
    else:
        assert sounds >= replay
        assert (sounds - replay) % CYCLE == 0


@given(plans(), some.integers(1, 20), some.lists(struck, min_size=2, max_size=2))
def test_held_strokes_keep_their_distance(plan: ModePlan, cycles: int, two: list[Beats]) -> None:
    """Strokes of one period that a stop holds back are heard with the rhythm in which they were struck."""
    first, second = sorted(two)
    period = cycles * CYCLE
    holds = [span.beat for span in plan.spans if span.mode.hold and not span.paused]
    same = all((first < hold) == (second < hold) for hold in holds)
    same &= all((first + period < hold) == (second + period < hold) for hold in holds)
    if not same or len(holds) > 1:
        return
    sounds = [plan.sounding_beat(beat, Beats(beat + period)) for beat in (first, second)]
    assert (sounds[0] is None) == (sounds[1] is None)
    if sounds[0] is not None and sounds[1] is not None:
        assert sounds[1] - sounds[0] == second - first


def test_a_stop_holds_the_last_period_back_until_the_start() -> None:
    stop = ModeSpan(1, beats(16), CYCLE, Mode("stop", (ModeStep(1, ()),), repeat=True, hold=True))
    held = ModePlan((stop,))
    assert held.sounding_beat(beats(11), beats(15)) == beats(15)
    assert held.sounding_beat(beats(13), beats(17)) is None
    assert held.held_since(beats(0)) == beats(16)
    started = ModePlan((stop, ModeSpan(2, beats(32), CYCLE, Mode())))
    assert started.sounding_beat(beats(13), beats(17)) == beats(33)
    assert started.sounding_beat(beats(33), beats(37)) == beats(37)
    assert started.held_since(beats(31)) == beats(16)
    assert started.held_since(beats(32)) is None


def test_a_member_named_in_a_turn_belongs_to_no_group() -> None:
    step = ModeStep(1, (ModeTurn("play", "all"), ModeTurn("solo", "", (OAK.id,))))
    assert [turn_of(step, member) for member in (OAK, REED, CONDUCTOR)] == [step.turns[1], step.turns[0], None]


def test_free_play() -> None:
    assert FREE_PLAY.hears(None, OAK, beats(3))
    assert FREE_PLAY.step_at(beats(3)) is None
    assert FREE_PLAY.epoch == 0
