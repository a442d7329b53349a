"""Runs first in a bundle: stands in for what is left out of it, and prefers the system's libraries to its own."""

import ctypes
import ctypes.util
import os
import sys
import types
from pathlib import Path

GLIB = "libglib-2.0.so.0"


def _loaded(path: str) -> bool:
    try:
        ctypes.CDLL(path, ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


def _names(folder: Path) -> "list[str]":
    return sorted(file.name for file in folder.iterdir())


def _load_missing(folder: Path) -> None:
    """Load each library of `folder` that the system lacks. What is loaded serves all that ask for that name."""
    missing = [name for name in _names(folder) if not _loaded(name)]
    if GLIB in missing:  # what is loaded for it does nothing
        os.environ["QT_NO_GLIB"] = "1"
    while missing:  # a library loads once those that it needs are loaded
        left = [name for name in missing if not _loaded(str(folder / name))]
        if len(left) == len(missing):
            break
        missing = left


class _Libraries:
    """A finder of modules that finds none: it loads the libraries before the first module that needs one of them."""

    loaded = False

    def find_spec(self, name: str, *_: object) -> None:
        if not self.loaded and name in _NEED_LIBRARIES:
            self.loaded = True
            _load_missing(_FOLDER)


def _find_library(name: str) -> "str | None":
    """The name under which a library is loaded by now; `ctypes.util` would ask for a compiler or `ldconfig`."""
    found = next((file for file in _names(_FOLDER) if file.startswith(f"lib{name}.so")), None)
    return found or _FIND(name)


_BUNDLE = Path(getattr(sys, "_MEIPASS", ""))
_FOLDER = _BUNDLE / "fallback"
_FIND = ctypes.util.find_library
_NEED_LIBRARIES = ("PySide6", "sounddevice", "rtmidi")
if sys.platform.startswith("linux"):
    # Programs that this one starts (a browser) must not find the bundle's libraries.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    if _FOLDER.is_dir():
        sys.meta_path.insert(0, _Libraries())
        ctypes.util.find_library = _find_library
    if not Path("/usr/share/alsa/alsa.conf").exists():  # without it, PortAudio ends the process
        os.environ.setdefault("ALSA_CONFIG_DIR", str(_BUNDLE / "alsa"))
# pyqtgraph imports these modules, 10 MB, for plots that are drawn by OpenGL. Ours are not.
for _name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    sys.modules[_name] = types.ModuleType(_name)
sys.modules["PySide6.QtOpenGLWidgets"].__dict__["QOpenGLWidget"] = type("QOpenGLWidget", (), {})
