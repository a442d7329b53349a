"""Another start of the program, which hands a link or a file over to the window that runs."""

import subprocess
import sys
from pathlib import Path

_CODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from drumcircle_gui.qt.single_instance import hand_over
application = QCoreApplication([])
sys.exit(not hand_over(Path(sys.argv[1]), sys.argv[2]))
"""


def another_start(folder: Path, target: str, *, whole: bool = False) -> "subprocess.Popen[bytes]":
    """A process that ends with 0 once the window with the data in `folder` has taken `target`. `whole`: the program as
    the system starts it, instead of the part of it that hands over."""
    if whole:
        return subprocess.Popen([sys.executable, "-m", "drumcircle_gui", "open", target, "--data-dir", str(folder)])
    return subprocess.Popen([sys.executable, "-c", _CODE, str(folder), target])
