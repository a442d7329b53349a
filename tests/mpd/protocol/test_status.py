"""Status and queue replies. The examples are replies of MPD 0.23.12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.status import (
    PlaybackOptions,
    QueueEntry,
    Status,
    apply_changes,
    parse_pairs,
    parse_queue,
    parse_seconds,
    parse_status,
    split_songs,
)
from drumcircle_gui.mpd.protocol.syntax import request

STOPPED = b"""volume: 100
repeat: 0
random: 0
single: 0
consume: 0
partition: default
playlist: 1
playlistlength: 0
mixrampdb: 0
state: stop
"""
PLAYING = b"""volume: 95
repeat: 1
random: 1
single: oneshot
consume: 1
partition: default
playlist: 12
playlistlength: 3
mixrampdb: -17.5
state: play
xfade: 2
mixrampdelay: 2.5
song: 1
songid: 7
time: 12:30
elapsed: 12.482
bitrate: 705
duration: 30.000
audio: 44100:16:2
updating_db: 4
nextsong: 2
nextsongid: 8
"""
FAILED = (
    STOPPED
    + b"""song: 0
songid: 2
error: Failed to decode http://127.0.0.1:1/x.mp3; CURL failed: Couldn't connect
nextsong: 0
nextsongid: 2
"""
)
QUEUE = b"""file: Noise/1 White.flac
Last-Modified: 2026-11-27T01:03:14Z
Format: 44100:16:2
Title: Pos: 9
Time: 30
duration: 30.000
Pos: 0
Id: 3
Prio: 5
file: Rain/\xc3\x9cber "den" Regen's L\xc3\xa4rm \xe2\x98\x82.flac
Range: 1.000-3.000
Time: 2
duration: 2.000
Pos: 1
Id: 4
file: http://127.0.0.1:1/x.mp3
Title: Foo
Title: Bar
Pos: 2
Id: 2
"""

flags = st.sampled_from(["0", "1"])
options = st.builds(
    PlaybackOptions,
    repeat=flags,
    random=flags,
    single=st.sampled_from(["0", "1", "oneshot"]),
    consume=flags,
    crossfade=st.sampled_from(["0", "5"]),
    mixrampdb=st.sampled_from(["0", "0.000000", "-17.5", "nan", "inf"]),
    mixrampdelay=st.sampled_from(["nan", "2.5"]),
    replay_gain=st.sampled_from([None, "off", "track"]),
)


def test_status_while_stopped():
    assert parse_status(STOPPED) == Status(queue_version=1, volume=100)


def test_a_status_that_has_not_changed_is_not_parsed_again():
    assert parse_status(STOPPED) is parse_status(bytes(bytearray(STOPPED)))


def test_status_while_playing():
    assert parse_status(PLAYING) == Status(
        state="play",
        queue_pos=1,
        song_id=7,
        next_song_id=8,
        elapsed=12_482_000,
        duration=30_000_000,
        audio="44100:16:2",
        queue_version=12,
        queue_length=3,
        volume=95,
        options=PlaybackOptions("1", "1", "oneshot", "1", "2", "-17.5", "2.5"),
    )


def test_status_after_a_failed_song():
    status = parse_status(FAILED)
    assert status.error.startswith("Failed to decode")
    assert (status.queue_pos, status.song_id, status.elapsed, status.duration) == (0, 2, None, None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"state: \n",
        b"state: sleep\n",
        b"OK MPD 0.23.5\n",
        b"state: play\nsong: x\n",
        b"state: play\nelapsed: \n",
        b"state: play\nelapsed: inf\n",
        b"state: play\nelapsed: 1e308\n",
        b"state: play\nduration: nan\n",
        b"state: play\nmixrampdb: loud\n",
        b"state: play\nplaylist: -\n",
        b"state: play\n\xff: x\n",
    ],
)
def test_any_other_reply_is_not_a_status(body):
    with pytest.raises(ValueError, match=r"no state|invalid literal|convert string|codec|inf s|nan s|1e308 s"):
        parse_status(body)


@given(st.binary(max_size=40), st.sampled_from([b"song", b"elapsed", b"volume", b"xfade", b"mixrampdb", b"error"]))
def test_any_value_is_parsed_or_raises_value_error(value, name):
    try:
        assert parse_status(b"state: play\n%s: %s\n" % (name, value)).state == "play"
    except ValueError:
        assert name != b"error" or b"\n" in value


def test_seconds_are_parsed_to_micros():
    assert parse_seconds("12.482") == 12_482_000
    assert parse_seconds(None) is None


def test_values_keep_bytes_that_are_not_utf_8():
    assert parse_pairs(b"file: \xff: a\nempty: \nno line\n: x\n") == {"file": "\udcff: a", "empty": ""}


# --- options ---------------------------------------------------------------------------------------------------------

STATUS_NAMES = {
    b"repeat": "repeat",
    b"random": "random",
    b"single": "single",
    b"consume": "consume",
    b"crossfade": "xfade",
    b"mixrampdb": "mixrampdb",
    b"mixrampdelay": "mixrampdelay",
}


@given(options, options)
def test_requests_change_one_set_of_options_into_the_other(now, wanted):
    changed = {
        STATUS_NAMES[name]: value for name, value in _requests(now, wanted).items() if name != b"replay_gain_mode"
    }
    body = b"".join(
        b"%s: %s\n" % (name.encode(), value.encode()) for name, value in {**_as_status(now), **changed}.items()
    )
    then = parse_status(STOPPED + body).options
    assert PlaybackOptions(**{**_fields(then), "replay_gain": wanted.replay_gain}).requests_to(wanted) == []
    assert _requests(now, wanted).get(b"replay_gain_mode") == (
        None if wanted.replay_gain in (None, now.replay_gain) else wanted.replay_gain
    )
    assert wanted.requests_to(wanted) == []


def test_two_spellings_of_one_number_are_equal():
    assert PlaybackOptions(mixrampdb="0").requests_to(PlaybackOptions(mixrampdb="0.000000")) == []
    assert PlaybackOptions(mixrampdb="0").requests_to(PlaybackOptions(mixrampdb="-1")) == [request("mixrampdb", "-1")]


def _requests(now: PlaybackOptions, wanted: PlaybackOptions) -> dict[bytes, str]:
    lines = [line.partition(b" ") for line in now.requests_to(wanted)]
    assert len({name for name, _, _ in lines}) == len(lines)
    return {name: value.strip(b'"').decode() for name, _, value in lines}


def _as_status(options: PlaybackOptions) -> dict[str, str]:
    return {status: getattr(options, name.decode()) for name, status in STATUS_NAMES.items()}


def _fields(options: PlaybackOptions) -> dict[str, str | None]:
    return {name: getattr(options, name) for name in PlaybackOptions.__dataclass_fields__}


# --- queues ----------------------------------------------------------------------------------------------------------


def test_queue_entries_are_parsed():
    assert list(parse_queue(QUEUE)) == [
        (0, QueueEntry(3, b"Noise/1 White.flac", prio=5, tags=((b"Title", b"Pos: 9"),))),
        (1, QueueEntry(4, 'Rain/\u00dcber "den" Regen\'s L\u00e4rm \u2602.flac'.encode(), range=b"1.000-3.000")),
        (2, QueueEntry(2, b"http://127.0.0.1:1/x.mp3", tags=((b"Title", b"Foo"), (b"Title", b"Bar")))),
    ]
    assert list(parse_queue(b"")) == []


@pytest.mark.parametrize("line", [b"Pos: 0\n", b"Id: 3\n", b"Pos: x\n", b"Prio: x\n"])
def test_any_other_reply_is_not_a_queue(line):
    whole = b"file: a\nPos: 0\nId: 3\nPrio: 1\n"
    broken = whole.replace(line, b"") if line in whole else whole + line
    with pytest.raises(ValueError, match=r"a queue entry without|invalid literal"):
        list(parse_queue(broken))


@given(st.lists(st.lists(st.sampled_from([b"Title: x\n", b"Title: file: y\n", b"Id: 1\n"])).map(b"".join), max_size=5))
def test_a_song_begins_with_its_file(lines):
    parts = [b"file: a\n" + each for each in lines]
    assert list(split_songs(b"".join(parts))) == parts


def test_changes_are_applied_to_a_queue():
    entries = [QueueEntry(1, b"a.flac"), QueueEntry(2, b"b.flac"), QueueEntry(3, b"c.flac")]
    changes = b"file: d.flac\nPos: 1\nId: 9\nfile: e.flac\nPos: 3\nId: 10\n"
    assert apply_changes(entries, 4, changes) == [
        entries[0],
        QueueEntry(9, b"d.flac"),
        entries[2],
        QueueEntry(10, b"e.flac"),
    ]
    assert apply_changes(entries, 2, changes) == [entries[0], QueueEntry(9, b"d.flac")]
    assert apply_changes(entries, 0, b"") == []
    with pytest.raises(ValueError):
        apply_changes(entries, 3, b"file: d.flac\nPos: 1\n")
