"""Choosing an audio device among what PortAudio lists: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# The lowest delay first. JACK is there only when its server runs, and then it is meant.
HOST_APIS = ("JACK", "WASAPI", "Core Audio", "ALSA", "DirectSound", "MME", "OSS")
SCHEDULED = 0.05


@dataclass(frozen=True, slots=True)
class AudioDevice:
    """An output to open: PortAudio's index, its `name` for people, its own rate, and the latency to ask for."""

    index: int
    name: str
    rate: int
    latency: float | str


class NoDeviceError(LookupError):
    """There is no such audio device; the text is for people."""


def usable_outputs(
    host_apis: Sequence[Mapping[str, Any]], devices: Sequence[Mapping[str, Any]]
) -> tuple[AudioDevice, ...]:
    """All stereo outputs, the best host API's first, within it the system's default first."""
    ranked = sorted(range(len(host_apis)), key=lambda api: _rank(host_apis[api]["name"]))
    return tuple(
        _device(index, devices[index], host_apis[api]["name"])
        for api in ranked
        for index in _default_first(host_apis[api])
        if devices[index]["max_output_channels"] >= 2
    )


def choose_device(available: Sequence[AudioDevice], wanted: str | None) -> AudioDevice:
    """The device called `wanted`, or whose name contains it; with None the first. NoDeviceError if there is none."""
    if not available:
        raise NoDeviceError("No audio device was found. Plug one in, or start the sound server; it will be used then.")
    if wanted is None:
        return available[0]
    exact = [device for device in available if device.name == wanted]
    alike = [device for device in available if wanted.casefold() in device.name.casefold()]
    for device in exact + alike:
        return device
    raise NoDeviceError(f"The audio device “{wanted}” is not there. Plug it in, or choose another.")


def _rank(api: str) -> int:
    return next((rank for rank, word in enumerate(HOST_APIS) if word in api), len(HOST_APIS))


def _default_first(api: Mapping[str, Any]) -> list[int]:
    return sorted(api["devices"], key=lambda index: index != api["default_output_device"])


def _device(index: int, device: Mapping[str, Any], api: str) -> AudioDevice:
    name = f"{device['name']} ({api.removesuffix(' Audio Connection Kit')})"
    return AudioDevice(index, name, round(device["default_samplerate"]), _latency(device["name"], api))


def _latency(name: str, api: str) -> float | str:
    """ALSA's software devices (PulseAudio, PipeWire, dmix) underrun with their "low" latency."""
    return SCHEDULED if "ALSA" in api and "hw:" not in name else "low"
