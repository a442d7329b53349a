"""The texts of the user's guide: links, pictures, length and words."""

import re
import struct
from pathlib import Path

import pytest

from drumcircle_gui.guide.pages import PAGES, guide_text, page_of, title_of
from drumcircle_gui.languages import ENGLISH, LANGUAGES
from drumcircle_gui.paths import resource

from .reading import text_of

FOLDER = resource("guide")
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]*)\)")
MAX_PICTURE_WIDTH = 600
MAX_LINES = 70
OTHERS = [language for language in LANGUAGES if language != ENGLISH]
every_language = pytest.mark.parametrize("language", LANGUAGES)


def targets(page: str, language: str, picture: bool) -> list[str]:
    return [target for mark, target in LINK.findall(text_of(page, language)) if bool(mark) is picture]


def test_every_file_is_a_page_and_every_page_a_file():
    for folder in (FOLDER, *(FOLDER / language for language in OTHERS)):
        assert {file.stem for file in folder.glob("*.md")} == set(PAGES), folder
    assert {each.name for each in FOLDER.iterdir() if each.is_dir()} == {"pictures", *OTHERS}


def test_a_page_that_is_not_translated_is_in_english():
    files = {"modes.md": "# Modes", "rooms.md": "![R](pictures/r.png)", "de/modes.md": "![M](../pictures/m.png)"}
    assert guide_text("modes", "de", files.get) == "![M](pictures/m.png)"
    assert guide_text("rooms", "de", files.get) == files["rooms.md"]
    assert guide_text("modes", "en", files.get) == guide_text("modes", "es", files.get) == "# Modes"


@every_language
def test_links_lead_to_pages_and_pictures_exist(language):
    for page in PAGES:
        assert [target for target in targets(page, language, picture=False) if not page_of(target)] == [], page
        assert [target for target in targets(page, language, picture=True) if not (FOLDER / target).is_file()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_links_pictures_and_parts_of_the_english_page(language):
    """Keys and commands are the same in all languages, except that the German Ctrl is Strg."""
    marks = re.compile(r"^(#+ |- |\d\. |\|)|(`[^`]+`)|(Ctrl\+\w+|Alt\+\w+|F\d)", re.MULTILINE | re.ASCII)
    for page in PAGES:
        assert _links(page, language) == _links(page, ENGLISH), page
        here, english = (text_of(page, each).replace("Strg+", "Ctrl+") for each in (language, ENGLISH))
        assert sorted(map(str, marks.findall(here))) == sorted(map(str, marks.findall(english))), page
        assert title_of(here) != title_of(english), page


def _links(page: str, language: str) -> list[tuple[str, str]]:
    return sorted(LINK.findall(text_of(page, language)))


@every_language
def test_every_page_but_the_first_is_linked_and_every_picture_is_used(language):
    linked = {page_of(target) for page in PAGES for target in targets(page, language, picture=False)}
    assert set(PAGES[1:]) - linked == set()
    used = {target for page in PAGES for target in targets(page, language, picture=True)}
    assert {f"pictures/{file.name}" for file in (FOLDER / "pictures").iterdir()} == used


@pytest.mark.parametrize("file", sorted((FOLDER / "pictures").iterdir()), ids=lambda file: file.name)
def test_pictures_fit_a_small_window(file: Path):
    (width,) = struct.unpack(">I", file.read_bytes()[16:20])
    assert width <= MAX_PICTURE_WIDTH


@every_language
def test_pages_are_short_and_have_a_title(language):
    for page in PAGES:
        text = text_of(page, language)
        assert text.startswith("# ") and title_of(text), page
        assert text.count("\n") <= MAX_LINES, page


def test_links_out_of_the_guide_lead_to_no_page():
    assert page_of("modes.md#parts") == "modes"
    assert page_of("https://example.org") == page_of("../README.md") == ""
