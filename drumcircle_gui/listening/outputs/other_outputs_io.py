"""The outputs besides loudspeakers and MIDI, OSC and Ableton Link, as configured in the settings."""

from collections.abc import Callable

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import Tasks

from .link_io import LinkOutput
from .link_lines import LinkHeard
from .osc_io import OscOutput
from .osc_messages import OscSetup
from .upcoming import CircleOutput


class OtherOutputs:
    """`complain` gets the reason if an output does not work, `on_link` events of other programs in a Link session. Use
    on one event loop."""

    def __init__(
        self,
        osc: OscSetup,
        complain: Callable[[DrumCircleError], None],
        on_link: Callable[[LinkHeard], None],
        *,
        link: bool,
    ) -> None:
        self._osc, self._link = OscOutput(osc, complain), LinkOutput(on_link, complain)
        self._joins = link
        self._tasks = Tasks()

    @property
    def outputs(self) -> tuple[CircleOutput, ...]:
        """The outputs to pass to the listener."""
        return self._osc, self._link

    def start(self) -> None:
        """Open the outputs that the settings select."""
        if self._osc.wanted:
            self._tasks.start(self._osc.open(), "OSC")
        if self._joins:
            self._tasks.start(self._link.open(), "Ableton Link")

    async def close(self) -> None:
        """Close them. Idempotent."""
        await self._tasks.close()
        self._osc.close()
        await self._link.close()
