"""Laws of requests, and what MPD 0.23.12 was seen to make of odd ones."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.requests import MAX_LIST, Request, RequestReader
from drumcircle_gui.mpd.protocol.syntax import BadRequest

BEGIN, EACH, END = b"command_list_begin\n", b"command_list_ok_begin\n", b"command_list_end\n"

fewer = settings(max_examples=40)

words = st.sampled_from([b"ping", b"noidle_", b"idle", b"a", b"command_list_endx"])
arguments = st.lists(st.sampled_from([b" x", b' "a \t\x01\x7f"', b' ""', b"  \xff#", b" command_list_end"]), max_size=3)
lines = st.builds(lambda word, more: word + b"".join(more), words, arguments)
blanks = st.sampled_from([b"", b" ", b"\t", b"\r", b" \x0b\x0c\r", b"\x01", b"\0", b" \0", b"\0x\0"])
singles = lines.map(lambda line: Request((line,)))
lists = st.builds(Request, st.lists(lines, max_size=4).map(tuple), st.just(True), st.booleans())
sessions = st.lists(singles | lists, max_size=6)


def written(request: Request, blank: bytes = b"") -> bytes:
    body = b"".join(line + blank + b"\n" for line in request.lines)
    return (EACH if request.wants_list_ok else BEGIN) + body + END if request.is_list else body


def taken(intake: RequestReader, *pieces: bytes) -> list[Request]:
    return [request for piece in pieces for request in intake.feed(piece)]


def closes(intake: RequestReader, *pieces: bytes) -> bool:
    try:
        taken(intake, *pieces)
    except BadRequest as malformed:
        assert malformed.last_reply is None
        return True
    return False


def one(line: bytes) -> Request:
    return Request((line,))


@fewer
@given(sessions, blanks, st.data())
def test_requests_are_the_same_however_they_are_cut_and_whatever_blanks_follow(session, blank, data):
    text = b"".join(written(request, blank) for request in session)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    intake = RequestReader()
    assert taken(intake, *(text[begin:end] for begin, end in pairwise([0, *cuts, len(text)]))) == session


@settings(max_examples=25)
@given(singles | lists)
def test_a_request_is_there_with_its_last_byte_and_not_before(request_):
    intake = RequestReader()
    *most, last = written(request_)
    for byte in most:
        assert taken(intake, bytes([byte])) == []
    assert taken(intake, bytes([last])) == [request_]


@fewer
@given(st.binary(max_size=60), st.integers(1, 60))
def test_nonsense_closes_the_connection_or_is_a_request(text, cut):
    intake = RequestReader(most_line=30, most_list=50)
    pieces = [text[at : at + cut] for at in range(0, len(text), cut)]
    assert closes(intake, *pieces) or len(intake._buffer) < 30


@pytest.mark.parametrize("line", [b"", b" ping", b"\tping", b"Ping", b"1", b"_ping", b'"ping"', b"\xff", b"\0", b"\r"])
def test_without_a_word_the_connection_closes_even_before_earlier_requests_are_done(line):
    assert closes(RequestReader(), line + b"\n")
    with pytest.raises(BadRequest):
        RequestReader().feed(b"ping\n" + line + b"\nping\n")
    assert closes(RequestReader(), EACH + b"ping\n" + line + b"\n" + END)


# --- lists -----------------------------------------------------------------------------------------------------------


def test_what_begins_a_list_within_one_is_one_of_its_requests():
    text = BEGIN + b"ping\n" + EACH + b"ping\n" + END + b"ping\n"
    listed = Request((b"ping", b"command_list_ok_begin", b"ping"), True, False)
    assert taken(RequestReader(), text) == [listed, one(b"ping")]


def test_what_has_arguments_neither_begins_a_list_nor_ends_one():
    assert taken(RequestReader(), b"command_list_begin x\n") == [one(b"command_list_begin x")]
    assert taken(RequestReader(), b"command_list_end\n") == [one(b"command_list_end")]
    assert taken(RequestReader(), BEGIN, b"command_list_end x\n", END) == [
        Request((b"command_list_end x",), True, False)
    ]


def test_blanks_behind_do_not_matter():
    text = b"command_list_ok_begin \r\nping\t\r\ncommand_list_end\x01\n"
    assert taken(RequestReader(), text) == [Request((b"ping",), True, True)]


def test_within_a_list_noidle_is_passed_over():
    assert taken(RequestReader(), EACH, b"ping\nnoidle \nping\n", END) == [Request((b"ping", b"ping"), True, True)]
    assert taken(RequestReader(), b"noidle\n") == [one(b"noidle")]


# --- idling ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("blank", [b"", b" ", b"\t\r", b"\x01", b"\0x"])
def test_who_idles_may_only_stop_that(blank):
    idles = True
    intake = RequestReader(lambda: idles)
    requests = intake.feed(b"noidle" + blank + b"\nping\n")
    assert next(requests) == one(b"noidle")
    idles = False
    assert list(requests) == [one(b"ping")]


@pytest.mark.parametrize("line", [b"ping", b"idle", b"close", b"noidle x", b"noidl", b"command_list_begin", b"noidlex"])
def test_whatever_else_one_says_who_idles_closes_the_connection(line):
    assert closes(RequestReader(lambda: True), line + b"\n")


def test_idling_begins_between_two_requests():
    idles = False
    intake = RequestReader(lambda: idles)
    requests = intake.feed(b"idle\nping\n")
    assert next(requests) == one(b"idle")
    idles = True
    with pytest.raises(BadRequest):
        next(requests)


# --- limits ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1000, 8192, 10**6])
@pytest.mark.parametrize("begin", [b"", BEGIN])
def test_a_line_has_at_most_so_many_bytes_with_its_end(cut, begin):
    def pieces(line: bytes) -> list[bytes]:
        return [line[at : at + cut] for at in range(0, len(line), cut)]

    longest = b"a" * 8191
    assert taken(RequestReader(), *pieces(longest + b"\nping\n")) == [one(longest), one(b"ping")]
    assert closes(RequestReader(), begin, *pieces(longest + b"a\n"))
    assert closes(RequestReader(), begin, *pieces(longest + b"a"))
    assert not closes(RequestReader(), begin, *pieces(longest))


def test_a_list_has_at_most_so_many_bytes():
    line = b"a" * 999 + b"\n"
    intake = RequestReader(most_list=10_000)
    assert len(taken(intake, BEGIN, line * 10, END)[0].lines) == 10
    assert len(taken(intake, BEGIN, line * 10, END)[0].lines) == 10
    assert closes(intake, BEGIN, line * 10, b"a\n")
    assert closes(RequestReader(), BEGIN, line * (MAX_LIST // 1000 + 1))
    assert not closes(RequestReader(), BEGIN, line * (MAX_LIST // 1000))


def test_single_requests_may_be_any_number():
    assert not one(b"ping").is_list
    assert len(taken(RequestReader(most_list=100), b"ping\n" * 1000)) == 1000
