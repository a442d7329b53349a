"""A member's MIDI controls: keeps their assignments, learns new ones, and turns movements into actions. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls

from .control_map import Assignment, ControlsIntent, ControlsState, Target, handled, is_press, learned, observed
from .soft_takeover import SoftFader


class ControlsDesk:
    """`use` gets commands for the sound engine, `on_state` each new state.

    `level` returns the fader position (0 to 1) of a target, None if there is none; `act` gets a target, with the new
    position of a fader or None for a button.
    """

    def __init__(
        self,
        assigned: Iterable[Assignment],
        *,
        transport: bool,
        use: Callable[[SetControls], None],
        on_state: Callable[[ControlsState], None],
        level: Callable[[Target], float | None],
        act: Callable[[Target, float | None], None],
    ) -> None:
        self.state = ControlsState(tuple(assigned), transport=transport)
        self._use, self._on_state, self._level, self._act = use, on_state, level, act
        self._faders: dict[ControlKey, SoftFader] = {}
        self._before: dict[ControlKey, float] = {}

    def handle(self, intent: ControlsIntent) -> None:
        """Apply the player's intent."""
        self._change(handled(self.state, intent))

    def offer_transport(self, *, on: bool) -> None:
        """Make the targets of conductors available to controls, or not."""
        if on != self.state.transport:
            self._change(replace(self.state, transport=on))

    def move(self, moved: ControlMoved) -> None:
        """Handle the movement of a control. While it is being learned it has no other effect."""
        if self.state.learning is not None:
            self._faders[moved.key] = SoftFader(moved.value)
            self._change(learned(self.state, moved))
        else:
            self._change(observed(self.state, moved))
            if (assigned := self.state.assignment(moved.key)) is not None and self.state.offers(assigned.target):
                self._set(assigned, moved)
        self._before[moved.key] = moved.value

    def _set(self, assigned: Assignment, moved: ControlMoved) -> None:
        target = assigned.target
        if not target.is_fader:
            if is_press(moved, self._before.get(moved.key), latching=assigned.latching):
                self._act(target, None)
            return
        level = self._level(target)
        if level is None:
            return
        fader = self._faders.get(moved.key, SoftFader()).moved(moved.value, level)
        self._faders[moved.key] = fader
        if fader.set_to is not None:
            self._act(target, fader.set_to)

    def _change(self, state: ControlsState) -> None:
        before, self.state = self.state, state
        if state.in_force != before.in_force:
            self._use(state.in_force)
        if state != before:
            self._on_state(state)
