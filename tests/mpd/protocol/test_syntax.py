"""Requests split into words and built from words. The expected errors are those of MPD 0.23.12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.syntax import (
    MAX_WORDS,
    AckCode,
    AckError,
    BadRequest,
    parse_ack,
    quote,
    request,
    request_from,
    tokenize,
)

names = st.sampled_from([b"status", b"p", b"sTATUS", b"ping_", b"list9"])
arguments = st.binary(max_size=30).map(lambda word: word.translate(None, b"\n\0"))
plain = st.binary(max_size=12).map(lambda word: word.translate(None, bytes(range(0x21)) + b"\"'") or b"x")
blanks = st.binary(max_size=3).map(lambda data: bytes(1 + byte % 0x20 for byte in data))
lines = st.binary(max_size=40).map(lambda line: line.replace(b"\n", b" ")) | st.text(
    "az_0 \"\\'\t\0.", max_size=20
).map(str.encode)


def error_of(line: bytes) -> bytes:
    with pytest.raises(AckError) as caught:
        tokenize(line)
    return caught.value.ack()


@given(names, st.lists(arguments, max_size=MAX_WORDS - 1))
def test_a_request_built_from_words_is_split_into_the_same_words(name, words):
    assert tokenize(request_from([name, *words])) == [name, *words]


@given(names, st.lists(st.tuples(blanks, plain, st.booleans()), max_size=8), blanks)
def test_any_number_of_blanks_separates_and_plain_words_need_no_quotes(name, words, end):
    arguments = b"".join(b" " + gap + (quote(word) if quoted else word) for gap, word, quoted in words)
    assert tokenize(name + arguments + end) == [name, *(word for _, word, _ in words)]


@given(lines)
def test_every_line_is_split_or_answered_with_an_error_or_closes_the_connection(line):
    try:
        words = tokenize(line)
    except (AckError, BadRequest):
        return
    assert 1 <= len(words) <= MAX_WORDS
    assert tokenize(request_from(words)) == words


@given(names, arguments, st.binary())
def test_a_nul_ends_the_line(name, word, rest):
    assert tokenize(request_from([name, word]) + b"\0" + rest) == [name, word]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"status", [b"status"]),
        (b"status \t\r", [b"status"]),
        (b"repeat\t1", [b"repeat", b"1"]),
        (b"repeat 1\x0c2", [b"repeat", b"1", b"2"]),
        (rb"repeat \1", [b"repeat", rb"\1"]),
        (rb'repeat "\1"', [b"repeat", b"1"]),
        (rb'repeat "1\\"', [b"repeat", b"1\\"]),
        (rb'find title "a\"b"', [b"find", b"title", b'a"b']),
        (b'repeat ""', [b"repeat", b""]),
        (b'find "a\x01 b"', [b"find", b"a\x01 b"]),
        (b"find \xff", [b"find", b"\xff"]),
        (b"sTATUS", [b"sTATUS"]),
        (b"ping #", [b"ping", b"#"]),
        (b"ping \0x", [b"ping"]),
    ],
)
def test_lines_are_split_as_by_mpd(line, words):
    assert tokenize(line) == words


@pytest.mark.parametrize(
    ("line", "ack"),
    [
        (b'repeat "1', b"ACK [5@0] {} Missing closing '\"'\n"),
        (b'repeat 1 "', b"ACK [5@0] {} Missing closing '\"'\n"),
        (rb'repeat "1\"', b"ACK [5@0] {} Missing closing '\"'\n"),
        (b'repeat "1"2', b"ACK [5@0] {} Space expected after closing '\"'\n"),
        (b'repeat "1""2"', b"ACK [5@0] {} Space expected after closing '\"'\n"),
        (b'repeat 1"2', b"ACK [5@0] {} Invalid unquoted character\n"),
        (b"repeat '1'", b"ACK [5@0] {} Invalid unquoted character\n"),
        (b"find a'b", b"ACK [5@0] {} Invalid unquoted character\n"),
        (b"foo" + b" x" * 64, b"ACK [2@0] {} Too many arguments\n"),
        (b"foo" + b" x" * 64 + b' "', b"ACK [2@0] {} Too many arguments\n"),
        (b"foo" + b" x" * 63 + b' "', b"ACK [5@0] {} Missing closing '\"'\n"),
    ],
)
def test_errors_are_those_of_mpd(line, ack):
    assert error_of(line) == ack


@pytest.mark.parametrize("line", [b"", b" ping", b"\tping", b"Ping", b"1", b"_ping", b'"ping"', b"\xff", b"\0", b"#"])
def test_some_lines_close_the_connection_silently(line):
    with pytest.raises(BadRequest) as caught:
        tokenize(line)
    assert caught.value.last_reply is None


@pytest.mark.parametrize("line", [b'ping""', b'pi"ng', b"ping-x", b"p.", b"pi.ng x", b"ping\xff", b"z\xc3\xa4"])
def test_some_lines_close_the_connection_after_an_error(line):
    with pytest.raises(BadRequest) as caught:
        tokenize(line)
    assert caught.value.last_reply is not None
    assert caught.value.last_reply.ack(3) == b"ACK [5@3] {} Invalid word character\n"


@pytest.mark.parametrize("word", [b"a\nb", "a\nb", b"a\0b"])
def test_newline_and_nul_cannot_be_quoted(word):
    with pytest.raises(ValueError, match="newline"):
        quote(word)


def test_requests_are_built_from_text_bytes_and_numbers():
    assert request("playid", 7) == b'playid "7"'
    assert request(b"find", "Title", b'a "\\" b') == rb'find "Title" "a \"\\\" b"'
    assert request("add", "N\u00fcr\udcff.mp3") == b'add "N\xc3\xbcr\xff.mp3"'
    assert request("ping") == b"ping"


@given(
    st.sampled_from(AckCode), arguments, st.sampled_from(["", "playid", "command_list_begin"]), st.integers(0, 10**6)
)
def test_an_ack_line_is_parsed_into_the_error_it_was_built_from(code, text, command, index):
    line = AckError(code, text, command).ack(index)
    error, at = parse_ack(line)
    assert (error.code, error.text.lstrip(), error.command, at) == (code, text.lstrip(), command.encode(), index)
    assert parse_ack(line[:-1])[0].args == error.args


@pytest.mark.parametrize(
    "line", [b"", b"OK", b"ACK", b"ACK [x@0] {} y", b"ACK [5@] {} y", b"ACK [5@0 {} y", b" ACK [5@0] {}"]
)
def test_any_other_line_is_not_an_ack(line):
    with pytest.raises(ValueError, match="ACK"):
        parse_ack(line)


def test_an_error_prints_its_text():
    assert str(AckError(50, b"No such \xff song", b"playid")) == "No such \ufffd song"
