import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from drumcircle_gui.client.circle_state import CircleNotice, HeardStroke, LinkState
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, SetStrip, StrikePad
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.player_header_view import NOTHING
from drumcircle_gui.player.player_view import NO_POWERS, POWERS, TRIP
from drumcircle_gui.protocol.messages import Say
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus
from drumcircle_gui.sound.synth.kit import PADS
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, local_micros
from drumcircle_gui.widgets.notice import NoticeLine
from drumcircle_gui.widgets.pads.pad_grid import ACCENT_VELOCITY, PLAIN_VELOCITY
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plot.plot import Series
from tests.tools.accessibility import nameless, out_of_reach
from tests.tools.circle_snapshots import FERN, OAK, REED, STOPPED, WREN, circle, clock_at, said

from .conftest import SPEAKERS

NO_DEVICE = AudioStatus(None, 48_000, 256, Micros(0), "No audio device was found.")


def test_everything_has_a_name_and_can_be_reached_by_key(view):
    assert nameless(view) == []
    assert out_of_reach(view) == []


def test_each_pad_is_struck_by_its_key(view, requests, qtbot):
    view.ring.setFocus()
    for pad in PADS:
        qtbot.keyClick(view.ring, Qt.Key(ord(pad.letter)))
        qtbot.keyClick(view.ring, Qt.Key(ord(pad.letter)), Qt.KeyboardModifier.ShiftModifier)
    both = (PLAIN_VELOCITY, ACCENT_VELOCITY)
    assert requests == [StrikePad(pad.key, velocity) for pad in PADS for velocity in both]


def test_a_pad_is_struck_by_the_mouse_the_higher_the_harder(view, requests, qtbot):
    pad = view.pads._pads[PADS[0].key]
    for y in (2, pad.height() - 2):
        qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(pad.width() // 2, y))
    hard, soft = requests
    assert (hard.pad, soft.pad) == (PADS[0].key, PADS[0].key)
    assert 127 >= hard.velocity > soft.velocity >= 1


def test_while_the_cursor_is_in_the_chat_keys_do_not_drum(view, requests, qtbot):
    view.chat.input.setFocus()
    qtbot.keyClicks(view.chat.input, "swax")
    assert requests == []
    qtbot.keyClick(view.chat.input, Qt.Key.Key_Return)
    assert requests == [Say(0, "swax")]


def test_a_drum_lights_its_pad_up(view):
    view.pads.flash_all([(38, 100), (3, 100)])
    assert view.pads._pads[38].light() > 0.5


def test_strokes_become_dots(view):
    view.add_strokes([HeardStroke(REED.id, Beats(5 * BEAT), 38, 100, Micros(0))])
    assert [dot.dot.player for dot in view.ring.scene.dots] == [REED.id]


def test_ones_own_round_trip_is_plotted_once_an_exchange(view, plays):
    (line,) = view.plot.lines.values()
    points = len(line.values)
    state = plays()
    for _ in range(3):
        view.render(state)
    assert len(line.values) == points + 1
    assert line.values[-1] == pytest.approx(22.4)


def test_chat_lines_are_shown(view, plays):
    view.render(plays(chat=(said(1, "good evening"),)))
    assert "good evening" in view.chat.log.toPlainText()


def test_a_click_on_a_player_says_why_they_are_not_heard_and_offers_to_write(view, requests, qtbot):
    view.ring.player_clicked.emit(REED.id)
    assert view.hearing.isVisible()
    assert view.hearing.lines[0].what.text() == "Reed is muted for everyone."
    view.hearing.message.click()
    qtbot.keyClicks(view.chat.input, "nice")
    qtbot.keyClick(view.chat.input, Qt.Key.Key_Return)
    assert requests == [Say(REED.id, "nice")]


def test_the_pads_say_what_becomes_of_the_strokes(view, plays):
    for beside, changes, words in (
        ({}, {}, "You will hear what you play in 8.0 s, together with everyone"),
        ({}, {"timeline": STOPPED}, "The circle stands still: only you hear what you play"),
        ({}, {"link": LinkState.WAITING}, "The conductor has been asked to let you in: only you hear what you play"),
        ({}, {"link": LinkState.RECONNECTING}, "Connection lost, trying again: the others may not hear what you play"),
        ({}, {"link": LinkState.ENDED}, "You are not in the circle: only you hear what you play"),
        ({"sound": SoundStatus(NO_DEVICE)}, {}, "You have no sound. The others hear you in 8.0 s"),
    ):
        view.render(plays(beside, **changes))
        assert view._pads._caption.accessibleName() == words


@pytest.mark.parametrize("link", [LinkState.RECONNECTING, LinkState.ENDED])
def test_outside_the_circle_the_ring_stands_still_and_says_so(view, plays, link):
    assert view.ring.scene.running
    view.render(plays(link=link))
    assert not view.ring.scene.running
    assert view.ring._words[1] == "Offline"
    assert view.header.until.accessibleDescription().startswith(NOTHING)
    turn = view.ring.scene.turn
    view.render(plays(link=link, clock=clock_at(9)))
    assert view.ring.scene.turn == turn
    view.render(plays(clock=clock_at(9)))
    assert view.ring.scene.running
    assert view.header.until.accessibleDescription().startswith("8.0")


def test_the_players_are_listed_by_name_with_the_ring(view, plays, qtbot):
    assert view.names.shown() == ("Fern", "Reed")
    assert view.names.accessibleDescription() == "Fern, Reed"
    view.names.hovered.emit(REED.id)
    assert view.ring._pointed == REED.id
    view.names.clicked.emit(REED.id)
    assert view.hearing.player == REED.id


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_writing_the_keys_drum_again(view, requests, qtbot, key):
    view.chat.input.setFocus()
    qtbot.keyClicks(view.chat.input, "sw")
    qtbot.keyClick(view.chat.input, key)
    requests.clear()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S)
    assert [request.pad for request in requests] == [91]


