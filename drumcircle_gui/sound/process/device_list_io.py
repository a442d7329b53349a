"""What this machine has to play on, asked in a process of its own, since an ailing sound server can hang who asks."""

import subprocess

import msgspec

from drumcircle_gui.sound.device.midi_io import MidiWatcher
from drumcircle_gui.sound.device.output_manager_io import NoSoundError, list_outputs, portaudio
from drumcircle_gui.sound.messages import DeviceList

from .spawn_io import PROCESS, surroundings

NO_ANSWER = "The sound system did not answer. Restart the sound server (JACK, PulseAudio or PipeWire), or the machine."


def list_devices(timeout: float = 8.0) -> DeviceList:
    """The audio outputs and MIDI inputs there are; after `timeout` seconds at the latest."""
    try:
        listing = subprocess.run(
            [*PROCESS, "--list"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            env=surroundings(),
            check=True,
        )
        return msgspec.msgpack.decode(listing.stdout, type=DeviceList)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError):
        return DeviceList((), (), (NO_ANSWER,))


def outfit() -> DeviceList:
    """The same, asked here and now; may hang."""
    audio, trouble = _audio()
    midi, problem = MidiWatcher().look()
    return DeviceList(audio, tuple(midi), tuple(filter(None, (trouble, problem))))


def _audio() -> tuple[tuple[str, ...], str]:
    try:
        found = list_outputs(portaudio())
    except NoSoundError as error:
        return (), str(error)
    return tuple(device.name for device in found), "" if found else "No audio device was found."
