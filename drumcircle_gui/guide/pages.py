"""The pages of the user's guide, in their order. Each is a Markdown file in `resources/guide/`, and in a folder there
for each other language."""

from collections.abc import Callable

PAGES = (
    *("first-circle", "reached", "joining", "drums", "conducting"),
    *("modes", "recording", "rooms", "no-sound", "administrators"),
)
FIRST = PAGES[0]
SUFFIX = ".md"


def guide_text(page: str, language: str, read: Callable[[str], str | None]) -> str:
    """A page's Markdown in `language`, or in English if there is no translation. Picture paths are relative to the
    guide's folder. `read` returns the text of a file of the guide, or None."""
    text = read(f"{language}/{page}{SUFFIX}") or read(f"{page}{SUFFIX}") or ""
    return text.replace("](../pictures/", "](pictures/")


def title_of(text: str) -> str:
    """The title of a page: its first line, without the mark."""
    return text.partition("\n")[0].lstrip("# ")


def page_of(link: str) -> str:
    """The name of the page that a link of the guide leads to; "" for a link out of the guide."""
    page = link.partition("#")[0].removesuffix(SUFFIX)
    return page if page in PAGES else ""
