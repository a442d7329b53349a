"""Which commands open a window, and that the first page and each command import little."""

import subprocess
import sys
from pathlib import Path

import pytest

from drumcircle_gui import cli
from drumcircle_gui.installation.command_io import environment
from drumcircle_gui.launch import opens_window
from drumcircle_gui.shell.preload import PAGES
from tests.tools.circle_snapshots import INVITE

HEAVY = (
    *("numpy", "pyqtgraph", "cryptography", "asyncssh", "zeroconf", "mido", "aiohttp", "regex"),
    *("drumcircle_gui.protocol.messages", "drumcircle_gui.directory.directory_client_io", *PAGES),
)


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("", True),
        ("demo", True),
        ("open", True),
        ("conduct", True),
        ("conduct --headless", False),
        (f"join {INVITE}", True),
        (f"join {INVITE} --headless", False),
        ("rooms", True),
        ("rooms --headless", False),
        (f"bots {INVITE}", False),
        ("doctor", False),
    ],
)
def test_a_command_opens_a_window_unless_it_is_headless(words: str, window: bool) -> None:
    assert opens_window(cli.parser().parse_args(words.split())) is window


@pytest.mark.slow
@pytest.mark.parametrize("module", ["drumcircle_gui.shell.window", "drumcircle_gui.launch"])
def test_the_first_page_waits_for_no_package_of_another_page(module: str) -> None:
    script = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "[]", run.stderr


@pytest.mark.slow
def test_no_such_package_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    """Nor by what the start page does by itself, such as looking for circles."""
    script = f"""
import os, sys
from drumcircle_gui.shell import preload

def painted():
    print([name for name in {HEAVY} if name in sys.modules], flush=True)
    os._exit(0)

preload.preload_pages = painted
from drumcircle_gui.cli import main
main(["--data-dir", {str(tmp_path)!r}])"""
    run = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "[]", run.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("started", "unneeded"),
    [
        (f"bots {INVITE}", ("numpy", "cryptography", "drumcircle_gui.server", "drumcircle_gui.sound.process")),
        ("conduct --headless", ("numpy", "drumcircle_gui.player.player_io", "drumcircle_gui.doctor")),
        (
            "rooms --headless {folder}/rooms",
            ("numpy", "regex", "cryptography", "drumcircle_gui.server", "drumcircle_gui.player.bots_io"),
        ),
        ("hub", ("numpy", "drumcircle_gui.player.player_io", "drumcircle_gui.doctor")),
    ],
)
def test_a_command_imports_only_what_it_needs(tmp_path: Path, started: str, unneeded: tuple[str, ...]) -> None:
    """Up to the moment at which it begins to wait."""
    (tmp_path / "rooms").write_text("127.0.0.1:1")
    words = [word.format(folder=tmp_path) for word in started.split()]
    script = f"""
import os, sys
from drumcircle_gui import cli, commands, tasks

def waits():
    print([name for name in {unneeded} if name in sys.modules], flush=True)
    os._exit(0)

commands._interruption = waits
cli.main([*{words}, "--data-dir", {str(tmp_path)!r}])"""
    run = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "[]", run.stderr


@pytest.mark.slow
def test_no_source_is_read_for_an_import() -> None:
    """PySide would search each module's source for its own name."""
    script = """
import inspect, sys
from drumcircle_gui.qt.quick_imports import import_quickly
read = []
inspect.getsource = lambda module: read.append(module.__name__) or ""
import_quickly()
import drumcircle_gui.shell.main_view
print(read)"""
    run = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "[]", run.stderr
