"""The program in German, for tests of its words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.qt.languages import install_language


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")
