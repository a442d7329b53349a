"""The start page: conduct a circle, join one, keep rooms in sync, or open the recordings."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.directory.found import FoundCircles
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import Appearance, Settings, Theme
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import LOW_PAGE_PX, ScrollBody
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight, font

from .start_cards_view import ConductCard, JoinCard, RoomsStartCard
from .start_requests import OpenPractice, OpenRecordings

MAX_CARD_HEIGHT = 600  # pixels
SPARE_PAGE_PX = 720
"""Page height in pixels from which there is space above and below the cards."""


class Attempt(Protocol):
    """An attempt to join a circle (see `JoinAttempt`)."""

    on_waiting: Callable[[str], None]

    def give_up(self) -> None: ...


class StartView(QWidget):
    """Emits `requested` with a StartRequest, `waiting_stopped` when the user stops waiting for admission, and
    `settings_wanted` to open the settings."""

    requested = Signal(object)
    waiting_stopped = Signal()
    settings_wanted = Signal()

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = NoticeBar()
        self._offers: tuple[Notice, ...] = ()
        self._wanted = ""  # the circle that is joined
        self.conduct = ConductCard(settings, name)
        self.join = JoinCard(settings, name)
        self.rooms = RoomsStartCard()
        self.themes = _Themes(settings.appearance.theme)
        self.recordings = Pill(self.tr("Recordings"), "quiet")
        self.recordings.setShortcut("Ctrl+R")
        self.recordings.setToolTip(self.tr("Play, export and rename what was recorded (Ctrl+R)"))
        self.recordings.clicked.connect(lambda: self.requested.emit(OpenRecordings()))
        self.settings = Pill(self.tr("Settings"), "quiet")
        self.settings.setShortcut("Ctrl+,")
        self.settings.setToolTip(self.tr("Language, look, sound and more, with a search (Ctrl+,)"))
        self.settings.clicked.connect(self.settings_wanted)
        self.guide = Pill(self.tr("Guide"), "quiet")
        self.guide.setToolTip(self.tr("How to begin, and what to do when something does not work (F1)"))
        self.practice = Pill(self.tr("Practice"), "quiet")
        self.practice.setShortcut("Ctrl+T")
        self.practice.setToolTip(self.tr("Play by yourself, with a guide, bots and a score (Ctrl+T)"))
        self.practice.clicked.connect(lambda: self.requested.emit(OpenPractice()))
        for part in (self.conduct, self.join, self.rooms, self.themes):
            part.requested.connect(self.requested)
        self._recap: Path | None = None
        self.notices.acted.connect(self._act)
        self.notices.dismissed.connect(self._stop_waiting)
        self._lay_out()

    def complain(self, what: str, todo: str = "") -> None:
        """Show a problem, and what to do about it."""
        self._tell(*((Notice("start", translated(what), translated(todo), "bad"),) if what else ()))

    def add_offer(self, notice: Notice) -> None:
        """Show a question or a hint that is not urgent, below the messages of this page."""
        self._offers = (*self._offers, notice)
        self._tell()

    def remove_offer(self, key: str) -> None:
        """Remove the offers with that key."""
        self._offers = tuple(offer for offer in self._offers if offer.key != key)
        self._tell()

    def _tell(self, *happened: Notice) -> None:
        self.notices.render((*self._offers, *happened))

    def offer(self, invite: Invite) -> None:
        """Fill in an invite that the user has clicked on; the user decides whether to join."""
        self.join.invite.fill(invite)
        self.join.invite.button.setFocus()
        what = self.tr("You are invited to “{circle}” at {host}.").format(circle=invite.circle, host=invite.host)
        todo = self.tr("Check your name, then press Join.")
        self._tell(Notice("start", what, todo))

    def offer_recap(self, file: Path | None) -> None:
        """Offer the recap of the session that has just ended, if it was recorded in `file`."""
        self._recap = file
        if file is not None:
            what = self.tr("You have played. See each cycle, how tight you were, and keep a loop of it.")
            self.add_offer(Notice("recap", what, "", "good", self.tr("Recap")))

    def show_found(self, found: FoundCircles) -> None:
        """Show the circles that were found."""
        self.join.found.render(found)

    def show_connecting(self, invite: Invite) -> None:
        """Show that the program connects to the circle of `invite`, and keep the invite for another attempt."""
        if invite.key and not self.join.invite.text.text():
            self.join.invite.fill(invite)
        self._wanted = invite.circle
        what = self.tr("Connecting to “{circle}” at {host} …").format(circle=invite.circle, host=invite.host)
        self._tell(Notice("start", what))

    def follow(self, attempt: Attempt) -> None:
        """Show when the player of `attempt` has to wait for admission, and let the user stop waiting."""
        attempt.on_waiting = self.show_waiting
        self.waiting_stopped.connect(attempt.give_up)

    def show_waiting(self, why: str) -> None:
        """Show that a conductor has been asked to admit the player."""
        what = self.tr("Waiting to be let in to “{circle}” …").format(circle=self._wanted)
        self._tell(Notice("waiting", what, why, "plain", self.tr("Stop waiting")))

    def _act(self, notice: str) -> None:
        if notice == "recap":
            self.requested.emit(OpenRecordings(self._recap))
        self._stop_waiting(notice)

    def _stop_waiting(self, notice: str) -> None:
        if notice == "waiting":
            self.waiting_stopped.emit()

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for card, share in ((self.conduct, 3), (self.join, 3), (self.rooms, 2)):
            cards.addWidget(card, share)
        tagline = self.tr("Everyone hears everyone one turn of the ring later, exactly in time, anywhere in the world.")
        page = self._page = QVBoxLayout(self)
        page.addStretch(2)
        head = self._head = QVBoxLayout()
        self._title = Label(self.tr("Drum Circle"), 34, Weight.DemiBold)
        head.addWidget(self._title)
        self._tagline = Label(tagline, 15, tone="dim", wraps=True)
        head.addWidget(self._tagline)
        page.addLayout(head)
        page.addWidget(self.notices)
        scrolled = ScrollBody(cards)
        scrolled.setMaximumHeight(MAX_CARD_HEIGHT)
        page.addWidget(scrolled, 100)  # nothing is scrolled while there is space above or below
        page.addStretch(3)
        foot = QHBoxLayout()
        foot.addWidget(self.practice)
        foot.addWidget(self.recordings)
        foot.addWidget(self.settings)
        foot.addWidget(self.guide)
        foot.addWidget(self.themes, 1)
        page.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt to the height: a low page has no empty space; a very low one has small margins, a smaller title, and no
        line below it."""
        super().resizeEvent(event)
        low = event.size().height() < LOW_PAGE_PX
        self._page.setContentsMargins(*((24, 8, 24, 8) if low else (48, 24, 48, 24)))
        self._page.setSpacing(4 if low else 8)
        self._title.setFont(font(24 if low else 34, Weight.DemiBold))
        self._head.setContentsMargins(0, 0, 0, 0 if low else 16)
        spare = event.size().height() >= SPARE_PAGE_PX
        self._page.setStretch(0, 2 if spare else 0)
        self._page.setStretch(self._page.count() - 2, 3 if spare else 0)
        self._tagline.setVisible(not low)


class _Themes(QWidget):
    """Emits `requested` with the chosen Appearance."""

    requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        choices: tuple[tuple[Theme, str], ...] = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(Label(self.tr("Look"), tone="dim"))
        one_of = QButtonGroup(self)
        for choice, text in choices:
            pill = Pill(text, "choice")
            pill.setChecked(choice == theme)
            pill.clicked.connect(lambda _checked=False, choice=choice: self.requested.emit(Appearance(choice)))
            one_of.addButton(pill)
            row.addWidget(pill)
