"""`python -m tests.bench NAME [--quick] [--json FILE]`: run one benchmark; `--list` names them all.

A benchmark is any module of this folder with a `run`; the first line of its docstring is what `--list` says of it.
Exit code 0 once it has run, aims met or not: a figure is for people to judge. `--quick` ends within 45 s.
"""

import argparse
import ast
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from . import form

HERE = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    request = _parser().parse_args(arguments)
    if request.list or not request.name:
        print(form.table([{"name": name, "what it measures": about(name)} for name in names()]))
        return 0
    if request.name not in names():
        print(f"There is no benchmark {request.name!r}. There are: {', '.join(names())}.", file=sys.stderr)
        return 2
    result: form.Result = import_module(f"{__package__}.{request.name}").run(request.quick)
    print(form.as_text(result))
    if request.json:
        request.json.write_text(json.dumps(form.as_json(request.name, request.quick, result), indent=2) + "\n")
    return 0


def names() -> list[str]:
    return sorted(module.name for module in iter_modules([str(HERE)]) if _defines_run(module.name))


def about(name: str) -> str:
    """The first line of a benchmark's docstring, read without importing what it measures."""
    return (ast.get_docstring(_tree(name)) or "").partition("\n")[0]


def _defines_run(name: str) -> bool:
    if not (HERE / f"{name}.py").exists():
        return False
    return any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in _tree(name).body)


def _tree(name: str) -> ast.Module:
    return ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure, against the figures aimed at.")
    parser.add_argument("name", nargs="?", help="which benchmark")
    parser.add_argument("--list", action="store_true", help="name them all")
    parser.add_argument("--quick", action="store_true", help="end within 45 s, with fewer repetitions")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the outcome for machines too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
