"""A member's kit: has the sound engine use it, and writes mixes of built-in sounds."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.sound.kits.kit_plan import KitPlan
from drumcircle_gui.sound.kits.kit_toml import write_kit

from .own_kit import ChooseOwnKit, KitIntent, KitState, SaveMix, entries_of

log = logging.getLogger(__name__)


class KitDesk:
    """`choose` gets the path of the kit for the sound engine, `on_state` each new state."""

    def __init__(
        self, initial: str | None, choose: Callable[[str | None], None], on_state: Callable[[KitState], None]
    ) -> None:
        self.state = KitState(initial)
        self._choose, self._on_state = choose, on_state

    def handle(self, intent: KitIntent) -> None:
        """Apply the player's intent."""
        match intent:
            case ChooseOwnKit(path):
                self._use(path)
            case SaveMix():
                self._save(intent)

    def _save(self, mix: SaveMix) -> None:
        folder = Path(mix.folder)
        plan = KitPlan(folder.name or "Mix", ())
        try:
            folder.mkdir(parents=True, exist_ok=True)
            atomic_file.replace(folder / "kit.toml", write_kit(plan, entries_of(mix.pads)).encode())
        except OSError as error:
            log.warning("the mix cannot be saved: %s", error)
            self._publish(replace(self.state, problem=f"The mix cannot be saved: {error}. Choose another folder."))
            return
        self._use(str(folder))

    def _use(self, path: str | None) -> None:
        self._choose(path)
        self._publish(KitState(path))

    def _publish(self, state: KitState) -> None:
        self.state = state
        self._on_state(state)
