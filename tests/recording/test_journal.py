"""A journal is read as it was written; a cut or damaged one up to the damage."""

import io
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.fields import MAX_COUNT
from drumcircle_gui.protocol.messages import ChatEntry, ChatUpdate, MemberUpdate
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.recording.journal import (
    HEADER_SIZE,
    MAX_END_SIZE,
    MAX_NAMES,
    MAX_RECORD_SIZE,
    JournalEncoder,
    JournalEnd,
    JournalError,
    JournalReader,
    JournalRecord,
    JournalStart,
    decode_end,
    decode_header,
    encode_header,
    encode_record,
)
from drumcircle_gui.timing.units import Micros, seconds

from .material import BEGUN, FERN, PLAYING, SAID, batch, journal, welcome

WHOLE = journal()


def read(data: bytes) -> tuple[list[JournalRecord], JournalReader]:
    reading = JournalReader(io.BytesIO(data))
    return list(reading), reading


RECORDS = read(WHOLE)[0]
ENDS = [HEADER_SIZE]
for each in RECORDS:
    ENDS.append(ENDS[-1] + len(encode_record(each)))


def test_every_record_is_read_as_it_was_written():
    records, reading = read(WHOLE)
    assert [record.at for record in records] == [seconds(at) for at, _ in SAID]
    assert [record.entry for record in records[1:]] == [message for _, message in SAID[1:]]
    assert records[0].entry == JournalStart("Oak", 1, SAID[0][1].members, PLAYING.segments, SAID[0][1].cue)
    assert (reading.started, reading.size) == (BEGUN, len(WHOLE))
    assert reading.end == JournalEnd(seconds(3), 5, 3, ("Fern", "Moß", "Wren"))


@given(st.integers(HEADER_SIZE, len(WHOLE) - 1))
def test_a_journal_cut_anywhere_is_read_up_to_the_cut(end: int):
    records, reading = read(WHOLE[:end])
    whole = sum(each <= end for each in ENDS) - 1
    assert records == RECORDS[:whole]
    assert (reading.size, reading.end) == (ENDS[whole], None)


@given(st.integers(HEADER_SIZE, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_byte_ends_the_reading_and_nothing_before_it_is_lost(place: int, flip: int):
    spoilt = bytearray(WHOLE)
    spoilt[place] ^= flip
    records, reading = read(bytes(spoilt))
    whole = sum(each <= place for each in ENDS) - 1
    assert records == RECORDS[:whole]
    assert (reading.size, reading.end) == (ENDS[whole], None)


@given(st.binary(max_size=200))
def test_bytes_after_the_end_change_nothing(rubbish: bytes):
    assert read(WHOLE + rubbish)[0] == RECORDS
    assert read(WHOLE[: ENDS[3]] + rubbish)[0][:3] == RECORDS[:3]


def test_no_more_than_the_limit_is_read_for_a_record():
    class Greedy(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None and size <= MAX_RECORD_SIZE
            return super().read(size)

    assert list(JournalReader(Greedy(encode_header(1) + b"\xff" * 100))) == []


@pytest.mark.parametrize("payload", [b"\xc1", msgspec.msgpack.encode([-1, [16, 3]]), msgspec.msgpack.encode([0, [99]])])
def test_a_frame_that_is_no_record_ends_the_reading(payload: bytes):
    length = len(payload).to_bytes(4, "big")
    packed = length + zlib.crc32(payload, zlib.crc32(length)).to_bytes(4, "big") + payload
    records, reading = read(encode_header(1) + packed + WHOLE[HEADER_SIZE:])
    assert (records, reading.size) == ([], HEADER_SIZE)
    assert decode_end(packed) is None


@pytest.mark.parametrize(
    ("start", "why"),
    [
        (b"", "not a recording"),
        (b"MThd" + bytes(30), "not a recording"),
        (WHOLE[: HEADER_SIZE - 1], "not a recording"),
        (WHOLE[:12] + b"!" + WHOLE[13:], "damaged"),
    ],
)
def test_other_files_are_refused_with_the_reason(start: bytes, why: str):
    with pytest.raises(JournalError, match=why):
        JournalReader(io.BytesIO(start))


def test_a_later_version_is_refused():
    title = WHOLE[:8] + b"\0\x02" + WHOLE[10:18]
    with pytest.raises(JournalError, match="later version"):
        decode_header(title + zlib.crc32(title).to_bytes(4, "big"))


@given(st.lists(st.integers(0, 9), max_size=30))
def test_each_batch_is_written_once_and_never_an_older_one(numbers: list[int]):
    encoder = JournalEncoder()
    kept = [number for number in numbers if encoder.encode(batch(number, (1, 1.0, 38)), Micros(0))]
    assert kept == sorted(set(kept))
    assert encoder.summary.strokes == len(kept)


def test_chat_and_tokens_are_not_recorded():
    line = ChatEntry(1, 1, "Fern", 0, "between us", Micros(0))
    with_chat = msgspec.structs.replace(welcome(), chat=(line,))
    data = journal([(0.0, with_chat), (1.0, ChatUpdate(line))])
    assert b"between us" not in data
    assert b"secret" not in data


@given(st.integers())
def test_times_are_clamped_to_their_range(at: int):
    records, _ = read(encode_header(1) + JournalEncoder().encode(welcome(), Micros(at)))
    assert records[0].at == min(max(at, 0), MAX_COUNT)


def test_the_end_is_found_without_reading_the_rest():
    assert decode_end(WHOLE[-MAX_END_SIZE:]) == decode_end(WHOLE) == read(WHOLE)[1].end
    assert decode_end(journal(ended=False)) is None
    assert decode_end(b"") is None


def test_all_players_are_counted_and_some_are_named():
    encoder = JournalEncoder()
    encoder.encode(welcome(), Micros(0))
    for number in range(3, 103):
        encoder.encode(MemberUpdate(msgspec.structs.replace(FERN, id=number, name="𝄞" * 32)), Micros(0))
    encoder.encode(MemberUpdate(msgspec.structs.replace(FERN, id=500, role="conductor")), Micros(0))
    end = encoder.encode_end()
    ended = decode_end(end)
    assert ended is not None and (ended.players, len(ended.names)) == (102, MAX_NAMES)
    assert len(end) <= MAX_END_SIZE


def test_the_largest_batch_fits_in_a_record():
    strokes = batch(0, *[(2**31, 1.0, 127)] * 65_536).strokes
    many = Batch(MAX_COUNT, MAX_COUNT, tuple(msgspec.structs.replace(stroke, offset=-MAX_COUNT) for stroke in strokes))
    records, _ = read(encode_header(1) + JournalEncoder().encode(many, Micros(MAX_COUNT)))
    assert records[0].entry == many
