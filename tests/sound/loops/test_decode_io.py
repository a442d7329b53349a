"""Decoding the files of loops, including hostile ones."""

import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile

from drumcircle_gui.sound.loops import decode_io, loop_report
from drumcircle_gui.sound.loops.decode_io import decode, read_samples

SECONDS = 0.5


@pytest.fixture(autouse=True)
def _as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_io.os, "nice", lambda by: 0, raising=False)


def tone(rate: int, channels: int = 2, seconds: float = SECONDS):
    wave = 0.5 * np.sin(2 * np.pi * 440 * np.arange(round(rate * seconds)) / rate)
    return np.repeat(wave[:, None], channels, axis=1)


@pytest.mark.parametrize(
    ("rate", "ending", "subtype", "channels"),
    [
        (22_050, "wav", "PCM_24", 1),
        (96_000, "wav", "FLOAT", 2),
        (48_000, "flac", "PCM_16", 2),
        (44_100, "ogg", "VORBIS", 2),
    ],
)
def test_each_format_gives_the_same_sound(tmp_path: Path, rate: int, ending: str, subtype: str, channels: int) -> None:
    source, target = tmp_path / f"loop.{ending}", tmp_path / "loop.pcm"
    soundfile.write(source, tone(rate, channels), rate, subtype=subtype)
    report = decode(source, target, measured=False)
    assert report.problem == ""
    assert abs(report.frames - SECONDS * 48_000) <= 2
    samples = read_samples(target)[:23_500] / 32_768
    exact = tone(48_000)[: len(samples)]
    assert np.abs(samples - exact)[1000:-1000].max() < (0.03 if ending == "ogg" else 0.003)


def test_a_loop_of_one_frame_is_decoded(tmp_path: Path) -> None:
    source, target = tmp_path / "loop.wav", tmp_path / "loop.pcm"
    soundfile.write(source, tone(22_050, seconds=1 / 22_050), 22_050)
    report = decode(source, target, measured=False)
    assert (report.problem, report.frames) == ("", len(read_samples(target)))


def bomb(path: Path) -> None:
    """A small file with an hour of silence."""
    with soundfile.SoundFile(path, "w", 8000, 1, format="FLAC") as file:
        for _ in range(60):
            file.write(np.zeros(8000 * 60))


def lying(path: Path) -> None:
    """A header that announces far more than the file contains, of a sound at 4 GHz."""
    form = b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 2, 2**32 - 1, 7, 4, 16)
    path.write_bytes(form + b"data\xff\xff\xff\x7f1234")


HOSTILE = {
    "bomb": (bomb, loop_report.TOO_LONG),
    "lying": (lying, loop_report.NO_SOUND_FILE),
    "text": (lambda path: path.write_text("this is no sound, it is a poem"), loop_report.NO_SOUND_FILE),
    "nothing": (lambda path: path.write_bytes(b""), loop_report.NO_SOUND_FILE),
    "cut": (lambda path: path.write_bytes(b"RIFF\x10\x00\x00\x00WAVEfmt "), loop_report.NO_SOUND_FILE),
    "noise": (lambda path: path.write_bytes(b"OggS" + bytes(range(256)) * 40), loop_report.NO_SOUND_FILE),
    "empty": (lambda path: soundfile.write(path, np.zeros((0, 2)), 48_000, format="WAV"), loop_report.EMPTY),
    "many": (lambda path: soundfile.write(path, np.zeros((50, 6)), 48_000, format="WAV"), loop_report.MANY_CHANNELS),
    "fast": (lambda path: soundfile.write(path, np.zeros((50, 2)), 192_000, format="WAV"), loop_report.UNUSUAL_RATE),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_played_says_why(tmp_path: Path, name: str) -> None:
    make, problem = HOSTILE[name]
    make(tmp_path / "loop")
    report = decode(tmp_path / "loop", tmp_path / "loop.pcm", measured=True)
    assert (report.problem, report.frames) == (problem, 0)
    assert not (tmp_path / "loop.pcm").exists()


def test_floats_that_are_no_numbers_are_bounded(tmp_path: Path) -> None:
    wild = np.array([[np.nan, np.inf], [-np.inf, 9.0]] * 500, np.float32)
    soundfile.write(tmp_path / "loop.wav", wild, 48_000, subtype="FLOAT")
    assert decode(tmp_path / "loop.wav", tmp_path / "loop.pcm", measured=True).problem == ""
    assert set(np.unique(read_samples(tmp_path / "loop.pcm"))) <= {0, 32_767, -32_767}


def test_a_file_of_other_samples_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "odd").write_bytes(b"123456")
    with pytest.raises(ValueError, match="no decoded loop"):
        read_samples(tmp_path / "odd")
