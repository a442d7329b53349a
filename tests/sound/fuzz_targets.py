"""Fuzz targets of the files of sound: kits of every kind, and loops."""

import io
import struct
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.kits.kit_files_io import open_kit
from drumcircle_gui.sound.kits.kit_plan import KitPlan
from drumcircle_gui.sound.kits.kit_toml import read_kit
from drumcircle_gui.sound.kits.sfz import read_sfz
from drumcircle_gui.sound.kits.soundfont import SoundFont
from drumcircle_gui.sound.kits.wave_data import Sound, read_wave
from drumcircle_gui.sound.loops.decode_io import CannotPlay, _decode
from tests.tools.fuzz.inputs import NESTED_TOML, damaged, damaged_text
from tests.tools.fuzz.registry import fuzz_target

from .kits.files import generator, key_range, soundfont, tone, wave_of

KIT_FILES = [
    'format = 1\nname = "Box"\n[[sound]]\nkeys = [36, 35]\nlayers = ["a.wav", ["b.wav", "c.wav"]]\nup_to = [60, 127]\n',
    'format = 1\nname = "Box"\n\n[[sound]]\nkeys = [42]\nlike = "snare"\nvolume_db = -3\ntune = 2.5\nchoke = 1\n',
]
SFZ_FILES = [
    "<control> default_path=drums/\n<global> volume=-3\n<group> key=36\n<region> sample=a.wav lovel=1 hivel=60\n",
    "#define $KICK 36\n<region> sample=b.wav key=$KICK tune=-50 // low\n<region> sample=c d.wav lokey=c2 hikey=e2\n",
    '#include "more.sfz"\n<group> seq_length=2 group=1 off_by=1\n<region> seq_position=1 sample=x.wav key=42\n',
    "/* all */ <region> sample=*sine trigger=release\n<region> sample=r.wav lorand=0 hirand=0.5 amplitude=50\n",
]
ZONES = [
    key_range(36, 36) + key_range(0, 63, 44) + generator(58, 36) + generator(53, 0),
    key_range(42, 44) + generator(58, 42) + generator(57, 1) + generator(48, 60) + generator(53, 1),
]
FONTS = [soundfont(ZONES, [tone(20, 0.25), tone(30)]), soundfont(ZONES[:1], [tone(9)], outer=key_range(36, 36))]
WAVES = [
    wave_of(tone(40), bits=16),
    wave_of(tone(40), bits=24, channels=2),
    wave_of(tone(12), form=3, bits=32),
    wave_of(tone(12), form=3, bits=64, rate=22_050),
    wave_of(tone(40), bits=8),
]


def _usable(plan: KitPlan) -> None:
    """Assert that its sounds can be played: gains and speeds are numbers."""
    for sound in plan.sounds:
        for layer in sound.layers:
            for take in layer.takes:
                assert 0 <= take.gain < 1e9 and 0 < take.ratio < 1e9, take


def _sounding(sound: Sound) -> None:
    assert np.isfinite(sound.samples).all() and 1000 <= sound.rate <= 400_000


@fuzz_target(damaged_text(KIT_FILES), corpus=NESTED_TOML)
def kit_descriptions(text: str) -> None:
    """A kit.toml becomes a plan, or is refused with a text."""
    try:
        _usable(read_kit(text))
    except DrumCircleError as error:
        assert str(error)


BOMB = "\n".join(f"#define ${'a' * size} ${'a' * (size - 1)}${'a' * (size - 1)}" for size in range(40, 1, -1))


@fuzz_target(
    damaged_text(SFZ_FILES),
    corpus=(
        "<region> key=36 sample=a.wav volume=999999",
        "<region> key=36 sample=a.wav transpose=999999",
        "/*" * 30_000,
        "<region> sample=" + " " * 30_000 + "a",
        "<region> a=" + "b=" * 30_000,
        '#include "x"\n' * 30,
        f"{BOMB}\n<region> sample={'$' + 'a' * 40}.wav key=36",
    ),
)
def sfz_files(text: str) -> None:
    """An SFZ file becomes a plan, or is refused with a text; files that include each other end."""
    try:
        _usable(read_sfz("Box", text, lambda name: text))
    except DrumCircleError as error:
        assert str(error)


