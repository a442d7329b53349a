"""Frames do not depend on how the stream is divided, and readers hold no more than one unfinished frame."""

import io
import itertools
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.framing import (
    BODY_CHECKED,
    CHECKED,
    LENGTH,
    PLAIN,
    FrameCutOff,
    FrameDamaged,
    FrameError,
    FrameFormat,
    FrameReader,
    FrameTooLong,
    read_frame,
)

LIMIT = 50
BODIES = st.lists(st.binary(max_size=LIMIT), max_size=8)
FORMATS = st.sampled_from([PLAIN, CHECKED, BODY_CHECKED])


def read(reader: FrameReader, data: bytes) -> list[bytes]:
    reader.feed(data)
    return list(reader)


def read_quickly(reader: FrameReader, data: bytes) -> list[bytes]:
    first = reader.feed_next(data)
    return [] if first is None else [first, *reader]


def read_all(stream: bytes, format: FrameFormat) -> list[bytes]:
    file = io.BytesIO(stream)
    return list(iter(lambda: read_frame(file, LIMIT, format), None))


def cut(stream: bytes, cuts: list[int]) -> list[bytes]:
    """`stream` in pieces, cut at `cuts`."""
    ends = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    return [stream[begin:end] for begin, end in itertools.pairwise(ends)]


@given(FORMATS, BODIES, st.lists(st.integers(0, 10_000), max_size=12))
def test_the_bodies_are_the_same_wherever_the_stream_is_cut(
    format: FrameFormat, bodies: list[bytes], cuts: list[int]
) -> None:
    reader = FrameReader(LIMIT, format)
    pieces = cut(b"".join(map(format.encode, bodies)), cuts)
    assert [body for piece in pieces for body in read(reader, piece)] == bodies
    assert reader.pending == 0


def test_a_cleared_reader_holds_nothing_of_what_came_before() -> None:
    reader = FrameReader(LIMIT)
    reader.feed(PLAIN.encode(b"first") + PLAIN.encode(b"second")[:6])
    assert reader.next() == b"first"
    reader.clear()
    assert reader.pending == 0 and reader.next() is None
    assert reader.feed_next(PLAIN.encode(b"third")) == b"third"


@given(FORMATS, BODIES, st.lists(st.integers(0, 10_000), max_size=12))
def test_feeding_and_reading_in_one_call_gives_the_same(
    format: FrameFormat, bodies: list[bytes], cuts: list[int]
) -> None:
    frames = list(map(format.encode, bodies))
    for pieces in (frames, cut(b"".join(frames), cuts)):
        slow, quick = FrameReader(LIMIT, format), FrameReader(LIMIT, format)
        for piece in pieces:
            assert read_quickly(quick, piece) == read(slow, piece)
            assert quick.pending == slow.pending


def test_a_whole_frame_beyond_the_limit_is_refused_in_one_call() -> None:
    with pytest.raises(FrameTooLong):
        FrameReader(LIMIT).feed_next(PLAIN.encode(b"x" * (LIMIT + 1)))


@given(FORMATS, BODIES)
def test_the_bodies_are_the_same_byte_by_byte(format: FrameFormat, bodies: list[bytes]) -> None:
    reader = FrameReader(LIMIT, format)
    stream = b"".join(map(format.encode, bodies))
    assert [body for byte in stream for body in read(reader, bytes([byte]))] == bodies


@given(FORMATS, BODIES)
def test_a_file_reads_like_a_connection(format: FrameFormat, bodies: list[bytes]) -> None:
    assert read_all(b"".join(map(format.encode, bodies)), format) == bodies


@given(FORMATS, st.binary(max_size=LIMIT))
def test_a_single_frame_decodes_to_its_body(format: FrameFormat, body: bytes) -> None:
    frame = format.encode(body)
    assert format.decode(frame) == body
    with pytest.raises(FrameCutOff):
        format.decode(frame + b"\0")
    with pytest.raises(FrameCutOff):
        format.decode(frame[:-1])


def test_the_layouts_on_disk() -> None:
    """Recordings and recovery logs of earlier versions stay readable."""
    assert PLAIN.encode(b"oak") == b"\0\0\0\x03oak"
    assert CHECKED.encode(b"oak") == b"\0\0\0\x03" + crc32(b"\0\0\0\x03oak").to_bytes(4) + b"oak"
    assert BODY_CHECKED.encode(b"oak") == b"\0\0\0\x03" + crc32(b"oak").to_bytes(4) + b"oak"


@given(st.sampled_from([CHECKED, BODY_CHECKED]), st.binary(min_size=1, max_size=LIMIT), st.data())
def test_a_flipped_bit_is_noticed(format: FrameFormat, body: bytes, data: st.DataObject) -> None:
    frame = bytearray(format.encode(body))
    frame[data.draw(st.integers(LENGTH.size, len(frame) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(FrameDamaged):
        read_all(bytes(frame), format)
    with pytest.raises(FrameDamaged):
        read(FrameReader(LIMIT, format), bytes(frame))


@given(FORMATS, BODIES, st.binary(max_size=LIMIT), st.data())
def test_a_file_that_ends_within_a_frame_is_noticed(
    format: FrameFormat, bodies: list[bytes], last: bytes, data: st.DataObject
) -> None:
    frame = format.encode(last)
    whole = b"".join(map(format.encode, bodies))
    with pytest.raises(FrameCutOff):
        read_all(whole + frame[: data.draw(st.integers(1, len(frame) - 1))], format)


@given(BODIES, st.binary(max_size=LIMIT - 1))
def test_only_an_unfinished_frame_is_held(bodies: list[bytes], unfinished: bytes) -> None:
    reader = FrameReader(LIMIT)
    read(reader, b"".join(map(PLAIN.encode, bodies)) + LENGTH.pack(LIMIT) + unfinished)
    assert reader.pending == LENGTH.size + len(unfinished)


@given(FORMATS, st.integers(LIMIT + 1, 2**32 - 1), st.binary())
def test_a_frame_beyond_the_limit_is_refused_by_its_length(format: FrameFormat, length: int, begun: bytes) -> None:
    with pytest.raises(FrameTooLong, match=f"{length} bytes is longer than {LIMIT}"):
        read(FrameReader(LIMIT, format), LENGTH.pack(length) + begun)
    with pytest.raises(FrameError):
        read_all(LENGTH.pack(length) + begun, format)


def test_a_frame_as_long_as_the_limit_is_accepted() -> None:
    assert read(FrameReader(LIMIT), PLAIN.encode(b"x" * LIMIT)) == [b"x" * LIMIT]


def test_the_limit_may_change_between_two_frames() -> None:
    reader = FrameReader(1)
    reader.feed(PLAIN.encode(b"x") + PLAIN.encode(b"x" * LIMIT))
    assert reader.next() == b"x"
    reader.limit = LIMIT
    assert reader.next() == b"x" * LIMIT
