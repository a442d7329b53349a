from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.client.circle_state import CircleNotice, HeardStroke
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.conductor.conductor_state import ConductorState, change_tempo
from drumcircle_gui.conductor.controls.link_offer_view import LINK_TEMPO
from drumcircle_gui.conductor.invite_view import InviteDialog
from drumcircle_gui.listening.outputs.link_lines import LinkHeard
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.protocol.fields import CONDUCTORS
from drumcircle_gui.protocol.messages import ChangeTimeline, ConnectionQuality, Moderate, Say
from drumcircle_gui.sound.messages import AudioStatus, MicrophoneStatus, MidiStatus
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, bpm_of, tempo_of_bpm
from drumcircle_gui.widgets.notice import NoticeLine
from drumcircle_gui.widgets.pill import Pill
from tests.tools.accessibility import nameless, out_of_reach
from tests.tools.circle_snapshots import FERN, OAK, PLAYING, REED, circle, said


def test_everything_has_a_name_and_can_be_reached_by_key(view):
    assert nameless(view) == []
    assert out_of_reach(view) == []


def test_players_are_in_the_ring_the_table_and_the_plot(view, here):
    assert [lane.name for lane in view.ring.scene.lanes] == ["Fern", "Reed"]
    assert view.roster.table.model().rowCount() == 2
    assert list(view.plot.lines) == [FERN.id, REED.id]
    view.render(here(members=(OAK, REED)))
    assert view.roster.table.model().rowCount() == 1
    assert list(view.plot.lines) == [REED.id]


def test_round_trips_are_plotted_once_per_update(view, here):
    state = here()
    for _ in range(3):
        view.render(state)
    points = len(view.plot.lines[FERN.id].values)
    view.render(here())
    assert len(view.plot.lines[FERN.id].values) == points + 1
    assert not view.plot.lines[REED.id].values  # not measured yet


def test_unchanged_parts_are_not_rendered_again(view, here, monkeypatch):
    state = here()
    view.render(state)
    for part in (view.roster, view.chat, view.cues, view.header):
        monkeypatch.setattr(part, "render", lambda *_, part=part: pytest.fail(f"{part} was shown anew"))
    monkeypatch.setattr(view.ring, "set_lanes", lambda _: pytest.fail("the ring's lanes were set anew"))
    view.render(ConductorState(state.circle, state.hosting))


def test_strokes_are_dots(view):
    view.add_strokes([HeardStroke(FERN.id, Beats(5 * BEAT), 38, 100, Micros(0))])
    assert [dot.dot.player for dot in view.ring.scene.dots] == [FERN.id]


def test_choosing_a_player_highlights_it_everywhere(view):
    view.ring.player_clicked.emit(REED.id)
    assert view.roster.table.currentIndex().row() == 1
    assert view.plot._highlit == REED.id
    view.roster.table.selectRow(0)
    assert view.ring.chosen() == FERN.id
    view.plot.clicked.emit(REED.id)
    assert view.ring.chosen() == REED.id


def test_the_roster_mutes_removes_and_writes(view, requests, qtbot):
    view.roster.choose(FERN.id)
    qtbot.keyClick(view.roster.table, Qt.Key.Key_M)
    view.roster.choose(REED.id)
    qtbot.keyClick(view.roster.table, Qt.Key.Key_M)
    qtbot.keyClick(view.roster.table, Qt.Key.Key_Delete)
    view.roster.question.yes.click()
    assert requests == [
        Moderate(FERN.id, muted=True),
        Moderate(REED.id, muted=False),
        Moderate(REED.id, remove=True, reason="The conductor removed you from the circle."),
    ]
    qtbot.keyClick(view.roster.table, Qt.Key.Key_Return)
    qtbot.keyClicks(view.chat.input, "psst")
    qtbot.keyClick(view.chat.input, Qt.Key.Key_Return)
    assert requests[-1] == Say(REED.id, "psst")


def test_chat_goes_where_its_pills_say(view, requests, qtbot):
    conductors = next(pill for pill in view.chat.recipients.findChildren(Pill) if pill.text() == "Conductors")
    qtbot.mouseClick(conductors, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.chat.input, "among us")
    qtbot.keyClick(view.chat.input, Qt.Key.Key_Return)
    assert requests == [Say(CONDUCTORS, "among us")]


def test_chat_lines_are_shown(view, here):
    view.render(here(chat=(said(1, "good evening"),)))
    assert "good evening" in view.chat.log.toPlainText()


def test_a_notice_is_shown_until_it_is_dismissed(view, here, requests, qtbot):
    view.render(here(notices=(CircleNotice(4, "That came too late", "Try again"),)))
    line = view.notices.findChild(NoticeLine)
    assert line.accessibleName() == "That came too late Try again"
    qtbot.mouseClick(line.findChild(Pill), Qt.MouseButton.LeftButton)
    assert requests == [DismissNotice(4)]


def test_a_chosen_microphone_that_is_missing_is_named(view, here):
    state = here()
    silent = SoundStatus(AudioStatus(None, 48_000, 256, Micros(0), "gone"), MidiStatus((), (), "Plug in a drum."))
    view.render(replace(state, playing=PlayerState(state.circle, silent)))
    assert warned(view) == []
    silent = replace(silent, microphone=MicrophoneStatus(None, 0, "“Mic” is not plugged in."))
    view.render(replace(state, playing=PlayerState(state.circle, silent)))
    assert warned(view) == ["Your drum is not heard. “Mic” is not plugged in."]


