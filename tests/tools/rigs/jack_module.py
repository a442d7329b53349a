"""A drum module at a JACK server: it notes the MIDI messages that it gets, with the sample clock of what it records."""

from .jack import Recorder, Server


class Module(Recorder):
    """A context manager, as `Recorder`. `port`: the name of its MIDI input. `got`: the frame at which each message
    arrived, and its bytes; JACK's clients send at the beginnings of blocks."""

    def __init__(self, server: Server, ports: tuple[str | None, ...] = ()) -> None:
        super().__init__(server, ports)
        self._midi = self._client.midi_inports.register("midi")
        self.port = str(self._midi.name)
        self.got: list[tuple[int, bytes]] = []

    def messages(self, status: int) -> list[tuple[int, bytes]]:
        """Those of that kind so far."""
        return [each for each in self.got if each[1][0] == status]

    def _process(self, frames: int) -> None:
        self.got += [(self._frames + offset, bytes(data)) for offset, data in self._midi.incoming_midi_events()]
        super()._process(frames)
