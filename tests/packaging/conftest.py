"""The scripts in `packaging/` as modules. The folder is not a package: its scripts import each other by name."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def load(monkeypatch) -> Callable[[str], ModuleType]:
    """Load a fresh copy of a script, and of the scripts it imports, for one test."""

    def load(name: str) -> ModuleType:
        if name in sys.modules and sys.modules[name].__file__ == str(FOLDER / f"{name}.py"):
            return sys.modules[name]
        spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    load("system")
    load("environment")
    load("stalls")
    load("bounded")
    load("pythons")
    load("run")
    return load


@pytest.fixture
def system(load) -> ModuleType:
    return load("system")


@pytest.fixture
def environment(load) -> ModuleType:
    return load("environment")


@pytest.fixture
def importable(load) -> Iterator[None]:
    """Makes the package `building` importable, anew, for one test; see `building`."""
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))
    for name in [name for name in sys.modules if name.partition(".")[0] == "building"]:
        del sys.modules[name]


def building(name: str) -> Any:
    """A module of the package `building`. Needs the fixture `importable`."""
    return importlib.import_module(f"building.{name}")
