"""What was written is read again, and however a file was torn or spoilt, all before that is."""

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
    LONGEST,
    LONGEST_END,
    MOST_NAMES,
    Ended,
    JournalRecord,
    NotAJournal,
    Opened,
    Reading,
    Scribe,
    begun_of,
    ended_of,
    header,
    written,
)
from drumcircle_gui.timing.units import Micros, seconds

from .material import BEGUN, FERN, PLAYING, SAID, batch, journal, welcome

WHOLE = journal()


def read(data: bytes) -> tuple[list[JournalRecord], Reading]:
    reading = Reading(io.BytesIO(data))
    return list(reading), reading


RECORDS = read(WHOLE)[0]
ENDS = [HEADER_SIZE]
for each in RECORDS:
    ENDS.append(ENDS[-1] + len(written(each)))


def test_all_is_read_as_it_was_said():
    records, reading = read(WHOLE)
    assert [record.at for record in records] == [seconds(at) for at, _ in SAID]
    assert [record.entry for record in records[1:]] == [message for _, message in SAID[1:]]
    assert records[0].entry == Opened("Oak", 1, SAID[0][1].members, PLAYING.segments, SAID[0][1].cue)
    assert (reading.begun, reading.good) == (BEGUN, len(WHOLE))
    assert reading.ended == Ended(seconds(3), 5, 3, ("Fern", "Moß", "Wren"))


@given(st.integers(HEADER_SIZE, len(WHOLE) - 1))
def test_torn_anywhere_what_was_whole_before_is_read(end: int):
    records, reading = read(WHOLE[:end])
    whole = sum(each <= end for each in ENDS) - 1
    assert records == RECORDS[:whole]
    assert (reading.good, reading.ended) == (ENDS[whole], None)


@given(st.integers(HEADER_SIZE, len(WHOLE) - 1), st.integers(1, 255))
def test_a_spoilt_byte_ends_it_and_spoils_nothing_before(place: int, flip: int):
    spoilt = bytearray(WHOLE)
    spoilt[place] ^= flip
    records, reading = read(bytes(spoilt))
    whole = sum(each <= place for each in ENDS) - 1
    assert records == RECORDS[:whole]
    assert (reading.good, reading.ended) == (ENDS[whole], None)


@given(st.binary(max_size=200))
def test_any_rubbish_after_it_changes_nothing(rubbish: bytes):
    assert read(WHOLE + rubbish)[0] == RECORDS
    assert read(WHOLE[: ENDS[3]] + rubbish)[0][:3] == RECORDS[:3]


def test_a_length_from_nowhere_is_not_believed():
    class Greedy(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None and size <= LONGEST
            return super().read(size)

    assert list(Reading(Greedy(header(1) + b"\xff" * 100))) == []


@pytest.mark.parametrize("payload", [b"\xc1", msgspec.msgpack.encode([-1, [16, 3]]), msgspec.msgpack.encode([0, [99]])])
def test_what_is_well_packed_but_no_record_ends_it(payload: bytes):
    length = len(payload).to_bytes(4, "big")
    packed = length + zlib.crc32(payload, zlib.crc32(length)).to_bytes(4, "big") + payload
    records, reading = read(header(1) + packed + WHOLE[HEADER_SIZE:])
    assert (records, reading.good) == ([], HEADER_SIZE)
    assert ended_of(packed) is None


@pytest.mark.parametrize(
    ("start", "why"),
    [
        (b"", "not a recording"),
        (b"MThd" + bytes(30), "not a recording"),
        (WHOLE[: HEADER_SIZE - 1], "not a recording"),
        (WHOLE[:12] + b"!" + WHOLE[13:], "damaged"),
    ],
)
def test_what_is_no_journal_is_said_to_be_none(start: bytes, why: str):
    with pytest.raises(NotAJournal, match=why):
        Reading(io.BytesIO(start))


def test_a_later_version_is_not_guessed_at():
    title = WHOLE[:8] + b"\0\x02" + WHOLE[10:18]
    with pytest.raises(NotAJournal, match="later version"):
        begun_of(title + zlib.crc32(title).to_bytes(4, "big"))


@given(st.lists(st.integers(0, 9), max_size=30))
def test_a_batch_is_written_once_and_never_an_older_one(numbers: list[int]):
    scribe = Scribe()
    kept = [number for number in numbers if scribe.write(batch(number, (1, 1.0, 38)), Micros(0))]
    assert kept == sorted(set(kept))
    assert scribe.tally.strokes == len(kept)


def test_chat_and_secrets_are_nobodys_business():
    line = ChatEntry(1, 1, "Fern", 0, "between us", Micros(0))
    told = msgspec.structs.replace(welcome(), chat=(line,))
    data = journal([(0.0, told), (1.0, ChatUpdate(line))])
    assert b"between us" not in data
    assert b"secret" not in data


@given(st.integers())
def test_no_moment_is_out_of_range(at: int):
    records, _ = read(header(1) + Scribe().write(welcome(), Micros(at)))
    assert records[0].at == min(max(at, 0), MAX_COUNT)


def test_the_end_is_found_without_reading_the_rest():
    assert ended_of(WHOLE[-LONGEST_END:]) == ended_of(WHOLE) == read(WHOLE)[1].ended
    assert ended_of(journal(ended=False)) is None
    assert ended_of(b"") is None


def test_many_players_are_counted_and_a_few_are_named():
    scribe = Scribe()
    scribe.write(welcome(), Micros(0))
    for number in range(3, 103):
        scribe.write(MemberUpdate(msgspec.structs.replace(FERN, id=number, name="𝄞" * 32)), Micros(0))
    scribe.write(MemberUpdate(msgspec.structs.replace(FERN, id=500, role="conductor")), Micros(0))
    end = scribe.end()
    ended = ended_of(end)
    assert ended is not None and (ended.players, len(ended.names)) == (102, MOST_NAMES)
    assert len(end) <= LONGEST_END


def test_the_largest_batch_fits():
    strokes = batch(0, *[(2**31, 1.0, 127)] * 65_536).strokes
    many = Batch(MAX_COUNT, MAX_COUNT, tuple(msgspec.structs.replace(stroke, offset=-MAX_COUNT) for stroke in strokes))
    records, _ = read(header(1) + Scribe().write(many, Micros(MAX_COUNT)))
    assert records[0].entry == many
