"""Lists the MIDI ports that are plugged in."""

from collections.abc import Callable

from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .midi_backend_io import MidiInput, MidiOutput, NoMidiError
from .midi_ports import MidiPort, named_ports

RETRY_AFTER = seconds(2)
"""Where no MIDI system answers, it is tried again after this time. An attempt takes several milliseconds."""


class MidiWatcher:
    """Lists the MIDI inputs or outputs through one client that it keeps, because making one takes 40 ms."""

    def __init__(self, kind: Callable[[], MidiInput | MidiOutput], now: Callable[[], Micros] = local_micros) -> None:
        self._kind, self._now = kind, now
        self._client: MidiInput | MidiOutput | None = None
        self._problem = ""
        self._retry_at = Micros(0)

    def ports(self) -> tuple[list[MidiPort], str]:
        """The instruments that are plugged in, and a problem or ""."""
        if self._client is None and self._now() < self._retry_at:
            return [], self._problem
        try:
            self._client = self._client or self._kind()
            return named_ports(self._client.ports()), ""
        except NoMidiError as error:
            if self._client is None:
                self._retry_at = Micros(self._now() + RETRY_AFTER)
            self._client, self._problem = None, str(error)
            return [], self._problem

    def close(self) -> None:
        if self._client:
            self._client.close()
            self._client = None
