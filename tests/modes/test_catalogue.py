"""The usual modes: their expected tables for six players."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.modes.catalogue import INSTRUCTIONS, MODES, Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan, turn_of
from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import Mode, ModeSpan, StartMode
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, beats, tempo_of_bpm

from .ensembles import PLAYERS, SIX

LETTERS = "ORSFLW"
"""Oak, Reed, Slate, Fern, fLint, Wren."""


def table(mode: Mode, cycles: int) -> list[str]:
    """For each cycle, the letters of those who are heard in it."""
    plan = ModePlan((ModeSpan(1, Beats(0), SIX.meter.cycle, mode),))
    middles = [Beats(cycle * SIX.meter.cycle + beats(1.5)) for cycle in range(cycles)]
    return [
        "".join(letter for letter, each in zip(LETTERS, PLAYERS, strict=True) if plan.hears(PLAYERS[0], each, beat))
        for beat in middles
    ]


def words(mode: Mode, member: Member) -> list[str]:
    """The instructions to `member`, step by step."""
    return [turn.word if (turn := turn_of(step, member)) else "" for step in mode.steps]


TABLES = {
    ModeChoice("free"): ["ORSFLW"] * 2,
    ModeChoice("follow-the-leader"): ["O", "", "ORSFLW", "ORSFLW", "ORSFLW", "ORSFLW"],
    ModeChoice("follow-the-leader", players=("Fern",), length=2): ["F", "F", "", "", *["ORSFLW"] * 6, "ORSFLW"],
    ModeChoice("call-and-response"): ["OSL", "RFW", "OSL", "RFW"],
    ModeChoice("halves", length=2): ["OSL", "OSL", "RFW", "RFW", "OSL"],
    ModeChoice("solos"): ["ORSFLW"] * 7,
    ModeChoice("build"): ["OR", "ORS", "ORSFLW", "ORSFLW"],
    ModeChoice("build", parts=("bells", "low")): ["FL", "ORSFLW", "ORSFLW"],
    ModeChoice("thin"): ["ORSFLW", "ORS", "OR", "ORSFLW"],
    ModeChoice("contrast"): ["ORSFLW"] * 4,
    ModeChoice("stop"): [""] * 4,
    ModeChoice("start"): ["ORSFLW"] * 3,
    ModeChoice("faster"): ["ORSFLW"] * 5,
    ModeChoice("slower"): ["ORSFLW"] * 5,
    ModeChoice("only", players=("Reed", "Fern")): ["RF"] * 5,
}


@pytest.mark.parametrize(("choice", "expected"), TABLES.items(), ids=lambda each: getattr(each, "mode", ""))
def test_who_is_heard_in_which_cycle(choice: ModeChoice, expected: list[str]) -> None:
    assert table(make_mode(choice, SIX), len(expected)) == expected


def test_every_mode_has_a_table() -> None:
    assert {choice.mode for choice in TABLES} == set(MODES)


def test_what_leader_and_others_are_to_do() -> None:
    mode = make_mode(ModeChoice("follow-the-leader", players=("Reed",)), SIX)
    assert words(mode, PLAYERS[1]) == ["lead", "listen", "imitate", "again", "final"]
    assert words(mode, PLAYERS[0]) == ["listen", "listen", "imitate", "again", "final"]


def test_solos_go_round_in_the_given_order() -> None:
    mode = make_mode(ModeChoice("solos", players=("Wren", "Oak")), SIX)
    assert words(mode, PLAYERS[5]) == ["solo", "support"]
    assert words(mode, PLAYERS[0]) == ["support", "solo"]


def test_a_step_lasts_a_period_unless_the_conductor_says_otherwise() -> None:
    three = Ensemble(SIX.members, Meter(4, 3))
    assert {step.cycles for step in make_mode(ModeChoice("call-and-response"), three).steps} == {3}
    assert {step.cycles for step in make_mode(ModeChoice("call-and-response", length=2), three).steps} == {2}


def test_a_ramp_leads_to_its_tempo_within_the_range() -> None:
    assert make_mode(ModeChoice("faster", bpm=150), SIX).tempo == tempo_of_bpm(150)
    assert make_mode(ModeChoice("faster"), SIX).tempo == tempo_of_bpm(140)
    assert make_mode(ModeChoice("slower"), Ensemble(SIX.members, SIX.meter, 35)).tempo == tempo_of_bpm(30)


@pytest.mark.parametrize(
    ("choice", "problem"),
    [
        (ModeChoice("jam"), "no mode named 'jam'"),
        (ModeChoice("solos", players=("Nobody",)), "no player named 'Nobody'"),
        (ModeChoice("halves", length=65), "1 to 64 cycles"),
    ],
)
def test_what_cannot_be_made_is_explained(choice: ModeChoice, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        make_mode(choice, SIX)


def test_an_empty_circle_has_no_leader_no_soloist_and_no_layers() -> None:
    for mode in ("follow-the-leader", "solos", "build"):
        with pytest.raises(ValueError, match="player"):
            make_mode(ModeChoice(mode), Ensemble(()))


some_members = some.lists(some.sampled_from(["", "low", "high", "gong"]), min_size=1, max_size=150).map(
    lambda parts: tuple(Member(n, f"P{n}", "player", n, part=part) for n, part in enumerate(parts, 1))
)


@given(some_members, some.sampled_from(MODES), some.integers(0, 64))
def test_every_mode_of_every_circle_can_be_sent(members: tuple[Member, ...], name: str, length: int) -> None:
    if not any(member.part for member in members) and name in ("build", "thin"):
        return
    mode = make_mode(ModeChoice(name, length), Ensemble(members))
    frame = message_codec.encode(StartMode(1, mode))
    assert message_codec.decode_to_server(frame[4:]) == StartMode(1, mode)
    assert len(frame) < 65536
    for member in members:
        assert set(words(mode, member)) <= set(INSTRUCTIONS)
