"""A member's microphone: keeps its state, configures the sound engine's detection, and runs lessons. Pure."""

from collections.abc import Callable

from drumcircle_gui.sound.messages import ChooseMicrophone, DrumEvent, MicrophoneHit, PadStroke

from .lesson import NO_MICROPHONE, MicrophoneIntent, MicrophoneState, handled, heard


class MicrophoneDesk:
    """`choose` gets commands for the sound engine, `on_state` each new state."""

    def __init__(
        self,
        initial: ChooseMicrophone | None,
        choose: Callable[[ChooseMicrophone], None],
        on_state: Callable[[MicrophoneState], None],
    ) -> None:
        self.state = MicrophoneState(initial or NO_MICROPHONE)
        self._choose, self._on_state = choose, on_state

    def handle(self, intent: MicrophoneIntent) -> None:
        """Apply the player's intent."""
        self._change(handled(self.state, intent))

    def hear(self, event: DrumEvent) -> None:
        """Handle a report of the microphone."""
        if isinstance(event, MicrophoneHit):
            self._change(heard(self.state, event))

    def teaches(self, struck: PadStroke, microphone: str | None) -> bool:
        """Whether this stroke, on the `microphone` in use, belongs to a lesson and is not sent to the circle."""
        return self.state.lesson is not None and struck.port == microphone

    def _change(self, state: MicrophoneState) -> None:
        before, self.state = self.state, state
        if state.in_force != before.in_force:
            self._choose(state.in_force)
        if state != before:
            self._on_state(state)
