"""A member's MIDI kits: keeps their set-up, passes it to the sound engine, and runs lessons. Pure."""

from collections.abc import Callable, Sequence

from drumcircle_gui.sound.messages import DrumEvent, NoteHit, PadStroke, SetUpPads

from .pad_lesson import PadsIntent, PadsState, handled, heard


class PadsDesk:
    """`set_up` gets commands for the sound engine, `on_state` each new state. `families`: the known makes of kits."""

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
        """Handle a note of a kit."""
        if isinstance(event, NoteHit):
            self._change(heard(self.state, event))

    def teaches(self, struck: PadStroke) -> bool:
        """Whether this stroke belongs to a lesson, and is not sent to the circle."""
        return self.state.lesson is not None and struck.port == self.state.lesson.port

    def _change(self, state: PadsState) -> None:
        before, self.state = self.state, state
        if state.in_force != before.in_force:
            self._set_up(state.in_force)
        if state != before:
            self._on_state(state)
