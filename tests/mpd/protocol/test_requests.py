"""Laws of requests, and unusual requests as MPD 0.23.12 handles them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.requests import MAX_LIST, Request, RequestReader
from drumcircle_gui.mpd.protocol.syntax import BadRequest

BEGIN, OK_BEGIN, END = b"command_list_begin\n", b"command_list_ok_begin\n", b"command_list_end\n"

words = st.sampled_from([b"ping", b"noidle_", b"idle", b"a", b"command_list_endx"])
arguments = st.lists(st.sampled_from([b" x", b' "a \t\x01\x7f"', b' ""', b"  \xff#", b" command_list_end"]), max_size=3)
lines = st.builds(lambda word, more: word + b"".join(more), words, arguments)
blanks = st.sampled_from([b"", b" ", b"\t", b"\r", b" \x0b\x0c\r", b"\x01", b"\0", b" \0", b"\0x\0"])
singles = lines.map(lambda line: Request((line,)))
lists = st.builds(Request, st.lists(lines, max_size=4).map(tuple), st.just(True), st.booleans())
sessions = st.lists(singles | lists, max_size=6)


def encoded(request: Request, blank: bytes = b"") -> bytes:
    body = b"".join(line + blank + b"\n" for line in request.lines)
    return (OK_BEGIN if request.wants_list_ok else BEGIN) + body + END if request.is_list else body


def parsed(reader: RequestReader, *pieces: bytes) -> list[Request]:
    return [request for piece in pieces for request in reader.feed(piece)]


def closes(reader: RequestReader, *pieces: bytes) -> bool:
    try:
        parsed(reader, *pieces)
    except BadRequest as error:
        assert error.last_reply is None
        return True
    return False


def single(line: bytes) -> Request:
    return Request((line,))


@given(sessions, blanks, st.data())
def test_requests_do_not_depend_on_pieces_or_trailing_blanks(session, blank, data):
    text = b"".join(encoded(request, blank) for request in session)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    reader = RequestReader()
    assert parsed(reader, *(text[begin:end] for begin, end in pairwise([0, *cuts, len(text)]))) == session


@given(singles | lists)
def test_a_request_is_complete_with_its_last_byte_and_not_before(request_):
    reader = RequestReader()
    *first, last = encoded(request_)
    for byte in first:
        assert parsed(reader, bytes([byte])) == []
    assert parsed(reader, bytes([last])) == [request_]


@given(st.binary(max_size=60), st.integers(1, 60))
def test_arbitrary_bytes_close_the_connection_or_stay_within_the_limit(text, cut):
    reader = RequestReader(max_line=30, max_list=50)
    pieces = [text[at : at + cut] for at in range(0, len(text), cut)]
    assert closes(reader, *pieces) or len(reader._buffer) < 30


@pytest.mark.parametrize("line", [b"", b" ping", b"\tping", b"Ping", b"1", b"_ping", b'"ping"', b"\xff", b"\0", b"\r"])
def test_a_line_without_a_command_closes_the_connection_before_earlier_requests_run(line):
    assert closes(RequestReader(), line + b"\n")
    with pytest.raises(BadRequest):
        RequestReader().feed(b"ping\n" + line + b"\nping\n")
    assert closes(RequestReader(), OK_BEGIN + b"ping\n" + line + b"\n" + END)


# --- lists -----------------------------------------------------------------------------------------------------------


def test_a_list_begin_within_a_list_is_one_of_its_commands():
    text = BEGIN + b"ping\n" + OK_BEGIN + b"ping\n" + END + b"ping\n"
    listed = Request((b"ping", b"command_list_ok_begin", b"ping"), True, False)
    assert parsed(RequestReader(), text) == [listed, single(b"ping")]


def test_list_markers_with_arguments_are_ordinary_commands():
    assert parsed(RequestReader(), b"command_list_begin x\n") == [single(b"command_list_begin x")]
    assert parsed(RequestReader(), b"command_list_end\n") == [single(b"command_list_end")]
    assert parsed(RequestReader(), BEGIN, b"command_list_end x\n", END) == [
        Request((b"command_list_end x",), True, False)
    ]


def test_trailing_blanks_do_not_matter():
    text = b"command_list_ok_begin \r\nping\t\r\ncommand_list_end\x01\n"
    assert parsed(RequestReader(), text) == [Request((b"ping",), True, True)]


def test_noidle_within_a_list_is_ignored():
    assert parsed(RequestReader(), OK_BEGIN, b"ping\nnoidle \nping\n", END) == [Request((b"ping", b"ping"), True, True)]
    assert parsed(RequestReader(), b"noidle\n") == [single(b"noidle")]


# --- idle -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("blank", [b"", b" ", b"\t\r", b"\x01", b"\0x"])
def test_an_idle_client_may_send_noidle(blank):
    idle = True
    reader = RequestReader(lambda: idle)
    requests = reader.feed(b"noidle" + blank + b"\nping\n")
    assert next(requests) == single(b"noidle")
    idle = False
    assert list(requests) == [single(b"ping")]


@pytest.mark.parametrize("line", [b"ping", b"idle", b"close", b"noidle x", b"noidl", b"command_list_begin", b"noidlex"])
def test_any_other_request_of_an_idle_client_closes_the_connection(line):
    assert closes(RequestReader(lambda: True), line + b"\n")


def test_idle_begins_between_two_requests():
    idle = False
    reader = RequestReader(lambda: idle)
    requests = reader.feed(b"idle\nping\n")
    assert next(requests) == single(b"idle")
    idle = True
    with pytest.raises(BadRequest):
        next(requests)


# --- limits ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1000, 8192, 10**6])
@pytest.mark.parametrize("begin", [b"", BEGIN])
def test_a_line_is_limited_including_its_newline(cut, begin):
    def pieces(line: bytes) -> list[bytes]:
        return [line[at : at + cut] for at in range(0, len(line), cut)]

    longest = b"a" * 8191
    assert parsed(RequestReader(), *pieces(longest + b"\nping\n")) == [single(longest), single(b"ping")]
    assert closes(RequestReader(), begin, *pieces(longest + b"a\n"))
    assert closes(RequestReader(), begin, *pieces(longest + b"a"))
    assert not closes(RequestReader(), begin, *pieces(longest))


def test_a_list_is_limited():
    line = b"a" * 999 + b"\n"
    reader = RequestReader(max_list=10_000)
    assert len(parsed(reader, BEGIN, line * 10, END)[0].lines) == 10
    assert len(parsed(reader, BEGIN, line * 10, END)[0].lines) == 10
    assert closes(reader, BEGIN, line * 10, b"a\n")
    assert closes(RequestReader(), BEGIN, line * (MAX_LIST // 1000 + 1))
    assert not closes(RequestReader(), BEGIN, line * (MAX_LIST // 1000))


def test_single_requests_are_not_limited_in_number():
    assert not single(b"ping").is_list
    assert len(parsed(RequestReader(max_list=100), b"ping\n" * 1000)) == 1000
