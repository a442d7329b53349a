"""The whole program as a conductor uses it: a real window, a real server, real connections on this machine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.conductor.invite_view import InviteDialog
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.widgets.notice import NoticeLine
from drumcircle_gui.widgets.pill import Pill

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


def test_the_conductor_cues_mutes_chats_and_removes_a_player(sit, elsewhere):
    desk = sit("conduct", "--port", "0")
    view = desk.conducting()
    fern, reed = (elsewhere.come(desk.invite(), name) for name in ("Fern", "Reed"))
    desk.until(lambda: view.roster.table.model().rowCount() == 2)
    desk.bot.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: (fern.circle.cue.word, view.cues.pills["Listen"].isChecked()) == ("Listen", True))
    desk.write(view.cues.own, "Whisper")
    desk.until(lambda: fern.circle.cue.word == "Whisper" and not view.cues.pills["Listen"].isChecked())
    desk.write(view.chat.input, "hello all")
    desk.until(lambda: [line.text for line in fern.circle.chat] == ["hello all"])
    view.roster.choose(fern.circle.me)
    desk.bot.keyClick(view.roster.table, Qt.Key.Key_Return)
    desk.bot.keyClicks(view.chat.input, "only you")
    desk.bot.keyClick(view.chat.input, Qt.Key.Key_Return)
    desk.until(lambda: [line.text for line in fern.circle.chat] == ["hello all", "only you"])
    assert "only you" not in [line.text for line in reed.circle.chat]
    desk.bot.keyClick(view.roster.table, Qt.Key.Key_M)
    desk.until(lambda: reed.circle.member(fern.circle.me).muted)
    desk.bot.keyClick(view.roster.table, Qt.Key.Key_Delete)
    view.roster.question.yes.click()
    desk.until(lambda: fern.circle.link is LinkState.ENDED and view.roster.table.model().rowCount() == 1)
    assert "removed you" in fern.circle.problem


def test_the_conductor_hears_plays_along_and_is_heard(sit, elsewhere):
    desk = sit("conduct", "--port", "0", "--as", "Elder")
    view = desk.conducting()
    fern = elsewhere.come(desk.invite(), "Fern")
    desk.until(lambda: [member.name for member in fern.circle.members] == ["Elder", "Fern"])
    desk.click(view.header.transport)
    desk.until(lambda: view._state.circle.clock and show.now_in(view._state.circle).running)
    assert not view.pads.isVisible()
    desk.bot.keyClick(desk.window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: view.pads.isVisible() and view.sides.you.isVisible())
    desk.until(lambda: view.sides.you.sound_says.accessibleName() == "No sound")
    view.ring.setFocus()
    desk.bot.keyClick(view.ring, Qt.Key.Key_Z)
    me = view._state.circle.me
    desk.until(lambda: me in [dot.dot.player for dot in view.ring.scene.dots])
    desk.until(lambda: me in fern.circle.drumming)
    desk.until(lambda: {lane.name for lane in view.ring.scene.lanes} == {"Elder", "Fern"})
    view.sides.you.volumes["guide"].setValue(50)
    desk.until(lambda: view._state.playing.listening.volumes.guide == 0.25)
    desk.bot.keyClick(desk.window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not view.pads.isVisible() and view.plot.isVisible())


def test_the_conductor_goes_back_to_the_start_page(sit, elsewhere):
    desk = sit("conduct", "--port", "0")
    view = desk.conducting()
    fern = elsewhere.come(desk.invite(), "Fern")
    desk.until(lambda: view.roster.table.model().rowCount() == 1)
    assert view.header.leave.text() == "End"
    desk.click(view.header.leave)
    desk.click(view.ending.no)
    assert desk.page is view
    desk.click(view.header.leave)
    desk.click(view.ending.yes)
    page = desk.start()
    desk.until(lambda: fern.circle.link is LinkState.ENDED)
    desk.click(page.conduct.launch)
    assert desk.conducting() is not view


def test_a_players_invite_does_not_conduct(sit, elsewhere):
    server = elsewhere.serve()
    desk = sit("conduct", "--connect", str(server.invite))
    page = desk.start()
    desk.until(lambda: any("for players" in line.accessibleName() for line in page.notices.findChildren(NoticeLine)))
    assert desk.page is page


def test_a_copied_invite_admits_a_player(sit, elsewhere):
    desk = sit("conduct", "--port", "0", "--name", "Dusk")
    view = desk.conducting()
    desk.click(view.header.invite)
    dialog = desk.window.findChild(InviteDialog)
    copies = {button.accessibleName(): button for button in dialog.findChildren(Pill)}
    desk.click(copies["Copy: Invite for conductors"])
    invite = Invite.parse(QApplication.clipboard().text())
    oak = elsewhere.come(invite, "Oak")
    desk.until(lambda: oak.circle.link is LinkState.JOINED)
    assert (oak.circle.role, oak.circle.name) == ("conductor", "Dusk")


def test_a_circle_on_another_server_can_be_conducted(sit, elsewhere):
    server = elsewhere.serve(running=False)
    desk = sit("conduct", "--connect", str(server.conductor_invite))
    view = desk.conducting()
    assert not view.header.invite.isVisible()
    assert not view.empty.isVisible()
    fern = elsewhere.come(server.invite, "Fern")
    desk.until(lambda: view.roster.table.model().rowCount() == 1)
    desk.click(view.header.transport)
    desk.until(lambda: fern.circle.timeline.latest.running)
    desk.click(view.header.leave)
    desk.start()
    assert fern.circle.link is LinkState.JOINED
