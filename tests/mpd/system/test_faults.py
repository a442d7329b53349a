"""Rooms that die, hang, return, or differ from the others: the music continues elsewhere, and users are notified."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds
from tests.mpd.house import GREY, PINK, WHITE, House, queue
from tests.mpd.watching import (
    EVEN,
    Client,
    Watch,
    come_together,
    leading,
    other,
    playing,
    reported,
    together_since,
    watched,
)
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import Mpd, free_port, mpd_server
from tests.tools.rigs.rooms import Place, Proxy

pytestmark = [pytest.mark.slow, pytest.mark.never_retried]

SOON = seconds(3)
"""A room that answers again plays with the others within this time, if the machine is not busy."""

ANSWER = seconds(2.5)
"""Clients are answered within this time, even while another room takes over."""

NOTICED = seconds(1)
PATIENCE = seconds(1.5)

Start = Callable[..., Mpd]
StartProxy = Callable[..., Proxy]


def within(limit: int, since: Micros) -> bool:
    return local_micros() - since < limit


# --- a room is killed ------------------------------------------------------------------------------------------------

OPTIONS = (("repeat", "1"), ("single", "1"), ("consume", "1"), ("crossfade", "2"), ("replay_gain_mode", "track"))


@pytest.mark.parametrize(
    ("leads", "wiped"),
    [
        pytest.param(False, True, id="wiped while another leads"),
        pytest.param(True, False, id="it led, and kept its state"),
    ],
)
def test_a_room_that_was_killed_is_back_in_step(home: House, leads: bool, wiped: bool) -> None:
    playing(home, WHITE, PINK, GREY, options=OPTIONS)
    leader = leading(home.proxy, home.rooms)
    victim = leader if leads else other(home, leader)
    survivor = other(home, victim)
    with watched((survivor, victim)) as watches, Client(home.proxy) as client:
        come_together(watches)
        killed = local_micros()
        victim.kill()
        assert client.status()["state"] == "play"
        assert within(ANSWER, killed)
        assert f"outputname: {victim.name}\n".encode() in client.ask("outputs")
        if wiped:
            victim.wipe()
        gone = reported(home.proxy, victim.name, "gone") - killed
        assert f"{victim.name} is gone" in home.proxy.log()
        begun = local_micros()
        victim.start()
        answering = local_micros() - begun
        come_together(watches, f"{victim.name} does not join in", begun)
        answered = watches[1].since(begun)[0].at
        back = together_since(watches, begun) - answered
        sys.stderr.write(f"{victim.name}: told after {gone}, answers after {answering}, is back {back} later\n")
        assert back < max(SOON, 5 * answering)
        assert watches[0].strayed(killed) < EVEN
    home.all_have(WHITE, PINK, GREY)
    home.all_say(repeat="1", single="1", consume="1", xfade="2")
    home.both("not the same replay gain", lambda room: room.ask("replay_gain_status") == ["replay_gain_mode: track"])


def test_clients_know_all_songs_by_the_same_ids_when_another_room_leads(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    first = leading(home.proxy, home.rooms)
    with Client(home.proxy) as client, Client(home.proxy) as idler:
        client.ask("deleteid", client.ask("addid", PINK, "1").decode().splitlines()[0].removeprefix("Id: "))
        before, version = client.ask("playlistid"), client.status()["playlist"]
        assert idler.ask("idle", "nothing").startswith(b"ACK")
        idler.say("idle", "mixer", "options")
        first.kill()
        assert idler.hear() == b"changed: mixer\nchanged: options\nOK\n"
        assert leading(home.proxy, home.rooms) is not first
        assert client.ask("playlistid") == before
        status = client.status()
        assert int(status["playlist"]) > int(version)
        changes = client.ask("plchangesposid", version)
        assert changes.count(b"cpos: ") == 3
        current = client.ask("currentsong")
        assert f"Id: {status['songid']}\n".encode() in current
        assert client.ask("playid", status["nextsongid"]) == b"OK\n"
        survivor = other(home, first)
        wait_until(lambda: survivor.asked("currentsong")["file"] == PINK, "it does not play that")
        assert client.ask("plchangesposid", client.status()["playlist"]) == b"OK\n"


def test_a_command_is_answered_whose_room_is_killed_meanwhile(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    first = leading(home.proxy, home.rooms)
    with Client(home.proxy) as reader, Client(home.proxy) as changer:
        first.hang()
        reader.say("playlistinfo")
        changer.say("repeat", "1")
        begun = local_micros()
        first.kill()
        assert reader.hear().count(b"file: ") == 3
        assert changer.hear() == b"OK\n"
        assert within(2 * ANSWER, begun)
    survivor = other(home, first)
    wait_until(lambda: survivor.asked("status")["repeat"] == "1", "it is not done")


def test_all_rooms_die_and_come_back(home: House) -> None:
    playing(home, WHITE, PINK)
    home.both("it keeps nothing", lambda room: PINK in (room.folder / "state").read_text())
    for room in home.rooms:
        room.kill()
    with Client(home.proxy) as client:
        begun = local_micros()
        assert client.ask("status").startswith(b"ACK [52@0]")
        assert within(ANSWER + NOTICED, begun)
        assert client.ask("ping").startswith((b"ACK", b"OK"))
        assert client.ask("outputs").count(b"outputname: ") == 2
        for room in home.rooms:
            room.start()
        wait_until(lambda: client.ask("status").endswith(b"OK\n"), "nobody answers")
        assert client.ask("play", "1") == b"OK\n"
    with watched(home.rooms) as watches:
        come_together(watches)


# --- a room hangs ----------------------------------------------------------------------------------------------------


def test_a_lead_room_that_hangs_holds_up_no_client(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    victim = leading(home.proxy, home.rooms)
    survivor = other(home, victim)
    with Watch(survivor) as watch, Client(home.proxy) as client:
        hung = local_micros()
        victim.hang()
        silent = reported(home.proxy, victim.name, "silent") - hung
        assert silent < 2 * NOTICED + SECOND // 2  # told once a second
        assert watch.strayed(hung) < EVEN
        begun = local_micros()
        assert client.ask("next") == b"OK\n"
        answered = local_micros() - begun
        wait_until(lambda: watch.sights[-1].song == "1" and watch.sights[-1].state == "play", "it does not go on")
        sounded = watch.sights[-1].at - begun
        sys.stderr.write(f"{victim.name}: told after {silent}; next answered after {answered}, plays after {sounded}\n")
        assert answered < NOTICED
        assert sounded < PATIENCE
        victim.resume()
        with Watch(victim) as again:
            come_together((watch, again), f"{victim.name} does not join in")


COMMANDS = ("pause", "stop", "play 1", "delete 0", "add untitled.flac", "setvol 50", "repeat 1")


@pytest.mark.parametrize(
    ("fate", "said"), [*(("hangs", each) for each in COMMANDS), ("is killed", "pause"), ("is killed", "delete 0")]
)
def test_a_command_is_answered_while_the_lead_room_is_lost(home: House, fate: str, said: str) -> None:
    words = said.split()
    playing(home, WHITE, PINK)
    victim = leading(home.proxy, home.rooms)
    survivor = other(home, victim)
    with Client(home.proxy) as client:
        victim.hang() if fate == "hangs" else victim.kill()
        begun = local_micros()
        assert client.ask(*words) == b"OK\n"
        assert within(ANSWER, begun)
        done = {"pause": ("state", "pause"), "stop": ("state", "stop"), "play": ("song", "1")}
        done |= {"setvol": ("volume", "50"), "repeat": ("repeat", "1")}
        key, value = done.get(words[0], ("playlistlength", str(len(queue(survivor)))))
        wait_until(lambda: survivor.asked("status").get(key) == value, f"{words[0]} is not done")
        assert client.status()[key] == value


def test_a_start_waits_only_so_long_for_a_room_that_hangs_unnoticed(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    leader = leading(home.proxy, home.rooms)
    victim = other(home, leader)
    with Watch(leader) as watch, Client(home.proxy) as client:
        victim.hang()
        begun = local_micros()
        assert client.ask("next") == b"OK\n"
        answered = local_micros() - begun
        wait_until(lambda: watch.sights[-1].song == "1" and watch.sights[-1].state == "play", "it does not go on")
        sounded = watch.sights[-1].at - begun
        sys.stderr.write(f"next answered after {answered}, plays after {sounded}\n")
        assert answered < NOTICED
        assert sounded < PATIENCE + NOTICED
        victim.resume()
        with Watch(victim) as again:
            come_together((watch, again))


# --- a room is not like the others -----------------------------------------------------------------------------------


def test_a_room_is_silent_while_it_lacks_the_song(library: Path, mpd: Start, proxy: StartProxy, tmp_path: Path) -> None:
    poor = shutil.copytree(library, tmp_path / "poor", copy_function=os.link)
    (poor / PINK).unlink()
    with mpd_server(poor, name="bath") as bath:
        kitchen = mpd("kitchen")
        rooms = (kitchen, bath)
        home = House(rooms, proxy(*rooms))
        for file in (WHITE, PINK, GREY, PINK):
            home.ask("add", file)
        wait_until(lambda: queue(bath) == [WHITE, GREY], "it has not what it can have")
        home.ask("play", "0")
        with watched(rooms) as watches:
            wait_until(lambda: watches[1].sights[-1].state == "play", "it does not play what it has")
            assert home.ask("next") == []
            wait_until(lambda: watches[0].sights[-1].song == "1" and watches[0].sights[-1].state == "play", "no next")
            begun = watches[0].sights[-1].at
            wait_until(lambda: watches[1].sights[-1].state == "stop", "it is not silent")
            reported(home.proxy, "bath", "apart")
            assert watches[0].strayed(begun) < EVEN
            assert home.ask("next") == []
            wait_until(lambda: watches[0].sights[-1].song == "2", "the others do not go on")
            both_at(GREY, rooms)
        os.link(library / PINK, poor / PINK)
        bath.ask("update")
        home.all_have(WHITE, PINK, GREY, PINK)
        both_at(GREY, rooms)


def test_a_room_that_refuses_the_password(mpd: Start, proxy: StartProxy, tmp_path: Path) -> None:
    kitchen, safe = mpd("kitchen"), mpd("safe", passwords=["sesame@read,add,player,control,admin"])
    wrong = Place("safe", safe.address, safe.port, "simsalabim")
    with Client(refusing := proxy(kitchen, wrong)) as client:
        reported(refusing, "safe", "refused")
        assert client.ask("add", WHITE) == b"OK\n"
        assert client.ask("play") == b"OK\n"
        both_at(WHITE, (kitchen,))
        assert b"outputname: safe\n" in client.ask("outputs")
    with Client(right := proxy(kitchen, Place("safe", safe.address, safe.port, "sesame"))) as client:
        reported(right, "safe", "together")
        both_at(WHITE, (kitchen, safe))
        assert client.ask("next") == b"OK\n"


def test_a_room_that_is_started_later_joins_in(mpd: Start, proxy: StartProxy) -> None:
    kitchen, port = mpd("kitchen"), free_port()
    served = proxy(kitchen, Place("late", "127.0.0.1", port))
    with Client(served) as client:
        reported(served, "late", "gone")
        assert client.ask("add", WHITE) == b"OK\n"
        assert client.ask("play") == b"OK\n"
        late = mpd("late", port=port)
        with watched((kitchen, late)) as watches:
            come_together(watches)


def both_at(file: str, rooms: Sequence[Mpd]) -> None:
    """Wait until all play that song in step."""
    for room in rooms:
        wait_until(lambda room=room: plays(room, file), f"{room.name} does not play {file}")  # type: ignore[misc]
    with watched(rooms) as watches:
        come_together(watches)


def plays(room: Mpd, file: str) -> bool:
    return room.asked("status")["state"] == "play" and room.asked("currentsong").get("file") == file
