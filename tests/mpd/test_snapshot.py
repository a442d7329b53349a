"""The rooms' snapshot, and the texts of its events."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.model.rooms_state import Presence, QueueSong, RoomsEvent, RoomsState, RoomStatus
from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.snapshot import (
    NEWEST,
    OLDEST,
    Facts,
    check_reply,
    common_version,
    describe_correction,
    describe_start,
    first_values,
    parse_changes,
    parse_listing,
    parse_song,
    parse_tempo,
    presence,
    reuse_unchanged,
    room_status,
)
from drumcircle_gui.mpd.sync.correction import Correction, CorrectionOutcome, Skew
from drumcircle_gui.timing.units import Micros, seconds

CONFIG = RoomConfig("Kitchen", "kitchen.lan", 6601, "secret", "pi@kitchen:music", True, -7, 2.5)
PLAYING = Status("play", 1, 7, 8, seconds(12.5), seconds(30), volume=80)
FACTS = Facts(
    config=CONFIG,
    up=True,
    refused=False,
    silent=False,
    problem="",
    joining=False,
    leading=True,
    lacking=False,
    version="0.23.5",
    status=PLAYING,
    one_way=Micros(4_000),
    loss=0.01234,
    skew=Skew(Micros(1_200), Micros(300)),
    deviation=None,
    song="White",
    missing=2,
)
SONGS = b"""file: Noise/1 White.flac
Last-Modified: 2026-11-27T01:03:14Z
Title: White
Title: Snow
Artist: The Hiss
Album: Noise
Time: 30
duration: 30.480
Pos: 0
Id: 3
file: Radio/\xff.m3u8
Name: On: Air
Pos: 1
Id: 4
"""
WHITE = QueueSong(3, "Noise/1 White.flac", "White", "The Hiss", seconds(30.48))
RADIO = QueueSong(4, "Radio/\udcff.m3u8", "On: Air")

booleans = st.booleans()
facts = st.builds(
    replace,
    st.just(FACTS),
    up=booleans,
    refused=booleans,
    silent=booleans,
    joining=booleans,
    deviation=st.sampled_from([None, "", "No such song"]),
    lacking=booleans,
    problem=st.sampled_from(["", "it does not answer"]),
    status=st.sampled_from([PLAYING, Status()]),
)


# --- rows ------------------------------------------------------------------------------------------------------------


def test_a_room_that_plays_is_shown_with_all_that_is_known_of_it():
    assert room_status(FACTS) == RoomStatus(
        name="Kitchen",
        address="kitchen.lan:6601",
        presence=Presence.TOGETHER,
        version="0.23.5",
        playing="play",
        song="White",
        elapsed=seconds(12.5),
        one_way=Micros(4_000),
        loss=0.012,
        skew=Micros(1_200),
        uncertainty=Micros(300),
        volume=80,
        trim=-7,
        offset=Micros(2_500),
        leading=True,
        missing=2,
        folder="pi@kitchen:music",
        password="secret",
    )


def test_of_a_room_that_is_gone_what_it_did_last_is_not_shown():
    shown = room_status(replace(FACTS, up=False, skew=None, problem="it does not answer"))
    assert (shown.presence, shown.problem) == (Presence.GONE, "it does not answer")
    assert (shown.playing, shown.song, shown.elapsed, shown.one_way) == ("stop", "", None, None)
    assert (shown.skew, shown.uncertainty) == (None, None)


def test_a_room_that_cannot_be_brought_in_says_why():
    shown = room_status(replace(FACTS, deviation="No such song"))
    assert (shown.presence, shown.problem) == (Presence.JOINING, "No such song")


@given(facts)
def test_the_most_serious_state_of_a_room_is_shown(facts):
    steps = [
        (facts.refused, Presence.REFUSED),
        (not facts.up and bool(facts.problem), Presence.GONE),
        (not facts.up, Presence.CONNECTING),
        (facts.silent, Presence.SILENT),
        (facts.joining or facts.deviation is not None, Presence.JOINING),
        (facts.lacking and facts.status.state == "stop", Presence.APART),
        (True, Presence.TOGETHER),
    ]
    assert presence(facts) == next(presence for holds, presence in steps if holds)
    off = RoomConfig("Kitchen", "kitchen.lan", on=False)
    assert presence(replace(facts, config=off)) == Presence.OFF


def test_what_is_as_it_was_is_the_very_same():
    before = RoomsState(queue=(WHITE,), rooms=(RoomStatus("Kitchen", "a:1"),), clients=1)
    after = reuse_unchanged(RoomsState(queue=(replace(WHITE),), rooms=(RoomStatus("Hall", "a:2"),), clients=2), before)
    assert after.queue is before.queue
    assert (after.rooms[0].name, after.clients) == ("Hall", 2)
    event = RoomsEvent(1, Micros(0), "room", "Hall", "is here")
    assert reuse_unchanged(RoomsState(events=(event,)), before).events == (event,)


# --- versions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        ([], OLDEST),
        (["", ""], OLDEST),
        (["0.23.5", ""], "0.23.5"),
        (["0.23.5", "0.9.14"], "0.9.14"),
        (["0.24.0", "0.23.10", "0.23.9"], "0.23.9"),
        (["0.26.1", "1.0"], NEWEST),
    ],
)
def test_the_version_is_one_that_all_rooms_speak(versions, told):
    assert common_version(versions) == told


# --- songs -----------------------------------------------------------------------------------------------------------


def test_songs_of_the_queue():
    assert list(parse_changes(SONGS)) == [(0, WHITE), (1, RADIO)]
    assert list(parse_changes(b"")) == []


def test_a_song_that_is_not_in_the_queue_has_no_id():
    assert parse_song(b"file: a.flac\nTime: 3\n") == QueueSong(-1, "a.flac", duration=seconds(3))
    assert parse_song(b"file: a.flac\nTime: \n") == QueueSong(-1, "a.flac")


def test_a_folder():
    body = b"""directory: Noise
