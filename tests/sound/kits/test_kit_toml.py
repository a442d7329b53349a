import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.kits.kit_plan import KitPlan, PlannedLayer, Take
from drumcircle_gui.sound.kits.kit_toml import SoundEntry, read_kit, write_kit

HEAD = 'format = 1\nname = "Attic"\n'


def test_layers_share_the_velocities_and_takes_play_in_turn():
    (sound,) = read_kit(HEAD + '[[sound]]\nkeys = [36, 35]\nlayers = ["soft.wav", ["a.wav", "b.wav"]]').sounds
    assert sound.keys == (36, 35)
    assert sound.layers == (
        PlannedLayer(63, (Take("soft.wav"),)),
        PlannedLayer(127, (Take("a.wav"), Take("b.wav"))),
    )


def test_a_built_in_sound_can_be_named_and_tuned():
    (sound,) = read_kit(HEAD + '[[sound]]\nkeys = [38]\nlike = "snare"\ntune = 12\nvolume_db = -6').sounds
    assert (sound.like, sound.ratio, round(sound.gain, 2)) == ("snare", 2.0, 0.5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("keys = [1", "not a TOML file"),
        ('name = "x"', "format"),
        ('format = 9\nname = "x"', "format 9"),
        (HEAD + "[[sound]]\nkeys = [36]", "neither layers nor like"),
        (HEAD + '[[sound]]\nkeys = [200]\nlike = "snare"', "127"),
        (HEAD + '[[sound]]\nkeys = [36]\nlike = "kick"\nloudness = 3', "loudness"),
        (HEAD + '[[sound]]\nkeys = [36]\nlayers = ["a", "b"]\nup_to = [99]', "up_to"),
    ],
)
def test_mistakes_are_named(text, words):
    with pytest.raises(DrumCircleError, match=words):
        read_kit(text)


def test_what_is_written_is_read_again():
    entries = (SoundEntry((36,), like="dundun", tune=-3.0), SoundEntry((42, 44), ('a "b"\\.wav', ("c", "d")), choke=1))
    plan = read_kit(write_kit(KitPlan('My "kit"', ()), entries))
    assert plan.name == 'My "kit"'
    assert [sound.keys for sound in plan.sounds] == [(36,), (42, 44)]
    assert plan.sounds[1].layers[0].takes == (Take('a "b"\\.wav'),)
