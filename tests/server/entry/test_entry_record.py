import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.entry_messages import Ban, LimitedInvite
from drumcircle_gui.server.entry.entry_record import EntryRecord, decode_record, encode_record, shifted
from drumcircle_gui.timing.units import Micros

ENDS = st.none() | st.integers(0, 2**50).map(Micros)
RECORDS = st.builds(
    EntryRecord,
    st.just("knock"),
    st.lists(ENDS.map(lambda until: LimitedInvite(1, "key", "é", 1, 2, until)), max_size=3).map(tuple),
    st.lists(ENDS.map(lambda until: Ban(1, "Flint", "192.0.2.1", "player", 0, until)), max_size=3).map(tuple),
)


@given(RECORDS)
def test_a_record_comes_back(record):
    assert decode_record(encode_record(record)) == record


@given(RECORDS, st.integers(0, 2**50))
def test_ends_are_moved_there_and_back(record, by):
    assert shifted(shifted(record, by), -by) == record


@given(RECORDS, st.integers(0, 2**50))
def test_what_has_ended_is_left_out(record, by):
    kept = shifted(record, -by)
    assert all(each.until is None or each.until >= 0 for each in (*kept.invites, *kept.bans))
    assert sum(each.until is None for each in kept.bans) == sum(each.until is None for each in record.bans)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"bans": 1}', b"\xff", b'{"x":' + b"[" * 100_000])
def test_a_damaged_record_is_an_error(text):
    with pytest.raises(DrumCircleError, match="damaged"):
        decode_record(text)
