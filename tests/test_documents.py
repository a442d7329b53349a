"""The documents for people who change the program name files that exist."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
DOCUMENTS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "drumcircle_gui/README.md")
PATH = re.compile(r"`([\w./-]*?(?:\.py|\.md|\.txt|\.yaml|/))`")


def paths(document: str) -> list[str]:
    return sorted(set(PATH.findall((REPOSITORY / document).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_folder_named_exists(document: str) -> None:
    places = (REPOSITORY, REPOSITORY / "drumcircle_gui")
    assert [path for path in paths(document) if not any((place / path).exists() for place in places)] == []


def test_every_package_is_in_the_architecture() -> None:
    named = set(paths("ARCHITECTURE.md"))
    packages = {
        f"{path.parent.relative_to(REPOSITORY / 'drumcircle_gui').as_posix()}/"
        for path in (REPOSITORY / "drumcircle_gui").rglob("__init__.py")
    }
    assert packages - {"./", "mpd/"} <= named
