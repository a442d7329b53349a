"""Time until the first page of the window is painted, memory afterwards, and the size of a bundle's parts.

Aims: a warm start in at most 1.0 s; a bundle of at most 110 MB, and a download of at most 45 MB.

Baseline: the same Python with Qt alone, which opens an empty window.

Needs: for the rows of a bundle and a wheel, what `packaging/build.py wheel archive` made. Memory, and cold starts, are
measured on Linux only.

A start is measured from the moment at which the process is started to the line in its log that says that the first
page is painted. The installations take turns, so that a busy machine slows all of them; `cpu s` is the processor time
of the same starts. Cold: the files of the installation are dropped from the system's cache before. Memory: the resident
set of the window's process.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from drumcircle_gui.installation.command_io import command, environment

from .form import Aim, Result, Row, at_most

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "build/work/pyinstaller/dist/drumcircle"
PAINTED = "the first page is painted"
START_TIMEOUT_S = 60.0
POLL_S = 0.002
STARTS, QUICK_STARTS = 7, 3
WAIT_S, QUICK_WAIT_S = 60.0, 3.0
START_AIM_S, SIZE_AIM_MB, DOWNLOAD_AIM_MB = 1.0, 110.0, 45.0
LARGEST = 10
EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
qt, window = QApplication([]), QWidget()
window.show()
QTimer.singleShot(0, lambda: print("the first page is painted", flush=True))
qt.exec()
"""


@dataclass(frozen=True)
class Installed:
    """One way in which the program is installed: its command, the variables for it, and the folders of its files."""

    name: str
    command: Sequence[str]
    variables: Mapping[str, str]
    folders: Sequence[Path]


@dataclass(frozen=True)
class Start:
    """Wall and processor time until the first page is painted; 0 where the system does not tell."""

    seconds: float
    cpu_s: float
    memory_mb: int | None


def run(quick: bool) -> Result:
    with tempfile.TemporaryDirectory() as name:
        rows = _rows(list(_installations(Path(name))), quick)
    sizes = _sizes(BUNDLE) if BUNDLE.is_dir() else {}
    largest = sorted(sizes.items(), key=lambda each: -each[1])[:LARGEST]
    notes = [f"The bundle's largest parts, in MB: {', '.join(f'{name} {size / 1e6:.1f}' for name, size in largest)}"]
    return Result(rows, [*_start_aims(rows), *_size_aims(sizes)], notes if sizes else [])


def _installations(folder: Path) -> Iterator[Installed]:
    packages = Path(sys.prefix) / "lib"
    yield Installed("Qt alone", (sys.executable, "-c", EMPTY), os.environ, (packages,))
    yield Installed("checkout", command(), environment(), (ROOT / "drumcircle_gui", ROOT / "resources", packages))
    if wheels := sorted((ROOT / "dist").glob("*.whl")):
        unpacked = folder / "wheel"
        zipfile.ZipFile(wheels[-1]).extractall(unpacked)
        variables = {**os.environ, "PYTHONPATH": str(unpacked)}
        yield Installed("wheel", command(), variables, (unpacked, packages))
    if BUNDLE.is_dir():
        yield Installed("bundle", (str(BUNDLE / "drumcircle"),), os.environ, (BUNDLE,))


def _rows(installations: Sequence[Installed], quick: bool) -> list[Row]:
    rounds, wait_s = (QUICK_STARTS, QUICK_WAIT_S) if quick else (STARTS, WAIT_S)
    cold = [_start(each, drop=True) for each in installations]
    warm = [[_start(each) for each in installations] for _ in range(rounds)]
    waited = [_start(each, wait_s=wait_s) for each in installations]
    return [
        {
            "installation": each.name,
            "cold s": round(cold[number].seconds, 2),
            "warm s (median)": round(median(starts[number].seconds for starts in warm), 2),
            "warm s (least)": round(min(starts[number].seconds for starts in warm), 2),
            "cpu s": round(median(starts[number].cpu_s for starts in warm), 2),
            "memory MB": waited[number].memory_mb,
        }
        for number, each in enumerate(installations)
    ]


def _start(installed: Installed, drop: bool = False, wait_s: float = 0.0) -> Start:
    """A start, and the memory `wait_s` later."""
    if drop:
        for folder in installed.folders:
            _drop_from_cache(folder)
    with tempfile.TemporaryDirectory() as data:
        log = Path(data) / "logs" / "start.log"
        words = () if installed.name == "Qt alone" else ("--data-dir", data)
        variables = {"QT_QPA_PLATFORM": "offscreen", **installed.variables}
        began = time.perf_counter()
        with contextlib.closing(_Process([*installed.command, *words], variables, Path(data))) as process:
            while PAINTED not in process.output() + (log.read_text() if log.exists() else ""):
                if time.perf_counter() - began > START_TIMEOUT_S:
                    raise TimeoutError(f"the window of the {installed.name} did not open")
                time.sleep(POLL_S)
            seconds, cpu_s = time.perf_counter() - began, process.cpu_s()
            time.sleep(wait_s)
            return Start(seconds, cpu_s, process.memory_mb())


class _Process:
    def __init__(self, words: Sequence[str], variables: Mapping[str, str], folder: Path) -> None:
        self._output = folder / "output"
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(words, env=dict(variables), cwd=folder, stdout=output, stderr=output)

    def output(self) -> str:
        return self._output.read_text(errors="replace")

    def memory_mb(self) -> int | None:
        status = Path(f"/proc/{self._process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) // 1000 for line in lines if line.startswith("VmRSS")), None)

    def cpu_s(self) -> float:
        times = Path(f"/proc/{self._process.pid}/stat")
        if not times.exists():
            return 0.0
        user, kernel = times.read_text().rpartition(") ")[2].split()[11:13]
        return (int(user) + int(kernel)) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _drop_from_cache(folder: Path) -> None:
    if not hasattr(os, "posix_fadvise"):
        return
    for path in folder.rglob("*"):
        if path.is_file():
            file = os.open(path, os.O_RDONLY)
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)


def _sizes(folder: Path) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts = path.relative_to(folder / "_internal" if "_internal" in path.parts else folder).parts
            part = "/".join(parts[:-1][:2]) or parts[-1]
            sizes[part] = sizes.get(part, 0) + path.stat().st_size
    return sizes


def _start_aims(rows: Sequence[Row]) -> list[Aim]:
    own = [row for row in rows if row["installation"] != "Qt alone"]
    warm = "warm s (median)"
    return [at_most(f"warm start, {row['installation']}", float(row[warm] or 0), "s", START_AIM_S) for row in own]


def _size_aims(sizes: Mapping[str, int]) -> list[Aim]:
    aims = [at_most("bundle", round(sum(sizes.values()) / 1e6, 1), "MB", SIZE_AIM_MB)] if sizes else []
    for archive in sorted((ROOT / "dist").glob("*.tar.xz"))[-1:]:
        aims.append(at_most("download", round(archive.stat().st_size / 1e6, 1), "MB", DOWNLOAD_AIM_MB))
    return aims
