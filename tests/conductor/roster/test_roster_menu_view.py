from dataclasses import replace

from drumcircle_gui.conductor.mode_intents import ChooseMode
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.modes.catalogue import ModeChoice
from drumcircle_gui.protocol.messages import Moderate
from tests.tools.circle_snapshots import FERN


def action(menu, text):
    return next(each for each in menu.actions() if each.text() == text)


def test_part_level_name_and_solo_of_the_chosen_player_and_undo(view, requests):
    menu = view.players.menu
    view.roster.choose(FERN.id)
    action(menu.parts, "Bells").trigger()
    action(menu.levels, "50 %").trigger()
    action(menu.menu, "Rename…").trigger()
    menu.question.line.setText("Ash")
    menu.question.yes.click()
    action(menu.menu, "Only this player").trigger()
    view.players.undo.trigger()
    view.players.undo.trigger()
    assert requests == [
        Moderate(FERN.id, part="bells"),
        Moderate(FERN.id, level=50),
        Moderate(FERN.id, name="Ash"),
        ChooseMode(ModeChoice("only", players=("Fern",))),
        Moderate(FERN.id, name="Fern"),
        Moderate(FERN.id, level=100),
    ]


def test_without_a_chosen_player_nothing_happens(view, requests):
    view.roster.choose(None)
    action(view.players.menu.parts, "Bells").trigger()
    action(view.players.menu.menu, "Rename…").trigger()
    view.players.undo.trigger()
    assert requests == []


def test_the_conductor_is_told_why_a_player_is_not_heard(view, here, qtbot):
    view.render(replace(here(), playing=PlayerState(here().circle, SoundStatus())))
    view.roster.choose(FERN.id)
    view.roster.table.setFocus()
    qtbot.keyClick(view.roster.table, "h")
    assert view.sides.hearing.isVisible()
    assert view.sides.hearing.lines[0].what.text() == "Your sound is not on yet."
    view.sides.hearing.message.click()
    assert "Fern" in view.chat.input.placeholderText()
    view.sides.hearing.close_card.click()
    assert not view.sides.hearing.isVisible()