SLOW = (ConnectionQuality(FERN.id, Micros(7 * SECOND), Micros(SECOND), None, 0),)


def warned(view):
    return [line.accessibleName() for line in view.notices.findChildren(NoticeLine) if line.isVisibleTo(view)]


def test_a_tight_tempo_needs_confirmation(view, here, requests, qtbot):
    view.render(here(qualities=SLOW))
    view.header.tempo.edited.emit(160.0)
    assert requests == []
    assert warned(view) == ["Fern's network is too slow for this by 1.3 s Try 131 bpm."]
    view.render(here(qualities=SLOW))
    anyway = next(pill for pill in view.notices.findChildren(Pill) if pill.text() == "Change anyway")
    qtbot.mouseClick(anyway, Qt.MouseButton.LeftButton)
    assert requests == [ChangeTimeline(PLAYING.latest.epoch, tempo=tempo_of_bpm(160))]
    assert warned(view) == []


def test_a_warning_ends_when_dismissed_or_outdated(view, here, requests):
    view.render(here(qualities=SLOW))
    view.header.tempo.edited.emit(160.0)
    view.notices.dismissed.emit("tight")
    view.render(here(qualities=SLOW, timeline=PLAYING))
    assert warned(view) == []
    view.header.beats.edited.emit(8)
    assert len(warned(view)) == 1
    view.render(here())
    assert warned(view) == []
    view.render(here(qualities=SLOW))
    assert len(warned(view)) == 1
    view.render(here(qualities=SLOW, timeline=PLAYING.changed(Micros(99 * SECOND), tempo=tempo_of_bpm(90))))
    assert warned(view) == []
    view.header.tempo.edited.emit(100.0)
    assert len(requests) == 1


def test_an_empty_hosted_circle_shows_its_invite(view, here):
    assert view.ring.isVisible() and not view.empty.isVisible()
    view.render(here(members=(OAK,)))
    assert view.empty.isVisible() and not view.ring.isVisible()
    view.render(ConductorState(circle(members=(OAK,))))
    assert view.ring.isVisible() and not view.empty.isVisible()


def test_the_invite_opens_from_header_and_empty_circle(view, here, qtbot):
    qtbot.mouseClick(view.header.invite, Qt.MouseButton.LeftButton)
    assert len(view.findChildren(InviteDialog)) == 1
    view.findChild(InviteDialog).close()
    view.render(here(members=(OAK,)))
    more = next(pill for pill in view.empty.findChildren(Pill) if pill.text() == "More")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert sum(dialog.isVisible() for dialog in view.findChildren(InviteDialog)) == 1


def test_ending_a_circle_is_confirmed_only_with_players(view, here, qtbot):
    gone, full = [], here()
    view.ask_to_leave(lambda: gone.append("at once"))
    assert view.ending.isVisible() and not gone
    assert view.ending.title.text() == "End the circle while 2 players are in it?"
    qtbot.mouseClick(view.ending.no, Qt.MouseButton.LeftButton)
    assert view.ending is None and not gone
    view.ask_to_leave(lambda: gone.append("in vain"))
    view.ask_to_leave(lambda: gone.append("meant"))
    qtbot.mouseClick(view.ending.yes, Qt.MouseButton.LeftButton)
    assert gone == ["meant"]
    view.ask_to_leave(lambda: gone.append("alone"))
    view.render(here(members=(OAK, *full.circle.members[1:2])))
    assert view.ending.title.text() == "End the circle while 1 player is in it?"
    view.render(here(members=(OAK,)))
    assert view.ending is None and gone == ["meant", "alone"]
    view.ask_to_leave(lambda: gone.append("nobody plays"))
    view.render(ConductorState(full.circle))
    view.ask_to_leave(lambda: gone.append("it goes on elsewhere"))
    assert gone[2:] == ["nobody plays", "it goes on elsewhere"]


def test_a_circle_elsewhere_has_no_invite(view):
    view.render(ConductorState(circle()))
    view.show_invite()
    assert view.findChildren(InviteDialog) == []


@pytest.mark.styled
@pytest.mark.parametrize("size", [(1024, 640), (1440, 860)])
def test_nothing_lies_outside_the_window(view, qtbot, size):
    view.setMinimumSize(1, 1)  # a page takes what the window has for it
    view.resize(*size)
    qtbot.waitUntil(lambda: (view.width(), view.height()) == size)
    parts = (view.header.transport, view.roster, view.chat, view.cues, view.ring)

    def inside():
        lows = [part.mapTo(view, QPoint(part.width(), part.height())) for part in parts]
        return all(low.x() <= view.width() and low.y() <= view.height() for low in lows)

    qtbot.waitUntil(inside)


def test_a_tempo_of_a_link_session_is_offered_and_taken_over(view, here, requests):
    state = replace(here(), playing=PlayerState(here().circle, SoundStatus(), link=LinkHeard(1, 90.0)))
    view.render(state)
    view.notices.acted.emit(LINK_TEMPO)
    assert requests == [change_tempo(state.circle, 90.0)]
    view.notices.dismissed.emit(LINK_TEMPO)
    assert len(requests) == 1
    same = bpm_of(state.circle.timeline.latest.tempo)
    for bpm in (0.0, same, 500.0):
        other = replace(state, playing=replace(state.playing, link=LinkHeard(1, bpm)))
        assert other.link_tempo == 0.0
    assert state.link_tempo == 90.0 and here().link_tempo == 0.0
