"""Memory that is returned to the system."""

import ctypes

import pytest

from drumcircle_gui.server.memory_io import trim_memory


def test_a_system_without_glibc_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    trim_memory()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    trim_memory()
