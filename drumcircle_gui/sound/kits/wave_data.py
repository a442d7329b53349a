"""Reads WAV data: whole and floating-point samples of every usual width. Pure."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.synth.mixer import Samples

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE


@dataclass(frozen=True, slots=True)
class Sound:
    """A mono recording at `rate` Hz."""

    rate: int
    samples: Samples


def chunks(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Name and body of each RIFF chunk; the last one may be incomplete."""
    place = 0
    while place + 8 <= len(data):
        name, size = bytes(data[place : place + 4]), struct.unpack_from("<I", data, place + 4)[0]
        yield name, data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def read_wave(data: bytes) -> Sound:
    """The sound of a WAV file, its channels mixed. DrumCircleError, with the reason, if it is not one."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise DrumCircleError("it is not a WAV file")
    parts = dict(chunks(memoryview(data)[12:]))
    if len(parts.get(b"fmt ", b"")) < 16 or b"data" not in parts:
        raise DrumCircleError("it is damaged")
    form, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", parts[b"fmt "])
    if form == EXTENSIBLE and len(parts[b"fmt "]) >= 26:
        form = struct.unpack_from("<H", parts[b"fmt "], 24)[0]
    if not (1 <= channels <= 64 and 1000 <= rate <= 400_000):
        raise DrumCircleError("it is damaged")
    samples = _samples(bytes(parts[b"data"]), form, bits)
    with np.errstate(all="ignore"):  # what is no number, or too large for one, is silence
        mixed: Samples = samples[: len(samples) // channels * channels].reshape(-1, channels).mean(axis=1)
        return Sound(rate, np.nan_to_num(mixed.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0))


def _samples(data: bytes, form: int, bits: int) -> Samples:
    data = data[: len(data) // max(bits // 8, 1) * max(bits // 8, 1)]
    if form == FLOAT and bits in (32, 64):
        with np.errstate(over="ignore"):
            return np.frombuffer(data, f"<f{bits // 8}").astype(np.float32)
    if form == PCM and bits == 8:
        return np.frombuffer(data, np.uint8).astype(np.float32) / np.float32(128) - np.float32(1)
    if form == PCM and bits in (16, 32):
        return np.frombuffer(data, f"<i{bits // 8}").astype(np.float32) / np.float32(2 ** (bits - 1))
    if form == PCM and bits == 24:
        wide = np.zeros((len(data) // 3, 4), np.uint8)
        wide[:, 1:] = np.frombuffer(data, np.uint8).reshape(-1, 3)
        return wide.view("<i4").ravel().astype(np.float32) / np.float32(2**31)
    raise DrumCircleError(f"its format ({bits} bit, code {form}) is not known")
