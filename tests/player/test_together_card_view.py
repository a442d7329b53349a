"""The card that shows how tightly a player and all together play."""

import msgspec
import pytest

from drumcircle_gui.client.circle_state import HeardStroke
from drumcircle_gui.player.together_card_view import TogetherCard
from drumcircle_gui.protocol.messages import ShareTiming
from drumcircle_gui.timing.units import Micros, beats
from tests.tools.accessibility import nameless
from tests.tools.circle_snapshots import FERN, OAK, REED, circle

SHOWS = msgspec.structs.replace(REED, shows_timing=True)


@pytest.fixture
def card(qtbot):
    card = TogetherCard()
    qtbot.addWidget(card)
    return card


def strokes(player, late):
    return [HeardStroke(player, beats(n + late), 38, 100, Micros(0)) for n in range(20)]


def test_others_are_shown_only_if_they_agree(card):
    seen = circle(me=FERN.id, members=(OAK, FERN, REED))
    card.render(seen)
    assert card.own.text() == "Play to see your timing"
    card.add_strokes([*strokes(FERN.id, 0.04), *strokes(REED.id, 0.0)], seen)
    card.render(seen)
    assert card.own.text() == "You: 20 ms late, give or take 0 ms"
    assert card.group.text() == "Last cycle: together within 10 ms"
    assert card.others.text() == "Nobody else shows their timing yet."
    card.render(circle(me=FERN.id, members=(OAK, FERN, SHOWS)))
    assert card.others.text() == "Reed: on the beat, give or take 0 ms"
    assert nameless(card) == []


def test_a_player_agrees_and_sees_that_it_holds(card, qtbot):
    card.render(circle(me=FERN.id))
    with qtbot.waitSignal(card.requested) as asked:
        card.share.click()
    assert asked.args == [ShareTiming(True)]
    card.render(circle(me=REED.id, members=(OAK, FERN, SHOWS)))
    assert card.share.isChecked()
