"""A cheap check whether audio hardware was plugged in or unplugged."""

import ctypes
import sys
from pathlib import Path

ALSA_DEVICES = Path("/proc/asound/pcm")


def audio_hardware() -> str:
    """A text that changes with the audio hardware known to the kernel or to Windows; constant where that is unknown."""
    if sys.platform == "win32":
        return str(ctypes.windll.winmm.waveOutGetNumDevs())
    try:
        return ALSA_DEVICES.read_text()
    except OSError:  # another system than Linux, or one without sound
        return ""
