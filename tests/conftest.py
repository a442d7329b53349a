"""Fixtures and hooks of all tests: no screen, a home folder of their own, and times for the report."""

import asyncio
import gc
import os
import signal
import tempfile
import time
from collections.abc import Generator, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from drumcircle_gui.qt.quick_imports import import_quickly

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from drumcircle_gui.qt.loop import PreciseLoop
    from tests.tools.desktop import Elsewhere

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("everywhere", deadline=None, max_examples=20)
settings.register_profile("ci", settings.get_profile("everywhere"), derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("ci" if "CI" in os.environ else "everywhere")

_FILES_BEGAN_NS: dict[str, int] = {}

_LONGEST = (
    *("tests/e2e/test_soak", "tests/mpd/transcripts/test_sessions", "tests/mpd/system/test_faults", "tests/reach/"),
    *("tests/e2e/", "tests/tooling/test_gallery", "tests/mpd/system/test_hostile", "tests/shell/test_app.py"),
    *("tests/mpd/system/test_group", "tests/test_small_screens", "tests/mpd/system/test_player_law"),
    *("tests/test_walk", "tests/mpd/system/test_together", "tests/tooling/test_cut_labels", "tests/mpd/system/"),
    *("tests/tooling/", "tests/mpd/", "tests/test_", "tests/shell/"),
)
"""Beginnings of the names of files whose slow tests take longest: those that compute beside those that wait, but not
beside the first one, which compares times."""

_HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
}


def pytest_configure() -> None:
    """Import as the program does, and not by way of PySide's hook, which reads the source of every module. What is
    imported and collected is kept: the garbage collector would traverse it again and again as it grows."""
    gc.disable()
    import_quickly()


_SAYS_SLOW = "pytest.mark.slow"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where only slow tests are wanted, files without any are not imported: most files have none, and each process of
    the phase would import them all."""
    words = config.getoption("markexpr").split()
    only_slow = words[:1] == ["slow"] and "or" not in words
    if only_slow and collection_path.match("test_*.py") and _SAYS_SLOW not in collection_path.read_text("utf-8"):
        return True
    return None


def pytest_itemcollected(item: pytest.Item) -> None:
    """A mark that comes from elsewhere would be overlooked by pytest_ignore_collect."""
    if item.get_closest_marker("slow") and _SAYS_SLOW not in _source(item.path):
        raise pytest.UsageError(f"{item.nodeid} is slow, but its file does not say {_SAYS_SLOW}.")


@lru_cache(maxsize=1)
def _source(path: Path) -> str:
    return path.read_text("utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests of the longest files start first, so that no process has one of them left when the others end."""

    def place(item: pytest.Item) -> int:
        starts = [item.nodeid.startswith(name) for name in _LONGEST]
        return starts.index(True) if item.get_closest_marker("slow") and True in starts else len(_LONGEST)

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Collected tests live until the end: keep the garbage collector from traversing them."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], 100)  # the older objects are many, and hardly any of them garbage
    gc.enable()


def pytest_sessionfinish() -> None:
    """Objects that a last collection leaves are in use: pytest traverses them five times more otherwise."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """With `-n auto` one process more than there are cores: quick tests wait a quarter of their time."""
    return (yield) + 1


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Put into the report when each test runs, so that failures can be compared with stalls of the machine. It counts
    from the first test of its file, for which a fixture may have measured what this one judges."""
    retry = "never" if item.get_closest_marker("never_retried") else "if the machine stalled"
    started_ns = _FILES_BEGAN_NS.setdefault(item.nodeid.partition("::")[0], time.perf_counter_ns())
    item.user_properties += [("node", item.nodeid), ("retry", retry), ("started_ns", started_ns)]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    if call.when == "teardown":
        item.user_properties.append(("ended_ns", time.perf_counter_ns()))


@pytest.fixture(scope="session", autouse=True)
def default_signals() -> Iterator[None]:
    """Have the programs that tests start handle Ctrl+C and a hangup even if this process ignores them, as it does under
    nohup and in the background of a shell, and as children inherit."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)]
    ignored = [number for number in numbers if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture(scope="session", autouse=True)
def no_router() -> Iterator[None]:
    """No circle of a test asks the router of this machine's network, unless it runs in a network of its own."""

    async def find_none(_: list[str]) -> None:
        return None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("drumcircle_gui.reach.reach_io.find_router", find_none)
        yield


@pytest.fixture(scope="session", autouse=True)
def user_home() -> Iterator[Path]:
    """A temporary home folder, so that no test, and no process of a test, reads or writes the user's files."""
    with (
        tempfile.TemporaryDirectory(prefix="drumcircle-home-", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        for name, place in _HOMES.items():
            patch.setenv(name, str(Path(folder) / place))
        patch.setenv("LANGUAGE", "en")  # the windows' language where a system has this variable
        yield Path(folder)


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application, with the plural forms of texts as in the program; numbers and dates are the same everywhere."""
    from PySide6.QtCore import QLocale

    from drumcircle_gui.qt.plurals import install_plurals

    QLocale.setDefault(QLocale.c())
    install_plurals(qapp)
    return qapp


@pytest.fixture
def loop(qapp: "QApplication") -> "Iterator[PreciseLoop]":
    """The program's event loop, which runs while the test waits with qtbot; garbage is collected as in the program."""
    from drumcircle_gui.qt.collector import Collector
    from drumcircle_gui.qt.loop import PreciseLoop

    loop = PreciseLoop(qapp)
    asyncio.events._set_running_loop(loop)
    with Collector():
        yield loop
    gc.freeze()  # what was collected is garbage for no test; the collector has let it be traversed again
    asyncio.events._set_running_loop(None)
    loop.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> "Iterator[Elsewhere]":
    """Servers and members on this machine, on a thread of their own, beside the program under test."""
    from drumcircle_gui.tasks import LoopThread
    from tests.tools.desktop import Elsewhere

    with LoopThread("elsewhere") as thread:
        away = Elsewhere(thread, tmp_path / "elsewhere")
        yield away
        away.close()


@pytest.fixture
def requests(view: Any) -> list[object]:
    """The requests that the test's `view` has emitted."""
    requested: list[object] = []
    view.requested.connect(requested.append)
    return requested
