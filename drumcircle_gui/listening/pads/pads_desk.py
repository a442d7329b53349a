"""A member's kits: keeps how they are set up, has the sound engine follow, and gives lessons. Pure."""

from collections.abc import Callable, Sequence

from drumcircle_gui.sound.messages import DrumEvent, NoteHit, PadStroke, SetUpPads

from .pad_lesson import PadsIntent, PadsState, handled, heard


class PadsDesk:
    """`families`: those that can be chosen. `set_up` gets what the sound engine is to do, `on_state` each new state."""

    def __init__(
        self,
        initial: SetUpPads | None,
        families: Sequence[str],
        set_up: Callable[[SetUpPads], None],
        on_state: Callable[[PadsState], None],
    ) -> None:
        self.state = PadsState(initial.setups if initial else (), tuple(families))
        self._set_up, self._on_state = set_up, on_state

    def handle(self, intent: PadsIntent) -> None:
        """Apply the player's intent."""
        self._change(handled(self.state, intent))

    def hear(self, event: DrumEvent) -> None:
        """Take in what a kit sent."""
        if isinstance(event, NoteHit):
            self._change(heard(self.state, event))

    def teaches(self, struck: PadStroke) -> bool:
        """Whether this stroke belongs to a lesson, and is not for the circle."""
        return self.state.lesson is not None and struck.port == self.state.lesson.port

    def _change(self, state: PadsState) -> None:
        before, self.state = self.state, state
        if state.in_force != before.in_force:
            self._set_up(state.in_force)
        if state != before:
            self._on_state(state)
