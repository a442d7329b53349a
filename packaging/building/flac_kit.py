"""Writes the kit's WAV files as FLAC: the same samples in a third of the space. Needs the package soundfile.

python flac_kit.py FOLDER TARGET
"""

from __future__ import annotations

import sys
from pathlib import Path

import soundfile

STRONGEST = 1.0


def convert(folder: Path, target: Path) -> None:
    """Write every WAV file of `folder`, of 16 bits, to `target`. Checks that the samples are the same."""
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted(folder.glob("*.wav")):
        samples, rate = soundfile.read(str(file), dtype="int16")
        to = str(target / f"{file.stem}.flac")
        soundfile.write(to, samples, rate, subtype="PCM_16", compression_level=STRONGEST)
        again, _ = soundfile.read(to, dtype="int16")
        if soundfile.info(str(file)).subtype != "PCM_16" or not (again == samples).all():
            raise ValueError(f"{file.name} is not the same as FLAC")


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
