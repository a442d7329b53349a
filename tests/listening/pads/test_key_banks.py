import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.pads.key_banks import BANK_KEYS, BANKS, ROWS, columns, keyed_pads
from drumcircle_gui.settings import KeySettings
from drumcircle_gui.sound.synth.kit import PADS, PATCHES

KEYS = st.builds(KeySettings, st.integers(0, 4), st.booleans())


@given(KEYS)
def test_no_key_plays_two_pads_or_changes_the_bank(keys):
    pads = keyed_pads(keys)
    used = "".join(pad.keys for pad in pads) + BANK_KEYS
    assert len(set(used)) == len(used)
    assert len({pad.pad for pad in pads}) == len(pads) and len(pads) % columns(keys) == 0


@given(KEYS)
def test_every_pad_has_a_sound_of_its_own_and_a_name(keys):
    assert all(pad.pad in PATCHES and pad.name for pad in keyed_pads(keys))


def test_the_first_bank_has_the_usual_pads_and_keys():
    assert [(pad.pad, pad.name, pad.keys) for pad in keyed_pads(KeySettings())] == [
        (pad.key, pad.name, pad.letter) for pad in PADS
    ]


def test_in_rows_each_column_plays_one_pad_loud_middle_and_soft():
    for bank in range(len(BANKS)):
        pads = keyed_pads(KeySettings(bank, rows=True))
        assert [pad.keys for pad in pads] == [f"{a}{b}{c}" for a, b, c in zip(*ROWS, strict=True)]
        assert {pad.pad for pad in pads} == set(BANKS[bank].pads) - set(BANKS[bank].spare)


def test_a_bank_that_does_not_exist_is_refused_in_the_settings_file():
    assert len(BANKS) == len(BANK_KEYS)
    assert msgspec.json.decode(b'{"bank": 4}', type=KeySettings).bank == len(BANKS) - 1
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"bank": 5}', type=KeySettings)
