"""The page of rooms: all of them play the same at the same moment, and here one sees that they do."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.mpd.model.rooms_intents import DismissRoomsNotice
from drumcircle_gui.mpd.model.rooms_state import RoomSample, RoomsState
from drumcircle_gui.mpd.view.dialogs.leave_view import LeaveDialog
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

BROAD = 1640  # pixels: in more, the events have a place of their own


class RoomsView(QWidget):
    """Shows a `RoomsState`; `requested` gives what is to be done (see `state.Intent`), `left` that one goes back,
    `tempo_requested` the beats per minute that the circle should take on."""

    requested = Signal(object)
    left = Signal()
    tempo_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RoomsState()
        self._shown = ChangeDetector()
        self._failure: Notice | None = None
        self.dialog: RoomDialog | TapDialog | RemoveDialog | LeaveDialog | None = None
        self.header = RoomsHeader()
        self.notices = NoticeBar()
        self.downbeat = DownbeatStrip()
        self.rooms = RoomsCard()
        self.plots = PlotsCard()
        self.pages = RoomsTabs()
        self.events = EventsList()
        self.empty = EmptyState(self.tr("No rooms yet"), self._what_a_room_is(), self._first_steps())
        self._lay_out()
        self._connect()
        self.render(self._state)

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Show this."""
        self._state = state
        self.header.render(state)
        self.downbeat.render(state)
        if self._shown.new("rooms", state.rooms):
            self.rooms.render(state)
            self.plots.render(self.rooms.table.rooms.rows())
            self._show_emptiness()
        if self._shown.new("events", state.events):
            self.events.render(state.events)
        self.pages.render(state)
        self._show_notices()
        if self.dialog is not None:
            self.dialog.render(state)

    def add_samples(self, samples: list[RoomSample]) -> None:
        """Draw these in the plots."""
        self.plots.add(samples)

    def offer_downbeats(self, downbeats: tuple[Downbeat, ...]) -> None:
        """The first beats of the circle's coming cycles, soonest first; none: there is no circle."""
        self.downbeat.offer(downbeats)

    def set_back_shown(self, shown: bool) -> None:
        """Whether there is something to go back to, which a tab has not."""
        self.header.back.setVisible(shown)
        self._escape.setEnabled(shown)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """`go`, if closing the rooms is meant: at once as long as no client is connected."""
        if not self._state.clients:
            go()
            return
        dialog = LeaveDialog(self)
        dialog.accepted.connect(go)
        self._open(dialog)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.activated.connect(self.left)
        self.header.back.clicked.connect(self.left)
        for part in (self.header, self.downbeat, self.rooms.table, self.pages):
            part.requested.connect(self.requested)
        self.downbeat.tempo_requested.connect(self.tempo_requested)
        self.rooms.table.chosen.connect(self.plots.highlight)
        self.plots.chosen.connect(self.rooms.table.choose)
        self.plots.failed.connect(self._say_failure)
        self.pages.chosen.connect(self.downbeat.choose)
        self.rooms.add_requested.connect(self.add_room)
        self.rooms.edit_requested.connect(self.edit_room)
        self.rooms.tap_requested.connect(self.tap_along)
        self.rooms.remove_requested.connect(self.remove_room)
        self.empty.acted.connect(lambda _place: self.add_room())
        self.notices.dismissed.connect(self._dismiss)

    def add_room(self) -> None:
        """By hand, or one that was found."""
        self._open_to_wish(RoomDialog(None, self._names(), self))

    def edit_room(self, name: str) -> None:
        if (room := self._state.room(name)) is not None:
            self._open_to_wish(RoomDialog(room, self._names(), self))

    def tap_along(self, name: str) -> None:
        self._open_to_wish(TapDialog(name, self))

    def remove_room(self, name: str) -> None:
        """Asks first."""
        self._open_to_wish(RemoveDialog(name, self))

    def _open_to_wish(self, dialog: RoomDialog | TapDialog | RemoveDialog) -> None:
        dialog.requested.connect(self.requested)
        self._open(dialog)

    def _open(self, dialog: RoomDialog | TapDialog | RemoveDialog | LeaveDialog) -> None:
        """In the place of the one that is open."""
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
            told = tuple(Notice(str(n.number), n.what, n.todo, n.kind) for n in self._state.notices)  # type: ignore[arg-type]
            self.notices.render((*told, self._failure) if self._failure else told)

    def _say_failure(self, why: str) -> None:
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
        broad = event.size().width() >= BROAD
        self._happened.setVisible(broad)
        self.pages.set_events_shown(not broad)

    def _show_emptiness(self) -> None:
        nothing = not self._state.rooms
        self._nothing.setVisible(nothing)
        self._something.setHidden(nothing)
        self.header.transport.setHidden(nothing)

    def _what_a_room_is(self) -> str:
        return self.tr(
            "A room is any computer with speakers that runs MPD, the Music Player Daemon. Add yours: they play the "
            "same music at the same moment, and any MPD client can say what."
        )

    def _first_steps(self) -> tuple[str, ...]:
        return self.tr("Add a room"), self.tr("Look for rooms")

    def _lay_out(self) -> None:
        self._nothing = Card()
        self._nothing.body.addWidget(self.empty)
        self._happened = Card(self.tr("Events"))
        self._happened.body.addWidget(self.events)
        self._happened.hide()
        columns = beside((self.plots, 8), (self.pages, 8), (self._happened, 7))
        body = below((self.downbeat, 0), (self.rooms, 0), (columns, 1))
        body.setContentsMargins(0, 0, 0, 0)
        self._something = QWidget()
        self._something.setLayout(body)
        lay_out_page(self, (self.header, self.notices), (self._nothing, self._something))
