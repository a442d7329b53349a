"""Whose turn it is, what comes next, and the countdown."""

import msgspec
import pytest

from drumcircle_gui.modes.catalogue import ModeChoice, make_mode
from drumcircle_gui.modes.mode_now import ModeNow, mode_now
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol.mode_messages import Mode, ModeSpan
from drumcircle_gui.timing.units import BEAT, Beats, beats

from .ensembles import CONDUCTOR, PLAYERS, SIX

OAK, REED = PLAYERS[:2]
LEADER = make_mode(ModeChoice("follow-the-leader", players=("Reed",), length=4), SIX)
PLAN = ModePlan((ModeSpan(1, beats(16), beats(4), LEADER),))


def at(beat: float, member=OAK, plan: ModePlan = PLAN) -> ModeNow:  # type: ignore[no-untyped-def]
    return mode_now(plan, beats(beat), member)


def test_before_the_mode_it_is_announced() -> None:
    before = at(2)
    assert before.now.turn is None
    assert before.following is not None
    assert before.following.turn is not None
    assert (before.following.turn.word, before.left, before.counted) == ("listen", beats(14), 0)


@pytest.mark.parametrize(("beat", "counted"), [(11.5, 0), (12, 4), (12.5, 4), (15, 1), (15.9, 1), (16, 0), (28.5, 0)])
def test_the_last_beats_before_a_change_are_counted(beat: float, counted: int) -> None:
    """Oak listens in the first two steps: nothing is counted between them."""
    assert at(beat).counted == counted


def test_in_a_short_step_half_of_it_is_counted() -> None:
    short = ModePlan((ModeSpan(1, Beats(0), beats(4), make_mode(ModeChoice("call-and-response"), SIX)),))
    assert [at(beat / 2, plan=short).counted for beat in range(8)] == [0, 0, 0, 0, 2, 2, 1, 1]


def test_the_leader_is_told_apart() -> None:
    assert at(17, REED).now.is_mine
    assert not at(17, REED).now.silent
    assert not at(17, OAK).now.is_mine
    assert at(17, OAK).now.silent
    conducting = at(17, CONDUCTOR).now
    assert conducting.turn is not None
    assert conducting.turn.members == (REED.id,)


def test_all_layers_that_play_stand_out_and_each_is_announced_when_it_comes_in() -> None:
    build = make_mode(ModeChoice("build", parts=("low", "middle", "high"), length=2), SIX)
    layers = ModePlan((ModeSpan(1, Beats(0), beats(4), build),))
    low, middle = (msgspec.structs.replace(OAK, part=part) for part in ("low", "middle"))
    groups = [[turn.group for turn in at(beat, CONDUCTOR, layers).now.featured] for beat in (0, 8, 16)]
    assert groups == [["part:low"], ["part:low", "part:middle"], []]
    assert [at(beat, middle, layers).now.is_mine for beat in (0, 8)] == [False, True]
    coming = at(1, middle, layers)
    assert coming.following is not None and coming.following.is_mine and at(5, middle, layers).counted == 3
    assert at(0, low, layers).now.is_mine and at(8, low, layers).now.is_mine and at(5, low, layers).counted == 0


def test_the_own_turn_is_announced_a_cycle_before() -> None:
    solos = ModePlan((ModeSpan(1, Beats(0), beats(4), make_mode(ModeChoice("solos", players=("Oak", "Reed")), SIX)),))
    coming = at(0, REED, solos).following
    assert coming is not None
    assert coming.is_mine
    assert at(0, REED, solos).left == 4 * BEAT


def test_a_pause_and_an_end() -> None:
    paused = ModePlan((*PLAN.spans, ModeSpan(2, beats(20), beats(4), LEADER, 1, paused=True)))
    assert at(21, plan=paused).paused == "follow-the-leader"
    ended = ModePlan((*PLAN.spans, ModeSpan(2, beats(20), beats(4), Mode())))
    assert at(19, plan=ended).counted == 1
    assert at(21, plan=ended) == ModeNow(at(21, plan=ended).now)
