"""A mail to accounts: opened at once, or by a dialog where there are too many or no mail program opens it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from drumcircle_gui.directory.administration.mail_dialog_view import write_to
from tests.tools.accessibility import nameless

from .people import people

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class MailProgram:
    """Stands for the user's. `opens`: whether there is one."""

    def __init__(self):
        self.links, self.opens = [], True

    def open(self, url):
        self.links.append(url.toString())
        return self.opens


@pytest.fixture
def program(monkeypatch):
    program = MailProgram()
    monkeypatch.setattr(QDesktopServices, "openUrl", program.open)
    return program


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_mail_is_opened_without_a_dialog(program, parent):
    assert write_to(people(2), parent) is None
    assert program.links == ["mailto:?bcc=player0@example.org,player1@example.org"]


def test_many_addresses_are_split_and_each_part_is_opened_once(qtbot, program, parent):
    dialog = write_to(people(150), parent)
    assert not program.links and [part.text() for part in dialog.parts] == ["Mail 1 of 2", "Mail 2 of 2"]
    assert nameless(dialog) == []
    for part in dialog.parts:
        click(qtbot, part)
    assert len(program.links) == 2
    assert sum(link.count("@") for link in program.links) == 150 and not dialog.note.isVisible()


def test_without_a_mail_program_it_says_so_and_the_addresses_can_be_copied(qtbot, program, parent):
    program.opens = False
    dialog = write_to(people(3), parent)
    click(qtbot, dialog.parts[0])
    assert dialog.note.isVisible()
    click(qtbot, dialog.copy)
    assert QGuiApplication.clipboard().text() == "player0@example.org, player1@example.org, player2@example.org"
    assert dialog.copy.text() == "Copied"
