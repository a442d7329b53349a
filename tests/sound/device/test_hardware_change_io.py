import sys

import pytest

from drumcircle_gui.sound.device import hardware_change_io
from drumcircle_gui.sound.device.hardware_change_io import audio_hardware


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts its devices itself")
def test_the_kernels_list_of_devices_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(hardware_change_io, "ALSA_DEVICES", tmp_path / "pcm")
    assert audio_hardware() == ""
    (tmp_path / "pcm").write_text("00-00: ALC257 : playback 1\n")
    before = audio_hardware()
    (tmp_path / "pcm").write_text("00-00: ALC257 : playback 1\n01-00: USB Audio : playback 1\n")
    assert audio_hardware() != before
