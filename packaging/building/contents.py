"""What a bundle contains of Qt, of Python's packages and of the build machine's libraries.

Everything that PyInstaller finds and these lists do not name is kept. Used by `bundle.spec` on every system.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from .stand_ins import replaces

EXCLUDED_MODULES = [
    *(f"PySide6.Qt{name}" for name in ("DBus", "Network", "OpenGL", "OpenGLWidgets", "PrintSupport", "Svg", "Test")),
    *(f"pyqtgraph.{name}" for name in ("canvas", "console", "dockarea", "examples", "flowchart", "jupyter", "opengl")),
    *("numpy.random", "numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.tests"),
    *("numpy.ma", "numpy.polynomial", "pydoc_data", "readline", "_pydecimal", "optparse", "mido.scripts", "tkinter"),
    *("unittest", "doctest", "pip", "setuptools", "pkg_resources", "_pytest", "pytest"),
    *("scipy", "matplotlib", "PIL", "lxml", "curses", "xmlrpc", "lib2to3", "ensurepip", "idlelib"),
    *("asyncio.__main__", "uvloop._testbase", "aiohttp.pytest_plugin", "aiohttp.test_utils", "aiohttp.worker"),
    *("http.cookiejar", "smtplib", "xml.dom"),
]
"""Modules that some package imports if it can, and that this program never uses."""

UNUSED_HOOKS = ("pyi_rth_multiprocessing", "pyi_rth_pyqtgraph_multiprocess", "pyi_rth_pkgutil")
"""Scripts of PyInstaller that run at each start, for what this program does not do: processes of `multiprocessing`, and
looking for modules."""

PLUGINS = {
    "platforms": r"q(xcb|wayland.*|offscreen|windows|cocoa)",
    "platforminputcontexts": r".*(compose|ibus).*",
    "platformthemes": r"qxdgdesktopportal",
    "imageformats": r"qsvg",
    "iconengines": r"qsvgicon",
    "styles": r".*",
    "wayland-shell-integration": r"xdg-shell",
    "wayland-decoration-client": r".*",
}
"""The folders of Qt's plugins that are used, and in each the names of the plugins, without prefix and suffix."""

STRIPPED_PACKAGES = (
    *("_soundfile_data", "aiohttp", "cryptography", "msgspec", "multidict", "numpy", "regex", "uvloop", "yarl"),
)
"""Packages whose compiled modules have symbols on Linux, and whose wheels were not patched after they were linked."""

UNCOMPILED_PACKAGES = ("zeroconf",)
"""Packages whose compiled modules are left out: as sources they are quick enough for what is asked of them."""

QT_LIBRARIES = r"(Core|DBus|Gui|Svg|WaylandClient|Widgets|XcbQpa)"
"""The libraries of Qt that the modules and plugins in use need."""

_PLUGIN = re.compile(r"(?:^|/)plugins/([\w-]+)/(?:lib)?([\w-]+?)\.(?:so|dll|dylib)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.dll|\.framework.*)$")
_UNUSED = re.compile(
    r"""(Qt|PySide6)/translations/(?!qtbase_(de|es|pt_BR|zh_CN)\.qm$) | languages/.*\.ts$
      | lib-dynload/_codecs_(hk|iso2022|jp|kr|tw)\. | Qt/qml/ | opengl32sw\.dll | d3dcompiler
      | pyqtgraph/(icons|colors) | dist-info/(RECORD|INSTALLER|direct_url|top_level) | numpy/.*\.(pyi|lib|a)$
      | numpy/_core/_(multiarray_tests|simd)\. | multidict/_testcapi\. | dist-info/(sboms|licenses)/
      | (aiohttp/_websocket/(mask|reader_c)|frozenlist/_frozenlist|propcache/_helpers_c)\.
      | (^|/)py\.typed$ | \.pyi$""",
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


SYSTEM = re.compile(
    r"""(ld-linux.* | lib(c|m|dl|pthread|rt|resolv|util|nsl|anl|mvec|stdc\+\+|gcc_s)\.so\..*
      | lib(z|zstd|lzma|uuid|pcre2-8|systemd)\.so\..*)""",
    re.VERBOSE,
)
"""Libraries that every Linux has: glibc, which must be its own, those of its C++ compiler, and those that dpkg, apt and
util-linux need, without which there is no Debian or Ubuntu. Others have them too, for their own tools."""

ROOTS = ("libportaudio.so.2",)
"""Libraries of the build machine that Python loads by name."""

ALSA = {"alsa.conf": "", "pcm": "/pcm"}
"""Files of ALSA's configuration, and their place in the folder `alsa`, for systems without any."""

_PYTHON = re.compile(r"lib(python|ssl|crypto|ffi|bz2|readline|tinfo|ncurses|expat|sqlite3)\b.*")
"""Libraries of the build machine that Python's own modules were built against."""


def with_libraries(
    files: Mapping[str, str], needs: Callable[[str], Iterable[str]], find: Callable[[str], str | None]
) -> dict[str, str]:
    """The files of a bundle for Linux (name in the bundle: source) with the libraries that they need, and no others.

    Of `files`, libraries of the build machine are dropped unless a kept file needs them. `needs` returns the names of
    the libraries that a source needs; `find` returns where the build machine has one.
    """
    kept = {name: source for name, source in files.items() if not _is_library(name) or name.startswith("libpython")}
    inside = {PurePosixPath(name).name for name in kept}
    waiting = [*kept.values()]
    wanted = [*ROOTS]
    while waiting or wanted:
        name = wanted.pop() if wanted else ""
        if name and name not in inside and not SYSTEM.fullmatch(name):
            inside.add(name)
            if source := find(name):
                kept[placed(name)] = source
                waiting += [] if replaces(name) else [source]
        elif not name:
            wanted.extend(needs(waiting.pop()))
    return kept


FALLBACK = "fallback"
"""The folder of a bundle's libraries that are used only where the system has none of that name."""


def placed(library: str) -> str:
    """The path in a bundle for Linux of a library of the build machine.

    Libraries of the desktop and of sound are a fallback: the system's own fit its graphics drivers, sound server and
    plug-ins.
    """
    return library if _PYTHON.match(library) else f"{FALLBACK}/{library}"


def _is_library(name: str) -> bool:
    return "/" not in name and name.startswith("lib") and ".so" in name
