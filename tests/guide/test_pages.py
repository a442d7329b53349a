"""The texts of the user's guide: links, pictures, length and words."""

import re
import struct
from pathlib import Path

import pytest

from drumcircle_gui.guide.pages import PAGES, page_of, title_of
from drumcircle_gui.paths import resource

FOLDER = resource("guide")
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]*)\)")
MAX_PICTURE_WIDTH = 600
MAX_LINES = 70


def text_of(page: str) -> str:
    return (FOLDER / f"{page}.md").read_text(encoding="utf-8")


def targets(page: str, picture: bool) -> list[str]:
    return [target for mark, target in LINK.findall(text_of(page)) if bool(mark) is picture]


def test_every_file_is_a_page_and_every_page_a_file():
    assert {file.stem for file in FOLDER.glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_pages_and_pictures_exist(page):
    assert [target for target in targets(page, picture=False) if not page_of(target)] == []
    assert [target for target in targets(page, picture=True) if not (FOLDER / target).is_file()] == []


def test_every_page_but_the_first_is_linked_and_every_picture_is_used():
    linked = {page_of(target) for page in PAGES for target in targets(page, picture=False)}
    assert set(PAGES[1:]) - linked == set()
    used = {target for page in PAGES for target in targets(page, picture=True)}
    assert {f"pictures/{file.name}" for file in (FOLDER / "pictures").iterdir()} == used


@pytest.mark.parametrize("file", sorted((FOLDER / "pictures").iterdir()), ids=lambda file: file.name)
def test_pictures_fit_a_small_window(file: Path):
    (width,) = struct.unpack(">I", file.read_bytes()[16:20])
    assert width <= MAX_PICTURE_WIDTH


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_short_and_have_a_title(page):
    text = text_of(page)
    assert text.startswith("# ") and title_of(text)
    assert text.count("\n") <= MAX_LINES


def test_links_out_of_the_guide_lead_to_no_page():
    assert page_of("modes.md#parts") == "modes"
    assert page_of("https://example.org") == page_of("../README.md") == ""
