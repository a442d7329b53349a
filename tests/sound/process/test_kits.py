"""A kit in the real sound process: loaded beside the sound, reported, and replaced."""

import queue

import numpy as np
import pytest

from drumcircle_gui.sound.messages import SILENT_DEVICE, KitStatus
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from tests.sound.kits.files import wave_of

TIMEOUT_S = 30

pytestmark = pytest.mark.slow


@pytest.fixture
def kit(tmp_path):
    (tmp_path / "a.wav").write_bytes(wave_of(np.full(480, 0.5, np.float32)))
    text = 'format = 1\nname = "Attic"\n[[sound]]\nkeys = [36]\nlayers = ["a.wav"]\nlike = "dundun"\n'
    (tmp_path / "kit.toml").write_text(text)
    return str(tmp_path)


def test_the_sound_process_reports_its_kit_and_a_choice_that_is_none(kit, tmp_path):
    statuses: queue.SimpleQueue[KitStatus] = queue.SimpleQueue()
    take = lambda event: statuses.put(event) if isinstance(event, KitStatus) else None  # noqa: E731
    engine = AudioEngine(EngineConfig(audio=SILENT_DEVICE, kit=kit), take)
    engine.start()
    try:
        status = statuses.get(timeout=TIMEOUT_S)
        assert (status.name, status.sounds, status.problems, status.like) == ("Attic", 1, (), {36: "dundun"})
        engine.choose_kit(str(tmp_path / "nothing"))
        assert statuses.get(timeout=TIMEOUT_S).problems
        engine.choose_kit(None)
        assert statuses.get(timeout=TIMEOUT_S).name == ""
    finally:
        engine.close()
