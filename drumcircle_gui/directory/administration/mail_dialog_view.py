"""A mail to the selected accounts: opened in the user's mail program, in several parts where there are many."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.protocol.directory import AccountRow
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .mail_links import mail_links

WIDTH = 440


def write_to(rows: tuple[AccountRow, ...], parent: QWidget) -> "MailDialog | None":
    """Open a mail to these accounts; or a dialog, if there are too many for one mail or no mail program opens it."""
    links = mail_links(row.mail for row in rows)
    if len(links) == 1 and QDesktopServices.openUrl(QUrl(links[0])):
        return None
    dialog = MailDialog(links, tuple(dict.fromkeys(row.mail for row in rows)), parent)
    dialog.open()
    return dialog


class MailDialog(QDialog):
    """Opens each of `links`, or copies all `addresses`."""

    def __init__(self, links: list[str], addresses: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write a mail"))
        self.parts = [Pill(self._name(number, len(links)), "plain") for number in range(len(links))]
        for part, link in zip(self.parts, links, strict=True):
            part.setAutoDefault(False)
            part.clicked.connect(lambda _checked=False, part=part, link=link: self._open(part, link))
        self.copy = Pill(self.tr("Copy all addresses"), "plain")
        self.copy.clicked.connect(lambda: self._copy(addresses))
        self.note = Label("", tone="bad", wraps=True)
        self.note.hide()
        self._lay_out(len(addresses))

    def _name(self, number: int, of: int) -> str:
        return self.tr("Mail {number} of {of}").format(number=number + 1, of=of)

    def _open(self, part: Pill, link: str) -> None:
        if QDesktopServices.openUrl(QUrl(link)):
            part.set_kind("quiet")
        else:
            self.note.setText(self.tr("No mail program opens this. Copy the addresses instead."))
            self.note.show()

    def _copy(self, addresses: tuple[str, ...]) -> None:
        QGuiApplication.clipboard().setText(", ".join(addresses))
        self.copy.setText(self.tr("Copied"))

    def _lay_out(self, count: int) -> None:
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        for part in self.parts:
            column.addWidget(part)
        column.addStretch(1)
        about = self.tr("Nobody sees the addresses of the others.")
        if len(self.parts) > 1:
            parts = self.tr(
                "Your mail program takes only so many addresses at once, so each button opens a part of them."
            )
            about = f"{parts} {about}"
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 24, 24)
        layout.setSpacing(10)
        layout.addWidget(Label(self.tr("A mail to %Ln account(s)", "", count), 15, Weight.DemiBold, wraps=True))
        layout.addWidget(Label(about, tone="dim", wraps=True))
        layout.addWidget(ScrollBody(column), 1)
        layout.addWidget(self.note)
        layout.addLayout(foot)
