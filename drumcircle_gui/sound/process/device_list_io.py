"""Lists this machine's audio and MIDI devices in a separate process, because a failing sound server can hang it.

A separate process also sees devices that were plugged in after this one started: PortAudio lists them once.
"""

import logging
import subprocess

import msgspec

from drumcircle_gui.sound.device.midi_backend_io import MidiInput, MidiOutput
from drumcircle_gui.sound.device.midi_watcher_io import MidiWatcher
from drumcircle_gui.sound.device.output_manager_io import NoSoundError, list_inputs, list_outputs, portaudio
from drumcircle_gui.sound.messages import DeviceList

from .spawn_io import LIST, PROCESS, process_environment

log = logging.getLogger(__name__)

NO_ANSWER = "The sound system did not answer. Restart the sound server (JACK, PulseAudio or PipeWire), or the machine."
NO_AUDIO = "No audio device was found."


def list_devices(timeout_s: float = 8.0) -> DeviceList:
    """The audio outputs, MIDI inputs and outputs. If they cannot be listed within `timeout_s`, `problems` says so."""
    try:
        listing = subprocess.run(
            (*PROCESS, LIST),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_s,
            env=process_environment(),
            check=True,
        )
        devices = msgspec.msgpack.decode(listing.stdout, type=DeviceList)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        log.warning("The sound devices could not be listed: %s\n%s", error, _stderr(error))
        return DeviceList((), (), (NO_ANSWER,))
    log.debug("devices: %s", devices)
    return devices


def query_devices() -> DeviceList:
    """List the devices within this process; may hang."""
    audio, microphones, audio_problem = _query_audio()
    ports, midi_problem = MidiWatcher(MidiInput).ports()
    outs, _ = MidiWatcher(MidiOutput).ports()
    problems = tuple(filter(None, (audio_problem, midi_problem)))
    return DeviceList(
        audio, tuple(port.name for port in ports), problems, microphones, tuple(port.name for port in outs)
    )


def _query_audio() -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Outputs, inputs, and a problem or ""."""
    try:
        sounddevice = portaudio()
        outputs, inputs = list_outputs(sounddevice), list_inputs(sounddevice)
    except NoSoundError as error:
        return (), (), str(error)
    names = (tuple(device.name for device in devices) for devices in (outputs, inputs))
    return *names, "" if outputs else NO_AUDIO  # type: ignore[return-value]


def _stderr(error: Exception) -> str:
    return (getattr(error, "stderr", None) or b"").decode(errors="replace").rstrip()
