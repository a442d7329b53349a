"""The card with the pages queue, library, files and events, one shown at a time."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from drumcircle_gui.mpd.model.format import format_duration
from drumcircle_gui.mpd.model.rooms_intents import RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import QueueSong, RoomsState
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip

from .events_view import EventsList
from .files_view import FilesPage
from .library_view import LibraryPage
from .queue_view import QueueList

WIDE_PX = 540
"""From this width on, the queue's length is shown beside the tabs."""


class RoomsTabs(Card):
    """`requested` gives an intent, `chosen` the current song of the queue or None."""

    requested = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = ChangeDetector()
        self.queue = QueueList()
        self.library = LibraryPage()
        self.files = FilesPage()
        self.events = EventsList()
        self.stack = QStackedWidget()
        self.choices = QButtonGroup(self)
        self.about = ShortLabel("", tone="dim")
        self.clear = Pill(self.tr("Clear"), "quiet")
        self._lay_out()
        self._connect()
        self.show_page(0)

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        new = self._shown.new
        if new("queue", state.queue, state.playing.id):
            self.queue.render(state)
        if new("about", state.queue):
            self.about.setText(self._about(state.queue))
            self.clear.setEnabled(bool(state.queue))
        if new("library", state.listing):
            self.library.render(state.listing)
        if new("files", state.rooms, state.differences, state.uploads):
            self.files.render(state)
        if new("events", state.events):
            self.events.render(state.events)

    def show_page(self, place: int) -> None:
        """Shows page 0 (queue), 1 (library), 2 (files) or 3 (events)."""
        self.stack.setCurrentIndex(place)
        self.choices.button(place).setChecked(True)
        self._show_about()
        self.clear.setVisible(place == 0)

    def set_events_shown(self, shown: bool) -> None:
        """Whether the events are one of the pages; False where they have a card of their own."""
        self.choices.button(3).setVisible(shown)
        if not shown and self.stack.currentIndex() == 3:
            self.show_page(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_about()

    def _show_about(self) -> None:
        self.about.setVisible(self.stack.currentIndex() == 0 and self.width() >= WIDE_PX)

    def _about(self, queue: tuple[QueueSong, ...]) -> str:
        if not queue:
            return self.tr("empty")
        whole = Micros(sum(song.duration or 0 for song in queue))
        count = self.tr("%Ln song(s)", "", len(queue))
        return self.tr("{songs} · {length}").format(songs=count, length=format_duration(whole))

    def _connect(self) -> None:
        for page in (self.queue, self.library, self.files):
            page.requested.connect(self.requested)
        self.queue.chosen.connect(self.chosen)
        self.choices.idClicked.connect(self.show_page)
        self.clear.clicked.connect(lambda: self.requested.emit(RunMpdCommand(("clear",))))

    def _lay_out(self) -> None:
        names = (self.tr("Queue"), self.tr("Library"), self.tr("Files"), self.tr("Events"))
        pages = (self.queue, self.library, self.files, self.events)
        for place, (name, page) in enumerate(zip(names, pages, strict=True)):
            pill = Pill(name, "choice")
            pill.setShortcut(f"Alt+{place + 1}")
            set_tooltip(pill, self.tr("Alt+{n}").format(n=place + 1))
            self.choices.addButton(pill, place)
            self.head.insertWidget(place, pill)
            self.stack.addWidget(page)
        self.clear.setToolTip(self.tr("Remove all songs from the queue"))
        self.head.addStretch(1)
        self.head.addWidget(self.about)
        self.head.addWidget(self.clear)
        self.body.addWidget(self.stack)
