"""The pages of the user's guide, in their order. Each is a Markdown file in `resources/guide/`; other languages
have folders there."""

from collections.abc import Callable

PAGES = (
    *("first-circle", "reached", "joining", "drums", "conducting"),
    *("modes", "recording", "rooms", "no-sound", "administrators"),
)
FIRST = PAGES[0]
SUFFIX = ".md"


def guide_text(page: str, language: str, read: Callable[[str], str | None]) -> str:
    """A page's Markdown, in English if it is not in `language`. Pictures are named from the guide's folder.

    `read` gives the text of a file of the guide, if there is one.
    """
    text = read(f"{language}/{page}{SUFFIX}") or read(f"{page}{SUFFIX}") or ""
    return text.replace("](../pictures/", "](pictures/")


def title_of(text: str) -> str:
    """The title of a page: its first line, without the mark."""
    return text.partition("\n")[0].lstrip("# ")


def page_of(link: str) -> str:
    """The page that a link of the guide leads to; "" if it leads out of the guide."""
    page = link.partition("#")[0].removesuffix(SUFFIX)
    return page if page in PAGES else ""
