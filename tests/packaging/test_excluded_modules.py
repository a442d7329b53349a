"""Every module of the program can be imported without those that a bundle leaves out."""

import subprocess
import sys

import pytest

from drumcircle_gui.installation.command_io import environment

from .conftest import FOLDER, building

pytestmark = pytest.mark.usefixtures("importable")

SCRIPT = """
import importlib, pkgutil, runpy, sys
hook, *excluded = sys.argv[1:]
runpy.run_path(hook)  # its stand-ins stay
for name in excluded:
    sys.modules.setdefault(name)  # None: importing it fails
import drumcircle_gui
names = [module.name for module in pkgutil.walk_packages(drumcircle_gui.__path__, "drumcircle_gui.")]
names.remove("drumcircle_gui.__main__")
for name in [*names, *OPTIONAL]:
    importlib.import_module(name)
print(len(names))
"""
OPTIONAL = ("sounddevice", "soundfile", "pythonosc.osc_server", "uvloop")
"""Modules that the program imports when it needs them."""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the optional parts are those of a bundle for Linux")
def test_nothing_that_is_imported_is_left_out_of_a_bundle() -> None:
    hook = FOLDER / "building/runtime_hook.py"
    script = SCRIPT.replace("OPTIONAL", repr(OPTIONAL))
    command = [sys.executable, "-c", script, str(hook), *building("contents").EXCLUDED_MODULES]
    run = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=100)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 200
