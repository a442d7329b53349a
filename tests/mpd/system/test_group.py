"""The next song of the group, and its volume: modes, changes of the queue while a song sounds, and volume."""

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

import pytest

from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.mpd.house import GREY, NOISE, PINK, WHITE, House, values
from tests.mpd.watching import LATELY, Client, Sight, Watch, come_together, playing, watched
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import LIBRARY, Mpd
from tests.tools.rigs.rooms import Place, Proxy

pytestmark = [pytest.mark.slow]

DROP, DRIP, SPLASH = (f"Rain/Short/{name}.flac" for name in ("1 Drop", "2 Drip", "3 Splash"))
UNTITLED = "untitled.flac"
RAIN = LIBRARY[7].file
SHORT = [DROP, DRIP, SPLASH, UNTITLED]
LENGTHS = dict(zip(SHORT, (2.0, 3.0, 4.0, 5.0), strict=True))

AT_ONCE = Micros(400_000)
"""A room that enters the next song within this time did so by itself; later, it was commanded to."""

Start = Callable[..., Mpd]
StartProxy = Callable[..., Proxy]


def heard(sights: Sequence[Sight]) -> list[str]:
    """The songs that sounded, in order; "" where none did."""
    return [file for file, _ in groupby(sight.file if sight.state == "play" else "" for sight in sights)]


def begins(sights: Sequence[Sight]) -> list[tuple[Micros, Micros]]:
    """The interval in which each song began: an MPD may answer late at the end of a song."""
    changes = [
        (before.asked, after.heard)
        for before, after in pairwise(sights)
        if (before.state, before.file) != (after.state, after.file)
    ]
    return [(sights[0].asked, sights[0].heard), *changes]


def gap(one: tuple[Micros, Micros], other: tuple[Micros, Micros]) -> int:
    """The minimum distance of two moments in micros."""
    return max(one[0], other[0]) - min(one[1], other[1])


def same_songs(watches: Sequence[Watch], since: Micros, count: int) -> list[str]:
    """The first so many songs from then on, which all rooms went into by themselves at the same time."""
    wait_until(lambda: all(len(heard(watch.since(since))) >= count for watch in watches), "they do not go on", 30)
    first, second = (heard(watch.since(since))[:count] for watch in watches)
    assert first == second
    moments = [begins(watch.since(since))[1:count] for watch in watches]
    assert all(gap(one, two) < AT_ONCE for one, two in zip(*moments, strict=True)), moments
    return first


