"""The texts in the middle of the ring while a mode is on, for its leader, the others and the conductor."""

from typing import Any

import pytest

from drumcircle_gui.client import hub_view
from drumcircle_gui.client.mode_view import instruction, mode_about, mode_name
from drumcircle_gui.modes.catalogue import INSTRUCTIONS, MODES, Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol.messages import Cue
from drumcircle_gui.protocol.mode_messages import ModeSpan
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import beats
from tests.tools.circle_snapshots import FERN, OAK, REED, circle, clock_at

ENSEMBLE = Ensemble((OAK, FERN, REED), Meter(16))
LED_BY_FERN = ModePlan((ModeSpan(1, beats(16), beats(16), make_mode(ModeChoice("follow-the-leader"), ENSEMBLE)),))
STOPPED_FOR_NOW = ModePlan((*LED_BY_FERN.spans, ModeSpan(2, beats(32), beats(16), LED_BY_FERN.spans[0].mode, 1, True)))
LATER = Cue("Louder", "Everybody", at=beats(24))
FOR_FERN = Cue("Softer", group="", members=(FERN.id,))
SHOUT = Cue("Louder", "Everybody")
ROLES = {"Fern": {"me": FERN.id, "role": "player"}, "Reed": {"me": REED.id, "role": "player"}, "Oak": {}}


@pytest.mark.parametrize(
    ("who", "beat", "changes", "texts"),
    [
        ("Reed", 8.05, {}, ("Follow the leader", "Play", "Listen in 8 beats")),
        ("Fern", 8.05, {}, ("Follow the leader", "Play", "your turn in 8 beats")),
        ("Oak", 8.05, {}, ("Follow the leader", "Play", "Fern: Lead in 8 beats")),
        ("Reed", 13.1, {}, ("Listen in", "3", "Fern")),
        ("Fern", 14.1, {}, ("Your turn: Lead in", "2", "Follow the leader")),
        ("Reed", 17.05, {}, ("Fern: Lead", "Listen", "Imitate in 31 beats")),
        ("Fern", 17.05, {}, ("Your turn", "Lead", "Listen in 15 beats")),
        ("Oak", 17.05, {}, ("Fern", "Lead", "Listen in 15 beats")),
        ("Reed", 17.05, {"cue": Cue("Listen", "Hands off")}, ("Fern: Lead", "Listen", "Imitate in 31 beats")),
        ("Reed", 17.05, {"cue": SHOUT}, ("Louder", "Listen", "Imitate in 31 beats")),
        ("Reed", 17.05, {"cue": LATER}, ("Louder in 7 beats", "Listen", "Imitate in 31 beats")),
        ("Reed", 22.05, {"cue": LATER}, ("Louder in", "2", "Everybody")),
        ("Reed", 25.05, {"cue": LATER}, ("Everybody", "Louder", "Imitate in 23 beats")),
        ("Reed", 33.05, {"cue": LATER}, ("Louder", "Listen", "Imitate in 15 beats")),
        ("Reed", 17.05, {"cue": FOR_FERN}, ("Fern: Softer", "Listen", "Imitate in 31 beats")),
        ("Fern", 17.05, {"cue": FOR_FERN}, ("Softer", "Lead", "Listen in 15 beats")),
        ("Reed", 33.05, {"modes": STOPPED_FOR_NOW}, ("Follow the leader: paused", "Play", "Free play")),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_the_hub_says_what_to_do(who: str, beat: float, changes: dict[str, Any], texts: tuple[str, str, str]) -> None:
    seen = circle(**{"modes": LED_BY_FERN, "clock": clock_at(beat), **ROLES[who], **changes})
    assert hub_view.hub(seen) == texts


def test_every_mode_and_instruction_has_words() -> None:
    assert all(mode_name(mode) != mode and mode_about(mode) for mode in MODES)
    assert all(instruction(word) != word for word in INSTRUCTIONS)
    assert (mode_name("Samba hour"), instruction("Clap")) == ("Samba hour", "Clap")
