"""Makes a library of any size: songs in the database of an MPD server that have no files."""

import gzip
from collections.abc import Iterator, Mapping

from tests.tools.rigs.mpds import Mpd

SONG = """song_begin: {track:02} Song {number}.flac
Time: 241.306122
Format: 44100:16:2
Title: Song {number}
Artist: Performer {performer}
AlbumArtist: Performer {performer}
Album: Album {album}
Track: {track}
Genre: Noise
Date: 2016
mtime: 1700000000
song_end
"""
"""A song in the database of MPD 0.23."""

TRACKS, ALBUMS = 12, 12


def enlarge(server: Mpd, folders: Mapping[str, int]) -> None:
    """Add folders to the database of `server`, each with the given number of songs. Restarts the server."""
    server.stop()
    file = server.folder / "database"
    known = gzip.decompress(file.read_bytes()).decode()
    file.write_text(known + "".join(_folder(name, "", _performers(name, count)) for name, count in folders.items()))
    server.start()


def _performers(path: str, count: int) -> Iterator[str]:
    """The songs in small folders, because MPD reads large ones slowly."""
    each = TRACKS * ALBUMS
    for first in range(0, count, each):
        name = f"Performer {first // each}"
        yield _folder(name, path, _albums(f"{path}/{name}", range(first, min(first + each, count))))


def _albums(path: str, songs: range) -> Iterator[str]:
    for first in songs[::TRACKS]:
        yield _folder(f"Album {first // TRACKS}", path, map(_song, songs[first - songs.start :][:TRACKS]))


def _folder(name: str, parent: str, within: Iterator[str]) -> str:
    path = f"{parent}/{name}" if parent else name
    return f"directory: {name}\nmtime: 1700000000\nbegin: {path}\n{''.join(within)}end: {path}\n"


def _song(number: int) -> str:
    album = number // TRACKS
    return SONG.format(number=number, track=number % TRACKS + 1, album=album, performer=album // ALBUMS)
