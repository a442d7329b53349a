"""English plural forms: `tr("%n song(s)", "", n)` reads "1 song" or "5 songs".

Qt takes plural forms from translation files, and the program's own language has none. Translations installed later
are asked first.
"""

from PySide6.QtCore import QCoreApplication, QTranslator

PLURALS = {"(s)": ("", "s"), "(es)": ("", "es")}
"""Plural endings in source texts, each with its forms for one and for several."""


class EnglishPlurals(QTranslator):
    """Resolves the endings of PLURALS in texts that are given a number."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text with its endings resolved; None (not translated) for texts without a number."""
        if n < 0:
            return None
        for ending, forms in PLURALS.items():
            source = source.replace(ending, forms[n != 1])
        return source


def install_plurals(application: QCoreApplication) -> None:
    """Resolve plural endings in texts with a number from now on; call this once, before any window is made."""
    application.installTranslator(EnglishPlurals(application))
