"""Whether the user wants less motion on the screen; for the whole program."""

from dataclasses import dataclass


@dataclass(slots=True)
class Motion:
    """`reduced`: the ring's hand goes from beat to beat, without light behind it."""

    reduced: bool = False


MOTION = Motion()
