import sys

from drumcircle_gui.installation import kind as module
from drumcircle_gui.installation.kind import Kind, kind


def test_the_sources_are_a_checkout():
    assert kind() is Kind.CHECKOUT


def test_a_package_with_its_resources_inside_is_a_wheel(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    assert kind() is Kind.WHEEL


def test_a_frozen_python_is_a_bundle(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert kind() is Kind.BUNDLE
