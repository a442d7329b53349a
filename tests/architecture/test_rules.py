"""Every file keeps the rules of `rules.py`, and a file that breaks one is noticed."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from . import graph
from .rules import MAX_LINES, violations, violations_in

REPOSITORY = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    *("pyproject.toml", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
    *("drumcircle_gui", "resources", "tests", "packaging"),
}
SOURCES = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder in ("drumcircle_gui", "resources", "tests", "packaging")
    for path in (REPOSITORY / folder).rglob("*.py")
)


@pytest.mark.slow
def test_every_file_keeps_the_rules():
    program = {str(module.path): violations_in(module) for module in graph.modules()}
    others = {
        path: violations(path, (REPOSITORY / path).read_text(encoding="utf-8"))
        for path in SOURCES
        if path not in program
    }
    found = [line for lines in (program | others).values() for line in lines]
    assert not found, "\n".join(found)


def test_only_the_agreed_files_are_at_the_top_level():
    if not (REPOSITORY / ".git").exists():
        pytest.skip("needs git to list the files of the project")
    tracked = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout
    top = {line.split("/")[0] for line in tracked.splitlines()}
    assert {name for name in top if not name.startswith(".")} == TOP_LEVEL


def test_every_package_is_shipped():
    listed = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    found = {Path(path).parent.as_posix().replace("/", ".") for path in SOURCES if path.endswith("/__init__.py")}
    program = {name for name in found if name.split(".")[0] == "drumcircle_gui"}
    assert set(listed) == program | {"drumcircle_gui.resources"}


@pytest.mark.parametrize(
    ("path", "source", "what"),
    [
        ("timing/units.py", "import drumcircle_gui.protocol.messages", "timing pure imports protocol.messages"),
        ("timing/units.py", "from drumcircle_gui.errors import X", "timing pure imports errors"),
        ("mpd/config/config.py", "import tomllib", "imports tomllib: use toml_text"),
        ("protocol/framing.py", "from drumcircle_gui.client import session", "protocol pure imports client.session"),
        ("client/session.py", "from .client_io import Client", "client pure imports client.client_io"),
        ("client/session.py", "from drumcircle_gui import tasks", "client pure imports tasks"),
        ("client/client_io.py", "from ..server import server_io", "client io imports server.server_io"),
        ("client/client_io.py", "from drumcircle_gui.shell.app import main", "client io imports shell.app.main"),
        ("player/player_io.py", "from drumcircle_gui.server.room.room import R", "player io imports server.room"),
        ("player/player_io.py", "from . import player_view", "player io imports player.player_view"),
        ("player/player_view.py", "from .player_io import Player", "player view imports player.player_io"),
        (
            "conductor/conductor_state.py",
            "from drumcircle_gui.player import feel",
            "conductor pure imports player.feel",
        ),
        (
            "server/room/room.py",
            "def f():\n  from drumcircle_gui.widgets import card",
            "server/room pure imports widgets.card",
        ),
        ("server/room/room.py", "from drumcircle_gui.cli import main", "server/room pure imports cli"),
        ("widgets/card.py", "from drumcircle_gui.client.circle_state import X", "widgets qt imports client.circle"),
        ("qt/loop.py", "from drumcircle_gui.server import room", "qt qt imports server.room"),
        ("errors.py", "from drumcircle_gui.client import session", "root root imports client.session"),
        ("tasks.py", "from .shell import app", "root root imports shell.app"),
        ("shell/start_view.py", "from ..server import room", "shell view imports server.room"),
        ("shell/start_view.py", "from ..server import server_io", "shell view imports server.server_io"),
        ("client/circle_state.py", "from PySide6.QtCore import QObject", "imports PySide6: only"),
        ("client/client_io.py", "import qasync", "imports qasync: only"),
        ("cli.py", "import PySide6.QtWidgets", "imports PySide6: only"),
        ("server/room/room.py", "import asyncio", "imports asyncio: that belongs"),
        ("sound/synth/mixer.py", "open('kick.wav')", "opens a file"),
        ("client/client_io.py", "import time\ntime.time()", "uses time.time:"),
        ("client/client_io.py", "from time import time", "uses time.time:"),
        ("shell/app.py", "import datetime\ndatetime.datetime.now()", "uses datetime.now:"),
        ("client/client_io.py", "import time\ntime.sleep(1)", "uses time.sleep"),
        ("shell/app.py", "from time import sleep", "uses time.sleep"),
        ("client/client_io.py", "import asyncio\nasyncio.wait_for(f(), 1)", "uses asyncio.wait_for"),
        ("client/client_io.py", "print('here')", "prints"),
        ("player/you_view.py", "self.drum.setToolTip(name)", "calls setToolTip with a text that is not a literal"),
        ("player/you_view.py", "pill.setToolTip(self.tr('{n} (1)').format(n=name))", "calls setToolTip with"),
        ("player/you_view.py", "pill.setToolTip(f'{name}')", "calls setToolTip with"),
        ("player/you_view.py", "log.insertHtml(text)", "calls insertHtml with"),
        ("player/you_view.py", "from PySide6.QtWidgets import QLabel", "imports QLabel, which may show"),
        ("shell/start_view.py", "from PySide6.QtWidgets import QMessageBox", "imports QMessageBox, which may show"),
        ("widgets/ring/ring.py", "from PySide6.QtWidgets import QToolTip", "imports QToolTip, which may show"),
        (
            "widgets/table.py",
            "def data(self, role):\n  return x if role == R.ToolTipRole else None",
            "without @plain",
        ),
        ("shell/app.py", "try:\n  f()\nexcept OSError:\n  pass", "swallows"),
        ("shell/app.py", "try:\n  f()\nexcept:\n  g()", "swallows"),
        ("shell/app.py", "x = 1\n" * (MAX_LINES + 1), "lines are more than"),
        ("helpers.py", "", "do not know helpers"),
        ("util/things.py", "", "do not know util"),
    ],
)
def test_a_broken_rule_is_noticed(path, source, what):
    (found,) = violations(f"drumcircle_gui/{path}", source)
    assert what in found


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("timing/timeline.py", "from .units import BEAT\nfrom dataclasses import dataclass"),
        ("client/session.py", "from drumcircle_gui.protocol.messages import Hello\nfrom drumcircle_gui import errors"),
        ("client/client_io.py", "import asyncio\nfrom .session import S\nfrom drumcircle_gui.tasks import Tasks"),
        ("client/client_io.py", "from drumcircle_gui import __version__"),
        ("conductor/host_io.py", "from drumcircle_gui.server.server_io import Server"),
        ("player/player_view.py", "from PySide6 import QtCore\nfrom drumcircle_gui.widgets.ring.ring import Ring"),
        (
            "shell/start_view.py",
            "import PySide6\nfrom ..widgets.card import Card\nfrom ..protocol.invite import Invite",
        ),
        ("qt/loop.py", "import qasync\nfrom drumcircle_gui.tasks import Tasks"),
        ("shell/app.py", "import PySide6\nfrom drumcircle_gui.conductor.conductor_view import Window"),
        ("cli.py", "from drumcircle_gui.shell import app\nprint('hello')"),
        ("widgets/label.py", "from PySide6.QtWidgets import QLabel"),
        ("widgets/plain_text.py", "from PySide6.QtWidgets import QToolTip\nQToolTip.showText(at, tooltip(text))"),
        ("player/you_view.py", "pill.setToolTip(self.tr('Mute'))\npill.setToolTip('')\nset_tooltip(pill, name)"),
        ("widgets/table.py", "@plain_roles\ndef data(self, role):\n  return x if role == R.ToolTipRole else None"),
        ("settings.py", "import os\nfrom .errors import DrumCircleError"),
        ("logs.py", "import time\ntime.time()"),
        ("shell/app.py", "try:\n  f()\nexcept OSError as error:\n  tell(error)"),
    ],
)
def test_what_the_rules_allow(path, source):
    assert violations(f"drumcircle_gui/{path}", source) == []


def test_tests_may_print_but_not_swallow():
    assert violations("tests/bench/clock.py", "print(1)") == []
    assert violations("tests/bench/clock.py", "try:\n  f()\nexcept OSError:\n  pass")
