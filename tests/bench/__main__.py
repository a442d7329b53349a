"""`python -m tests.bench NAME [--quick] [--json FILE]` runs one benchmark; `--list` names them all.

A benchmark is any module of this folder with a function `run`; `--list` shows the first line of its docstring. The exit
code is 0 once it has run, whether the aims are met or not: a figure is for people to judge. `--quick` ends within 45 s.
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
PACKAGES = (
    "The packages of the tests are needed: run `python3 packaging/test.py --version` once, then use .venv's Python."
)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.list or not options.name:
        print(form.table([{"name": name, "what it measures": about(name)} for name in names()]))
        return 0
    if options.name not in names():
        return _fail(f"There is no benchmark {options.name!r}. There are: {', '.join(names())}.")
    try:
        benchmark = import_module(f"{__package__}.{options.name}")
    except ModuleNotFoundError as error:
        return _fail(f"The package {error.name!r} is not installed. {PACKAGES}")
    result: form.Result = benchmark.run(options.quick)
    print(form.as_text(result))
    if options.json:
        options.json.write_text(json.dumps(form.as_json(options.name, options.quick, result), indent=2) + "\n")
    return 0


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


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
