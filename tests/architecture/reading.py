"""What the syntax tree of a module imports and calls."""

import ast
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rules import Module


@cache
def imports(module: "Module") -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Every import of a module, at any level: its line, and the absolute dotted name in parts."""
    return tuple(_imports(module))


def _imports(module: "Module") -> Iterator[tuple[int, tuple[str, ...]]]:
    for node in _statements(module.tree.body):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, tuple(alias.name.split("."))) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            yield from ((node.lineno, (*base, alias.name)) for alias in node.names)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Those of a block at any depth, without their expressions: ten times fewer nodes than `ast.walk` visits."""
    for node in body:
        yield node
        for block in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(node, block, []))
        for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
            yield from _statements(part.body)


@cache
def calls(module: "Module") -> tuple[tuple[int, str], ...]:
    """Every call of a named function: its line, and the name with at most one qualifier (`time.sleep`)."""
    return tuple(_calls(module))


def _calls(module: "Module") -> Iterator[tuple[int, str]]:
    for node in module.nodes:
        match node:
            case ast.Call(ast.Name(name)):
                yield node.lineno, name
            case ast.Call(ast.Attribute(ast.Name(owner) | ast.Attribute(attr=owner), name)):
                yield node.lineno, f"{owner}.{name}"


def uses(module: "Module") -> Iterator[tuple[int, str]]:
    yield from calls(module)
    yield from ((line, ".".join(target)) for line, target in imports(module))


def _base(module: "Module", node: ast.ImportFrom) -> tuple[str, ...]:
    above = module.path.parts[: len(module.path.parts) - node.level] if node.level else ()
    return (*above, *(node.module or "").split(".")) if node.module else above
