"""The user's guide as web pages, in all languages: `/guide/LANGUAGE/PAGE` and `/guide/pictures/NAME`.

All answers are made when the hub starts, and looked up by path, so no request reads the disk.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from drumcircle_gui.guide.html import html_of
from drumcircle_gui.guide.pages import FIRST, PAGES, guide_text, page_of, title_of
from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.paths import resource

from .page_texts_io import Texts, html_language

ROOT = "/guide/"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class GuideAnswer:
    """The answer for one path. `tag` changes with its contents."""

    content_type: str
    body: bytes
    tag: str


class GuidePages:
    """The answers, by the part of their paths after `/guide/`."""

    def __init__(self, texts: Mapping[str, Texts]) -> None:
        """`texts`: the words of a page's frame, by language."""
        self._texts = texts
        self._frame = resource("hub/guide.html").read_text(encoding="utf-8")
        self._answers = {path: _answer(kind, body) for path, kind, body in self._all()}

    def find(self, path: str) -> GuideAnswer | None:
        return self._answers.get(path)

    def first(self, language: str) -> str:
        """The path of the guide's first page in that language."""
        return f"{ROOT}{language}/{FIRST}"

    def _all(self) -> Iterator[tuple[str, str, bytes]]:
        yield "guide.css", "text/css", resource("hub/guide.css").read_bytes()
        for picture in sorted(resource("guide/pictures").glob("*.png")):
            yield f"pictures/{picture.name}", "image/png", picture.read_bytes()
        for language in LANGUAGES:
            pages = {page: guide_text(page, language, _read) for page in PAGES}
            for page in PAGES:
                yield f"{language}/{page}", "text/html", self._page(language, page, pages).encode()

    def _page(self, language: str, page: str, pages: Mapping[str, str]) -> str:
        links = ((f"{ROOT}{language}/{name}", title_of(text), name == page) for name, text in pages.items())
        others = ((f"{ROOT}{code}/{page}", name, code == language) for code, name in LANGUAGES.items())
        parts = {
            "LANGUAGE": html_language(language),
            "TITLE": escape(title_of(pages[page])),
            "CIRCLES": escape(self._texts[language]["page"]["to_circles"]),
            "CONTENTS": escape(self._texts[language]["page"]["guide"]),
            "PAGES": "".join(_item(*link) for link in links),
            "LANGUAGES": "".join(_item(*link) for link in others),
            "TEXT": html_of(pages[page], lambda link: _target(language, link)),
        }
        text = self._frame
        for name, value in parts.items():
            text = text.replace(f"<!--{name}-->", value)
        return text


def _read(name: str) -> str | None:
    file = resource("guide") / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _item(address: str, name: str, current: bool) -> str:
    mark = ' aria-current="page"' if current else ""
    return f'<li><a href="{address}"{mark}>{escape(name)}</a></li>'


def _target(language: str, link: str) -> str:
    """The address of another page or of a picture that a page refers to."""
    return f"{ROOT}{language}/{page}" if (page := page_of(link)) else f"{ROOT}{link}"


def _answer(content_type: str, body: bytes) -> GuideAnswer:
    return GuideAnswer(content_type, body, hashlib.sha256(body).hexdigest()[:20])
