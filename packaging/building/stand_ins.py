"""Replaces libraries in a bundle for Linux by small ones of the same names, whose functions say that they cannot serve.

- ICU, 39 MB with its tables: collation, codecs and texts of all languages. Qt has its own tables for what this program
  shows, and falls back to them when ICU cannot open its data; file dialogs then sort names by code point.
- GLib, whose event loop Qt uses if told so: where it is missing, `runtime_hook.py` has Qt use its own.
- OpenGL and EGL. Qt links them, and this program draws without them; where graphics have a driver, the system has them.
- JACK's client library. Where there is a JACK server, the system has the library that speaks its protocol, and that one
  is loaded first. Where there is none, opening a client fails anyway.

Each function that the bundle imports from them returns 0: it failed, or there is nothing. ICU's also report the error
of missing data. Needs a C compiler and `nm`.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePath

from . import tools

ERROR_PLACES = {
    "u_strToLower": 6,
    "u_strToUpper": 6,
    "ucal_close": 0,
    "ucal_getCanonicalTimeZoneID": 6,
    "ucal_getTimeZoneDisplayName": 6,
    "ucal_open": 5,
    "ucnv_cbFromUWriteUChars": 5,
    "ucnv_cbToUWriteUChars": 5,
    "ucnv_close": 0,
    "ucnv_countAvailable": 0,
    "ucnv_fromUCountPending": 2,
    "ucnv_fromUnicode": 8,
    "ucnv_getAvailableName": 0,
    "ucnv_getFromUCallBack": 0,
    "ucnv_getMaxCharSize": 0,
    "ucnv_getName": 2,
    "ucnv_getStandardName": 3,
    "ucnv_getToUCallBack": 0,
    "ucnv_open": 2,
    "ucnv_reset": 0,
    "ucnv_setFromUCallBack": 6,
    "ucnv_setToUCallBack": 6,
    "ucnv_toUCountPending": 2,
    "ucnv_toUnicode": 8,
    "ucol_close": 0,
    "ucol_getSortKey": 0,
    "ucol_open": 2,
    "ucol_setAttribute": 4,
    "ucol_strcoll": 0,
    "UCNV_FROM_U_CALLBACK_SUBSTITUTE": 7,
    "UCNV_TO_U_CALLBACK_SUBSTITUTE": 6,
}
"""The functions of ICU that Qt calls, and which of their parameters is the error code; 0: they have none. Those without
one get an object that only the others make, or count what there is."""

U_FILE_ACCESS_ERROR = 4
_REPLACED = re.compile(
    r"libicu(uc|i18n|data)\.so\..*|libg(lib|thread)-2\.0\.so\..*|libjack(-\w+)?\.so\.0.*|libE?GL\.so\.1.*"
)
_FUNCTIONS = {
    "libicui18n": re.compile(r"[uU][A-Za-z]*_\w+_\d\d+"),  # all of ICU: the loader looks in every library
    "libjack": re.compile(r"jack_\w+"),
    "libGL": re.compile(r"gl(X?[A-Z])\w+"),
    "libglib-": re.compile(r"g_\w+"),
    "libEGL": re.compile(r"egl[A-Z]\w+"),
}
"""What the functions of a library are called."""

_IMPORT = re.compile(r"^\s+U (\w+)$", re.MULTILINE)


def replaces(library: str) -> bool:
    """Whether the library of that name is replaced."""
    return bool(_REPLACED.fullmatch(library))


def put(folder: Path) -> None:
    """Replace those libraries in `folder`."""
    files = [path for path in sorted(folder.rglob("*.so*")) if path.is_file() and not path.is_symlink()]
    tools.require("cc", "nm")
    functions = imports(path for path in files if not replaces(path.name))
    for library in filter(lambda path: replaces(path.name), files):
        source = library.with_suffix(".c")
        source.write_text(code(functions_of(library, functions)), encoding="utf-8")
        link = ["-Os", "-shared", "-fPIC", "-nostdlib", "-s", "-Wl,--build-id=none", f"-Wl,-soname,{library.name}"]
        subprocess.run(["cc", *link, "-o", str(library), str(source)], check=True)
        source.unlink()


def imports(files: Iterable[Path]) -> list[str]:
    """The functions that the libraries import without naming the version of a library."""
    listed = (tools.output(["nm", "-D", "--undefined-only", str(file)]) for file in files)
    return sorted({name for text in listed for name in _IMPORT.findall(text)})


def functions_of(library: PurePath, functions: Iterable[str]) -> list[str]:
    """The subset of `functions` that belongs to `library`."""
    own = next((names for start, names in _FUNCTIONS.items() if library.name.startswith(start)), None)
    return [name for name in functions if own and own.fullmatch(name)]


def code(functions: Iterable[str]) -> str:
    """The source in C of a library with these functions."""
    text = ""
    for function in functions:
        name = function.rpartition("_")[0]
        place = ERROR_PLACES.get(name) if _FUNCTIONS["libicui18n"].fullmatch(function) else 0
        assert place is not None, f"Qt calls another function of ICU, {name}: find out what it does without data"
        parameters = ", ".join([f"long a{at}" for at in range(1, place)] + ["int *error"]) if place else "void"
        report = f" if (*error <= 0) *error = {U_FILE_ACCESS_ERROR};" if place else ""
        text += f"long {function}({parameters}) {{{report} return 0; }}\n"
    return text or "extern int none;\n"
