"""The part of a member's connection that an instrument uses. Pure."""

from typing import Protocol

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.protocol.kit_messages import PadSound
from drumcircle_gui.protocol.loop_messages import LoopTransfer
from drumcircle_gui.timing.units import Beats, Micros


class CircleClient(Protocol):
    """A member of a circle: a `client.client_io.Client`, or a practice circle without a server."""

    @property
    def circle(self) -> CircleSnapshot:
        """The present snapshot of the circle."""

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """Send a stroke made at local time `at`; return its beat, or None if the circle does not get it."""

    def transfer(self, message: LoopTransfer) -> bool:
        """Send a message that moves a file; False if there is no connection."""

    def publish_kit(self, sounds: tuple[PadSound, ...]) -> None:
        """Tell the others what this member's pads sound like."""

    def count_late(self, strokes: int) -> None:
        """Report `strokes` more strokes that arrived after they were due."""
