"""The tasks of a newcomer's walk: what is clicked and typed, and what must appear."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.conductor.invite_view import InviteDialog
from drumcircle_gui.mpd.view.dialogs.leave_view import LeaveDialog
from drumcircle_gui.mpd.view.dialogs.room_view import RoomDialog
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.recap.recap_view import RecapView
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.shell.app import App
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.timing.units import bpm_of
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.pads.pad_button import PadButton
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.question import Question
from tests.tools.newcomer import Newcomer
from tests.tools.rigs import mpds

CTRL = Qt.KeyboardModifier.ControlModifier
MAIL = """Hi Fern, on Sunday at eight we drum again!
> Just paste this: <{invite}>. See you there,
Ruth (sent from my phone)"""


def says(page: QWidget, text: str) -> bool:
    """Whether a label of `page` contains `text`."""
    return any(text in label.accessibleName() for label in page.findChildren(ShortLabel))


def tempo_at(page: PlayerView) -> int:
    """The tempo that the server has set last, rounded, as the player's window knows it."""
    timeline = page.ring.scene.timeline
    return 0 if timeline is None else round(bpm_of(timeline.latest.tempo))


def player_guide(page: PlayerView) -> str:
    """The groove that the player's guide plays, or will play."""
    state = page._state
    latest = state.circle.grooves.latest if state else None
    return latest.name if latest else ""


