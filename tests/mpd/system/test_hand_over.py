"""Data of rooms beside the queue's files: tags of streams, stored playlists, stickers. All rooms have them, also after
another room has taken the lead."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.mpd.house import BROWN, GREY, PINK, WHITE, House, queue, values
from tests.mpd.watching import Client, leading, led_by, other, watched
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import meddler
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.rooms import Proxy

pytestmark = [pytest.mark.slow]

STATION = "http://127.0.0.1:1/station"

Start = Callable[..., Mpd]
StartProxy = Callable[..., Proxy]


@pytest.mark.parametrize("delay", [0.0, 0.06, 0.15])
def test_tags_of_streams_reach_every_room(mpd: Start, proxy: StartProxy, delay: float) -> None:
    kitchen, bath = mpd("kitchen"), mpd("bath")
    with meddler(bath, "bath", delay=delay) as far:
        served = proxy(kitchen, far)
        led_by(served, kitchen, bath)
        with Client(served) as client:
            for number in range(5):
                song = client.ask("addid", STATION).decode().split()[1]
                assert client.ask("addtagid", song, "title", f"Number {number}") == b"OK\n"
                assert client.ask("addtagid", song, "Artist", "Somebody") == b"OK\n"
            wanted = kitchen.ask("playlistinfo")
            for key in ("Title", "Artist"):
                wait_until(
                    lambda key=key: values(bath.ask("playlistinfo"), key) == values(wanted, key),  # type: ignore[misc]
                    f"{bath.ask('playlistinfo')} {wanted}",
                )
            assert client.ask("cleartagid", song, "title") == b"OK\n"
            wait_until(lambda: len(values(bath.ask("playlistinfo"), "Title")) == 4, "it is not cleared")
            kitchen.kill()
            wait_until(lambda: client.ask("status").endswith(b"OK\n"), "no room answers")
            assert client.ask("playlistinfo").count(b"Title: Number") == 4
            assert client.ask("playlistinfo").count(b"Artist: Somebody") == 5


def test_a_room_that_was_away_gets_the_tags(home: House) -> None:
    home.fresh()
    room = other(home, leading(home.proxy, home.rooms))
    room.kill()
    with Client(home.proxy) as client:
        song = client.ask("addid", STATION).decode().split()[1]
        assert client.ask("addtagid", song, "title", "Mine") == b"OK\n"
    room.start()
    wait_until(lambda: values(room.ask("playlistinfo"), "Title") == ["Mine"], "it has no title")


def songs(room: Mpd, name: str) -> list[str]:
    """The songs of a stored playlist; none while the room does not have it yet."""
    try:
        return room.ask("listplaylist", name)
    except RuntimeError:
        return []


def test_a_room_that_lacks_a_song_keeps_the_other_ones(
    library: Path, mpd: Start, proxy: StartProxy, tmp_path: Path
) -> None:
    poor = shutil.copytree(library, tmp_path / "poor", copy_function=os.link)
    (poor / WHITE).unlink()
    with mpd_server(poor, name="bath") as bath:
        kitchen = mpd("kitchen")
        served = proxy(kitchen, bath)
        led_by(served, kitchen, bath)
        with Client(served) as client:
            for file in (WHITE, PINK, BROWN, GREY):
                assert client.ask("playlistadd", "L", file) == b"OK\n"
            wait_until(lambda: songs(bath, "L") == _files(PINK, BROWN, GREY), "it has not what it can have")
            assert client.ask("playlistdelete", "L", "1") == b"OK\n"
            wait_until(lambda: songs(bath, "L") == _files(BROWN, GREY), f"another song is gone: {songs(bath, 'L')}")
            assert client.ask("playlistmove", "L", "2", "1") == b"OK\n"
            wait_until(lambda: songs(bath, "L") == _files(GREY, BROWN), f"not moved: {songs(bath, 'L')}")
            assert client.ask("rename", "L", "M") == b"OK\n"
            wait_until(lambda: bath.ask("listplaylists")[:1] == ["playlist: M"], "not renamed")


def test_a_room_that_spells_a_file_otherwise_has_it(
    library: Path, mpd: Start, proxy: StartProxy, tmp_path: Path
) -> None:
    """Its file system separates letters and accents, so the same file has another name there."""
    folder = tmp_path / "mac"
    folder.mkdir()
    for form, name in (("NFC", "kitchen"), ("NFD", "bath")):
        (folder / name).mkdir()
        for file in (WHITE, PINK):
            os.link(library / file, folder / name / normalize(form, f"Bär {Path(file).name}"))
    with mpd_server(folder / "kitchen", name="kitchen") as kitchen, mpd_server(folder / "bath", name="bath") as bath:
        served = proxy(kitchen, bath)
        led_by(served, kitchen, bath)
        with Client(served) as client, watched((kitchen, bath)) as watches:
            known = values(client.ask("listall").decode().splitlines(), "file")
            for file in [*known, known[0]]:
                assert client.ask("add", file) == b"OK\n"
            wait_until(lambda: queue(kitchen) != queue(bath) and len(queue(bath)) == 3, f"{queue(bath)}")
            assert [normalize("NFC", file) for file in queue(bath)] == [
                normalize("NFC", file) for file in queue(kitchen)
            ]
            assert client.ask("play", "1") == b"OK\n"
            wait_until(lambda: all(watch.sights[-1].song == "1" for watch in watches), "another song plays")
            wait_until(lambda: all(watch.sights[-1].state == "play" for watch in watches), "it does not play")


def test_a_room_that_was_away_gets_the_stored_playlists(home: House) -> None:
    home.fresh()
    with Client(home.proxy) as client:
        for name in ("kept", "removed"):
            assert client.ask("playlistadd", name, WHITE) == b"OK\n"
        room = other(home, leading(home.proxy, home.rooms))
        wait_until(lambda: len(room.ask("listplaylists")) == 4, "it has not both")
        room.kill()
        assert client.ask("playlistadd", "kept", PINK) == b"OK\n"
        assert client.ask("playlistadd", "new", PINK) == b"OK\n"
        assert client.ask("rm", "removed") == b"OK\n"
        room.start()
        wait_until(lambda: _lists(room) == {"kept": _files(WHITE, PINK), "new": _files(PINK)}, f"{_lists(room)}")


def _stickers(room: Mpd, file: str) -> list[str]:
    return sorted(room.ask("sticker", "list", "song", file))


def test_a_room_that_was_away_gets_the_changed_stickers(home: House) -> None:
    home.fresh()
    with Client(home.proxy) as client:
        for name in ("kept", "removed"):
            assert client.ask("sticker", "set", "song", BROWN, name, "1") == b"OK\n"
        room = other(home, leading(home.proxy, home.rooms))
        wait_until(lambda: len(_stickers(room, BROWN)) == 2, "it has not both")
        room.kill()
        assert client.ask("sticker", "set", "song", BROWN, "kept", "a=b") == b"OK\n"
        assert client.ask("sticker", "delete", "song", BROWN, "removed") == b"OK\n"
        assert client.ask("sticker", "set", "song", PINK, "new", "2") == b"OK\n"
        room.start()
        wait_until(lambda: _stickers(room, BROWN) == ["sticker: kept=a=b"], f"{_stickers(room, BROWN)}")
        wait_until(lambda: _stickers(room, PINK) == ["sticker: new=2"], f"{_stickers(room, PINK)}")
        for file in (BROWN, PINK):
            assert client.ask("sticker", "delete", "song", file) == b"OK\n"
        wait_until(lambda: not _stickers(room, BROWN) and not _stickers(room, PINK), "they stay")


def test_a_room_that_returns_gets_stickers_whose_names_are_known(home: House) -> None:
    """Also those that were set in the lead room directly while it was away."""
    home.fresh()
    lead = leading(home.proxy, home.rooms)
    room = other(home, lead)
    with Client(home.proxy) as client:
        assert client.ask("sticker", "set", "song", BROWN, "rating", "5") == b"OK\n"
        wait_until(lambda: _stickers(room, BROWN) == ["sticker: rating=5"], "it has none")
        room.kill()
        lead.ask("sticker", "set", "song", PINK, "rating", "7")
        room.start()
        wait_until(lambda: _stickers(room, PINK) == ["sticker: rating=7"], f"{_stickers(room, PINK)}")
        for file in (BROWN, PINK):
            assert client.ask("sticker", "delete", "song", file) == b"OK\n"
        wait_until(lambda: not _stickers(room, BROWN) and not _stickers(room, PINK), "they stay")


def _lists(room: Mpd) -> dict[str, list[str]]:
    try:
        return {name: songs(room, name) for name in values(room.ask("listplaylists"), "playlist")}
    except RuntimeError:  # one is being written anew
        return {}


def _files(*files: str) -> list[str]:
    return [f"file: {file}" for file in files]