def test_an_outage_leaves_a_gap_in_the_round_trips(view):
    view.plot.set_series([])
    view.plot.set_series([Series(TRIP, "You", 1)])
    now = local_micros()
    for ago in (30, 28, 26, 12, 10):
        view.plot.add(TRIP, Micros(now - ago * SECOND), 20.0)
    view.plot.set_paused(False)  # draws
    (line,) = view.plot.lines.values()
    assert list(line.item.opts["connect"])[:4] == [True, True, False, True]


def notices(view):
    return [line.accessibleName() for line in view.notices.findChildren(NoticeLine) if line.isVisible()]


def test_without_sound_a_notice_says_so(view, plays):
    assert notices(view) == []
    view.render(plays({"sound": SoundStatus(NO_DEVICE)}))
    assert notices(view) == ["You play without sound. No audio device was found."]
    view.render(plays())
    assert notices(view) == []


def test_without_midi_the_window_says_what_to_install(view, plays, requests, qtbot):
    lacking = {"sound": SoundStatus(SPEAKERS, MidiStatus((), (), "MIDI is not installed. To add it: pip install it"))}
    view.render(plays(lacking))
    assert notices(view) == ["No MIDI drum can be played. MIDI is not installed. To add it: pip install it"]
    qtbot.mouseClick(view.notices.findChild(NoticeLine).findChild(Pill), Qt.MouseButton.LeftButton)
    view.render(plays(lacking))
    assert notices(view) == [] == requests


def test_without_a_drum_there_is_no_notice(view, plays):
    view.render(plays({"sound": SoundStatus(SPEAKERS, MidiStatus((), (), ""))}))
    assert notices(view) == []


def test_chosen_silence_gives_no_notice(view, plays):
    view.render(plays({"sound": SoundStatus(AudioStatus(None, 48_000, 256, Micros(0), ""))}))
    assert notices(view) == []


def test_notices_of_devices_are_shown_and_dismissed(view, plays, requests, qtbot):
    gone = CircleNotice(-1, "There is no sound on Speakers now.", "Plug them in", "sound")
    view.render(
        plays({"sound": SoundStatus(NO_DEVICE), "notices": (gone,)}, notices=(CircleNotice(3, "Too late", ""),))
    )
    for text in ("There is no sound on Speakers now. Plug them in", "Too late"):
        assert notices(view) == [text]
        view.notices.dismiss_shown()
    assert sorted(request.notice for request in requests if isinstance(request, DismissNotice)) == [-1, 3]


def test_missing_sound_is_shown_before_missing_midi_and_after_news(view, plays):
    missing = SoundStatus(NO_DEVICE, MidiStatus((), (), "There is no MIDI system."))
    view.render(plays({"sound": missing}, notices=(CircleNotice(3, "Too late", ""),)))
    for text in ("Too late", "You play without sound.", "No MIDI drum can be played."):
        assert notices(view)[0].startswith(text)
        view.notices.dismiss_shown()
    assert notices(view) == []


