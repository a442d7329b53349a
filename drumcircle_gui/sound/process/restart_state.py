"""The state that a restarted sound process needs: the present settings, and the strokes not played yet. Pure."""

from collections.abc import Sequence

from drumcircle_gui.sound.control_messages import SetControls
from drumcircle_gui.sound.messages import (
    ChooseAudio,
    ChooseKit,
    ChooseMicrophone,
    ChooseMidi,
    EngineCommand,
    EngineEvent,
    LoadLoops,
    PlayAs,
    PlayedStroke,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
    SetUpPads,
)
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, WatchMidiClock

MAX_PENDING = 2**18
"""Maximum number of pending strokes; beyond it, the oldest is dropped."""


class RestartState:
    """Remembers commands until they are superseded or answered. Not thread-safe."""

    def __init__(
        self,
        audio: str | None,
        midi: str | None,
        microphone: ChooseMicrophone | None = None,
        pads: SetUpPads | None = None,
        kit: str | None = None,
    ) -> None:
        self._channels: dict[tuple[type[EngineCommand], int], EngineCommand] = {}
        self._settings: dict[type[EngineCommand], EngineCommand] = {
            ChooseAudio: ChooseAudio(audio),
            ChooseMidi: ChooseMidi(midi),
        }
        if microphone:
            self._settings[ChooseMicrophone] = microphone
        if pads:
            self._settings[SetUpPads] = pads
        if kit:
            self._settings[ChooseKit] = ChooseKit(kit)
        self._pending: dict[int, PlayStroke] = {}

    def note(self, commands: Sequence[EngineCommand]) -> None:
        """Remember the commands that a new process needs."""
        for command in commands:
            self._note(command)

    def answer(self, event: EngineEvent) -> None:
        """Forget a stroke that was played, or reported as late."""
        if isinstance(event, PlayedStroke):
            self._pending.pop(event.tag, None)

    def commands(self) -> list[EngineCommand]:
        """The commands for a new process. It reports overdue strokes among them as late."""
        return [*self._channels.values(), *self._settings.values(), *self._pending.values()]

    def _note(self, command: EngineCommand) -> None:
        match command:
            case PlayStroke():
                if len(self._pending) >= MAX_PENDING:
                    del self._pending[next(iter(self._pending))]
                self._pending[command.tag] = command
            case SetChannel() | PlayAs():
                self._channels[type(command), command.channel] = command
            case ChooseAudio() | ChooseMidi() | ChooseMicrophone() | ChooseKit():
                self._settings[type(command)] = command
            case SetMasterGain() | SetOutputTrim() | SetUpPads() | SetControls() | LoadLoops():
                self._settings[type(command)] = command
            case ChooseMidiOut() | WatchMidiClock():
                self._settings[type(command)] = command
