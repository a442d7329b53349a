import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.mix import (
    BESIDE_SPOTLIGHT,
    DEFAULT_STRIP,
    FULL_POSITION,
    IN_SPOTLIGHT,
    MAX_POSITION,
    Mix,
    gain_at,
    position_of,
)
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings

NAMES = ("Oak", "Reed", "Fern", "Moss")

names = st.sampled_from(NAMES)
strips = st.builds(StripSettings, gain=st.floats(0, 4), pan=st.floats(-1, 1), muted=st.booleans())
mixes = st.builds(Mix, st.dictionaries(names, strips), st.frozensets(names))
circles = st.lists(names, unique=True).map(
    lambda present: tuple(Member(7 + NAMES.index(name), name, "player", 0) for name in present)
)


@given(circles)
def test_at_first_every_player_has_gain_1_and_centre_pan(members: tuple[Member, ...]) -> None:
    assert Mix().levels(members) == {member.id: (1.0, 0.0) for member in members}


@given(mixes, circles)
def test_every_member_has_a_level_with_the_pan_of_the_strip(mix: Mix, members: tuple[Member, ...]) -> None:
    levels = mix.levels(iter(members))
    assert set(levels) == {member.id for member in members}
    assert all(levels[member.id][1] == mix.strip(member.name).pan for member in members)


@given(mixes, circles)
def test_a_mute_overrides_everything(mix: Mix, members: tuple[Member, ...]) -> None:
    levels = mix.levels(members)
    assert all(levels[member.id][0] == 0 for member in members if mix.strip(member.name).muted)


@given(mixes, circles, names)
def test_a_member_muted_by_the_conductor_is_silent(mix: Mix, members: tuple[Member, ...], name: str) -> None:
    muted = tuple(Member(m.id, m.name, m.role, m.colour, muted=m.name == name) for m in members)
    assert all(mix.levels(muted)[m.id][0] == 0 for m in muted if m.name == name)


@given(mixes, circles)
def test_solo_silences_the_others_while_a_soloed_player_is_in_the_circle(mix: Mix, members: tuple[Member, ...]) -> None:
    levels = mix.levels(members)
    solos = {member.name for member in members} & mix.solos
    for member in members:
        strip = mix.strip(member.name)
        heard = not strip.muted and (not solos or member.name in solos)
        assert levels[member.id][0] == (strip.gain if heard else 0)


@given(mixes, names, strips, st.booleans())
def test_adjusting_one_strip_keeps_the_others(mix: Mix, name: str, strip: StripSettings, solo: bool) -> None:
    after = mix.adjusted(name, strip, solo=solo)
    assert after.strip(name) == strip
    assert (name in after.solos) == solo
    assert all(after.strip(other) == mix.strip(other) for other in NAMES if other != name)
    assert after.solos - {name} == mix.solos - {name}


@given(mixes, names, circles)
def test_resetting_a_strip_restores_the_mix(mix: Mix, name: str, members: tuple[Member, ...]) -> None:
    before = mix.adjusted(name, DEFAULT_STRIP, solo=False)
    there_and_back = before.adjusted(name, StripSettings(0.3, 0.5, muted=True), solo=True).adjusted(
        name, DEFAULT_STRIP, solo=False
    )
    assert there_and_back.levels(members) == before.levels(members)


@given(st.integers(0, MAX_POSITION))
def test_a_faders_position_survives_the_gain(position: int) -> None:
    assert position_of(gain_at(position)) == position


def test_a_fader_reaches_gain_0_and_gain_1() -> None:
    assert gain_at(0) == 0
    assert gain_at(FULL_POSITION) == 1
    assert position_of(100.0) == MAX_POSITION


def test_the_conductors_level_holds_for_everybody() -> None:
    quiet = Member(3, "Fern", "player", 0, level=50)
    assert Mix({"Fern": StripSettings(gain=0.5)}).levels([quiet]) == {3: (0.25, 0.0)}


@given(mixes, circles)
def test_a_player_in_the_spotlight_is_louder_and_all_others_are_softer(mix: Mix, members: tuple[Member, ...]) -> None:
    plain = mix.levels(members)
    lit = [msgspec.structs.replace(member, spotlight=not place) for place, member in enumerate(members)]
    factors = [BESIDE_SPOTLIGHT if place else IN_SPOTLIGHT for place in range(len(members))]
    levels = mix.levels(lit)
    assert [levels[member.id][0] for member in members] == pytest.approx(
        [plain[member.id][0] * factor for member, factor in zip(members, factors, strict=True)]
    )


def test_nobody_is_softer_while_the_player_in_the_spotlight_is_away() -> None:
    members = (Member(1, "Fern", "player", 0, spotlight=True, connected=False), Member(2, "Reed", "player", 1))
    assert Mix().levels(members)[2] == (1.0, 0.0)
