"""Laws of replies: they do not depend on how the bytes are divided, and every reply is bounded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.replies import (
    MAX_ACK,
    MAX_BINARY,
    Reply,
    ReplyEnd,
    ReplyReader,
    ReplyTooLong,
    UnreadableReply,
    parse_greeting,
)

LIMIT = 10**6
OK, LIST_OK = b"OK", b"list_OK"

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
replies = st.builds(Reply, bodies, st.sampled_from([OK, LIST_OK]) | acks)
conversations = st.lists(replies, max_size=8)


def encoded(reply: Reply) -> bytes:
    return reply.body + reply.end + b"\n"


def pieces(data: st.DataObject, text: bytes) -> list[bytes]:
    """The text, cut at some places."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    return [text[begin:end] for begin, end in pairwise([0, *cuts, len(text)])]


@given(conversations, st.data())
def test_replies_do_not_depend_on_the_pieces_they_arrive_in(replies, data):
    reader = ReplyReader(LIMIT)
    found = [reply for piece in pieces(data, b"".join(map(encoded, replies))) for reply in reader.feed(piece)]
    assert found == replies


@given(conversations)
def test_a_reply_is_complete_with_its_last_byte_and_not_before(replies):
    reader = ReplyReader(LIMIT)
    for reply in replies:
        text = encoded(reply)
        found = [reader.feed(bytes([byte])) for byte in text]
        assert found == [[]] * (len(text) - 1) + [[reply]]


@given(st.binary(max_size=300), st.data())
def test_arbitrary_bytes_are_unreadable_or_stay_within_the_limit(text, data):
    reader = ReplyReader(200)
    try:
        for piece in pieces(data, text):
            reader.feed(piece)
    except UnreadableReply:
        return
    assert len(reader._buffer) <= 200


def test_the_last_line_tells_how_a_reply_ended():
    done, part, refused = ReplyReader(LIMIT).feed(b"a: b\nOK\nlist_OK\na: b\nACK [50@3] {playid} No such song\n")
    assert (done.ok, done.is_ack) == (True, False)
    assert (part.ok, part.is_ack) == (False, False)
    assert (refused.ok, refused.is_ack) == (False, True)
    refusal, index = refused.ack()
    assert (refusal.code, refusal.command, str(refusal), index) == (50, b"playid", "No such song", 3)


# --- limits ----------------------------------------------------------------------


@given(st.integers(1, 300))
def test_a_reply_longer_than_the_limit_is_unreadable(most):
    lines = b"a: b\n" * 100
    reader = ReplyReader(most)
    with pytest.raises(ReplyTooLong, match="more than"):
        for at in range(0, len(lines), 7):
            assert reader.feed(lines[at : at + 7]) == []
            assert at <= most


def test_the_limit_is_for_one_reply_not_for_many():
    reader = ReplyReader(20)
    text = b"file: a.flac\nOK\n"
    assert reader.feed(text * 50 + text[:9]) == [Reply(b"file: a.flac\n", OK)] * 50
    assert reader.feed(text[9:]) == [Reply(b"file: a.flac\n", OK)]


@pytest.mark.parametrize("piece", [999, 65_536, 10**6])
def test_a_line_may_be_as_long_as_a_reply(piece):
    """`readcomments` of an Ogg file has its cover on one line."""
    text = b"METADATA_BLOCK_PICTURE: " + b"A" * 300_000 + b"\nTITLE: x\nOK\n"
    reader = ReplyReader(LIMIT)
    found = [reply for at in range(0, len(text), piece) for reply in reader.feed(text[at : at + piece])]
    assert found == [Reply(text[:-3], OK)]


@pytest.mark.parametrize("begin", [b"", b"a: b\n", b"binary: 3\n123\n"])
def test_a_line_is_bounded_by_the_limit_of_the_reply(begin):
    reader = ReplyReader(5_000)
    reader.feed(begin)
    with pytest.raises(ReplyTooLong):
        for _ in range(6):
            reader.feed(b"7" * 1000)


@pytest.mark.parametrize(("begin", "limit"), [(b"ACK [5@0] {} ", MAX_ACK), (b"binary: ", 20)])
def test_a_line_of_the_protocol_itself_is_short(begin, limit):
    reader = ReplyReader(LIMIT)
    reader.feed(begin)
    with pytest.raises(UnreadableReply, match=r"error of more|binary"):
        for _ in range(limit // 10 + 1):
            reader.feed(b"7" * 10)


def test_a_binary_part_may_hold_newlines():
    data = bytes(range(256)) * 512
    reader = ReplyReader(LIMIT)
    text = b"size: 131072\nbinary: 131072\n" + data + b"\nOK\n"
    found = [reply for at in range(0, len(text), 999) for reply in reader.feed(text[at : at + 999])]
    assert found == [Reply(text[:-3], OK)]


@pytest.mark.parametrize(
    "number", [b"", b"x", b"-1", b"1 ", b"\xb2", b"%d" % (MAX_BINARY + 1), b"9" * 5000, b"0" * 5000 + b"1"]
)
def test_a_binary_part_has_a_valid_length(number):
    with pytest.raises(UnreadableReply, match="binary"):
        ReplyReader(LIMIT).feed(b"binary: " + number + b"\n")


def test_a_binary_part_ends_where_announced():
    reader = ReplyReader(LIMIT)
    assert reader.feed(b"binary: 3\n123") == []
    with pytest.raises(UnreadableReply, match="longer than announced"):
        reader.feed(b"4\nOK\n")


@pytest.mark.parametrize("line", [b"ACK [x", b"ACK [5@0]", b"ACK [" + b"5" * 5000 + b"@0] {} x", b"ACK [5@0] { x"])
def test_a_malformed_ack_is_unreadable(line):
    with pytest.raises(UnreadableReply):
        ReplyReader(LIMIT).feed(line + b"\n")


# --- greetings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "version"),
    [
        (b"OK MPD 0.23.5\n", "0.23.5"),
        (b"OK MPD 0.24\n", "0.24"),
        (b"OK MPD 0.23.5 mopidy\n", "0.23.5"),
        (b"OK MPD %s\n" % (b"1" * 5000), "1" * 9),
    ],
)
def test_the_greeting_contains_the_version(line, version):
    assert parse_greeting(line) == version


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"OK\n", b"OK MPD\n", b"OK MPD x\n", b"OK MPD 0.23.5", b"SSH-2.0\r\n"],
)
def test_any_other_greeting_is_unreadable(line):
    with pytest.raises(UnreadableReply, match="no MPD"):
        parse_greeting(line)


# --- the end of a reply that is passed on ----------------------------------------------------------------------


@given(st.lists(texts | odd, max_size=8).map(b"".join), st.just(OK) | acks, st.data())
def test_the_end_is_found_with_its_last_byte_and_not_before(body, end, data):
    end_finder = ReplyEnd()
    seen = [end_finder.ends(piece) for piece in pieces(data, body + end + b"\n") if piece]
    assert seen == [False] * (len(seen) - 1) + [True]


def test_the_end_is_found_after_lines_of_any_length():
    for begin in (b"a: ", b"OK", b" ", b"x"):
        end = ReplyEnd()
        for _ in range(3):
            assert not end.ends(begin + b"ACK [" * 20_000)
        assert not end.ends(b"\n")
        assert not end.ends(b"O")
        assert not end.ends(b"K")
        assert end.ends(b"\n")
