"""The user's guide as web pages: every link and picture has an answer."""

import re

import pytest

from drumcircle_gui.guide.pages import PAGES
from drumcircle_gui.hub.web.guide_pages_io import ROOT, GuidePages
from drumcircle_gui.hub.web.page_texts_io import page_texts
from drumcircle_gui.languages import LANGUAGES

ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def guide() -> GuidePages:
    return GuidePages(page_texts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_page_names_is_answered(guide, language):
    for page in PAGES:
        answer = guide.find(f"{language}/{page}")
        assert answer and answer.content_type == "text/html"
        text = answer.body.decode()
        assert "<!--" not in text.removeprefix("<!doctype html>") and "<script" not in text and "style=" not in text
        own = [each for each in ADDRESS.findall(text) if not each.startswith("data:")]
        assert [each for each in own if each != "/" and not guide.find(each.removeprefix(ROOT))] == []
        assert text.count('aria-current="page"') == 2


def test_it_begins_where_it_says(guide):
    assert all(guide.find(guide.first(language).removeprefix(ROOT)) for language in LANGUAGES)


@pytest.mark.parametrize("path", ["", "en", "en/", "fr/modes", "en/nope", "../status.html", "pictures/../en/modes"])
def test_there_is_nothing_else(guide, path):
    assert guide.find(path) is None


def test_the_tag_of_an_answer_is_that_of_its_contents(guide):
    answers = [guide.find(f"{language}/{page}") for language in LANGUAGES for page in PAGES]
    assert len({answer.tag for answer in answers}) == len({answer.body for answer in answers}) == len(answers)
