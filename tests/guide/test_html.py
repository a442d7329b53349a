"""The guide's Markdown as HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.guide.html import html_of
from drumcircle_gui.guide.pages import PAGES
from drumcircle_gui.languages import LANGUAGES

from .reading import text_of

VOID = {"img"}


def html(text: str) -> str:
    return html_of(text, lambda link: f"/{link}")


class Reader(HTMLParser):
    """Checks that tags are closed in order; collects the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# A & B", "<h1>A &amp; B</h1>"),
        ("## Two", "<h2>Two</h2>"),
        ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>"),
        ("中\n文 and\nLatin", "<p>中文 and\nLatin</p>"),
        ("- a\n  b\n- **c**", "<ul><li>a\nb</li><li><strong>c</strong></li></ul>"),
        ("1. a\n2. *b*", "<ol><li>a</li><li><em>b</em></li></ol>"),
        ("| a | b |\n|---|---|\n| `c` | |", "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>"
         "<tr><td><code>c</code></td><td></td></tr></tbody></table>"),
        ("![A \"b\"](p/x.png)", '<p><img src="/p/x.png" alt="A &quot;b&quot;"></p>'),
        ("[**x**](y.md)", '<p><a href="/y.md"><strong>x</strong></a></p>'),
        ("`*.drumcircle` **a `b`**", "<p><code>*.drumcircle</code> <strong>a <code>b</code></strong></p>"),
    ],
)  # fmt: skip
def test_what_becomes_of_each_mark(markdown, expected):
    assert html(markdown) == expected


@given(some.text(alphabet="ab<>&\"'`*[]()!#|-1. \n", max_size=60))
def test_whatever_the_text_it_has_no_tags_of_its_own(text):
    reader = Reader()
    reader.feed(html(text))
    reader.close()
    assert reader.open == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_a_page_is_left_in_its_text(language):
    for page in PAGES:
        reader = Reader()
        reader.feed(html(text_of(page, language)))
        assert reader.open == []
        assert not any(mark in reader.text for mark in ("**", "](", "|-", "`")), page
