"""The whole tree: which package imports which, how many modules each folder holds, which public names occur twice."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath

from .rules import COMPOSERS, LEAVES, REACH, ROOT, Module, imports, package_of

REPOSITORY = Path(__file__).resolve().parents[2]
MOST_MODULES = 20
"""Modules in one folder besides `__init__`: more than a reader finds their way in."""

Arrows = Mapping[str, set[str]]


def modules(repository: Path = REPOSITORY) -> list[Module]:
    """Every module of the program."""
    paths = sorted((repository / ROOT).rglob("*.py"))
    return [
        Module(PurePosixPath(path.relative_to(repository).as_posix()), path.read_text(encoding="utf-8"))
        for path in paths
    ]


def arrows(found: list[Module]) -> Arrows:
    """Package to the packages it imports. The root counts as two: leaves ("root leaves") and the modules above all."""
    result: dict[str, set[str]] = {name: set() for name in map(node_of, found)}
    for module in found:
        for _, target in imports(module):
            if target[0] == ROOT and len(target) > 1 and (other := _node(target)) != node_of(module):
                result[node_of(module)].add(other)
    return result


def node_of(module: Module) -> str:
    """The package of a module as the graph names it."""
    if module.package:
        return module.package
    return "root leaves" if module.name in LEAVES else "root"


def cycle(graph: Arrows) -> list[str]:
    """One import cycle among packages, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def upward(graph: Arrows) -> list[str]:
    """Arrows that the table of directions does not allow."""
    return [
        f"{package} -> {other}"
        for package, others in graph.items()
        for other in sorted(others)
        if package in REACH and other in REACH and other not in REACH[package] and not _is_qt(other)
    ]


def sizes(found: list[Module]) -> Counter[str]:
    """Modules in each folder, `__init__` not counted."""
    return Counter(module.package for module in found if module.name != "__init__")


def recurring_names(found: list[Module]) -> dict[str, list[str]]:
    """Public class names defined in more than one module."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for module in found:
        for name in _classes(module):
            places[name].append(str(module.path))
    return {name: where for name, where in places.items() if len(where) > 1}


def _classes(module: Module) -> Iterator[str]:
    tree = ast.parse(module.source)
    yield from (node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))


def _node(target: tuple[str, ...]) -> str:
    package, name = package_of(target)
    if package:
        return package
    return "root" if name in COMPOSERS else "root leaves"


def _is_qt(package: str) -> bool:
    return package.split("/")[0] in ("widgets", "qt")
