"""Spellings of the same file name."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.spelling import normal_form, other_spellings

COMPOSED, DECOMPOSED = (normalize(form, "Über.flac").encode() for form in ("NFC", "NFD"))


def test_both_forms_are_spellings_of_one_name() -> None:
    assert normal_form(COMPOSED) == normal_form(DECOMPOSED) == COMPOSED
    assert other_spellings(COMPOSED) == [DECOMPOSED]
    assert other_spellings(DECOMPOSED) == [COMPOSED]
    assert other_spellings(b"plain.flac") == []


@given(st.binary())
def test_any_bytes_have_a_normal_form(file: bytes) -> None:
    assert normal_form(normal_form(file)) == normal_form(file)
    assert all(each != file and normal_form(each) == normal_form(file) for each in other_spellings(file))
