"""What a sound process must be told if it has to be started anew: the wishes in force, the strokes still to come."""

from collections.abc import Sequence
from heapq import heappop, heappush

from drumcircle_gui.timing.units import Micros

from .events import ChooseAudio, ChooseMidi, Command, Master, Play, SetChannel

MOST_WAITING = 2**18


class Recall:
    """Remembers commands; not thread-safe."""

    def __init__(self, audio: str | None, midi: str | None) -> None:
        self._channels: dict[int, SetChannel] = {}
        self._settings: dict[type[Command], Command] = {
            ChooseAudio: ChooseAudio(audio),
            ChooseMidi: ChooseMidi(midi),
        }
        self._waiting: list[tuple[Micros, int, Play]] = []
        self._count = 0

    def note(self, commands: Sequence[Command], now: Micros) -> None:
        """Remember what outlasts the moment `now`."""
        while self._waiting and (self._waiting[0][0] < now or len(self._waiting) > MOST_WAITING):
            heappop(self._waiting)
        for command in commands:
            self._note(command)

    def commands(self, now: Micros) -> list[Command]:
        """All that a process started at `now` must be told."""
        waiting = [play for _, _, play in sorted(self._waiting) if play.at >= now]
        return [*self._channels.values(), *self._settings.values(), *waiting]

    def _note(self, command: Command) -> None:
        match command:
            case Play():
                self._count += 1
                heappush(self._waiting, (command.at, self._count, command))
            case SetChannel():
                self._channels[command.channel] = command
            case ChooseAudio() | ChooseMidi() | Master():
                self._settings[type(command)] = command
