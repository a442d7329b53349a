"""numpy for a bundle, with pip replaced by a recorder."""

import sys
from pathlib import Path

import pytest

from .conftest import building

pytestmark = pytest.mark.usefixtures("importable")


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """numpy's notes about its build, as installed in an environment."""
    notes = tmp_path / "packages/numpy/__config__.py"
    notes.parent.mkdir(parents=True)
    notes.write_text('CONFIG = {"path": r"/here/bin/python", "version": "3.11"}\n')
    return notes


def test_numpy_is_built_once_without_openblas(monkeypatch, tmp_path, noted):
    module, commands = building("numpy_wheel"), []

    def run(command: list[str]) -> None:
        commands.append(command)
        if "wheel" in command:
            folder = Path(command[command.index("-w") + 1])
            folder.mkdir(parents=True)
            (folder / "numpy.whl").touch()

    monkeypatch.setattr(module.tools, "run", run)
    monkeypatch.setattr(module.tools, "packages_of", lambda python: noted.parents[1])
    monkeypatch.setattr(sys, "platform", "darwin")
    module.install(Path("python"), tmp_path)
    assert commands == []
    monkeypatch.setattr(sys, "platform", "linux")
    for _ in range(2):
        module.install(Path("python"), tmp_path)
    build, *installs = commands
    assert module.pin() in build and "-Csetup-args=-Dblas=none" in build
    assert [command[-1] for command in installs] == [str(next(tmp_path.rglob("numpy.whl")))] * 2
    assert "/here" not in noted.read_text()


@pytest.mark.parametrize(("machine", "dispatch"), [("x86_64", True), ("AMD64", True), ("aarch64", False)])
def test_numpys_variants_are_chosen_for_the_processor(machine, dispatch):
    assert any("X86" in option for option in building("numpy_wheel").options_for(machine)) is dispatch


def test_numpy_does_not_keep_the_path_of_the_python_that_built_it() -> None:
    without_path = building("numpy_wheel").without_path
    assert without_path('{"path": r"/here/bin/python", "version": "3.11"}') == '{"path": r"", "version": "3.11"}'