class Walk:
    """The two windows, conductor's and player's, and the newcomer who uses them."""

    def __init__(self, hand: Newcomer, conductor: App, player: App, room: mpds.Mpd | None) -> None:
        self._hand, self._room = hand, room
        self._conductor, self._player = conductor, player
        self._invite = ""

    def run(self) -> None:
        """Everything, from the start page to the end of the circle."""
        for part in (self._launch, self._share, self._join, self._play, self._talk, self._conduct, self._record):
            part()
        for part in (self._replay, self._keep_rooms, self._end):
            part()

    # --- pages ------------------------------------------------------------------------------------------------------

    def _page(self, app: App, kind: type) -> object:
        pages = app.window.centralWidget()
        assert isinstance(pages, QStackedWidget)
        self._hand.until(lambda: isinstance(pages.currentWidget(), kind), f"the page {kind.__name__}")
        return pages.currentWidget()

    def _start_page(self, app: App) -> StartView:
        page = self._page(app, StartView)
        assert isinstance(page, StartView)
        return page

    def _circle_page(self) -> ConductorView:
        page = self._page(self._conductor, ConductorView)
        assert isinstance(page, ConductorView)
        return page

    def _player_page(self) -> PlayerView:
        page = self._page(self._player, PlayerView)
        assert isinstance(page, PlayerView)
        return page

    # --- tasks ------------------------------------------------------------------------------------------------------

    def _launch(self) -> None:
        hand = self._hand
        with hand.task("Start a circle"):
            hand.turn_to(self._conductor.window)
            page = self._start_page(self._conductor)
            hand.step("The start page")
            hand.click(page.conduct.launch)
            header = self._circle_page().header
            hand.until(header.transport.isEnabled, "the conductor is connected")
            hand.step("The circle is launched, and empty")

    def _share(self) -> None:
        hand, view = self._hand, self._circle_page()
        with hand.task("Invite"):
            hand.click(view.header.invite)
            dialog = view.findChild(InviteDialog)
            assert dialog is not None
            hand.until(dialog.isVisible, "the invite")
            hand.step("The invite to copy or to scan")
            copy = next(each for each in dialog.findChildren(Pill) if each.accessibleName().endswith("for players"))
            hand.click(copy)
            self._invite = QApplication.clipboard().text()
            assert Invite.parse(self._invite)
            hand.step("The invite is copied")
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: not dialog.isVisible(), "the invite closes")

    def _join(self) -> None:
        hand = self._hand
        with hand.task("Join"):
            hand.turn_to(self._player.window)
            page = self._start_page(self._player)
            hand.click(page.join.name)
            hand.key(Qt.Key.Key_A, CTRL)
            hand.write("Fern")
            hand.step("The name is typed")
            hand.click(page.join.invite.text)
            hand.paste(MAIL.format(invite=self._invite))
            view = self._player_page()
            hand.until(lambda: "Connected" in view.header.status.accessibleName(), "the player is connected")
            hand.step("The player is in the circle, which stands still")
        hand.turn_to(self._conductor.window)
        with hand.task("Start the drumming"):
            conducting = self._circle_page()
            hand.until(lambda: conducting.roster.table.model().rowCount() == 1, "the player is in the roster")
            hand.step("The conductor sees the player")
            hand.click(conducting.header.transport)
            hand.until(lambda: conducting.header.transport.text() == "Stop", "the circle runs")
            hand.step("The circle is started")

    def _play(self) -> None:
        hand, view = self._hand, self._player_page()
        conducting = self._circle_page()
        with hand.task("Play"):
            hand.turn_to(self._player.window)
            hand.until(lambda: view.ring.scene.running, "the ring turns")
            hand.click(view.pads.findChildren(PadButton)[0])
            hand.key(Qt.Key.Key_Z)
            hand.until(lambda: len(view.ring.scene.dots) == 2, "both strokes on the ring")
            hand.step("A pad struck by mouse, another by key")
            hand.until(lambda: len(conducting.ring.scene.dots), "the stroke comes round at the conductor")
            hand.step("The strokes come round")

    def _talk(self) -> None:
        hand, view, conducting = self._hand, self._player_page(), self._circle_page()
        with hand.task("Chat"):
            hand.click(view.chat.input)
            hand.type("Hello from the second window!")
            hand.until(lambda: conducting.chat.log.toPlainText().count("Hello"), "the message")
            hand.step("The player has written")

    def _conduct(self) -> None:
        hand, view = self._hand, self._circle_page()
        table = view.roster.table
        hand.turn_to(self._conductor.window)
        with hand.task("Change the tempo by keys"):
            before, tempo = view.header.tempo.value(), view.header.tempo.focusProxy()
            hand.tab_to(tempo)
            hand.key(Qt.Key.Key_Up, times=4)
            hand.until(lambda: tempo_at(self._player_page()) == before + 4, "the new tempo at the player")
            hand.step("Four bpm faster")
        with hand.task("Mute and unmute by keys"):
            hand.tab_to(table)
            player = self._player_page()
            hand.key(Qt.Key.Key_M)
            hand.until(lambda: says(player, "has muted you"), "the player is muted")
            hand.until(lambda: (row := table.selected()) is not None and row.muted, "the roster says so")
            hand.step("The player is muted")
            hand.key(Qt.Key.Key_M)
            hand.until(lambda: not says(player, "has muted you"), "the player is heard again")
            hand.step("The player is heard again")
        with hand.task("Follow the leader"):
            hand.choose(view.modes.choose, "Follow the leader")
            hand.until(lambda: view.modes.choose.accessibleName() == "Follow the leader", "the mode")
            hand.step("The player leads")
            hand.click(view.modes.end)
        with hand.task("Change the groove"):
            hand.choose(view.modes.guide, "Samba")
            hand.until(lambda: player_guide(self._player_page()) == "Samba", "the groove at the player")
            hand.step("The guide plays a samba")
        with hand.task("Put a player into the spotlight"):
            table.choose(None)
            row = table.visualRect(table.model().index(0, 0)).center()
            hand.click(table.viewport(), at=row)
            hand.choose(view.roster.more, "Spotlight: louder than all others")
            hand.until(lambda: view.players.spotlight.isVisible(), "the spotlight")
            hand.step("The player is in the spotlight")
            hand.click(view.players.spotlight.end)
            hand.until(lambda: not view.players.spotlight.isVisible(), "the spotlight ends")
        with hand.task("Give a cue"):
            hand.key(Qt.Key.Key_2, CTRL)
            hand.until(lambda: view.cues.pills["Listen"].isChecked(), "the cue")
            hand.turn_to(self._player.window)
            hand.step("The player sees the cue")

    def _record(self) -> None:
        hand, view = self._hand, self._circle_page()
        hand.turn_to(self._conductor.window)
        with hand.task("Record"):
            record = view.header.record
            if record.isChecked():
                hand.click(record)
                hand.until(lambda: record.accessibleName() == "Not recording", "the recording stops")
            hand.click(record)
            hand.until(lambda: record.accessibleName() == "Recording", "the recording starts")
            hand.step("The circle is recorded")
            hand.click(record)
            hand.until(lambda: record.accessibleName() == "Not recording", "the recording stops")
        with hand.task("Stop the drumming"):
            hand.click(view.header.transport)
            hand.until(lambda: view.header.transport.text() == "Start", "the circle stands still")
            hand.step("The circle is stopped")
        with hand.task("Leave"):
            hand.turn_to(self._player.window)
            hand.click(self._player_page().header.leave)
            self._start_page(self._player)
            hand.step("The start page knows the circle")
        with hand.task("See the recap"):
            hand.click(
                next(each for each in self._start_page(self._player).findChildren(Pill) if each.text() == "Recap")
            )
            page = self._page(self._player, RecapView)
            assert isinstance(page, RecapView)
            hand.until(lambda: page.cycles.model().rowCount(), "the cycles of the session")
            hand.step("The recap of the session")
            hand.click(page.back)
            recordings = self._page(self._player, RecordingsView)
            assert isinstance(recordings, RecordingsView)
            hand.click(recordings.back)
            self._start_page(self._player)

    def _replay(self) -> None:
        hand = self._hand
        with hand.task("Play a recording"):
            hand.click(self._start_page(self._player).recordings)
            page = self._page(self._player, RecordingsView)
            assert isinstance(page, RecordingsView)
            hand.until(page.list.current, "the recording in the list")
            hand.step("The recordings")
            hand.click(page.buttons.play)
            hand.until(page.playback.isVisible, "the playback")
            hand.step("A recording plays")
            hand.click(page.back)
            self._start_page(self._player)

    def _keep_rooms(self) -> None:
        hand = self._hand
        with hand.task("Open the rooms"):
            hand.click(self._start_page(self._player).rooms.open)
            page = self._page(self._player, RoomsView)
            assert isinstance(page, RoomsView)
            hand.look(500)
            hand.step("The rooms page without rooms")
        if self._room is not None:
            self._add_room(page, self._room)
            self._play_in_rooms(page)
        with hand.task("Leave the rooms"):
            hand.click(page.header.back)
            if isinstance(page.dialog, LeaveDialog):
                hand.step("A question before music ends")
                hand.click(page.dialog.yes)
            self._start_page(self._player)

    def _add_room(self, page: RoomsView, room: mpds.Mpd) -> None:
        hand = self._hand
        with hand.task("Add a room"):
            hand.click(page.empty.findChildren(Pill)[0])
            dialog = page.dialog
            assert isinstance(dialog, RoomDialog)
            hand.step("The dialog that adds a room")
            hand.click(dialog.name)
            for text in ("Kitchen", room.address):
                hand.key(Qt.Key.Key_A, CTRL)
                hand.write(text)
                hand.key(Qt.Key.Key_Tab)
            hand.tab_to(dialog.port)
            hand.key(Qt.Key.Key_A, CTRL)
            hand.write(str(room.port))
            hand.step("The address is typed")
            hand.click(dialog.done_button)
            hand.until(lambda: page.rooms.isVisible(), "the room in the table")

    def _play_in_rooms(self, page: RoomsView) -> None:
        hand, library = self._hand, page.pages.library
        with hand.task("Play music in the rooms"):
            hand.click(page.pages.choices.button(1))
            hand.until(lambda: library.list.model().rowCount(), "the library")
            hand.step("The library")
            row = library.list.visualRect(library.list.model().index(0, 0)).center()
            hand.click(library.list.viewport(), at=row)
            hand.click(library.add)
            play = page.header.transport.play
            hand.until(play.isEnabled, "songs in the queue")
            hand.click(play)
            hand.until(lambda: page.header.transport.stop.isEnabled(), "the music plays")
            hand.click(page.pages.choices.button(0))
            hand.look(1500)
            hand.step("Music plays")

    def _end(self) -> None:
        self._hand.turn_to(self._conductor.window)
        with self._hand.task("End the circle"):
            self._conductor.window.close()
            for question in self._conductor.window.findChildren(Question):
                self._hand.click(question.yes)
            self._hand.until(self._conductor.closed.is_set, "the conductor's window closes")
