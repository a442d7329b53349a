"""The state that the practice page shows, and the intents that it sends. Pure."""

from dataclasses import dataclass

from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.player_state import InstrumentIntent, PlayerState

from .practice_circle import PracticeSetup
from .practice_score import CycleScore


@dataclass(frozen=True, slots=True)
class PracticeState:
    """The player's state, the settings, whether the circle plays, the scores of the latest cycles, and the best points
    so far at this tempo."""

    player: PlayerState
    setup: PracticeSetup
    running: bool = False
    scores: tuple[CycleScore, ...] = ()
    best: int = 0


@dataclass(frozen=True, slots=True)
class Practise:
    """Start after a count-in, or stop with the cycle."""

    on: bool


PracticeIntent = InstrumentIntent | DismissNotice | Practise | PracticeSetup
