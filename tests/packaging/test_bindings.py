"""The Python part of PySide's bindings, compiled for a bundle."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import building

pytestmark = pytest.mark.usefixtures("importable")


def test_the_bindings_are_the_same_bytecode_wherever_they_are_compiled(tmp_path: Path) -> None:
    sources = tmp_path / "files.dir/shibokensupport/signature"
    sources.mkdir(parents=True)
    for folder in (sources, sources.parent):
        (folder / "__init__.py").write_text("WORDS = 'of', 'PySide'\n", encoding="utf-8")
    found = []
    for name in ("here", "elsewhere/there"):
        building("bindings").compiled(tmp_path / "files.dir", tmp_path / name)
        files = {path.relative_to(tmp_path / name) for path in (tmp_path / name).rglob("*.*")}
        found.append({path.as_posix(): (tmp_path / name / path).read_bytes() for path in files})
    assert found[0] == found[1]
    assert found[0].keys() == {"shibokensupport/__init__.pyc", "shibokensupport/signature/__init__.pyc"}
    ask = "from shibokensupport.signature import WORDS; print(*WORDS)"
    run = subprocess.run([sys.executable, "-c", ask], cwd=tmp_path / "here", capture_output=True, text=True)
    assert run.stdout == "of PySide\n", run.stderr
