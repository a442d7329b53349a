"""Small libraries that stand in for ICU and JACK in a bundle for Linux."""

import ctypes
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

import PySide6
import pytest

from .conftest import FOLDER

QT = Path(PySide6.__path__[0]) / "Qt/lib"
linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("cc") or not shutil.which("nm"), reason="needs cc and nm"
)


@pytest.fixture
def stand_ins(load) -> Iterator[Any]:
    sys.path.insert(0, str(FOLDER))
    from building import stand_ins

    yield stand_ins
    sys.path.remove(str(FOLDER))
    for name in [name for name in sys.modules if name.partition(".")[0] == "building"]:
        del sys.modules[name]


def test_which_libraries_are_replaced(stand_ins):
    replaced = ("libicuuc.so.73", "libicui18n.so.73.2", "libicudata.so.73", "libjack.so.0", "libjack-5305d520.so.0.1.0")
    replaced += ("libGL.so.1", "libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")
    assert all(map(stand_ins.replaces, replaced))
    others = ("libicutest.so.73", "libjackserver.so.0", "libasound.so.2", "libGLX.so.0", "libgio-2.0.so.0")
    assert not any(map(stand_ins.replaces, others))


def test_a_library_gets_its_own_functions(stand_ins):
    functions = ["UCNV_FROM_U_CALLBACK_SUBSTITUTE_73", "jack_activate", "ucol_open_73", "eglInitialize", "glXGetConfig"]
    functions += ["global_counter", "g_source_new", "u_int", "unlink"]
    of = lambda name: stand_ins.functions_of(PurePath(name), functions)  # noqa: E731
    assert of("x/libicui18n.so.73") == [functions[0], functions[2]]
    assert of("libjack-1.so.0") == ["jack_activate"]
    assert of("libglib-2.0.so.0") == ["g_source_new"] and of("libgthread-2.0.so.0") == []
    assert of("libGL.so.1") == ["glXGetConfig"] and of("libEGL.so.1") == ["eglInitialize"]
    assert of("libicudata.so.73") == []


def test_a_function_of_icu_that_nobody_has_looked_at_stops_the_build(stand_ins):
    with pytest.raises(AssertionError, match="ubrk_open"):
        stand_ins.code(["ubrk_open_73"])


@pytest.mark.slow
@linux_only
def test_every_function_of_icu_that_qt_calls_is_known(stand_ins):
    libraries = [
        file for file in QT.glob("libQt6*.so.6") if file.stem.partition(".")[0][6:] in ("Core", "Gui", "Widgets")
    ]
    imports = stand_ins.imports(libraries)
    functions = stand_ins.functions_of(PurePath("libicui18n.so.73"), imports)
    assert len(functions) > 10 and stand_ins.code(functions)


@pytest.mark.slow
@linux_only
def test_its_functions_fail_as_those_of_icu_without_data(stand_ins, tmp_path, monkeypatch):
    names = ("libicui18n.so.73", "fallback/libjack.so.0", "libicudata.so.73")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(stand_ins, "imports", lambda _: ["jack_client_open", "ucol_close_73", "ucol_open_73"])
    stand_ins.put(tmp_path)
    icu, jack, data = (ctypes.CDLL(str(tmp_path / name)) for name in names)
    for before, after in ((0, stand_ins.U_FILE_ACCESS_ERROR), (-127, stand_ins.U_FILE_ACCESS_ERROR), (7, 7)):
        error = ctypes.c_int(before)
        assert icu.ucol_open_73(b"de", ctypes.byref(error)) == 0 and error.value == after
    assert jack.jack_client_open(b"me", 0, None) == 0
    assert not hasattr(jack, "ucol_open_73") and not hasattr(data, "ucol_open_73")
    assert not list(tmp_path.rglob("*.c"))
