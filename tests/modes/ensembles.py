"""Members and modes for tests."""

from drumcircle_gui.modes.catalogue import Ensemble
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.timing.timeline import Meter

CONDUCTOR = Member(1, "Ada", "conductor", 0)
NAMES = ("Oak", "Reed", "Slate", "Fern", "Flint", "Wren")
PARTS = ("low", "low", "middle", "bells", "bells", "")
PLAYERS = tuple(
    Member(number, name, "player", number - 1, part=part)
    for number, (name, part) in enumerate(zip(NAMES, PARTS, strict=True), 2)
)
SIX = Ensemble((CONDUCTOR, *PLAYERS), Meter(4, 1))