def test_the_notice_of_silence_can_be_dismissed_without_a_request(view, plays, requests, qtbot):
    view.render(plays({"sound": SoundStatus(NO_DEVICE)}))
    qtbot.mouseClick(view.notices.findChild(NoticeLine).findChild(Pill), Qt.MouseButton.LeftButton)
    view.render(plays({"sound": SoundStatus(NO_DEVICE)}))
    assert requests == []
    assert notices(view) == []


def test_the_hub_follows_the_clock_between_snapshots(view, plays, qtbot):
    view.render(plays(clock=clock_at(7.9)))
    assert view.ring._words[2] == "beat 8 of 16"
    qtbot.waitUntil(lambda: view.ring._words[2] == "beat 9 of 16")


def test_leaving_is_one_click(view, qtbot):
    with qtbot.waitSignal(view.left):
        qtbot.mouseClick(view.header.leave, Qt.MouseButton.LeftButton)


def test_before_the_first_snapshot_the_hub_says_what_is_going_on(view, plays):
    view.render(plays({"sound": SoundStatus()}, members=(), clock=None, qualities=(), me=0))
    assert view.ring._words[2] == "finding the beat"


@pytest.mark.styled
@pytest.mark.parametrize("size", [(1024, 640), (1440, 860)])
def test_nothing_lies_outside_the_window(view, qtbot, size):
    view.setMinimumSize(1, 1)  # a page takes what the window has for it
    view.resize(*size)
    parts = (view.header.leave, view.you, view.chat, view.pads, view.ring)

    def corners() -> list[QPoint]:
        return [part.mapTo(view, QPoint(part.width(), part.height())) for part in parts]

    qtbot.waitUntil(lambda: all(low.x() <= size[0] and low.y() <= size[1] for low in corners()))
    assert view.size().toTuple() == size


def test_lanes_follow_the_members(view, plays):
    view.render(plays(members=(OAK, FERN)))
    assert [lane.name for lane in view.ring.scene.lanes] == ["Fern"]
    assert len(circle().members) == 3


def test_the_names_are_walked_by_the_arrow_keys(view, qtbot):
    view.names.setFocus()
    for _ in range(5):
        qtbot.keyClick(view.names, Qt.Key.Key_Right)
    qtbot.keyClick(view.names, Qt.Key.Key_Return)
    assert view.hearing.player == REED.id
    qtbot.keyClick(view.hearing.close_card, Qt.Key.Key_Space)
    assert view.you.isVisible()


def test_the_connection_is_explained_by_its_pill(view, qtbot):
    qtbot.keyClick(view.header.status, Qt.Key.Key_Space)
    assert view.hearing.player == FERN.id
    assert "22 ms to the server and back" in view.hearing.quality.text()


def test_a_mute_in_the_mixer_is_ended_where_it_is_explained(view, plays, requests, qtbot):
    muted = ListeningState(Mix({"Wren": StripSettings(0.5, muted=True)}))
    view.render(plays({"listening": muted}, members=(OAK, FERN, REED, WREN)))
    view.you.mixer.click()
    qtbot.keyClick(view.mixer.mixer._strips[WREN.id].who, Qt.Key.Key_Space)
    (line,) = (line for line in view.hearing.lines if line.button.isVisible())
    assert line.what.text() == "You have muted Wren in your mixer."
    line.button.click()
    assert requests == [SetStrip("Wren", StripSettings(0.5), solo=False)]


def test_the_answer_has_names_and_is_reached_by_key(view):
    view.names.clicked.emit(FERN.id)
    assert nameless(view) == []
    assert out_of_reach(view) == []


def test_powers_are_offered_and_their_end_is_explained(view, plays, qtbot):
    leads = replace(FERN, conducts=True)
    assert view.header.conduct.isHidden()
    view.render(plays(members=(OAK, leads, REED)))
    assert not view.header.conduct.isHidden()
    assert [notice.action for notice in view.notices.shown()] == ["Conduct"]
    with qtbot.waitSignal(view.conduct_wanted):
        view.notices.acted.emit(POWERS)
    view.render(plays())
    assert view.header.conduct.isHidden()
    assert [notice.key for notice in view.notices.shown()] == [NO_POWERS]
    view.notices.dismiss_shown()
