import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.controls.control_map import ControlsState, LearnControl, Target
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.mixer_view import mixer_rows, silenced_players
from drumcircle_gui.listening.player_state import ListeningState, SetStrip
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings
from tests.tools.accessibility import nameless, out_of_reach
from tests.tools.circle_snapshots import FERN, OAK, REED, WREN


def mixed(*solos, **strips):
    return {"listening": ListeningState(Mix(strips, frozenset(solos)))}


@pytest.fixture
def mixer(view):
    view.you.mixer.click()
    return view.mixer


def test_players_have_rows_and_conductors_none(plays):
    assert [row.name for row in mixer_rows(plays(members=(OAK, FERN, REED)))] == ["Fern", "Reed"]


def test_a_row_shows_the_strip_and_whether_the_player_is_silent(plays):
    fern, reed, wren = mixer_rows(plays(mixed("Fern", Wren=StripSettings(0.25, -0.5)), members=(FERN, REED, WREN)))
    assert (fern.solo, fern.silent) == (True, False)
    assert (reed.muted, reed.silent) == (False, True)  # it is the conductor who muted them
    assert (wren.level, wren.pan, wren.silent) == (50, -50, True)


def test_only_players_silenced_in_the_mixer_are_counted(plays):
    assert silenced_players(plays(mixed(), members=(FERN, REED, WREN))) == 0
    assert (
        silenced_players(
            plays(mixed(Wren=StripSettings(muted=True), Reed=StripSettings(muted=True)), members=(FERN, REED, WREN))
        )
        == 1
    )
    assert silenced_players(plays(mixed("Fern"), members=(OAK, FERN, WREN))) == 1


def test_the_mixer_replaces_the_you_card_and_goes_away(view, mixer, qtbot):
    assert mixer.isVisible()
    assert not view.you.isVisible()
    assert mixer.close_mixer.hasFocus()
    qtbot.keyClick(mixer.close_mixer, Qt.Key.Key_Space)
    assert view.you.isVisible()
    assert view.you.mixer.hasFocus()


def test_everything_has_a_name_and_can_be_reached_by_key(view, mixer):
    assert nameless(view) == []
    assert out_of_reach(view) == []


def test_moving_a_fader_requests_a_strip(view, mixer, requests, qtbot):
    fern = mixer.mixer._strips[FERN.id]
    fern.mute.click()
    assert requests == [SetStrip("Fern", StripSettings(muted=True), solo=False)]
    qtbot.keyClick(fern.pan, Qt.Key.Key_Home)
    qtbot.keyClick(fern.level, Qt.Key.Key_Home)
    assert requests[-1] == SetStrip("Fern", StripSettings(0.0, -1.0, muted=True), solo=False)


def test_a_hidden_mixer_is_updated_when_it_is_shown(view, plays):
    view.render(plays(mixed(Fern=StripSettings(0.25))))
    assert view.mixer.mixer._strips == {}
    view.you.mixer.click()
    assert view.mixer.mixer._strips[FERN.id].level.value() == 50


def test_without_players_the_card_says_so(view, mixer, plays):
    view.render(plays(members=(OAK,)))
    assert mixer.empty.isVisible()
    view.render(plays(members=(OAK, FERN)))
    assert mixer.mixer.isVisible()


def test_the_button_shows_how_many_are_silenced(view, plays):
    assert view.you.mixer.text() == "Mixer"
    view.render(plays(mixed(Wren=StripSettings(muted=True)), members=(FERN, REED, WREN)))
    assert view.you.mixer.text() == "Mixer, 1 silenced"


@pytest.mark.styled
def test_a_small_window_has_room_for_it(view, mixer, plays):
    view.render(plays(members=tuple(Member(number, f"Player {number}", "player", number) for number in range(50))))
    view.setMinimumSize(1024, 640)  # as its window has it
    view.resize(1024, 640)
    assert mixer.mixer.height() >= 3 * 36
    assert (view.width(), view.height()) == (1024, 640)


def test_midi_controls_are_learned_in_a_dialog_beside_the_mixer(view, mixer, requests, plays):
    mixer.controls.click()
    dialog = mixer._dialog
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert "Fern: level" in names and "Start" not in names
    dialog.learn.click()
    assert requests[-1] == LearnControl(Target("circle"))
    view.render(plays({"controls": ControlsState(learning=Target("circle"))}))
    assert "Everything" in dialog.says.text()
    dialog.accept()
    assert requests[-1] == LearnControl(None)
