"""Lists the MIDI ports that are plugged in."""

from .midi_backend_io import MidiInput, MidiOutput, NoMidiError
from .midi_ports import MidiPort, named_ports


class MidiWatcher:
    """Lists the MIDI inputs or outputs through one client that it keeps, because making one takes 40 ms."""

    def __init__(self, kind: type[MidiInput] | type[MidiOutput]) -> None:
        self._kind = kind
        self._client: MidiInput | MidiOutput | None = None

    def ports(self) -> tuple[list[MidiPort], str]:
        """The instruments that are plugged in, and a problem or ""."""
        try:
            self._client = self._client or self._kind()
            return named_ports(self._client.ports()), ""
        except NoMidiError as error:
            self._client = None
            return [], str(error)

    def close(self) -> None:
        if self._client:
            self._client.close()
            self._client = None
