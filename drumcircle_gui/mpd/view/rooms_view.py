"""The page of the rooms: header, table, plots, queue and library, dialogs and notices."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.mpd.model.rooms_intents import DismissRoomsNotice
from drumcircle_gui.mpd.model.rooms_state import RoomSample, RoomsState
from drumcircle_gui.mpd.view.dialogs.connect_view import ConnectDialog
from drumcircle_gui.mpd.view.dialogs.leave_view import LeaveDialog, is_in_use
from drumcircle_gui.mpd.view.dialogs.remove_view import RemoveDialog
from drumcircle_gui.mpd.view.dialogs.room_view import RoomDialog
from drumcircle_gui.mpd.view.dialogs.tap_offset_view import TapDialog
from drumcircle_gui.mpd.view.pages.events_view import EventsList
from drumcircle_gui.mpd.view.pages.tabs_view import RoomsTabs
from drumcircle_gui.mpd.view.table.card_view import RoomsCard
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import below, beside, lay_out_page

from .downbeat_view import DownbeatStrip
from .plots_view import PlotsCard
from .rooms_header_view import RoomsHeader

WIDE_PX = 1640
"""From this width on, events have a card of their own."""


class RoomsView(QWidget):
    """Shows a `RoomsState`.

    `requested` gives a `RoomsIntent`, `left` asks to go back, `tempo_requested` gives beats per minute for the circle.
    """

    guide_page = "rooms"
    requested = Signal(object)
    left = Signal()
    tempo_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RoomsState()
        self._shown = ChangeDetector()
        self._failure: Notice | None = None
        self.dialog: RoomDialog | TapDialog | RemoveDialog | LeaveDialog | ConnectDialog | None = None
        self.header = RoomsHeader()
        self.notices = NoticeBar()
        self.downbeat = DownbeatStrip()
        self.rooms = RoomsCard()
        self.plots = PlotsCard()
        self.pages = RoomsTabs()
        self.events = EventsList()
        self.empty = EmptyState(self.tr("No rooms yet"), self._explanation(), self._first_steps())
        self._lay_out()
        self._connect()
        self.render(self._state)

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        self._state = state
        self.header.render(state)
        self.downbeat.render(state)
        if self._shown.new("rooms", state.rooms):
            self.rooms.render(state)
            self.plots.render(self.rooms.table.rooms.rows())
            self._show_empty_state()
        if self._shown.new("events", state.events):
            self.events.render(state.events)
        self.pages.render(state)
        self._show_notices()
        if self.dialog is not None:
            self.dialog.render(state)

    def add_samples(self, samples: list[RoomSample]) -> None:
        """Adds these measurements to the plots."""
        self.plots.add(samples)

    def offer_downbeats(self, downbeats: tuple[Downbeat, ...]) -> None:
        """Offers the first beats of the circle's next cycles, soonest first; empty without a circle."""
        self.downbeat.offer(downbeats)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Calls `go` at once, or after a question while music plays or clients are connected."""
        if not is_in_use(self._state):
            go()
            return
        dialog = LeaveDialog(self)
        dialog.accepted.connect(go)
        self._open(dialog)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.activated.connect(self.left)
        self.notices.occupied.connect(lambda occupied: self._escape.setEnabled(not occupied))
        self.header.back.clicked.connect(self.left)
        self.header.connect_requested.connect(lambda: self._open(ConnectDialog(self)))
        for part in (self.header, self.downbeat, self.rooms.table, self.pages):
            part.requested.connect(self.requested)
        self.downbeat.tempo_requested.connect(self.tempo_requested)
        self.rooms.table.chosen.connect(self.plots.highlight)
        self.plots.chosen.connect(self.rooms.table.choose)
        self.plots.failed.connect(self._show_failure)
        self.pages.chosen.connect(self.downbeat.choose)
        self.rooms.add_requested.connect(self.add_room)
        self.rooms.edit_requested.connect(self.edit_room)
        self.rooms.tap_requested.connect(self.tap_along)
        self.rooms.remove_requested.connect(self.remove_room)
        self.empty.acted.connect(lambda _place: self.add_room())
        self.notices.dismissed.connect(self._dismiss)

    def add_room(self) -> None:
        """Opens the dialog that adds a room."""
        self._open_for_request(RoomDialog(None, self._names(), self))

    def edit_room(self, name: str) -> None:
        if (room := self._state.room(name)) is not None:
            self._open_for_request(RoomDialog(room, self._names(), self))

    def tap_along(self, name: str) -> None:
        self._open_for_request(TapDialog(name, self))

    def remove_room(self, name: str) -> None:
        """Asks before the room called `name` is removed."""
        self._open_for_request(RemoveDialog(name, self))

    def _open_for_request(self, dialog: RoomDialog | TapDialog | RemoveDialog) -> None:
        dialog.requested.connect(self.requested)
        self._open(dialog)

    def _open(self, dialog: RoomDialog | TapDialog | RemoveDialog | LeaveDialog | ConnectDialog) -> None:
        """Opens `dialog` in place of the one that is open."""
        if self.dialog is not None:
            self.dialog.reject()
        dialog.finished.connect(self._forget_dialog)
        dialog.render(self._state)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _names(self) -> list[str]:
        return [room.name for room in self._state.rooms]

    # --- notices ----------------------------------------------------------------------------------------------------

    def _show_notices(self) -> None:
        if self._shown.new("notices", self._state.notices, self._failure):
            shown = tuple(Notice(str(n.number), n.what, n.todo, n.kind) for n in self._state.notices)  # type: ignore[arg-type]
            self.notices.render((*shown, self._failure) if self._failure else shown)

    def _show_failure(self, why: str) -> None:
        text = self.tr("The plots could not be exported: {why}").format(why=why)
        self._failure = Notice("export", text, self.tr("Try another folder."), "bad")
        self._show_notices()

    def _dismiss(self, key: str) -> None:
        if key == "export":
            self._failure = None
        else:
            self.requested.emit(DismissRoomsNotice(int(key)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.rooms.table.setFocus()

    # --- layout -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE_PX
        self._events_card.setVisible(wide)
        self.pages.set_events_shown(not wide)

    def _show_empty_state(self) -> None:
        empty = not self._state.rooms
        self._empty_card.setVisible(empty)
        self._body.setHidden(empty)
        self.header.transport.setHidden(empty)

    def _explanation(self) -> str:
        return self.tr(
            "A room is any computer with speakers that runs MPD, the Music Player Daemon. All rooms you add play the "
            "same music at the same moment, and any MPD client controls them."
        )

    def _first_steps(self) -> tuple[str, ...]:
        return self.tr("Add a room"), self.tr("Look for rooms")

    def _lay_out(self) -> None:
        self._empty_card = Card()
        self._empty_card.body.addWidget(self.empty)
        self._events_card = Card(self.tr("Events"))
        self._events_card.body.addWidget(self.events)
        self._events_card.hide()
        columns = beside((self.plots, 8), (self.pages, 8), (self._events_card, 7))
        body = below((self.downbeat, 0), (self.rooms, 0), (columns, 1))
        body.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        lay_out_page(self, (self.header, self.notices), (self._empty_card, self._body))
        self._body.setLayout(body)  # last: tables are measured for each new parent