def _heavy_font() -> bytes:
    """Every zone has nearly all of very many generators, however few are useful."""
    font = bytearray(soundfont([ZONES[0] * 1000, *[ZONES[0]] * 6000], [tone(20), tone(30)]))
    first = font.index(b"ibag") + 8
    for zone in range(1, 7000, 2):
        font[first + 4 * zone : first + 4 * zone + 2] = struct.pack("<H", 1)
    return bytes(font)


@fuzz_target(damaged(FONTS), corpus=[_heavy_font()])
def soundfonts(data: bytes) -> None:
    """A SoundFont becomes a plan whose samples can be read, or is refused with a text."""
    try:
        font = SoundFont(data)
        plan = font.plan("Box")
    except DrumCircleError as error:
        assert str(error)
        return
    _usable(plan)
    for sound in plan.sounds:
        for layer in sound.layers:
            for take in layer.takes:
                _sounding(font.sound(take.source))


@fuzz_target(
    damaged(WAVES),
    corpus=[wave_of(np.array([1e300, -1e300, np.nan, np.inf]), form=3, bits=64), b"RIFF\0\0\0\0WAVE" + bytes(1000)],
)
def wave_files(data: bytes) -> None:
    """A WAV file becomes a sound, or is refused with a text."""
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        try:
            _sounding(read_wave(data))
        except DrumCircleError as error:
            assert str(error)


@fuzz_target(
    st.tuples(
        damaged_text(["a.wav", "../a.wav", "A.WAV", "deep/a.wav", "/etc/passwd", "C:\\a.wav", "..\\a.wav"]),
        st.sampled_from(WAVES) | damaged(WAVES),
    ),
    corpus=[("\0", b""), ("a" * 300, b""), (".", b""), ("b/" * 2000, b"")],
)
def kit_folders(given: tuple[str, bytes]) -> None:
    """A folder's kit may name any file: the sound is read, or refused with a text; nothing outside is read."""
    name, data = given
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kit"
        path.mkdir()
        (path / "a.wav").write_bytes(data)
        (Path(folder) / "a.wav").write_bytes(wave_of(tone(7)))
        (path / "kit.sfz").write_text(f'#include "{name}"\n<region> key=36 sample={name}\n', errors="surrogatepass")
        kit = open_kit(path / "kit.sfz")
        try:
            sound = kit.sound(name)
        except DrumCircleError as error:
            assert str(error)
        else:
            assert len(sound.samples) != 7


def _loops() -> list[bytes]:
    try:
        import soundfile
    except (ImportError, OSError):
        return [wave_of(tone(400), channels=2)]
    wave, files = np.repeat(tone(60)[:, None], 2, axis=1), []
    for kind, subtype in (("WAV", "PCM_16"), ("WAV", "FLOAT"), ("FLAC", "PCM_16"), ("OGG", "VORBIS")):
        file = io.BytesIO()
        soundfile.write(file, wave, 44_100, format=kind, subtype=subtype)
        files.append(file.getvalue())
    return files


@fuzz_target(
    damaged(_loops()),
    corpus=[
        wave_of(tone(1), rate=22_050),
        wave_of(np.array([3e38, -3e38] * 20), form=3, bits=32),
        b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 2, 2**32 - 1, 7, 4, 16) + b"data",
    ],
    cost=2,
)
def loop_sounds(data: bytes) -> None:
    """The file of a loop is decoded, or cannot be played for a reason."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "loop", io.BytesIO()
        source.write_bytes(data)
        try:
            frames = _decode(source, target)
        except CannotPlay as error:
            assert str(error)
        else:
            assert len(target.getvalue()) == 4 * frames > 0
