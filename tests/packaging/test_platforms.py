"""No module of the program needs a module of Python that another system lacks."""

import subprocess
import sys

import pytest

from drumcircle_gui.installation.command_io import environment

LACKING = {
    "win32": ("fcntl", "grp", "posix", "pwd", "pty", "readline", "resource", "syslog", "termios", "tty", "uvloop"),
    "darwin": ("_winapi", "msvcrt", "ossaudiodev", "spwd", "winreg"),
}

# The packages are imported before, for this system: only the program's own imports are tried on the other one.
SCRIPT = """
import importlib, pkgutil, sys
from unittest.mock import MagicMock
import drumcircle_gui
names = [module.name for module in pkgutil.walk_packages(drumcircle_gui.__path__, "drumcircle_gui.")]
names.remove("drumcircle_gui.__main__")
for name in names:
    importlib.import_module(name)
for name in [name for name in sys.modules if name.partition(".")[0] == "drumcircle_gui"]:
    del sys.modules[name]
system, *lacking = sys.argv[1:]
sys.platform = system
sys.modules.update(dict.fromkeys(lacking))  # None: importing it fails
if system == "win32":
    sys.modules["msvcrt"] = MagicMock()
for name in names:
    importlib.import_module(name)
print(len(names))
"""


@pytest.mark.slow
@pytest.mark.parametrize("system", LACKING)
def test_every_module_can_be_imported_on(system: str) -> None:
    command = [sys.executable, "-c", SCRIPT, system, *LACKING[system]]
    run = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=100)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 200
