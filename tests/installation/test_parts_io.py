import importlib.metadata
import json
import sys

import pytest

from drumcircle_gui import paths
from drumcircle_gui.installation import parts_io
from drumcircle_gui.installation.parts_io import BILL, how_to_add, version_of


@pytest.fixture
def bundle(monkeypatch, tmp_path):
    """This program as a bundle whose resources are in the returned folder."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(paths, "_RESOURCES", (tmp_path,))
    parts_io._bundled.cache_clear()
    yield tmp_path
    parts_io._bundled.cache_clear()


def test_versions_come_from_the_package_metadata():
    assert version_of("numpy") == importlib.metadata.version("numpy")
    assert version_of("no-such-package-anywhere") == ""
    assert how_to_add("numpy") == f"{sys.executable} -m pip install numpy"


def test_a_bundles_versions_come_from_its_bill_of_materials(bundle):
    (bundle / BILL).write_text(json.dumps({"components": [{"name": "PySide6_Essentials", "version": "6.11.3"}]}))
    assert version_of("pyside6-essentials") == "6.11.3"
    assert version_of("numpy") == ""
    assert "download" in how_to_add("numpy")


@pytest.mark.parametrize("text", [None, "not JSON"])
def test_a_bundle_without_a_bill_has_no_known_parts(bundle, text):
    if text is not None:
        (bundle / BILL).write_text(text)
    assert version_of("numpy") == ""
