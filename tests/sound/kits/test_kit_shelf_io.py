"""Kits from files to samples: what is played and reported, and what replaces a missing file."""

import numpy as np
import pytest

from drumcircle_gui.sound.kits import kit_files_io, own_sounds
from drumcircle_gui.sound.kits.kit_shelf_io import KitShelf
from drumcircle_gui.sound.messages import PlayAs, PlayNow, PlayStroke
from drumcircle_gui.sound.synth.renderer import Renderer, UseKit
from drumcircle_gui.timing.units import Micros

from .files import RATE, soundfont, tone, wave_of
from .test_soundfont import HAT, SOFT

HEAD = 'format = 1\nname = "Attic"\n'


@pytest.fixture(scope="module")
def shelf():
    events = []
    shelf = KitShelf(events.append)
    shelf(RATE)
    shelf.events = events
    return shelf


def chosen(shelf, path):
    kit, rate = shelf.choose(str(path))
    assert rate == RATE
    return kit, shelf.events[-1]


def written(folder, text, **files):
    (folder / "kit.toml").write_text(HEAD + text)
    for name, data in files.items():
        (folder / f"{name}.wav").write_bytes(data)
    return folder


def sounding(kit, key, velocity, *, own=True, sounds=()):
    """The samples that a stroke plays."""
    number = kit.sound(key, velocity, kit.table(own=own, sounds=dict(sounds)))
    first = kit.bank.firsts[number]
    return kit.bank.samples[first : first + kit.bank.lengths[number]]


def test_a_folder_with_layers_and_takes(shelf, tmp_path):
    text = '[[sound]]\nkeys = [36]\nlayers = ["soft.wav", ["one.wav", "two.wav"]]'
    files = {"soft": wave_of(tone(300, 0.1)), "one": wave_of(tone(400)), "two": wave_of(tone(500))}
    kit, status = chosen(shelf, written(tmp_path, text, **files))
    assert (status.name, status.sounds, status.problems) == ("Attic", 1, ())
    assert len(sounding(kit, 36, 20)) == 300
    assert np.abs(sounding(kit, 36, 20)).max() == pytest.approx(0.5, abs=0.01)  # levelled: the velocity says how loud
    assert {len(sounding(kit, 36, 120)) for _ in range(4)} == {400, 500}


def test_others_keep_the_built_in_sounds(shelf, tmp_path):
    kit, _ = chosen(shelf, written(tmp_path, '[[sound]]\nkeys = [36]\nlayers = ["a.wav"]', a=wave_of(tone())))
    assert len(sounding(kit, 36, 100)) == 480
    assert len(sounding(kit, 36, 100, own=False)) > 480
    assert len(sounding(kit, 38, 100)) == len(sounding(kit, 38, 100, own=False))


def test_a_pad_sounds_like_the_built_in_sound_of_a_name(shelf):
    kit, _ = shelf.choose(None)
    like = sounding(kit, 36, 100, own=False, sounds={36: "dundun", 38: "no such sound"})
    assert np.array_equal(like, sounding(kit, 88, 100, own=False))
    assert np.array_equal(sounding(kit, 38, 100, own=False, sounds={38: "?"}), sounding(kit, 38, 100, own=False))


@pytest.mark.parametrize("data", [b"", b"no sound", wave_of(np.zeros(99, np.float32)), b"RIFF\4\0\0\0WAVE"])
def test_a_broken_file_is_named_and_replaced(shelf, tmp_path, data):
    text = '[[sound]]\nkeys = [36]\nlayers = ["a.wav"]\n[[sound]]\nkeys = [38]\nlayers = ["b.wav"]'
    kit, status = chosen(shelf, written(tmp_path, text, a=data, b=wave_of(tone())))
    assert status.sounds == 1
    assert len(status.problems) == 1
    assert len(sounding(kit, 36, 100)) == len(sounding(kit, 36, 100, own=False))
    assert len(sounding(kit, 38, 100)) == 480


def test_a_missing_file_a_kit_that_is_none_and_a_path_outside(shelf, tmp_path):
    _, status = chosen(shelf, written(tmp_path, '[[sound]]\nkeys = [36]\nlayers = ["gone.wav", "../../x.wav"]'))
    assert "“gone.wav” is missing" in status.problems[0]
    _, status = chosen(shelf, written(tmp_path, '[[sound]]\nkeys = [36]\nlayers = ["/etc/hostname"]'))
    assert "outside" in status.problems[0]
    for path in (tmp_path / "nothing", tmp_path / "a.txt"):
        kit, status = chosen(shelf, path)
        assert status.problems
        assert len(sounding(kit, 36, 100)) == len(sounding(kit, 36, 100, own=False))


