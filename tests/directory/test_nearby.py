import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.directory.nearby import CIRCLE_SERVICE, announced_properties, nearby_circle, service_name
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo

LISTING = CircleListing("", "Oak", "", Tempo(500_000), Meter(16, 1), True, 5, "knock", Micros(0), "", 8004, "a" * 64)


def shown(**changes: str):
    return nearby_circle("Oak._drumcircle", {**announced_properties(LISTING), **changes}, "192.0.2.7", 8004, "here")


def test_what_is_announced_is_found_without_the_key():
    found = shown()
    assert (found.name, found.players, found.entry, found.running) == ("Oak", 5, "knock", True)
    assert (found.invite.host, found.invite.port, found.invite.key, found.invite.pin) == (
        "192.0.2.7",
        8004,
        "",
        "a" * 64,
    )


@pytest.mark.parametrize(("entry", "joins"), [("open", True), ("knock", True), ("invite", False), ("magic", False)])
def test_the_entry_decides_whether_a_click_joins(entry, joins):
    assert (shown(entry=entry).invite is not None) == joins


@pytest.mark.parametrize(
    "changes",
    [
        {"pin": "a"},
        {"pin": ""},
        {"tempo": "1"},
        {"tempo": "x"},
        {"beats": "0"},
        {"cycles": "-1"},
        {"players": "9" * 12},
    ],
)
def test_what_makes_no_sense_is_not_shown(changes):
    assert shown(**changes) is None


@given(st.dictionaries(st.sampled_from(("name", "entry", "pin", "tempo", "beats", "cycles", "players")), st.text()))
def test_anything_can_be_announced(changes):
    found = shown(**changes)
    assert found is None or 0 < len(found.name) <= 32
    assert nearby_circle("x", changes, "192.0.2.7", 8004, "here") is None or "tempo" in changes


@pytest.mark.parametrize("name", ["Oak", "v1.0 beta", "\u9f13" * 32, "\U0001f941" * 32, "a" + "\u00e9" * 31])
def test_a_circle_of_any_script_has_a_valid_service_name(name):
    label = service_name(name, 65_535).removesuffix(f".{CIRCLE_SERVICE}")
    assert len(label.encode()) + len("-100") <= 63 and "." not in label
    assert label.endswith(" 65535") and name.replace(".", " ").startswith(label.removesuffix(" 65535"))