def to_the_end(home: House, watches: Sequence[Watch], before: float = 2.5) -> Micros:
    """Seek all rooms to so many seconds before the end of the song; return a moment at which they were there."""
    left = float(home.rooms[0].asked("status")["duration"]) - before
    begun = local_micros()
    home.ask("seekcur", f"{left:.3f}")
    come_together(watches, "they do not jump", begun)
    return Micros(local_micros() - LATELY // 2)


# --- what comes next -------------------------------------------------------------------------------------------------


def test_where_the_order_is_random_all_rooms_go_into_the_same_song(home: House) -> None:
    playing(home, *NOISE, RAIN, options=[("random", "1"), ("repeat", "1")])
    with watched(home.rooms) as watches:
        for _ in range(2):
            begun = to_the_end(home, watches, 2.5)
            songs = same_songs(watches, begun, 2)
            assert "" not in songs
            come_together(watches)


def test_next_in_random_order_is_the_same_everywhere(home: House) -> None:
    playing(home, *NOISE, RAIN, options=[("random", "1"), ("repeat", "1")])
    with watched(home.rooms) as watches:
        for words in (("next",), ("next",), ("previous",), ("next",)):
            begun = local_micros()
            home.ask(*words)
            come_together(watches, f"{words}", begun)


def test_songs_are_taken_away_when_they_were_heard(home: House) -> None:
    playing(home, WHITE, DROP, PINK, options=[("consume", "1")])
    with watched(home.rooms) as watches:
        assert same_songs(watches, to_the_end(home, watches), 3) == [WHITE, DROP, PINK]
        home.all_have(PINK)
        come_together(watches)
        home.ask("next")
    home.all_have()
    home.all_say(state="stop")


@pytest.mark.parametrize(
    ("single", "repeat", "then"),
    [("1", "0", ""), ("1", "1", UNTITLED), ("oneshot", "0", ""), ("0", "0", DROP)],
)
def test_what_follows_a_song(home: House, single: str, repeat: str, then: str) -> None:
    playing(home, UNTITLED, DROP, WHITE, options=[("single", single), ("repeat", repeat)])
    with watched(home.rooms) as watches:
        begun = to_the_end(home, watches)
        if then == UNTITLED:
            wait_until(lambda: all(_began_again(watch.since(begun)) for watch in watches), "it is not repeated")
        else:
            wait_until(lambda: all(len(heard(watch.since(begun))) > 1 for watch in watches), "nothing follows")
            assert [heard(watch.since(begun))[1] for watch in watches] == [then, then]
    if single == "oneshot":
        home.all_say(single="0", state="pause")


def test_the_queue_begins_again(home: House) -> None:
    playing(home, DROP, WHITE, options=[("repeat", "1")])
    with watched(home.rooms) as watches:
        home.ask("play", "1")
        home.all_say(song="1", state="play")
        assert same_songs(watches, to_the_end(home, watches), 2) == [WHITE, DROP]


def test_the_queue_comes_to_its_end(home: House) -> None:
    playing(home, WHITE, DROP)
    with watched(home.rooms) as watches, Client(home.proxy) as client:
        assert same_songs(watches, to_the_end(home, watches), 2) == [WHITE, DROP]
        home.all_say(state="stop")
        wait_until(lambda: client.status()["state"] == "stop", "clients are not told")
        assert client.ask("play") == b"OK\n"
        come_together(watches)


def _began_again(sights: Sequence[Sight]) -> bool:
    places = [sight.place for sight in sights if sight.place is not None]
    return bool(places) and min(places) < max(places) - 2 * SECOND


# --- the queue changes -----------------------------------------------------------------------------------------------


def test_all_rooms_have_the_order_that_one_was_given_by_chance(home: House) -> None:
    files = [*NOISE, *SHORT]
    playing(home, *files)
    with watched(home.rooms) as watches:
        for words in (("shuffle",), ("shuffle", "2:6")):
            home.ask(*words)
            order = values(home.ask("playlistinfo"), "file")
            assert sorted(order) == sorted(files)
            home.all_have(*order)
        come_together(watches)
        assert {sight.file for watch in watches for sight in watch.lately()} == {WHITE}


def test_many_changes_at_once_reach_all_rooms(home: House) -> None:
    with Client(home.proxy) as client:
        for file in NOISE * 4:
            client.say("add", file)
        for words in (("move", "0", "7"), ("delete", "3:5"), ("addid", WHITE, "1"), ("swap", "2", "9"), ("add", PINK)):
            client.say(*words)
        replies = [client.hear() for _ in range(21)]
    assert {reply.splitlines()[-1] for reply in replies} == {b"OK"}
    order = values(home.ask("playlistinfo"), "file")
    assert len(order) == 16
    home.all_have(*order)


def test_the_song_that_sounds_is_taken_away(home: House) -> None:
    playing(home, WHITE, PINK, GREY)
    with watched(home.rooms) as watches, Client(home.proxy) as client:
        come_together(watches)
        assert client.ask("delete", "0") == b"OK\n"
        home.all_have(PINK, GREY)
        wait_until(lambda: all(_sounds(watch, PINK) for watch in watches), "the next is not played")
        come_together(watches)
        assert client.status()["song"] == "0"


@pytest.mark.parametrize("then", [("ping",), ("seek", "1", "5")])
@pytest.mark.parametrize("after", range(0, 120, 20))
def test_the_song_is_taken_away_at_any_moment_of_a_start(home: House, after: int, then: tuple[str, ...]) -> None:
    """Milliseconds after the start was requested: while rooms wait for each other, and while they are released."""
    home.fresh(WHITE, PINK, GREY)
    with watched(home.rooms) as watches, Client(home.proxy) as client:
        assert client.ask("play", "1") == b"OK\n"
        moment = local_micros() + after * 1000
        while local_micros() < moment:
            assert client.ask("ping") == b"OK\n"
        assert client.ask("delete", "1") == b"OK\n"
        assert client.ask(*then) == b"OK\n"
        wait_until(lambda: all(_sounds(watch, GREY) for watch in watches), "the next is not played")
        come_together(watches)


def test_the_last_song_is_taken_away_while_it_sounds(home: House) -> None:
    playing(home, WHITE)
    assert home.ask("delete", "0") == []
    home.all_have()
    home.all_say(state="stop")
    assert home.ask("addid", PINK, "0")
    assert home.ask("play") == []
    with watched(home.rooms) as watches:
        come_together(watches)


def test_the_queue_is_cleared_while_it_plays(home: House) -> None:
    playing(home, WHITE, PINK)
    with watched(home.rooms) as watches, Client(home.proxy) as client:
        come_together(watches)
        begun = local_micros()
        assert client.ask("clear") == b"OK\n"
        wait_until(lambda: all(watch.sights[-1].state == "stop" for watch in watches), "it plays on")
        assert max(watch.since(begun)[-1].at for watch in watches) - begun < 20 * SECOND
        home.all_have()
        client.say("command_list_begin")
        for file in (GREY, WHITE):
            client.say("add", file)
        client.say("play", "1")
        client.say("command_list_end")
        assert client.hear() == b"OK\n"
        wait_until(lambda: all(_sounds(watch, WHITE) for watch in watches), "it does not play")
        come_together(watches)


def test_a_queue_change_is_no_player_event(home: House) -> None:
    playing(home, WHITE, PINK)
    with Client(home.proxy) as client:
        for command in ("stop", "clear"):
            assert client.ask(command) == b"OK\n"
        for lasting in (0.0, 1.2):  # what was told of the stop is not told again later
            client.say("idle", "player")
            moment = local_micros() + lasting * SECOND
            while local_micros() < moment:
                home.ask("ping")
            client.say("noidle")
            told = client.hear()
        assert told == b"OK\n"


def _sounds(watch: Watch, file: str) -> bool:
    return (watch.sights[-1].state, watch.sights[-1].file) == ("play", file)


# --- volume ----------------------------------------------------------------------------------------------------------


def test_each_room_is_as_loud_as_it_is_trimmed(mpd: Start, proxy: StartProxy) -> None:
    kitchen, bath, church = mpd("kitchen"), mpd("bath"), mpd("church", mixer="none")
    served = proxy(kitchen, Place("bath", bath.address, bath.port, trim=-15), church)
    with Client(served) as client:
        assert client.ask("add", WHITE) == b"OK\n"
        assert client.ask("play") == b"OK\n"
        for words, volume, loud in (
            (("setvol", "50"), "50", ("50", "35")),
            (("volume", "+30"), "80", ("80", "65")),
            (("setvol", "100"), "100", ("100", "85")),
            (("setvol", "10"), "10", ("10", "0")),
            (("volume", "-5"), "5", ("5", "0")),
            (("setvol", "60"), "60", ("60", "45")),
        ):
            assert client.ask(*words) == b"OK\n"
            assert client.status()["volume"] == volume
            for room, each in zip((kitchen, bath), loud, strict=True):
                wait_until(lambda room=room, each=each: room.asked("status")["volume"] == each, f"{words}: {each}")  # type: ignore[misc]
        assert client.ask("setvol", "101").startswith(b"ACK [2@0] {setvol}")
        bath.ask("setvol", "99")
        wait_until(lambda: bath.asked("status")["volume"] == "45", "it is not put right")
        wait_until(lambda: church.asked("status")["state"] == "play", "it does not play")