def test_memory_is_bounded(shelf, tmp_path, monkeypatch):
    monkeypatch.setattr(own_sounds, "MAX_BYTES", 3000)
    text = "".join(f'[[sound]]\nkeys = [{key}]\nlayers = ["a{key}.wav"]\n' for key in range(36, 41))
    _, status = chosen(shelf, written(tmp_path, text, **{f"a{key}": wave_of(tone()) for key in range(36, 41)}))
    assert status.sounds == 2
    assert "too large: 3 sounds" in status.problems[0]
    monkeypatch.setattr(kit_files_io, "MAX_SOUND_BYTES", 100)
    _, status = chosen(shelf, tmp_path)
    assert "too large" in status.problems[0]


def test_silence_before_the_stroke_is_cut(shelf, tmp_path):
    late = np.concatenate([np.zeros(4800, np.float32), tone()])
    kit, _ = chosen(shelf, written(tmp_path, '[[sound]]\nkeys = [36]\nlayers = ["a.wav"]', a=wave_of(late)))
    assert len(sounding(kit, 36, 100)) == 480 + RATE // 1000


def test_sfz_and_soundfont_files(shelf, tmp_path):
    (tmp_path / "Kick.WAV").write_bytes(wave_of(tone()))
    (tmp_path / "kit.sfz").write_text("<region> key=36 sample=kick.wav")
    kit, status = chosen(shelf, tmp_path / "kit.sfz")
    assert (status.name, status.sounds, status.problems) == ("kit", 1, ())
    assert len(sounding(kit, 36, 100)) == 480
    (tmp_path / "font.sf2").write_bytes(soundfont([SOFT, HAT], [tone(100), tone(200)]))
    kit, status = chosen(shelf, tmp_path / "font.sf2")
    assert (status.sounds, len(sounding(kit, 42, 100))) == (4, 200)


def test_flac_files_are_read(shelf, tmp_path):
    soundfile = pytest.importorskip("soundfile")
    soundfile.write(tmp_path / "a.flac", np.stack([tone(), tone()], axis=1), RATE)
    kit, status = chosen(shelf, written(tmp_path, '[[sound]]\nkeys = [36]\nlayers = ["a.flac"]'))
    assert status.problems == ()
    assert len(sounding(kit, 36, 100)) == 480


def rendered(renderer, frames=512):
    out = np.zeros((frames, 2), np.float32)
    renderer.render(out, Micros(0))
    return out


def test_a_kit_is_changed_while_it_sounds_without_a_click(shelf, tmp_path):
    kit, _ = shelf.choose(None)
    renderer = Renderer(kit, RATE, lambda event: None)
    renderer.submit(PlayAs(-1, own=True))
    renderer.submit(PlayNow(49, 127))
    before = rendered(renderer)
    other, _ = chosen(shelf, written(tmp_path, '[[sound]]\nkeys = [36]\nlayers = ["a.wav"]', a=wave_of(tone())))
    renderer.submit(UseKit(other, RATE))
    after = rendered(renderer)
    assert np.abs(after[0] - before[-1]).max() < 0.2  # it fades; a cut would fall to 0 at once
    assert np.abs(after[-64:]).max() < 0.001
    renderer.submit(PlayNow(36, 127))
    assert np.abs(rendered(renderer)).max() > 0.3


def test_a_kit_for_another_rate_waits_for_its_device(shelf):
    kit, _ = shelf.choose(None)
    renderer = Renderer(kit, RATE, lambda event: None)
    other = shelf(44_100)
    renderer.submit(UseKit(other, 44_100))
    rendered(renderer)
    assert renderer._kit is kit
    renderer.use(kit, 44_100)
    assert renderer._kit is other
    shelf(RATE)


def test_strokes_of_a_player_sound_as_published(shelf):
    kit, _ = shelf.choose(None)
    renderer = Renderer(kit, RATE, lambda event: None)
    renderer.submit(PlayAs(7, sounds={36: "dundun"}))
    renderer.submit(PlayStroke(Micros(0), 36, 127, 7, 1))
    published = rendered(renderer)
    renderer = Renderer(kit, RATE, lambda event: None)
    renderer.submit(PlayStroke(Micros(0), 88, 127, 7, 1))
    assert np.array_equal(published, rendered(renderer))
