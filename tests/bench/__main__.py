"""`python -m tests.bench NAME [--quick] [--only TEXT] [--json FILE]` runs one benchmark; `--list` describes them all.

A benchmark is a module of this folder with a function `run`. Its docstring starts with one line that says what it
measures, followed by the paragraphs "Aims:", "Baseline:" and "Needs:", which `--list` prints. The exit code is 0 when
the benchmark has run, whether its aims are met or not: people judge the figures. `--quick` ends within 45 s. A
benchmark whose `run` has a parameter `only` can be asked for some of its cases whose names hold one of its texts.
"""

import argparse
import ast
import inspect
import json
import sys
import textwrap
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from . import form

HERE = Path(__file__).parent
FACTS = ("Aims:", "Baseline:", "Needs:")
WIDTH = 120
PACKAGES = (
    "Run `python3 packaging/test.py --version` once to install the packages of the tests, then use the Python of .venv."
)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.list or not options.name:
        print("\n\n".join(map(description, names())))
        return 0
    options.name = options.name.replace("-", "_")
    if options.name not in names():
        return _fail(f"There is no benchmark {options.name!r}. The benchmarks are: {', '.join(names())}.")
    try:
        benchmark = import_module(f"{__package__}.{options.name}")
    except ModuleNotFoundError as error:
        return _fail(f"The package {error.name!r} is not installed. {PACKAGES}")
    choice = {}
    if options.only:
        if "only" not in inspect.signature(benchmark.run).parameters:
            return _fail(f"The benchmark {options.name!r} has no cases to choose from.")
        choice["only"] = options.only
    try:
        result: form.Result = benchmark.run(options.quick, **choice)
    except form.NoSuchCase as error:
        return _fail(str(error))
    print(form.as_text(result))
    if options.json:
        options.json.write_text(json.dumps(form.as_json(options.name, options.quick, result), indent=2) + "\n")
    return 0


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def names() -> list[str]:
    """The names of all benchmarks, in order."""
    return sorted(module.name for module in iter_modules([str(HERE)]) if _defines_run(module.name))


def description(name: str) -> str:
    """What `--list` prints about a benchmark: its docstring's first line and facts, read without importing it."""
    first, *paragraphs = (ast.get_docstring(_tree(name)) or "").split("\n\n")
    return "\n".join([f"{name}: {first}", *(_fact(text) for text in paragraphs if text.startswith(FACTS))])


def _fact(text: str) -> str:
    label, _, rest = " ".join(text.split()).partition(": ")
    return textwrap.fill(rest, WIDTH, initial_indent=f"  {label:10}", subsequent_indent=" " * 12)


def _defines_run(name: str) -> bool:
    if not (HERE / f"{name}.py").exists():
        return False
    return any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in _tree(name).body)


def _tree(name: str) -> ast.Module:
    return ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Run a benchmark.")
    parser.add_argument("name", nargs="?", help="the benchmark to run")
    parser.add_argument(
        "--list", action="store_true", help="describe all benchmarks: what they measure, aims, baselines and needs"
    )
    parser.add_argument("--quick", action="store_true", help="fewer repetitions; ends within 45 s")
    parser.add_argument(
        "--only",
        action="append",
        metavar="TEXT",
        help="only cases whose names hold TEXT; may be repeated",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the result as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
