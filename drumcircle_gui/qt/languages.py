"""Shows the windows in the user's language. Their texts are `resources/languages/drumcircle_*.qm`, made by Qt's tools
from the .ts files beside them (`python packaging/languages.py`); English needs none."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.languages import ENGLISH, language_of
from drumcircle_gui.paths import resource

log = logging.getLogger(__name__)

_installed: list[QTranslator] = []
_language = [ENGLISH]


def install_language(application: QCoreApplication, choice: str) -> str:
    """Use the language `choice` ("": the system's) for texts from now on; return the language. Existing windows keep
    their texts."""
    language = language_of(choice, tuple(QLocale.system().uiLanguages()))
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    _language[0] = language
    if language != ENGLISH:
        _install(application, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        try:
            _install(application, f"drumcircle_{language}", str(resource("languages")))
        except DrumCircleError as error:
            log.warning("%s", error)
    right_to_left = QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft
    if isinstance(application, QGuiApplication):
        application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
    return language


def shown_language() -> str:
    """The language of windows that are made now."""
    return _language[0]


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
        _installed.append(translator)
    else:
        log.warning("the texts %s are missing from %s", name, folder)
