"""State that a restarted sound process needs: the settings in force and the strokes not yet answered."""

from collections.abc import Sequence

from drumcircle_gui.sound.messages import (
    ChooseAudio,
    ChooseMidi,
    EngineCommand,
    EngineEvent,
    PlayedStroke,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
)

MOST_WAITING = 2**18


class RestartState:
    """Remembers commands until they no longer matter; not thread-safe."""

    def __init__(self, audio: str | None, midi: str | None) -> None:
        self._channels: dict[int, SetChannel] = {}
        self._settings: dict[type[EngineCommand], EngineCommand] = {
            ChooseAudio: ChooseAudio(audio),
            ChooseMidi: ChooseMidi(midi),
        }
        self._waiting: dict[int, PlayStroke] = {}

    def note(self, commands: Sequence[EngineCommand]) -> None:
        """Remember what outlasts the moment."""
        for command in commands:
            self._note(command)

    def answer(self, event: EngineEvent) -> None:
        """Forget the stroke that has been played, or was reported as late."""
        if isinstance(event, PlayedStroke):
            self._waiting.pop(event.tag, None)

    def commands(self) -> list[EngineCommand]:
        """All that a new process must be told. Strokes whose moment has passed are among them: it reports them late."""
        return [*self._channels.values(), *self._settings.values(), *self._waiting.values()]

    def _note(self, command: EngineCommand) -> None:
        match command:
            case PlayStroke():
                if len(self._waiting) >= MOST_WAITING:
                    del self._waiting[next(iter(self._waiting))]
                self._waiting[command.tag] = command
            case SetChannel():
                self._channels[command.channel] = command
            case ChooseAudio() | ChooseMidi() | SetMasterGain() | SetOutputTrim():
                self._settings[type(command)] = command
