"""The import graph keeps its limits, and a graph that breaks one is noticed."""

from pathlib import PurePosixPath

import pytest

from . import graph
from .layout import REACH
from .rules import Module


def module(path: str, source: str = "") -> Module:
    return Module(PurePosixPath("drumcircle_gui") / path, source)


@pytest.mark.slow
def test_no_package_imports_one_above_it():
    arrows = graph.arrows(graph.modules())
    assert graph.upward(arrows) == []
    assert graph.cycle(arrows) == []


def test_the_table_of_directions_has_no_cycle():
    assert graph.cycle(REACH) == []


def test_no_folder_has_too_many_modules():
    assert {name: size for name, size in graph.sizes(graph.modules()).items() if size > graph.MAX_MODULES} == {}


def test_public_class_names_are_unique():
    assert graph.recurring_names(graph.modules()) == {}


def test_a_cycle_is_found():
    found = [
        module("sound/messages.py", "from drumcircle_gui.sound.synth import kit"),
        module("sound/synth/kit.py", "from drumcircle_gui.sound import messages"),
    ]
    assert set(graph.cycle(graph.arrows(found))) == {"sound", "sound/synth"}
    assert graph.upward(graph.arrows(found)) == ["sound -> sound/synth"]


def test_a_recurring_name_is_found():
    found = [module("client/a.py", "class Line: ..."), module("mpd/b.py", "class Line: ...\nclass _Own: ...")]
    assert list(graph.recurring_names(found)) == ["Line"]
