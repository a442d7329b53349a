"""The import graph of packages, the number of modules in each folder, and public class names that occur twice."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath

from .layout import REACH
from .reading import imports
from .rules import COMPOSERS, LEAVES, ROOT, Module, package_of

REPOSITORY = Path(__file__).resolve().parents[2]
MAX_MODULES = 20
"""Maximum number of modules in one folder, without `__init__`: readers do not find their way among more."""

Arrows = Mapping[str, set[str]]


@cache
def modules(repository: Path = REPOSITORY) -> tuple[Module, ...]:
    """Every module of the program, parsed once."""
    paths = sorted((repository / ROOT).rglob("*.py"))
    return tuple(
        Module(PurePosixPath(path.relative_to(repository).as_posix()), path.read_text(encoding="utf-8"))
        for path in paths
    )


def arrows(found: Sequence[Module]) -> Arrows:
    """The packages that each package imports. The root counts as two: "root leaves", and "root", which imports all."""
    result: dict[str, set[str]] = {name: set() for name in map(node_of, found)}
    for module in found:
        for _, target in imports(module):
            if target[0] == ROOT and len(target) > 1 and (other := _node(target)) != node_of(module):
                result[node_of(module)].add(other)
    return result


def node_of(module: Module) -> str:
    """The name of a module's package in the graph."""
    if module.package:
        return module.package
    return "root leaves" if module.name in LEAVES else "root"


def cycle(graph: Arrows) -> list[str]:
    """One import cycle among packages; empty if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def upward(graph: Arrows) -> list[str]:
    """Imports that the table REACH does not allow."""
    return [
        f"{package} -> {other}"
        for package, others in graph.items()
        for other in sorted(others)
        if package in REACH and other in REACH and other not in REACH[package] and not _is_qt(other)
    ]


def sizes(found: Sequence[Module]) -> Counter[str]:
    """The number of modules in each folder, without `__init__`."""
    return Counter(module.package for module in found if module.name != "__init__")


def recurring_names(found: Sequence[Module]) -> dict[str, list[str]]:
    """Public class names defined in more than one module."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for module in found:
        for name in _classes(module):
            places[name].append(str(module.path))
    return {name: paths for name, paths in places.items() if len(paths) > 1}


def _classes(module: Module) -> Iterator[str]:
    yield from (
        node.name for node in module.tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )


def _node(target: tuple[str, ...]) -> str:
    package, name = package_of(target)
    if package:
        return package
    return "root" if name in COMPOSERS else "root leaves"


def _is_qt(package: str) -> bool:
    return package.split("/")[0] in ("widgets", "qt")
