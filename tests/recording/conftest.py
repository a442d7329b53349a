"""Recordings without a sound card."""

import pytest

from drumcircle_gui.recording import playback_io

from .engine import Engine


def pytest_itemcollected(item: pytest.Item) -> None:
    """Qt's offscreen platform warns of unsupported window features."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> list[Engine]:
    """The engines created during the test."""
    monkeypatch.setattr(Engine, "made", [])
    monkeypatch.setattr(playback_io, "AudioEngine", Engine)
    return Engine.made
