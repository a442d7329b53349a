"""What the sound engine last said of itself, and how to put it into words. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from drumcircle_gui.sound.messages import AudioHealth, AudioStatus, MidiStatus


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """None: nothing said yet."""

    device: AudioStatus | None = None
    midi: MidiStatus | None = None
    health: AudioHealth | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is amiss with sound and drum, and what to do."""
        return tuple(said.problem for said in (self.device, self.midi) if said and said.problem)


def news(before: SoundStatus, now: SoundStatus) -> Iterator[str]:
    """What a log should say of the change: devices by their names as they come and go."""
    if now.device and now.device != before.device and now.device.name:
        yield f"sound goes to “{now.device.name}”"
    had = set(before.midi.open) if before.midi else set()
    has = set(now.midi.open) if now.midi else set()
    yield from (f"listening to “{port}”" for port in sorted(has - had))
    yield from (f"“{port}” is gone" for port in sorted(had - has))
