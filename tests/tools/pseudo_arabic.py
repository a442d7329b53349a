"""A pseudo language from right to left: every text in Arabic letters, as long as the English one, its places kept."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from drumcircle_gui.paths import resource

ALPHABET = "\u0627\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638"
LIKE = "languages/drumcircle_de.ts"
"""The texts are those of this file."""

_KEPT = re.compile(r"(%L?n|\{[^{}]*\}|\(\*\.\w+\)|[^A-Za-z{%(]+|[{%(])")


def pseudo(text: str) -> str:
    """`text` with its letters replaced."""
    pieces = _KEPT.split(text.replace("(s)", ""))
    return "".join(piece if number % 2 else _letters(piece) for number, piece in enumerate(pieces))


def _letters(word: str) -> str:
    return "".join(ALPHABET[ord(letter) % len(ALPHABET)] for letter in word)


def install_pseudo_arabic(application: QApplication) -> QTranslator:
    """Show windows from right to left; remove the translator that is returned to end it."""
    translator = QTranslator(application)
    with tempfile.TemporaryDirectory() as folder:
        translator.load(str(_compiled(Path(folder))))
    application.installTranslator(translator)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return translator


def _compiled(folder: Path) -> Path:
    tree = ElementTree.parse(resource(LIKE))
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        text = pseudo(message.findtext("source", ""))
        if message.get("numerus") == "yes":
            for form in translation.findall("numerusform"):
                form.text = text
        else:
            translation.text = text
    texts, compiled = folder / "texts.ts", folder / "texts.qm"
    tree.write(texts, encoding="utf-8")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(texts), "-qm", str(compiled)], check=True, timeout=60)
    return compiled
