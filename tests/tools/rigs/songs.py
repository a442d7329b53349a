"""Music for tests: songs of noise, each from its own seed, with tags, pictures and unusual names."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

RATE = 44_100
LOUDNESS = 0.2

_KEYS = {
    "title": "title",
    "artist": "artist",
    "album": "album",
    "date": "date",
    "genre": "genre",
    "track": "tracknumber",
}


@dataclass(frozen=True)
class Song:
    """A song at the path `file` of the library; the suffix (flac, ogg, wav) is its format. `tags`: title, artist,
    album, date, genre, track. `picture`: whether it contains one (flac only)."""

    file: str
    seconds: float = 30.0
    tags: Mapping[str, str] = field(default_factory=dict)
    picture: bool = False

    @property
    def seed(self) -> int:
        return zlib.crc32(self.file.encode())


def _song(file: str, title: str, album: str, track: int, seconds: float = 30.0, *, picture: bool = False) -> Song:
    artist, genre = ("The Hiss", "Noise") if album == "Noise" else ("Rush & Roar", "Field Recording")
    tags = {"title": title, "artist": artist, "album": album, "genre": genre, "date": "2016", "track": str(track)}
    return Song(file, seconds, tags, picture)


LIBRARY = (
    _song("Noise/1 White.flac", "White", "Noise", 1),
    _song("Noise/2 Pink.flac", "Pink", "Noise", 2, picture=True),
    _song("Noise/3 Brown.ogg", "Brown", "Noise", 3),
    _song("Noise/4 Grey.wav", "Grey", "Noise", 4),
    _song("Rain/Short/1 Drop.flac", "Drop", "Rain", 1, 2.0),
    _song("Rain/Short/2 Drip.flac", "Drip", "Rain", 2, 3.0),
    _song("Rain/Short/3 Splash.flac", "Splash", "Rain", 3, 4.0),
    _song('Rain/Über "den" Regen\'s Lärm ☂.flac', 'Über "den" Regen\'s Lärm', "Rain", 4),
    Song("untitled.flac", 5.0),
)
"""Eight songs on two albums, and one without tags; Noise has a cover, and one song contains a picture."""


def music(folder: Path, songs: Sequence[Song] = LIBRARY) -> Path:
    """Write a library: the `songs`, and a cover in the folder of the first one. Returns `folder`."""
    for song in songs:
        file = folder / song.file
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, song)
    if songs:
        (folder / songs[0].file).with_name("cover.png").write_bytes(picture(96))
    return folder


def noise(song: Song) -> np.ndarray:
    """The sound of a song: frames x 2, 16 bits."""
    chance = np.random.default_rng(song.seed)
    sound = chance.normal(0.0, LOUDNESS, (round(song.seconds * RATE), 2)) * 32_767
    return np.clip(sound, -32_768, 32_767).astype(np.int16)


def picture(side: int) -> bytes:
    """A PNG of `side` x `side` random pixels: about 3 * side * side bytes, incompressible."""
    pixels = np.random.default_rng(side).integers(0, 256, (side, 3 * side), np.uint8)
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _write(file: Path, song: Song) -> None:
    import soundfile

    sound = noise(song)
    with soundfile.SoundFile(file, "w", RATE, 2, "VORBIS" if file.suffix == ".ogg" else "PCM_16") as out:
        for key, value in song.tags.items():
            setattr(out, _KEYS[key], value)
        for first in range(0, len(sound), RATE):  # libsndfile's Vorbis encoder crashes with longer pieces
            out.write(sound[first : first + RATE])
    if song.picture:
        _put_picture(file, picture(64))


def _put_picture(file: Path, image: bytes) -> None:
    """Insert a picture into a FLAC file, after its first metadata block, which is not the last one in these files."""
    whole = file.read_bytes()
    first = 8 + int.from_bytes(whole[5:8], "big")
    kind = b"image/png"
    block = struct.pack(f">II{len(kind)}sI", 3, len(kind), kind, 0) + struct.pack(">5I", 0, 0, 0, 0, len(image)) + image
    header = b"\x06" + len(block).to_bytes(3, "big")
    file.write_bytes(whole[:first] + header + block + whole[first:])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
