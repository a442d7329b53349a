"""Applies theme, language and motion to the program."""

from PySide6.QtWidgets import QApplication

from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.settings import Appearance
from drumcircle_gui.widgets.ring.motion import MOTION
from drumcircle_gui.widgets.theme import apply_theme


def apply_appearance(qt: QApplication, appearance: Appearance) -> None:
    """Apply the language to windows made from now on, and the theme to all windows at once."""
    install_language(qt, appearance.language)
    MOTION.reduced = appearance.less_motion
    apply_theme(qt, appearance.theme)
