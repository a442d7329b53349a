"""The texts of a hub's web pages, and the language of a visitor."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.hub.web.page_texts_io import html_language, page_texts, status_page, wanted_language
from drumcircle_gui.languages import ENGLISH, LANGUAGES
from drumcircle_gui.paths import resource

FRAME = resource("hub/status.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("en;q=0.5, es-MX", "es"),
        ("fr, pt;q=0.4", "pt_BR"),
        ("zh-Hans-CN", "zh_CN"),
        ("de;q=0, es;q=0.1", "es"),
        ("*", "en"),
        ("\tfr ,  es ; q=0.5 ", "es"),
        ("de" + " " * 100_000 + "!", "en"),
        ("fr," * 30 + "de", "en"),
    ],
)
def test_the_language_that_the_browser_prefers(accepted, language):
    assert wanted_language(accepted) == language


@given(some.text())
def test_any_header_gives_some_language(accepted):
    assert wanted_language(accepted) in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts_with_the_same_values(language):
    english, texts = page_texts()[ENGLISH], page_texts()[language]
    assert texts["page"].keys() == english["page"].keys()
    values = {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in texts["script"].items()}
    assert values == {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in english["script"].items()}
    assert all(texts["script"][name] for name in values if english["script"][name])


def test_the_scripts_texts_are_those_that_it_asks_for():
    asked = set(re.findall(r'(?:say\("|TEXTS\.)(\w+)', FRAME)) | {"open", "knock", "account"}
    assert asked == set(page_texts()[ENGLISH]["script"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_filled_in(language):
    page = status_page(FRAME, language, "abc")
    assert "<!--" not in page and "NONCE" not in page
    assert f'<html lang="{html_language(language)}">' in page
    assert page_texts()[language]["page"]["search"] in page
    (script,) = re.findall(r'id="texts" nonce="abc">(.*)</script>', page)
    assert "<" not in script
