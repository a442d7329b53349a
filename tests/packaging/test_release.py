"""The checks of `release.py` before it makes changes."""

import sys
from pathlib import Path

import pytest

from .conftest import FOLDER


@pytest.fixture
def release(load, monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    yield load("release")
    for name in [name for name in sys.modules if name.partition(".")[0] == "building"]:
        del sys.modules[name]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that is ready to be released as 1.2.3."""
    (tmp_path / "drumcircle_gui").mkdir()
    (tmp_path / "drumcircle_gui/__init__.py").write_text('__version__ = "1.2.3"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 1.2.3\n\nNew.\n\n## 1.2.2\n")
    (tmp_path / "tests/old_files/1.2.3").mkdir(parents=True)
    return tmp_path


def test_a_project_that_names_the_version_everywhere_is_ready(release, root):
    assert list(release.problems("1.2.3", root)) == []


def test_each_place_that_names_another_version_is_named(release, root):
    first, second, third = release.problems("1.3.0", root)
    assert "__version__" in first and "CHANGELOG.md" in second and "old_files/1.3.0" in third


def test_a_version_has_three_numbers(release, root):
    (problem,) = release.problems("1.2", root)
    assert "three numbers" in problem


def test_this_project_says_what_its_next_release_lacks(release):
    assert list(release.problems("99.0.0", FOLDER.parent))
