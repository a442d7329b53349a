"""Reads a SoundFont 2 file: the drum kit in it and its samples. Pure.

The layout is that of the SoundFont Technical Specification, version 2.04: RIFF chunks; presets refer to instruments,
instruments to samples, each through zones with generators.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from drumcircle_gui.errors import DrumCircleError

from .kit_plan import KitPlan, Region, decibels, plan_of_regions
from .wave_data import Sound, chunks

DRUM_BANK = 128

KEY_RANGE, VELOCITY_RANGE, INSTRUMENT, SAMPLE = 43, 44, 41, 53
ATTENUATION, COARSE, FINE, SCALE, CHOKE, ROOT = 48, 51, 52, 56, 57, 58

_SUMMED = {ATTENUATION, COARSE, FINE}
"""Generators of a preset that are added to those of its instruments."""

MAX_ZONES = 8192
"""Maximum number of zones of a preset's instruments, however often it uses each."""

MAX_GENERATORS = 64
"""Number of generators that exist, the maximum for a zone."""

Generators = dict[int, int]
BROKEN = DrumCircleError("This SoundFont is damaged.", "Choose another file, or download it again.")


@dataclass(frozen=True, slots=True)
class SampleHeader:
    """A sample: its frames in the sample chunk, its rate in Hz, the key at its own pitch and a correction in cents."""

    start: int
    end: int
    rate: int
    key: int
    cents: int


class SoundFont:
    """A SoundFont file's contents. DrumCircleError if it is not one."""

    def __init__(self, data: bytes) -> None:
        try:
            self._read(data)
        except (KeyError, IndexError, struct.error, ValueError) as error:
            raise BROKEN from error

    def plan(self, name: str) -> KitPlan:
        """The plan of the drum kit, which is the first preset of bank 128 or, without one, of all banks."""
        try:
            regions = list(self._regions())
        except (IndexError, struct.error, ValueError) as error:
            raise BROKEN from error
        return plan_of_regions(name, regions)

    def sound(self, source: str) -> Sound:
        """The sample of that number."""
        header = self._headers[int(source)]
        frames = self._samples[header.start : header.end]
        return Sound(header.rate, frames.astype(np.float32) / np.float32(32768))

    def _read(self, data: bytes) -> None:
        if data[:4] != b"RIFF" or data[8:12] != b"sfbk":
            raise DrumCircleError("This file is not a SoundFont.", "Choose an .sf2 file.")
        lists = {bytes(body[:4]): body[4:] for name, body in chunks(memoryview(data)[12:]) if name == b"LIST"}
        self._samples = np.frombuffer(dict(chunks(lists[b"sdta"]))[b"smpl"], "<i2")
        parts = dict(chunks(lists[b"pdta"]))
        self._presets = [struct.unpack_from("<HHH", row, 20) for row in _rows(parts[b"phdr"], 38)]
        self._preset_bags, self._bags = _numbers(parts[b"pbag"]), _numbers(parts[b"ibag"])
        self._preset_generators, self._generators = _generators(parts[b"pgen"]), _generators(parts[b"igen"])
        self._instruments = [struct.unpack_from("<H", row, 20)[0] for row in _rows(parts[b"inst"], 22)]
        self._headers = [_header(row, len(self._samples)) for row in _rows(parts[b"shdr"], 46)[:-1]]

    def _regions(self) -> Iterator[Region]:
        real = range(len(self._presets) - 1)  # the last one is a terminator
        if not real:
            raise ValueError("no presets")
        chosen = min(real, key=lambda number: (self._presets[number][1] != DRUM_BANK, self._presets[number][0]))
        bags, zones = range(self._presets[chosen][2], self._presets[chosen + 1][2]), 0
        for outer in _zones(bags, self._preset_bags, self._preset_generators, INSTRUMENT):
            number = outer[INSTRUMENT]
            inner = range(self._instruments[number], self._instruments[number + 1])
            if (zones := zones + len(inner)) > MAX_ZONES:
                raise ValueError("too many zones")
            for zone in _zones(inner, self._bags, self._generators, SAMPLE):
                if (region := self._region(outer, zone)) is not None:
                    yield region

    def _region(self, outer: Generators, zone: Generators) -> Region | None:
        added = {name: zone.get(name, 0) + outer.get(name, 0) for name in _SUMMED}
        header = self._headers[zone[SAMPLE]]
        keys = _overlap(outer.get(KEY_RANGE), zone.get(KEY_RANGE))
        velocities = _overlap(outer.get(VELOCITY_RANGE), zone.get(VELOCITY_RANGE))
        if not keys or not velocities:
            return None
        root = zone.get(ROOT, -1)
        return Region(
            str(zone[SAMPLE]),
            keys,
            velocities,
            root if 0 <= root <= 127 else header.key,
            zone.get(SCALE, 100) / 100,
            added[COARSE] + (added[FINE] + header.cents) / 100,
            decibels(-max(added[ATTENUATION], 0) / 10),
            zone.get(CHOKE, 0) % 8,
        )


def _rows(body: memoryview, size: int) -> list[memoryview]:
    return [body[first : first + size] for first in range(0, len(body) - size + 1, size)]


def _numbers(body: memoryview) -> list[int]:
    """The first generator of each zone."""
    return [struct.unpack_from("<H", row)[0] for row in _rows(body, 4)]


def _generators(body: memoryview) -> list[tuple[int, int]]:
    """Each generator and its amount, as an unsigned number for ranges and references."""
    unsigned = {KEY_RANGE, VELOCITY_RANGE, INSTRUMENT, SAMPLE}
    found = []
    for row in _rows(body, 4):
        name = struct.unpack_from("<H", row)[0]
        found.append((name, struct.unpack_from("<H" if name in unsigned else "<h", row, 2)[0]))
    return found


def _zones(
    bags: range, firsts: Sequence[int], generators: Sequence[tuple[int, int]], target: int
) -> Iterator[Generators]:
    """The zones with `target`. A first zone without it is global: its generators are added to those of the others."""
    shared: Generators = {}
    for number in bags:
        zone = dict(generators[firsts[number] : firsts[number + 1]][:MAX_GENERATORS])
        if target in zone:
            yield shared | zone
        elif number == bags.start:
            shared = zone


def _header(row: memoryview, frames: int) -> SampleHeader:
    start, end, _, _, rate, key, cents = struct.unpack_from("<IIIIIBb", row, 20)
    if not (0 <= start <= end <= frames and 1000 <= rate <= 400_000):
        return SampleHeader(0, 0, 44_100, 60, 0)
    return SampleHeader(start, end, rate, key if key <= 127 else 60, cents)


def _overlap(*ranges: int | None) -> range:
    """The intersection of these ranges; each has its lower bound in its lower byte."""
    bounds = [(value & 0xFF, value >> 8) for value in ranges if value is not None]
    return range(max([0, *(low for low, _ in bounds)]), min([127, *(high for _, high in bounds)]) + 1)
