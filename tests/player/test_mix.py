from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.player.mix import DEFAULT_STRIP, FULL_POSITION, MAX_POSITION, Mix, gain_at, position_of
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
def test_at_first_everybody_sounds_as_they_come(members: tuple[Member, ...]) -> None:
    assert Mix().levels(members) == {member.id: (1.0, 0.0) for member in members}


@given(mixes, circles)
def test_everybody_there_has_a_level_and_the_pan_that_was_set(mix: Mix, members: tuple[Member, ...]) -> None:
    levels = mix.levels(iter(members))
    assert set(levels) == {member.id for member in members}
    assert all(levels[member.id][1] == mix.strip(member.name).pan for member in members)


@given(mixes, circles)
def test_a_mute_is_stronger_than_everything(mix: Mix, members: tuple[Member, ...]) -> None:
    levels = mix.levels(members)
    assert all(levels[member.id][0] == 0 for member in members if mix.strip(member.name).muted)


@given(mixes, circles, names)
def test_whom_the_conductor_muted_is_silent(mix: Mix, members: tuple[Member, ...], name: str) -> None:
    muted = tuple(Member(m.id, m.name, m.role, m.colour, muted=m.name == name) for m in members)
    assert all(mix.levels(muted)[m.id][0] == 0 for m in muted if m.name == name)


@given(mixes, circles)
def test_solos_silence_the_others_as_long_as_one_of_them_is_there(mix: Mix, members: tuple[Member, ...]) -> None:
    levels = mix.levels(members)
    solos = {member.name for member in members} & mix.solos
    for member in members:
        strip = mix.strip(member.name)
        heard = not strip.muted and (not solos or member.name in solos)
        assert levels[member.id][0] == (strip.gain if heard else 0)


@given(mixes, names, strips, st.booleans())
def test_one_is_adjusted_and_the_others_stay(mix: Mix, name: str, strip: StripSettings, solo: bool) -> None:
    after = mix.adjusted(name, strip, solo=solo)
    assert after.strip(name) == strip
    assert (name in after.solos) == solo
    assert all(after.strip(other) == mix.strip(other) for other in NAMES if other != name)
    assert after.solos - {name} == mix.solos - {name}


@given(mixes, names, circles)
def test_what_is_taken_back_leaves_no_trace(mix: Mix, name: str, members: tuple[Member, ...]) -> None:
    before = mix.adjusted(name, DEFAULT_STRIP, solo=False)
    there_and_back = before.adjusted(name, StripSettings(0.3, 0.5, muted=True), solo=True).adjusted(
        name, DEFAULT_STRIP, solo=False
    )
    assert there_and_back.levels(members) == before.levels(members)


@given(st.integers(0, MAX_POSITION))
def test_a_fader_stands_where_it_was_left(position: int) -> None:
    assert position_of(gain_at(position)) == position


def test_a_faders_law_has_silence_and_the_sound_as_it_is() -> None:
    assert gain_at(0) == 0
    assert gain_at(FULL_POSITION) == 1
    assert position_of(100.0) == MAX_POSITION
