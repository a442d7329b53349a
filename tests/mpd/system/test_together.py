"""Rooms play the same at the same time, whichever client sends the command, even if a room is commanded directly."""

import sys

import pytest

from drumcircle_gui.timing.units import SECOND, local_micros
from tests.mpd.house import GREY, PINK, WHITE, House
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

pytestmark = [pytest.mark.slow]


# --- what makes sound start or jump ----------------------------------------------------------------------------------

COMMANDS = (
    (("play", "1"), "1", 0),
    (("next",), "2", 0),
    (("seekcur", "10"), "2", 10),
    (("previous",), "1", 0),
    (("seekcur", "+5"), "1", 5),
    (("seek", "0", "20.5"), "0", 20.5),
    (("pause", "1"), "0", None),
    (("pause",), "0", 20.5),
    (("pause", "1"), "0", None),
    (("play",), "0", 20.5),
    (("stop",), "", None),
    (("play",), "0", 0),
    (("seekid", "{2}", "7"), "2", 7),
    (("playid", "{1}"), "1", 0),
    (("stop",), "", None),
    (("playid",), "1", 0),
)
"""In this order: the command, the place in the queue of the song that then sounds, and its least age in seconds."""


def test_all_rooms_start_and_jump_together(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    with Client(home.proxy) as client, watched(home.rooms) as watches:
        ids = [line[4:] for line in client.ask("playlistinfo").decode().splitlines() if line.startswith("Id: ")]
        for words, song, age in COMMANDS:
            begun = local_micros()
            assert client.ask(*(word.format(*ids) for word in words)) == b"OK\n"
            if age is None:
                home.all_say(state="pause" if song else "stop")
                continue
            assert client.status()["state"] == "play"
            wait_until(lambda song=song: all(_plays(watch, song) for watch in watches), f"{words}: {song}")  # type: ignore[misc]
            come_together(watches, f"{words}: not together", begun)
            for watch in watches:
                said = watch.room.asked("status")
                assert said["state"] == "play", words
                assert age <= float(said["elapsed"]) < age + (local_micros() - begun) / SECOND + 1.5
    starts = [line for line in home.proxy.report() if line["event"] == "start"]
    assert [start for start in starts if len(start["sent"]) < 2 or start["late"]] == []


def test_rooms_that_were_just_stopped_start_together(home: House) -> None:
    playing(home, WHITE)
    begun = local_micros()
    for _ in range(5):
        home.ask("stop")
        home.all_say(state="stop")
        home.ask("play")
        home.all_say(state="play")
    starts = [line for line in home.proxy.report() if line["event"] == "start" and line["at"] > begun]
    assert [start["late"] for start in starts] == [[]] * 5


def test_clients_are_notified_once_of_what_all_rooms_do(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    with Client(home.proxy) as client, Client(home.proxy) as idler, watched(home.rooms) as watches:
        for words in (("next",), ("seekcur", "9"), ("pause", "1"), ("pause", "0"), ("stop",), ("play", "1")):
            idler.say("idle", "player")
            assert client.ask(*words) == b"OK\n"
            assert idler.hear() == b"changed: player\nOK\n"
            idler.say("idle", "player")
            state = "pause" if words == ("pause", "1") else "stop" if words == ("stop",) else "play"
            wait_until(lambda state=state: all(_steady(watch, state) for watch in watches), f"{words}: {state}")  # type: ignore[misc]
            idler.say("noidle")
            assert idler.hear() == b"OK\n"


def test_a_song_runs_into_the_next_in_all_rooms(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    with Client(home.proxy) as client, watched(home.rooms) as watches:
        assert client.ask("seekcur", "28") == b"OK\n"
        come_together(watches)
        with Client(home.proxy) as idler:
            assert idler.ask("idle", "player") == b"changed: player\nOK\n"
        assert client.status()["song"] == "1"
        come_together(watches)
        assert {sight.state for watch in watches for sight in watch.lately()} == {"play"}


def _plays(watch: Watch, song: str) -> bool:
    return (watch.sights[-1].state, watch.sights[-1].song) == ("play", song)


def _steady(watch: Watch, state: str) -> bool:
    return {sight.state for sight in watch.lately()} == {state}


# --- rooms are switched off and on -----------------------------------------------------------------------------------


def test_a_room_that_leads_is_switched_off_and_on(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    room = leading(home.proxy, home.rooms)
    number = str(home.rooms.index(room))
    with watched((other(home, room), room)) as (stays, goes):
        home.ask("disableoutput", number)
        wait_until(lambda: goes.sights[-1].state == "stop", "it is not switched off")
        reported(home.proxy, room.name, "off")
        home.ask("next")
        wait_until(lambda: _plays(stays, "1"), "the other does not go on")
        assert goes.sights[-1].state == "stop"
        begun = local_micros()
        home.ask("enableoutput", number)
        come_together((stays, goes), f"{room.name} does not join in")
        assert stays.strayed(begun) < EVEN


def test_all_rooms_are_switched_off(home: House) -> None:
    playing(home, WHITE, PINK)
    with Client(home.proxy) as client:
        for number in "01":
            assert client.ask("disableoutput", number) == b"OK\n"
        home.all_say(state="stop")
        assert client.ask("play", "0").startswith(b"ACK [52@0] {play}")
        assert client.ask("playlistinfo").count(b"file: ") == 2
        assert client.ask("add", GREY) == b"OK\n"
        assert client.status()["state"] == "stop"
        for number in "10":
            assert client.ask("toggleoutput", number) == b"OK\n"
        home.all_have(WHITE, PINK, GREY)
        assert client.ask("play", "0") == b"OK\n"
    with watched(home.rooms) as watches:
        come_together(watches)


# --- a room is commanded directly ------------------------------------------------------------------------------------

MEDDLING = {
    "pauses it": (("pause", "1"),),
    "plays another song": (("play", "2"),),
    "seeks": (("seekcur", "20"),),
    "clears its queue": (("clear",),),
    "deletes what plays": (("delete", "0"),),
    "changes its queue": (("swap", "0", "2"), ("add", GREY), ("move", "3", "0")),
    "changes options": tuple((option, "1") for option in ("repeat", "random", "single", "consume", "crossfade")),
}


@pytest.mark.parametrize("how", MEDDLING)
def test_a_direct_change_of_a_follower_is_undone(home: House, how: str) -> None:
    playing(home, WHITE, PINK, GREY)
    leader = leading(home.proxy, home.rooms)
    room = other(home, leader)
    with watched((leader, room)) as watches:
        come_together(watches)
        begun = local_micros()
        for words in MEDDLING[how]:
            room.ask(*words)
        wait_until(lambda: watches[1].sights[-1].at > begun + SECOND, "nobody looks")
        come_together(watches, f"it is not put right that somebody {how}")
        sys.stderr.write(f"somebody {how}: right after {together_since(watches, begun) - begun}\n")
        assert watches[0].strayed(begun) < EVEN
    home.all_have(WHITE, PINK, GREY)
    home.all_say(repeat="0", random="0", single="0", consume="0")
    home.both("crossfade", lambda each: each.asked("status").get("xfade", "0") == "0")


def test_rooms_follow_a_direct_change_of_the_lead_room(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    leader = leading(home.proxy, home.rooms)
    with Client(home.proxy) as client, watched(home.rooms) as watches:
        leader.ask("repeat", "1")
        leader.ask("delete", "1")
        home.all_have(WHITE, GREY)
        home.all_say(repeat="1")
        leader.ask("play", "1")
        wait_until(lambda: all(watch.sights[-1].song == "1" for watch in watches), "they do not follow")
        come_together(watches)
        leader.ask("pause", "1")
        home.all_say(state="pause")
        assert client.status()["state"] == "pause"
        leader.ask("pause", "0")
        home.all_say(state="play")
        come_together(watches)
        leader.ask("clear")
        home.all_have()
        home.all_say(state="stop")