Last-Modified: 2026-11-27T01:03:14Z
file: untitled.flac
Title: directory: no
playlist: Party.m3u
Title: Party
Last-Modified: 2026-11-27T01:03:14Z
directory: Rain/\xc3\x9c
file: b.flac
duration: 1.5
"""
    assert parse_listing(body) == (
        ("Noise", "Rain/\u00dc"),
        (QueueSong(-1, "untitled.flac", "directory: no"), QueueSong(-1, "b.flac", duration=seconds(1.5))),
    )
    assert parse_listing(b"") == ((), ())


def test_of_values_with_the_same_name_the_first_is_taken():
    assert first_values(b"a: 1\na: 2\nb: x: y\n\xff: z\nno value\nc: ") == {
        "a": "1",
        "b": "x: y",
        "\ufffd": "z",
        "c": "",
    }


@pytest.mark.parametrize(
    ("comments", "bpm"),
    [
        (b"title: White\nBPM: 120\n", 120),
        (b"TBPM: 98,5\n", 98.5),
        (b"tempo: 174.02\n", 174.02),
        (b"tempo: 90\nbpm: 120\n", 120),
        (b"bpm: 0\n", None),
        (b"bpm: 1e9\n", None),
        (b"bpm: nan\n", None),
        (b"bpm: fast\n", None),
        (b"title: 120\n", None),
        (b"", None),
    ],
)
def test_the_tempo_that_a_file_tells_if_it_is_of_use(comments, bpm):
    assert parse_tempo(comments) == bpm


@given(st.lists(st.sampled_from([b"a: b\n", b"OK: x\n", b"ACK: y\n"]), max_size=4).map(b"".join))
def test_a_reply_is_its_lines_or_what_was_refused(body):
    assert check_reply(body + b"OK\n") == body
    with pytest.raises(AckError, match="No such song") as caught:
        check_reply(body + b"ACK [50@0] {playid} No such song\n")
    assert caught.value.code == 50


# --- what is told of events ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rooms", "late", "told"),
    [
        (["a", "b"], [], "play: 2 together"),
        (["a"], ["b", "c"], "play: 1 together, not ready in time: b, c"),
        ([], [], "play: no room was ready"),
        ([], ["a"], "play: no room was ready"),
    ],
)
def test_a_start_is_described(rooms, late, told):
    assert describe_start("play", rooms, late) == told


def test_a_correction_is_described_with_its_outcome():
    corrected = CorrectionOutcome(Correction("Hall", Micros(12_000), Micros(12_340), Micros(800)), Micros(0))
    assert describe_correction(corrected) == "12.3 ms late (\u00b10.8): brought forward"
    known = replace(corrected, skew_after=Micros(-400), uncertainty_after=Micros(900))
    assert describe_correction(known) == "12.3 ms late (\u00b10.8): brought forward; now 0.4 ms early (\u00b10.9)"
    early = replace(corrected, correction=Correction("Hall", Micros(-12_000), Micros(-12_340), Micros(800)))
    assert describe_correction(early) == "12.3 ms early (\u00b10.8): held back"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (Status(state="play", duration=Micros(1), audio="44100:16:2"), "measuring"),
        (Status(state="play", duration=Micros(1)), "the room does not report an audio format"),
        (Status(state="play", audio="44100:16:2"), "a live stream has no position to compare"),
        (Status(state="pause", duration=Micros(1)), ""),
    ],
)
def test_an_unknown_skew_has_a_reason(status, reason):
    known = replace(FACTS, skew=Skew(Micros(0), Micros(0)), status=status)
    assert room_status(known).skew_unknown == ""
    assert room_status(replace(known, skew=None)).skew_unknown == reason
