"""Adds a room, by its address or from those found in the network, or edits one."""

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.mpd.config.addresses import check_host, format_address, parse_folder, parse_server
from drumcircle_gui.mpd.model.rooms_intents import AddRoom, DiscoverRooms, EditRoom, RoomsIntent
from drumcircle_gui.mpd.model.rooms_state import DiscoveredServer, RoomsState, RoomStatus
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import FIELD_HEIGHT_PX
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

WIDTH_PX = 520
PORT = 6600
ROW_HEIGHT_PX, MOST_ROWS = 30, 4

SEARCH_MS = 12_000
"""How long the network is searched: servers that announce themselves answer within a few seconds."""

_FOUND = Qt.ItemDataRole.UserRole


class _FoundList(QListWidget):
    """The list of found servers. Enter chooses the current one instead of pressing the dialog's default button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemClicked.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class RoomDialog(QDialog):
    """`requested` gives an AddRoom, or an EditRoom of `room`; and, while one may be added, a Discover on and off."""

    requested = Signal(object)

    def __init__(
        self, room: RoomStatus | None = None, taken: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._room, self._taken = room, {name for name in taken if room is None or name != room.name}
        self._found: tuple[DiscoveredServer, ...] | None = None
        self._searching = False
        self._addresses: dict[str, str] = {}
        self.name, self.host, self.password, self.folder = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.port = QSpinBox()
        self.browse = Pill(self.tr("Choose…"), "plain")
        self.list = _FoundList()
        self.search_status = Label(tone="dim", wraps=True)
        self.search_again = Pill(self.tr("Search again"), "quiet")
        self.wrong = Label(tone="bad", wraps=True)
        self.done_button = Pill(self.tr("Add") if room is None else self.tr("Save"), "accent")
        self.cancel = Pill(self.tr("Cancel"), "plain")
        self._lay_out()
        self._fill(room)
        self._search = QTimer(self, interval=SEARCH_MS, singleShot=True)
        self._connect()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Shows the servers found; those already in the group are left out. What was found stays after the search."""
        self._addresses = {room.address: room.name for room in state.rooms}
        if self._room is not None or state.found is None or state.found is self._found:
            return
        self._found = state.found
        self.list.clear()
        for found in state.found:
            where = format_address(found.host, found.port)
            if where not in self._addresses:
                item = QListWidgetItem(self.tr("{name} · {where}").format(name=found.name, where=where), self.list)
                item.setData(_FOUND, found)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(ROW_HEIGHT_PX * min(self.list.count(), MOST_ROWS) + 12)
        self._show_search()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus()
        if self._room is None:
            self.search()

    def search(self) -> None:
        """Searches the network for SEARCH_MS."""
        self._searching = True
        self.requested.emit(DiscoverRooms(on=True))
        self._search.start()
        self._show_search()

    def _end_search(self) -> None:
        if self._searching:
            self._searching = False
            self._search.stop()
            self.requested.emit(DiscoverRooms(on=False))
            self._show_search()

    def _show_search(self) -> None:
        self.search_again.setHidden(self._searching)
        if self.list.count():
            self.search_status.setText(self.tr("Found in this network:"))
        elif self._searching:
            self.search_status.setText(self.tr("Searching for MPD servers in this network…"))
        else:
            self.search_status.setText(
                self.tr(
                    "No other MPD server was found. Enter its address below; servers that do not announce "
                    "themselves (zeroconf_enabled in mpd.conf) cannot be found."
                )
            )

    def take(self, found: DiscoveredServer) -> None:
        """Fills in name and address of `found`."""
        self.name.setText(found.name)
        self.host.setText(found.host)
        self.port.setValue(found.port)
        self.name.setFocus()
        self.name.selectAll()

    def _connect(self) -> None:
        self.list.itemClicked.connect(lambda item: self.take(item.data(_FOUND)))
        self.browse.clicked.connect(self._choose_folder)
        self.done_button.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        if self._room is None:
            self.finished.connect(self._end_search)
            self._search.timeout.connect(self._end_search)
            self.search_again.clicked.connect(self.search)

    def _fill(self, room: RoomStatus | None) -> None:
        self.port.setValue(PORT)
        if room is not None:
            host, port = parse_server(room.address)
            self.name.setText(room.name)
            self.host.setText(host)
            self.port.setValue(port)
            self.password.setText(room.password)
            self.folder.setText(room.folder)

    def _finish(self) -> None:
        problem = self._problem()
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))
        self.resize(WIDTH_PX, max(self.height(), self.sizeHint().height()))
        if not problem:
            self.requested.emit(self._intent())
            self.accept()

    def _intent(self) -> RoomsIntent:
        folder = self.folder.text().strip()
        wanted = AddRoom(self._name(), self.host.text().strip(), self.port.value(), self.password.text(), folder)
        return wanted if self._room is None else EditRoom(self._room.name, wanted)

    def _name(self) -> str:
        return self.name.text().strip() or self.host.text().strip()

    def _problem(self) -> str:
        """The problem with the input, "" if there is none."""
        if not self.host.text().strip():
            return self.tr("Enter the computer's name or address.")
        if self._name() in self._taken:
            return self.tr("Another room has this name. Choose a different one.")
        try:
            check_host(self.host.text().strip())
            if folder := self.folder.text().strip():
                parse_folder(folder)
        except ValueError as error:
            return self.tr("{what}.").format(what=str(error)[:1].upper() + str(error)[1:])
        return self._taken_address()

    def _taken_address(self) -> str:
        """The problem if another room has this address."""
        there = self._addresses.get(format_address(self.host.text().strip(), self.port.value()))
        if there is None or (self._room is not None and there == self._room.name):
            return ""
        return self.tr("{room} has this address already.").format(room=there)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Music folder of this room"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = self.tr("Add a room") if self._room is None else self._room.name
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH_PX)
        self.wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(title, 24, Weight.DemiBold))
        if self._room is None:
            self._lay_out_found(layout)
        layout.addLayout(self._form())
        layout.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.done_button)
        self.done_button.setDefault(True)
        layout.addLayout(foot)

    def _lay_out_found(self, layout: QVBoxLayout) -> None:
        about = self.tr("Any computer that runs MPD, the Music Player Daemon, can be a room.")
        layout.addWidget(Label(about, tone="dim", wraps=True))
        search = QHBoxLayout()
        search.addWidget(self.search_status, 1)
        search.addWidget(self.search_again)
        layout.addLayout(search)
        self.list.setAccessibleName(self.tr("Found in this network"))
        self.list.setProperty("boxed", True)
        self.list.hide()
        layout.addWidget(self.list)

    def _form(self) -> QFormLayout:
        self.port.setRange(1, 65_535)
        self.port.setGroupSeparatorShown(False)
        self.port.setFixedWidth(88)
        self.port.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.port.setAccessibleName(self.tr("Port"))
        self.password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.name.setPlaceholderText(self.tr("Kitchen"))
        self.host.setPlaceholderText(self.tr("kitchen.local or 192.168.1.20"))
        self.password.setPlaceholderText(self.tr("only if MPD asks for one"))
        self.folder.setPlaceholderText(self.tr("/srv/music, or pi@kitchen.local:Music by SFTP"))
        where, folder = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((where, (self.host, self.port)), (folder, (self.folder, self.browse))):
            row.setSpacing(8)
            row.addWidget(parts[0], 1)
            row.addWidget(parts[1])
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, field, part in (
            (self.tr("Name"), self.name, self.name),
            (self.tr("Computer, port"), self.host, where),
            (self.tr("Password"), self.password, self.password),
            (self.tr("Music folder"), self.folder, folder),
        ):
            field.setAccessibleName(text)
            label = Label(text, tone="dim")
            label.setFixedHeight(FIELD_HEIGHT_PX)
            form.addRow(label, part)
        form.addRow("", Label(self.tr("Needed only for uploads to this room."), 11, tone="dim", wraps=True))
        return form
