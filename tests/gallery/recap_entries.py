"""The recap of a session."""

import random

import msgspec
from PySide6.QtWidgets import QWidget

from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.protocol.mode_messages import ModeSpan, ModeUpdate
from drumcircle_gui.recap.recap import build_recap
from drumcircle_gui.recap.recap_state import RecapState
from drumcircle_gui.recap.recap_view import RecapView
from drumcircle_gui.recording.score import build_score
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import beats
from tests.recording.material import batch, played, welcome
from tests.tools.circle_snapshots import PLAYING, band

from .entry import Entry


def entries() -> tuple[Entry, ...]:
    return (Entry("Pages", "Recap", {"tighter in each cycle": a_recap}),)


def a_recap() -> QWidget:
    """The recap of a session of the band, which becomes tighter."""
    dice, said = random.Random(5), []
    for cycle in range(14):
        struck = [
            (player + 1, 16 * cycle + step / 2 + 1 + dice.gauss(0, 0.06 * (1.2 - cycle / 12) * (1 + player / 4)), 38)
            for player in range(6)
            for step in range(30)
            if dice.random() < 0.3 + 0.1 * (step % (player + 2) == 0)
        ]
        said.append((3.0 + 8 * cycle, batch(cycle, *sorted(struck, key=lambda stroke: stroke[1]))))
    members = tuple(msgspec.structs.replace(each, shows_timing=each.id == 3) for each in band("player").members)
    solo = ModeUpdate(
        (ModeSpan(1, beats(64), beats(16), make_mode(ModeChoice("halves"), Ensemble(members, Meter(16)))),)
    )
    hello = welcome(PLAYING, *members)
    view = RecapView()
    view.render(RecapState("Sunday circle", build_recap(build_score(played([(0.5, hello), (1.0, solo), *said])))))
    return view
