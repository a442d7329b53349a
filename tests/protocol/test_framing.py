"""Frames are the same however the stream was torn, and hold no more than they must."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.framing import LENGTH, FrameReader, FrameTooLong, encode_frame

LIMIT = 50
BODIES = st.lists(st.binary(max_size=LIMIT), max_size=8)


def taken(frames: FrameReader, data: bytes) -> list[bytes]:
    frames.feed(data)
    return list(iter(frames.next, None))


def torn(stream: bytes, cuts: list[int]) -> list[bytes]:
    """`stream` in pieces, cut at `cuts`."""
    ends = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    return [stream[begin:end] for begin, end in itertools.pairwise(ends)]


@given(BODIES, st.lists(st.integers(0, 10_000), max_size=12))
def test_torn_anywhere_the_bodies_are_the_same(bodies: list[bytes], cuts: list[int]) -> None:
    frames = FrameReader(LIMIT)
    pieces = torn(b"".join(map(encode_frame, bodies)), cuts)
    assert [body for piece in pieces for body in taken(frames, piece)] == bodies


@given(BODIES)
def test_torn_everywhere_too(bodies: list[bytes]) -> None:
    frames = FrameReader(LIMIT)
    stream = b"".join(map(encode_frame, bodies))
    assert [body for byte in stream for body in taken(frames, bytes([byte]))] == bodies


@given(BODIES, st.binary(max_size=LIMIT - 1))
def test_nothing_is_held_but_an_unfinished_frame(bodies: list[bytes], unfinished: bytes) -> None:
    frames = FrameReader(LIMIT)
    taken(frames, b"".join(map(encode_frame, bodies)) + LENGTH.pack(LIMIT) + unfinished)
    assert len(frames._held) == LENGTH.size + len(unfinished)


@given(st.integers(LIMIT + 1, 2**32 - 1), st.binary())
def test_a_frame_too_long_is_refused_unread(length: int, begun: bytes) -> None:
    frames = FrameReader(LIMIT)
    with pytest.raises(FrameTooLong, match=f"{length} bytes is longer than {LIMIT}"):
        taken(frames, LENGTH.pack(length) + begun)


def test_a_frame_as_long_as_the_limit_is_not_too_long() -> None:
    assert taken(FrameReader(LIMIT), encode_frame(b"x" * LIMIT)) == [b"x" * LIMIT]


def test_the_limit_may_change_between_two_frames() -> None:
    frames = FrameReader(1)
    frames.feed(encode_frame(b"x") + encode_frame(b"x" * LIMIT))
    assert frames.next() == b"x"
    frames.limit = LIMIT
    assert frames.next() == b"x" * LIMIT
