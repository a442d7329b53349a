"""Which texts are cut off: ``python -m tests.tools.cut_labels [LANGUAGE ...] [--size 1024x640] [--only TEXT]``.

`ar` is a pseudo language, to try windows from right to left; `--pictures FOLDER` writes what is shown.

Shows every page and dialog of the gallery in each language and lists labels, buttons and boxes that have less room than
their text needs. Texts that shorten themselves (`ShortLabel`) count only where not even a third is shown.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.qt.plurals import install_plurals
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.theme import apply_theme
from tests.gallery.catalogue import entries
from tests.gallery.entry import Entry

from .pseudo_arabic import install_pseudo_arabic

PSEUDO = "ar"
LEAST_SHARE = 1 / 3
TOLERANCE_PX = 2
ROUNDS = 12
"""Of events: layouts that depend on each other settle within them."""


def cut_labels(page: QWidget) -> Iterator[str]:
    """The texts on `page` that are cut off."""
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page) and (text := _cut(widget)):
            yield f"{type(widget).__name__} {text!r}"


def _cut(widget: QWidget) -> str:
    """The text of `widget` if it is cut off, else ""."""
    if isinstance(widget, ShortLabel):
        whole = widget.accessibleName()
        shown = widget.text().removesuffix("…")
        return whole if len(shown) < LEAST_SHARE * len(whole) and widget.text() not in widget._shorter else ""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.text() if widget.heightForWidth(widget.width()) > widget.height() + TOLERANCE_PX else ""
        return widget.text() if widget.sizeHint().width() > widget.width() + TOLERANCE_PX else ""
    if isinstance(widget, QPushButton | QCheckBox) and widget.text():
        return widget.text() if widget.sizeHint().width() > widget.width() + TOLERANCE_PX else ""
    return ""


def shown(application: QApplication, entry: Entry, state: str, size: tuple[int, int]) -> Iterator[QWidget]:
    """The page or dialog, shown at `size`; it is closed afterwards."""
    page = entry.states[state]()
    page.resize(QSize(*(entry.size or size)).expandedTo(page.minimumSizeHint() if entry.size else QSize()))
    page.show()
    for _ in range(ROUNDS):
        application.processEvents()
    try:
        yield page
    finally:
        page.close()
        page.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wide(page: QWidget, size: tuple[int, int]) -> str:
    """How much wider than the window the page needs to be, as a line; "" if it fits."""
    needed = page.minimumSizeHint().width()
    return f"the page needs {needed} px of {size[0]}" if needed > size[0] else ""


def found(
    application: QApplication,
    language: str,
    size: tuple[int, int],
    only: str = "",
    *,
    pictures: Path | None = None,
    every_state: bool = True,
) -> Iterator[str]:
    """A line for each text that is cut off in `language`; in the first state of each entry, or in `every_state`."""
    translator = None
    if language == PSEUDO:
        translator = install_pseudo_arabic(application)
    else:
        install_language(application, language)
    yield from _in_entries(application, language, size, only, pictures, every_state=every_state)
    if translator is not None:
        application.removeTranslator(translator)


def _in_entries(
    application: QApplication,
    language: str,
    size: tuple[int, int],
    only: str,
    pictures: Path | None,
    *,
    every_state: bool,
) -> Iterator[str]:
    for entry in entries(only):
        if entry.group == "Widgets":
            continue
        for state in entry.states if every_state else list(entry.states)[:1]:
            for page in shown(application, entry, state, size):
                if pictures is not None:
                    pictures.mkdir(parents=True, exist_ok=True)
                    page.grab().save(str(pictures / f"{language} {entry.name} {state}.png"))
                lines = [*cut_labels(page), "" if entry.size else wide(page, size)]
                for line in dict.fromkeys(filter(None, lines)):
                    yield f"{language}: {entry.name}, {state}: {line}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=list(LANGUAGES))
    parser.add_argument("--size", default="1024x640")
    parser.add_argument("--only", default="")
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    width, _, height = options.size.partition("x")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    install_plurals(application)
    apply_theme(application, "dark")
    count = 0
    for language in options.languages:
        for line in found(application, language, (int(width), int(height)), options.only, pictures=options.pictures):
            print(line)
            count += 1
    print(f"{count} texts are cut off.")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
