"""The texts of a hub's web pages in all languages, from `resources/hub/texts/`, and the choice of a
visitor's language."""

import json
import re
from functools import cache
from html import escape

from drumcircle_gui.languages import LANGUAGES, language_of
from drumcircle_gui.paths import resource

_RANGE = re.compile(r"([A-Za-z-]{1,20})(?:\s*;\s*q=([01](?:\.\d{1,3})?))?")
"""Does not match the blanks around it: with two adjacent runs of blanks, the time would grow with the square of their
length."""

MAX_RANGES = 20
"""Maximum number of languages read from a request's header: browsers send a few."""


Texts = dict[str, dict[str, str]]
"""`page`: texts of the status page, and of the frame of the guide's pages. `script`: texts that the script shows."""


@cache
def page_texts() -> dict[str, Texts]:
    """The texts by language."""
    folder = resource("hub/texts")
    return {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in LANGUAGES}


def wanted_language(accepted: str) -> str:
    """The language for a request with this Accept-Language header."""
    ranges = []
    for each in accepted.split(",")[:MAX_RANGES]:
        if (match := _RANGE.fullmatch(each.strip())) and (weight := float(match[2] or 1)) > 0:
            ranges.append((weight, match[1]))
    return language_of("", [name for _, name in sorted(ranges, key=lambda each: -each[0])])


def html_language(language: str) -> str:
    """The language's tag in HTML."""
    return language.replace("_", "-")


def status_page(frame: str, language: str, nonce: str) -> str:
    """The status page in that language. `frame`: the contents of `status.html`."""
    texts = page_texts()[language]
    script = json.dumps({**texts["script"], "title": texts["page"]["title"]}, ensure_ascii=False)
    page = frame.replace("NONCE", nonce).replace("<!--SCRIPT-->", script.replace("<", "\\u003c"))
    page = page.replace("<!--LANGUAGE-->", html_language(language))
    for name, text in texts["page"].items():
        page = page.replace(f"<!--{name}-->", escape(text))
    return page
