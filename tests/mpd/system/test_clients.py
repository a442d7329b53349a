"""Popular clients through the proxy: ncmpcpp in a terminal, and python-mpd2 with its blocking and its asyncio
interface."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.mpd.house import BROWN, GREY, NOISE, PINK, WHITE, House
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import missing
from tests.tools.rigs.terminal import Terminal, terminal

pytestmark = [pytest.mark.slow]

TO_ANSWER = 20.0


# --- ncmpcpp ---------------------------------------------------------------------------------------------------------

needs_terminal = pytest.mark.skipif(bool(missing("ncmpcpp", "tmux")), reason=missing("ncmpcpp", "tmux"))


@contextmanager
def ncmpcpp(house: House, folder: Path) -> Iterator[Terminal]:
    settings = {
        "mpd_host": f'"{house.proxy.host}"',
        "mpd_port": str(house.proxy.port),
        "ncmpcpp_directory": f'"{folder}"',
        "lyrics_directory": f'"{folder}"',
        "startup_screen": "browser",
    }
    (folder / "config").write_text("".join(f"{key} = {value}\n" for key, value in settings.items()))
    (folder / "bindings").write_text("")
    command = ["ncmpcpp", "-c", str(folder / "config"), "-b", str(folder / "bindings")]
    with terminal(folder, command) as screen:
        screen.shows("Browse: /", "[Noise]", "untitled.flac")
        yield screen


@needs_terminal
def test_ncmpcpp_browses_queues_and_plays(shared: House, tmp_path: Path) -> None:
    shared.fresh()
    with ncmpcpp(shared, tmp_path) as screen:
        screen.keys("Enter")
        screen.shows("Browse: Noise", "The Hiss - White", "The Hiss - Grey")
        screen.keys("Down", "Space")
        shared.all_have(WHITE)
        screen.keys("Space")
        shared.all_have(WHITE, PINK)
        screen.keys("Enter")
        shared.all_say(state="play", song="2")
        screen.keys("1")
        screen.shows("Playlist (3 items", "White", "Pink", "Brown", "Playing: ")
        screen.keys("<")
        shared.all_say(state="play", song="1")
        screen.keys(">")
        shared.all_say(state="play", song="2")
        screen.keys("p")
        shared.all_say(state="pause")
        screen.shows("Paused: ")
        screen.keys("p")
        shared.all_say(state="play", song="2")
        screen.keys("s")
        shared.all_say(state="stop")
        screen.keys("c", "y")
        shared.all_have()
        screen.shows("Playlist (0 items)")


@needs_terminal
def test_ncmpcpp_follows_what_others_do(shared: House, tmp_path: Path) -> None:
    shared.fresh()
    with ncmpcpp(shared, tmp_path) as screen:
        screen.keys("1")
        screen.shows("Playlist (0 items)")
        for file in NOISE:
            shared.ask("add", file)
        screen.shows("Playlist (4 items", "White", "Grey")
        shared.ask("move", "3", "0")
        shared.ask("delete", "1")
        screen.shows("Playlist (3 items")
        assert screen.screen().index("Grey") < screen.screen().index("Pink")
        assert "White" not in screen.screen()
        shared.ask("setvol", "37")
        screen.shows("Volume: 37%")
        shared.ask("repeat", "1")
        screen.shows("Repeat mode is on")
        shared.ask("play", "1")
        screen.shows("Playing: ", "Pink")


@needs_terminal
def test_ncmpcpp_searches(shared: House, tmp_path: Path) -> None:
    shared.fresh()
    with ncmpcpp(shared, tmp_path) as screen:
        screen.keys("3")
        screen.shows("Search engine", "Any          : <empty>")
        screen.keys("Enter")
        screen.shows("Any:")
        screen.type("brown")
        screen.keys("Enter")
        screen.shows("Any          : brown")
        screen.keys("y")
        screen.shows("Found 1 song", "Brown")
        screen.keys("Space")
        shared.all_have(BROWN)


@needs_terminal
def test_rooms_are_outputs_in_ncmpcpp(shared: House, tmp_path: Path) -> None:
    shared.fresh(*NOISE)
    shared.ask("play", "3")
    shared.all_say(state="play")
    kitchen, bath = shared.rooms
    with ncmpcpp(shared, tmp_path) as screen:
        screen.keys("7")
        screen.shows("Outputs", "kitchen", "bath")
        screen.keys("Down", "Enter")
        screen.shows('Output "bath" disabled')
        wait_until(lambda: bath.asked("status")["state"] != "play", "bath goes on")
        assert kitchen.asked("status")["state"] == "play"
        screen.keys("Enter")
        screen.shows('Output "bath" enabled')
        shared.all_say(state="play", song="3")


# --- python-mpd2, which blocks ---------------------------------------------------------------------------------------


@contextmanager
def blocking(house: House) -> Iterator[Any]:
    from mpd import MPDClient

    client = MPDClient()
    client.timeout = TO_ANSWER
    client.connect(*house.proxy.address)
    try:
        yield client
    finally:
        client.disconnect()


def test_python_mpd2_browses_searches_and_queues(shared: House) -> None:
    shared.fresh()
    with blocking(shared) as client:
        assert client.mpd_version == "0.23.5"
        assert {each.get("directory") for each in client.lsinfo()} == {"Noise", "Rain", None}
        assert [each["title"] for each in client.search("title", "wh")] == ["White"]
        assert client.list("album", "group", "artist")[1] == {"artist": "Rush & Roar", "album": "Rain"}
        first = client.addid(WHITE)
        second = client.addid(PINK, 0)
        shared.all_have(PINK, WHITE)
        assert [each["id"] for each in client.playlistinfo()] == [second, first]
        version = client.status()["playlist"]
        client.moveid(second, 1)
        shared.all_have(WHITE, PINK)
        assert {each["id"] for each in client.plchangesposid(version)} == {first, second}
        client.playid(second)
        assert client.currentsong()["file"] == PINK
        shared.all_say(state="play", song="1")
        client.deleteid(first)
        shared.all_have(PINK)


def test_python_mpd2_gives_lists_of_commands(shared: House) -> None:
    shared.fresh()
    with blocking(shared) as client:
        client.command_list_ok_begin()
        client.addid(WHITE)
        client.addid(BROWN)
        client.playlistid()
        client.setvol(40)
        white, brown, queue, _ = client.command_list_end()
        assert [each["id"] for each in queue] == [white, brown]
        shared.all_have(WHITE, BROWN)
        shared.all_say(volume="40")


def test_python_mpd2_fetches_pictures(shared: House) -> None:
    music = shared.rooms[0].music
    with blocking(shared) as client:
        assert client.albumart(WHITE)["binary"] == (music / "Noise/cover.png").read_bytes()
        for limit in (64, 1000, 100_000):
            client.binarylimit(limit)
            picture = client.readpicture(PINK)
            assert picture["type"] == "image/png"
            assert picture["binary"] in (music / PINK).read_bytes()
        assert client.readpicture(WHITE) == {}


def test_python_mpd2_keeps_stickers_in_every_room(shared: House) -> None:
    with blocking(shared) as client:
        client.sticker_set("song", GREY, "rating", "7")
        assert client.sticker_get("song", GREY, "rating") == "7"
        assert client.sticker_find("song", "", "rating") == [{"file": GREY, "sticker": "rating=7"}]
        shared.both("none", lambda room: room.ask("sticker", "get", "song", GREY, "rating") == ["sticker: rating=7"])
        client.sticker_delete("song", GREY)
        shared.both("still", lambda room: room.ask("sticker", "list", "song", GREY) == [])


def test_python_mpd2_switches_rooms(shared: House) -> None:
    shared.fresh()
    with blocking(shared) as client:
        names = {each["outputname"]: each["outputid"] for each in client.outputs()}
        assert list(names) == ["kitchen", "bath"]
        client.toggleoutput(names["bath"])
        assert [each["outputenabled"] for each in client.outputs()] == ["1", "0"]
        client.add(WHITE)
        client.enableoutput(names["bath"])
        shared.all_have(WHITE)


def test_python_mpd2_waits_for_news(shared: House) -> None:
    shared.fresh(WHITE)
    with blocking(shared) as waiting, blocking(shared) as doing:
        told: list[list[str]] = []
        thread = threading.Thread(target=lambda: told.append(waiting.idle("mixer", "options")))
        thread.start()
        while thread.is_alive():
            doing.setvol(33)
            thread.join(0.2)
        assert told == [["mixer"]]


def test_python_mpd2_gets_the_reason_of_a_refusal(shared: House) -> None:
    from mpd import CommandError

    with blocking(shared) as client:
        with pytest.raises(CommandError, match=r"\[50@0\] \{playid\} No such song"):
            client.playid(424_242)
        with pytest.raises(CommandError, match=r"\[50@0\] \{add\} No such directory"):
            client.add("nosuch")
        assert client.ping() is None


# --- python-mpd2, which does not -------------------------------------------------------------------------------------


@asynccontextmanager
async def waiting(house: House) -> AsyncIterator[Any]:
    from mpd.asyncio import MPDClient

    client = MPDClient()
    await client.connect(*house.proxy.address)
    try:
        yield client
    finally:
        client.disconnect()


def test_asynchronous_python_mpd2(shared: House) -> None:
    shared.fresh()

    async def session() -> None:
        async with waiting(shared) as client, waiting(shared) as other:
            news = client.idle(["playlist", "player"])
            found = await other.find("artist", "The Hiss")
            assert [song["file"] for song in found] == NOISE
            ids = [await other.addid(file) for file in NOISE]
            assert "playlist" in await anext(news)
            assert [song["id"] for song in await client.playlistinfo()] == ids
            await client.playid(ids[2])
            assert (await other.currentsong())["file"] == BROWN
            assert len((await client.albumart(WHITE))["binary"]) > 20_000
            assert (await client.readpicture(PINK))["type"] == "image/png"
            await client.sticker_set("song", WHITE, "mood", "noisy")
            assert await other.sticker_get("song", WHITE, "mood") == "noisy"
            assert [each["outputname"] async for each in _all(other.outputs())] == ["kitchen", "bath"]
            await client.stop()

    asyncio.run(asyncio.wait_for(session(), TO_ANSWER))
    shared.all_have(*NOISE)
    shared.all_say(state="stop")


async def _all(found: Any) -> AsyncIterator[Any]:
    for each in await found:
        yield each
