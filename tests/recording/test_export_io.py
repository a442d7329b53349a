"""An export is written completely or not at all."""

import wave

import mido
import numpy as np
import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.recording import export_io
from drumcircle_gui.recording.export_io import SAMPLE_RATE, ExportCancelled, export_midi, export_wav
from drumcircle_gui.recording.score import build_score
from drumcircle_gui.timing.units import seconds

from .material import PLAYING, played
from .test_score import heard

WHOLE = build_score(played())


def test_an_exported_midi_file_has_a_track_for_each_player(tmp_path):
    shares: list[float] = []
    export_midi(WHOLE, tmp_path / "whole.mid", shares.append)
    assert [track.name for track in mido.MidiFile(tmp_path / "whole.mid", charset="utf-8").tracks][1:] == [
        player.name for player in WHOLE.performance.players
    ]
    assert shares == sorted(shares) and len(shares) == 4
    assert [file.name for file in tmp_path.iterdir()] == ["whole.mid"]


def test_an_exported_wav_file_sounds_where_the_strokes_are(tmp_path):
    file = tmp_path / "whole.wav"
    shares: list[float] = []
    export_wav(WHOLE, file, shares.append, guide=False)
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (2, 2, SAMPLE_RATE)
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").reshape(-1, 2)
        assert sound.getnframes() == len(samples)
    second = round((WHOLE.length - 100_000) * SAMPLE_RATE / 1_000_000)
    assert np.abs(samples[:2400]).max() > 1000
    assert np.abs(samples[second:]).max() > 1000
    assert len(samples) > WHOLE.length * SAMPLE_RATE / 1_000_000
    assert shares == sorted(shares) and 0 <= shares[0] <= shares[-1] <= 1


def test_the_guide_is_added_on_request(tmp_path):
    sizes = []
    for guide in (False, True):
        export_wav(WHOLE, tmp_path / "x.wav", guide=guide)
        sizes.append(np.frombuffer((tmp_path / "x.wav").read_bytes()[44:], "<i2").astype(float).std())
    assert sizes[0] < sizes[1]


@pytest.mark.parametrize("export", [export_midi, export_wav])
def test_a_cancelled_export_leaves_nothing_and_the_old_file_stays(tmp_path, export):
    def cancel(share: float) -> None:
        raise ExportCancelled

    file = tmp_path / "old"
    file.write_text("old")
    with pytest.raises(ExportCancelled):
        export(WHOLE, file, cancel)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("old", "old")]


def test_a_file_that_cannot_be_written_is_reported(tmp_path):
    with pytest.raises(DrumCircleError, match=r"gone.mid could not be written"):
        export_midi(WHOLE, tmp_path / "nowhere" / "gone.mid")


def test_a_full_disk_is_reported_and_no_partial_file_is_left(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export_io, "write_midi_file", full)
    with pytest.raises(DrumCircleError, match="No space left"):
        export_midi(WHOLE, tmp_path / "a.mid")
    assert list(tmp_path.iterdir()) == []


def test_a_score_too_long_for_a_wav_file_is_declined(tmp_path):
    long = heard(PLAYING, (1, 0.0, 36), (1, 50_000.0, 36))
    assert long.length > seconds(6 * 3600)
    with pytest.raises(DrumCircleError, match="too long"):
        export_wav(long, tmp_path / "a.wav")
    assert list(tmp_path.iterdir()) == []
