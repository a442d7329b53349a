"""Chooses an audio output, or input, among those that PortAudio lists. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .device_names import DeviceNames, stable_audio_name

HOST_APIS = ("JACK", "WASAPI", "Core Audio", "ALSA", "DirectSound", "MME", "OSS")
"""Host APIs by preference: the lowest latency first. JACK is listed only while its server runs, which the user has then
started on purpose."""

OWN_CLIENTS = re.compile(r"PortAudio(-\d+)?")
"""Names of PortAudio programs, this one among them, as JACK clients. JACK lists each as a device: its output would
appear as a microphone that hears the circle, its microphone as an output."""

SOUND_SERVER_LATENCY_S = 0.05
"""Latency of ALSA's software devices (PulseAudio, PipeWire, dmix), which underrun with their own "low" latency."""


@dataclass(frozen=True, slots=True)
class AudioDevice:
    """An audio output or input. `index` and `raw` name are PortAudio's, `name` is stable (see `device_names`);
    `channels` is 1 or 2 of an output, all of an input; `rate` is the device's own, in Hz; `latency` is the one to
    request, as `sounddevice` wants it."""

    index: int
    raw: str
    name: str
    rate: int
    latency: float | str
    channels: int = 2


class NoDeviceError(LookupError):
    """There is no such audio device. The text is for users."""


def usable_outputs(
    host_apis: Sequence[Mapping[str, Any]], devices: Sequence[Mapping[str, Any]]
) -> tuple[AudioDevice, ...]:
    """All outputs, including mono ones: those of the best host API first, within it the system's default first."""
    return tuple(replace(each, channels=min(each.channels, 2)) for each in _usable(host_apis, devices, "output"))


def usable_inputs(
    host_apis: Sequence[Mapping[str, Any]], devices: Sequence[Mapping[str, Any]]
) -> tuple[AudioDevice, ...]:
    """All inputs, in the same order."""
    return tuple(_usable(host_apis, devices, "input"))


def _usable(
    host_apis: Sequence[Mapping[str, Any]], devices: Sequence[Mapping[str, Any]], side: str
) -> Iterator[AudioDevice]:
    ranked = sorted(range(len(host_apis)), key=lambda api: _rank(host_apis[api]["name"]))
    found = [
        (index, host_apis[api]["name"])
        for api in ranked
        for index in _default_first(host_apis[api], side)
        if devices[index].get(f"max_{side}_channels", 0) >= 1
        and not ("JACK" in host_apis[api]["name"] and OWN_CLIENTS.fullmatch(devices[index]["name"]))
    ]
    raw = [f"{devices[index]['name']} ({api.removesuffix(' Audio Connection Kit')})" for index, api in found]
    names = DeviceNames(raw, stable_audio_name).names
    for (index, api), raw_name, name in zip(found, raw, names, strict=True):
        device = devices[index]
        rate, channels = round(device["default_samplerate"]), device[f"max_{side}_channels"]
        yield AudioDevice(index, raw_name, name, rate, _latency(device["name"], api), channels)


def choose_device(available: Sequence[AudioDevice], wanted: str | None) -> AudioDevice:
    """The device that `wanted` names best (see `DeviceNames.find`); with None the first. NoDeviceError if there is
    none."""
    if not available:
        raise NoDeviceError("No audio device was found. Plug one in, or start the sound server; it will be used then.")
    if wanted is None:
        return available[0]
    for index in DeviceNames([device.raw for device in available], stable_audio_name).find(wanted):
        return available[index]
    raise NoDeviceError(f"The audio device “{wanted}” is not there. Plug it in, or choose another.")


def _rank(api: str) -> int:
    return next((rank for rank, word in enumerate(HOST_APIS) if word in api), len(HOST_APIS))


def _default_first(api: Mapping[str, Any], side: str) -> list[int]:
    return sorted(api["devices"], key=lambda index: index != api.get(f"default_{side}_device"))


def _latency(name: str, api: str) -> float | str:
    return SOUND_SERVER_LATENCY_S if "ALSA" in api and "hw:" not in name else "low"
