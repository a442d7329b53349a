"""The latest reports of the sound engine about its devices, and their changes as log lines. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from drumcircle_gui.sound.messages import AudioHealth, AudioStatus, KitStatus, MicrophoneStatus, MidiStatus
from drumcircle_gui.sound.midi_messages import MidiClockHeard, MidiOutStatus


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """The latest report of each type; None before the first."""

    device: AudioStatus | None = None
    midi: MidiStatus | None = None
    health: AudioHealth | None = None
    microphone: MicrophoneStatus | None = None
    kit: KitStatus | None = None
    midi_out: MidiOutStatus | None = None
    midi_clock: MidiClockHeard | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """The problems of the devices and what to do about them, for users."""
        return tuple(
            report.problem
            for report in (self.device, self.midi, self.microphone, self.midi_out)
            if report and report.problem
        )


def changes(before: SoundStatus, now: SoundStatus) -> Iterator[str]:
    """Log lines about devices that were connected or lost."""
    if now.device and now.device != before.device and now.device.name:
        yield f"sound output: “{now.device.name}”"
    if now.microphone and now.microphone != before.microphone and now.microphone.name:
        yield f"microphone: “{now.microphone.name}”"
    if now.kit and now.kit != before.kit and now.kit.name:
        yield f"kit: “{now.kit.name}”, {now.kit.sounds} sounds, {now.kit.megabytes:.0f} MB"
    if now.midi_out and now.midi_out.open and now.midi_out != before.midi_out:
        yield f"MIDI output: “{now.midi_out.open}”"
    had = set(before.midi.open) if before.midi else set()
    has = set(now.midi.open) if now.midi else set()
    yield from (f"MIDI input connected: “{port}”" for port in sorted(has - had))
    yield from (f"MIDI input disconnected: “{port}”" for port in sorted(had - has))
