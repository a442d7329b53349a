"""Reads the pages of the guide."""

from drumcircle_gui.guide.pages import guide_text
from drumcircle_gui.paths import resource


def read(name: str) -> str | None:
    """A file of the guide's folder."""
    file = resource("guide") / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


def text_of(page: str, language: str = "en") -> str:
    return guide_text(page, language, read)
