import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.kits.kit_plan import Take
from drumcircle_gui.sound.kits.sfz import read_sfz

DRUMS = """
// a comment
<control> default_path=Samples/
#define $KICK 36
<global> ampeg_release=1 /* over
two lines */
<group> key=$KICK
<region> sample=kick soft.wav hivel=63
<region> sample=kick\\hard 1.wav lovel=64 seq_length=2 seq_position=1
<region> sample=kick\\hard 2.wav lovel=64 seq_length=2 seq_position=2 volume=-6
<group> group=1 off_by=1
<region> sample=hat.wav key=f#2
<region> sample=*sine key=50
<region> sample=release.wav key=50 trigger=release
#include "more.sfz"
"""


def plan_of(text, **files):
    return read_sfz("Kit", text, lambda name: files.get(name.removesuffix(".sfz"), ""))


def test_a_drum_kit():
    plan = plan_of(DRUMS, more="<group><region> sample=tom.wav lokey=45 hikey=46 pitch_keycenter=45")
    sounds = {sound.keys[0]: sound for sound in plan.sounds}
    assert sorted(sounds) == [36, 42, 45, 46]
    soft, hard = sounds[36].layers
    assert (soft.top, hard.top) == (63, 127)
    assert soft.takes == (Take("Samples/kick soft.wav"),)
    assert [take.source for take in hard.takes] == ["Samples/kick/hard 1.wav", "Samples/kick/hard 2.wav"]
    assert hard.takes[1].gain == pytest.approx(0.5, abs=0.01)
    assert sounds[42].choke == 1
    assert [sounds[key].layers[0].takes[0].ratio for key in (45, 46)] == [1, pytest.approx(2 ** (1 / 12))]
    assert plan.problems == ("2 regions are not strokes of a drum and are left out.",)


def test_regions_that_sound_together_are_told_apart_from_takes_in_turn():
    plan = plan_of("<region> key=36 sample=close.wav\n<region> key=36 sample=room.wav")
    assert [take.source for take in plan.sounds[0].layers[0].takes] == ["close.wav"]
    assert "together" in plan.problems[0]


def test_files_that_include_each_other_end():
    assert plan_of('#include "a.sfz"', a='#include "a.sfz"\n<region> key=36 sample=x.wav').sounds


@given(st.text(alphabet='<>regionsamplekey=0123456789 $#\n"/*.-', max_size=120))
def test_any_text_is_a_plan(text):
    plan_of("<region> key=36 sample=a.wav " + text)


BOMB = "\n".join(f"#define ${'a' * size} ${'a' * (size - 1)}${'a' * (size - 1)}" for size in range(40, 1, -1))


@pytest.mark.parametrize(
    "text",
    [
        '#include "itself.sfz"\n' * 30 + "<region> sample=a.wav" + " " * 1000,
        f"{BOMB}\n<region> sample={'$' + 'a' * 40}.wav key=36",
        "\n".join(f"#define $x{number} 1" for number in range(2000)),
    ],
    ids=["files that include each other", "definitions of definitions", "very many definitions"],
)
def test_what_grows_without_end_is_refused(text):
    with pytest.raises(DrumCircleError, match="too long"):
        plan_of(text, itself=text)


@pytest.mark.parametrize("opcode", ["volume=999999", "transpose=999999", "pitch_keytrack=-999999", "amplitude=-5"])
def test_a_value_out_of_all_proportion_gives_a_sound_all_the_same(opcode):
    (sound,) = plan_of(f"<region> sample=a.wav lokey=40 hikey=40 {opcode}").sounds
    (take,) = sound.layers[0].takes
    assert 0 <= take.gain < 1e6 and 0 < take.ratio < 1e9


def test_a_comment_without_an_end_hides_the_rest():
    assert plan_of("<region> sample=a.wav key=36 /* <region> sample=b.wav key=37").sounds[0].keys == (36,)


@pytest.mark.slow
def test_very_many_blank_lines_are_read_once():
    assert plan_of("\n" * 100_000 + DRUMS).sounds
