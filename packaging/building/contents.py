"""What a bundle contains of Qt, of Python's packages and of the build machine's libraries.

Everything that PyInstaller finds and these lists do not name is kept. Used by `bundle.spec` on every system.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

EXCLUDED_MODULES = [
    *(f"PySide6.{name}" for name in ("QtNetwork", "QtOpenGL", "QtOpenGLWidgets", "QtPrintSupport", "QtSvg", "QtTest")),
    *(f"pyqtgraph.{name}" for name in ("canvas", "console", "dockarea", "examples", "flowchart", "jupyter")),
    *(f"pyqtgraph.{name}" for name in ("multiprocess", "opengl", "parametertree")),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.tests"),
    *("tkinter", "unittest", "pydoc", "doctest", "pip", "setuptools", "pkg_resources", "_pytest", "pytest"),
    *("scipy", "matplotlib", "PIL", "lxml", "curses", "sqlite3", "xmlrpc", "lib2to3", "ensurepip", "idlelib"),
    *("asyncio.__main__", "uvloop._testbase"),
]
"""Modules that some package imports if it can, and that this program never uses."""

PLUGINS = {
    "platforms": r"q(xcb|wayland.*|offscreen|windows|cocoa)",
    "platforminputcontexts": r".*(compose|ibus).*",
    "platformthemes": r"qxdgdesktopportal",
    "imageformats": r"q(svg|jpeg|ico|icns)",
    "iconengines": r"qsvgicon",
    "styles": r".*",
    "wayland-shell-integration": r"xdg-shell",
    "wayland-decoration-client": r".*",
}
"""The folders of Qt's plugins that are used, and in each the names of the plugins, without prefix and suffix."""

QT_LIBRARIES = r"(Core|DBus|Gui|OpenGL|Svg|WaylandClient|Widgets|XcbQpa)"
"""The libraries of Qt that the modules and plugins in use need. (Wayland's needs the one for OpenGL.)"""

_PLUGIN = re.compile(r"(?:^|/)plugins/([\w-]+)/(?:lib)?([\w-]+?)\.(?:so|dll|dylib)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.dll|\.framework.*)$")
_UNUSED = re.compile(
    r"""Qt/translations/ | PySide6/translations/ | Qt/qml/ | opengl32sw\.dll | d3dcompiler
      | pyqtgraph/(icons|colors) | dist-info/(RECORD|INSTALLER|direct_url|top_level) | numpy/.*\.(pyi|lib|a)$
      | numpy/random/lib/ | (^|/)py\.typed$ | \.pyi$""",
    re.VERBOSE,
)


def keeps(name: str) -> bool:
    """Whether a bundle keeps the file at `name`, a path within it with slashes."""
    if _UNUSED.search(name):
        return False
    if plugin := _PLUGIN.search(name):
        return bool(re.fullmatch(PLUGINS.get(plugin[1], "(?!)"), plugin[2]))
    if library := _QT_LIBRARY.search(name):
        return bool(re.fullmatch(QT_LIBRARIES, library[1]))
    return True


def needed(files: Mapping[str, str], needs: Callable[[str], Iterable[str]]) -> set[str]:
    """The names among `files` (name in the bundle: source) that remain when unused libraries are dropped.

    A library of the build machine lies at the top; it is kept if a kept file needs it. `needs` returns the names of the
    libraries that a source needs.
    """
    reached = {name for name in files if not _is_system_library(name)}
    waiting = list(reached)
    while waiting:
        for library in needs(files[waiting.pop()]):
            if library in files and library not in reached:
                reached.add(library)
                waiting.append(library)
    return reached


def _is_system_library(name: str) -> bool:
    return "/" not in name and ".so." in name


OWN_LIBRARIES = re.compile(r"lib(python|ssl|crypto|ffi|bz2|lzma|z|zstd|readline|tinfo|ncurses|uuid|db|expat)\b.*")
"""Libraries of the build machine that Python's own modules were built against."""

FALLBACK = "fallback"
"""The folder of a bundle's libraries that are used only where the system has none of that name."""


def placed(name: str) -> str:
    """Where a bundle for Linux holds the file `name`: libraries of the desktop and of sound are a fallback.

    The system's own fit its graphics drivers, its sound server and its plug-ins.
    """
    if _is_system_library(name) and not OWN_LIBRARIES.match(name):
        return str(PurePosixPath(FALLBACK) / name)
    return name
