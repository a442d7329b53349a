"""The result of a benchmark: rows and aims, printed as a table or written as JSON."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol, TypeVar

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Aim:
    """One aim: the `value` measured and the value aimed at, both in `unit`, and whether the aim was `met`."""

    name: str
    value: float
    unit: str
    aim: float
    met: bool


@dataclass(frozen=True)
class Result:
    """What a benchmark measured. All rows have the same columns, in the same order."""

    rows: Sequence[Row]
    aims: Sequence[Aim] = ()
    notes: Sequence[str] = ()


class NoSuchCase(Exception):
    """No case of the benchmark contains one of the texts given with `--only`; the message lists all cases."""


class Named(Protocol):
    """A case of a benchmark."""

    @property
    def name(self) -> str: ...


Case = TypeVar("Case", bound=Named)


def chosen(cases: Sequence[Case], only: Sequence[str]) -> list[Case]:
    """The cases whose names contain one of `only`, ignoring case; [] if `only` is empty. Raises NoSuchCase."""
    found = [case for case in cases if any(text.lower() in case.name.lower() for text in only)]
    if only and not found:
        names = "; ".join(case.name for case in cases)
        raise NoSuchCase(f"No case is called {' or '.join(only)}. The cases are: {names}.")
    return found


def at_most(name: str, value: float, unit: str, aim: float) -> Aim:
    return Aim(name, value, unit, aim, value <= aim)


def at_least(name: str, value: float, unit: str, aim: float) -> Aim:
    return Aim(name, value, unit, aim, value >= aim)


def as_json(name: str, quick: bool, result: Result) -> dict[str, object]:
    """The content of the file that `--json` writes: what was run, the machine, rows, aims and notes."""
    return {
        "benchmark": name,
        "quick": quick,
        "machine": machine(),
        "rows": [dict(row) for row in result.rows],
        "aims": [asdict(aim) for aim in result.aims],
        "notes": list(result.notes),
    }


def as_text(result: Result) -> str:
    """Rows and aims as tables, followed by the notes."""
    aims = [
        {"aim": aim.name, "value": aim.value, "aimed at": aim.aim, "unit": aim.unit, "met": "yes" if aim.met else "NO"}
        for aim in result.aims
    ]
    return "\n\n".join(filter(None, [table(result.rows), table(aims), "\n".join(result.notes)]))


def table(rows: Sequence[Row]) -> str:
    """The rows with aligned columns: words to the left, figures to the right."""
    if not rows:
        return ""
    columns = [_column(title, [row[title] for row in rows]) for title in rows[0]]
    lines = ["  ".join(line).rstrip() for line in zip(*columns, strict=True)]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def machine() -> dict[str, Cell]:
    """The machine, and its `load`: processes ready to run before the benchmark, the mean of the last minute."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def _column(title: str, cells: Iterable[Cell]) -> list[str]:
    cells = list(cells)
    texts = [title, *map(_shown, cells)]
    width = max(map(len, texts))
    words = any(isinstance(cell, str) for cell in cells)
    return [text.ljust(width) if words else text.rjust(width) for text in texts]


def _shown(cell: Cell) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:.0f}" if abs(cell) >= 1000 else f"{cell:.3g}"
    return str(cell)


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
