"""Laws of replies: however they arrive, they are the same; and nothing may be endless."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.replies import (
    MAX_BINARY,
    MAX_LINE,
    Reply,
    ReplyEnd,
    ReplyReader,
    UnreadableReply,
    parse_greeting,
)

fewer = settings(max_examples=40)

MANY = 10**6
OK, EACH = b"OK", b"list_OK"

values = st.binary(max_size=20).map(lambda value: value.replace(b"\n", b" "))
tags = st.tuples(st.sampled_from([b"file", b"Title", b"0:file", b"OK", b"ACK", b"list_OK"]), values)
texts = tags.map(lambda tag: b"%s: %s\n" % tag)
odd = st.sampled_from([b"OK \n", b"OKAY\n", b" OK\n", b"ACK 5\n", b"ACK[5]\n", b"list_OK \n", b"\n", b"xOK\n"])
contents = st.binary(max_size=40) | st.sampled_from(
    [b"\nOK\n", b"\nACK [5@0] {} no\n", b"\nbinary: 99\n", b"\nlist_OK\n"]
)
binaries = contents.map(lambda data: b"size: 99\nbinary: %d\n%s\n" % (len(data), data))
bodies = st.lists(texts | odd | binaries, max_size=5).map(b"".join)
acks = st.builds(lambda at, text: b"ACK [5@%d] {play} %s" % (at, text), st.integers(0, 99), values)
replies = st.builds(Reply, bodies, st.sampled_from([OK, EACH]) | acks)
conversations = st.lists(replies, max_size=8)


def told(reply: Reply) -> bytes:
    return reply.body + reply.end + b"\n"


def pieces(data: st.DataObject, text: bytes) -> list[bytes]:
    """The text, cut at some places."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    return [text[begin:end] for begin, end in pairwise([0, *cuts, len(text)])]


@fewer
@given(conversations, st.data())
def test_replies_are_the_same_however_they_are_cut(replies, data):
    reader = ReplyReader(MANY)
    found = [reply for piece in pieces(data, b"".join(map(told, replies))) for reply in reader.feed(piece)]
    assert found == replies


@fewer
@given(conversations)
def test_each_reply_is_there_with_its_last_byte_and_not_before(replies):
    reader = ReplyReader(MANY)
    for reply in replies:
        text = told(reply)
        found = [reader.feed(bytes([byte])) for byte in text]
        assert found == [[]] * (len(text) - 1) + [[reply]]


@fewer
@given(st.binary(max_size=300), st.data())
def test_nonsense_is_unreadable_or_waited_for(text, data):
    reader = ReplyReader(200)
    try:
        for piece in pieces(data, text):
            reader.feed(piece)
    except UnreadableReply:
        return
    assert len(reader._buffer) <= 200


def test_a_reply_says_how_it_ended():
    done, part, refused = ReplyReader(MANY).feed(b"a: b\nOK\nlist_OK\na: b\nACK [50@3] {playid} No such song\n")
    assert (done.ok, done.is_ack) == (True, False)
    assert (part.ok, part.is_ack) == (False, False)
    assert (refused.ok, refused.is_ack) == (False, True)
    refusal, index = refused.ack()
    assert (refusal.code, refusal.command, str(refusal), index) == (50, b"playid", "No such song", 3)


# --- limits ----------------------------------------------------------------------------------------------------------


@settings(max_examples=20)
@given(st.integers(1, 300))
def test_a_reply_has_at_most_so_many_bytes(most):
    lines = b"a: b\n" * 100
    reader = ReplyReader(most)
    with pytest.raises(UnreadableReply, match="more than"):
        for at in range(0, len(lines), 7):
            assert reader.feed(lines[at : at + 7]) == []
            assert at <= most


def test_many_replies_may_be_longer_than_one():
    reader = ReplyReader(20)
    text = b"file: a.flac\nOK\n"
    assert reader.feed(text * 50 + text[:9]) == [Reply(b"file: a.flac\n", OK)] * 50
    assert reader.feed(text[9:]) == [Reply(b"file: a.flac\n", OK)]


@pytest.mark.parametrize("begin", [b"", b"a: b\n", b"ACK [5@0] {} ", b"binary: ", b"binary: 3\n123\n"])
def test_a_line_has_an_end(begin):
    reader = ReplyReader(MANY)
    reader.feed(begin)
    with pytest.raises(UnreadableReply):
        for _ in range(MAX_LINE // 1000 + 2):
            reader.feed(b"7" * 1000)


def test_a_binary_part_is_no_line():
    data = bytes(range(256)) * 512
    reader = ReplyReader(MANY)
    text = b"size: 131072\nbinary: 131072\n" + data + b"\nOK\n"
    found = [reply for at in range(0, len(text), 999) for reply in reader.feed(text[at : at + 999])]
    assert found == [Reply(text[:-3], OK)]


@pytest.mark.parametrize(
    "number", [b"", b"x", b"-1", b"1 ", b"\xb2", b"%d" % (MAX_BINARY + 1), b"9" * 5000, b"0" * 5000 + b"1"]
)
def test_a_binary_part_has_a_length(number):
    with pytest.raises(UnreadableReply, match="binary"):
        ReplyReader(MANY).feed(b"binary: " + number + b"\n")


def test_a_binary_part_is_not_longer_than_it_says():
    reader = ReplyReader(MANY)
    assert reader.feed(b"binary: 3\n123") == []
    with pytest.raises(UnreadableReply, match="longer"):
        reader.feed(b"4\nOK\n")


@pytest.mark.parametrize("line", [b"ACK [x", b"ACK [5@0]", b"ACK [" + b"5" * 5000 + b"@0] {} x", b"ACK [5@0] { x"])
def test_what_only_begins_as_a_refusal_is_unreadable(line):
    with pytest.raises(UnreadableReply):
        ReplyReader(MANY).feed(line + b"\n")


# --- greetings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "version"),
    [
        (b"OK MPD 0.23.5\n", "0.23.5"),
        (b"OK MPD 0.24\n", "0.24"),
        (b"OK MPD 0.23.5 mopidy\n", "0.23.5"),
        (b"OK MPD %s\n" % (b"1" * 5000), "1" * 9),
    ],
)
def test_a_greeting_tells_the_version(line, version):
    assert parse_greeting(line) == version


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"OK\n", b"OK MPD\n", b"OK MPD x\n", b"OK MPD 0.23.5", b"SSH-2.0\r\n"],
)
def test_what_is_no_greeting_is_unreadable(line):
    with pytest.raises(UnreadableReply, match="no MPD"):
        parse_greeting(line)


# --- the end of what only passes by ----------------------------------------------------------------------------------


@fewer
@given(st.lists(texts | odd, max_size=8).map(b"".join), st.just(OK) | acks, st.data())
def test_the_end_is_seen_when_it_comes_and_not_before(body, end, data):
    tail = ReplyEnd()
    seen = [tail.ends(piece) for piece in pieces(data, body + end + b"\n") if piece]
    assert seen == [False] * (len(seen) - 1) + [True]


def test_however_much_passes_by_little_is_kept():
    tail = ReplyEnd()
    for _ in range(10):
        assert not tail.ends(b"file: a.flac\n" * 10_000)
    assert len(tail._tail) <= MAX_LINE
    assert tail.ends(b"OK\n")
