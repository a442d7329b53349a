"""Names that look the same have one skeleton; names that look different do not."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.lookalikes import skeleton

SAME = {
    "Oak": [
        *(
            "oak",
            "OAK",
            "O\u200dak",
            "Oak\u200c",
            "Oak\ufe0f",
            "Oa\u034fk",
            "\u3164Oak",
            "Oak\u115f",
            "O\u00adak",
            "O ak",
        ),
        *("\u041eak", "O\u0430k", "Oa\u043a", "\u039fak", "\u039f\u0391\u039a", "\u0555ak", "0ak", "\uff2fak"),
        *("\U0001d413".replace("\U0001d413", "\U0001d40eak"), "\u13a0".replace("\u13a0", "\u041e\u13aa\u13e6")),
    ],
    "Iris": ["lris", "1ris", "|ris", "\u0406ris", "\u0399ris", "\u04cfris", "IRIS", "\u0131ris"],
    "Maple": ["rnaple", "\u041caple", "\u039caple", "M\u0430\u0440l\u0435"],
    "Zo\u00eb": ["Zoe\u0308", "ZO\u00cb", "Z\u043e\u0451"],
    "Willow": ["VVillow", "\u051cillow", "Wi11ow"],
    "Mary-Ann": ["Mary\u2010Ann", "Mary\u2212Ann"],
}


@pytest.mark.parametrize(("name", "twin"), [(name, twin) for name, twins in SAME.items() for twin in twins])
def test_twins_have_the_same_skeleton(name: str, twin: str) -> None:
    assert skeleton(twin) == skeleton(name)


DIFFERENT = [
    *(
        "Oak",
        "Elm",
        "Ash",
        "Fern",
        "Iris",
        "Wren",
        "Moss",
        "Reed",
        "Ivy",
        "Ruth",
        "Ada",
        "Zoe",
        "Zo\u00eb",
        "Oak 2",
        "Oak 3",
    ),
    *(
        "\u041e\u043b\u044f",
        "\u0418\u0440\u0430",
        "\u0397\u03bb\u03af\u03b1\u03c2",
        "\u05d3\u05d5\u05d3",
        "\u0639\u0644\u064a",
    ),
    *("\U0001f941", "\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f33e", "\u6728", "\u6797"),
]


def test_different_names_have_different_skeletons() -> None:
    assert len(set(map(skeleton, DIFFERENT))) == len(DIFFERENT)


@given(st.text(max_size=32))
def test_a_skeleton_is_its_own(name: str) -> None:
    assert skeleton(skeleton(name)) == skeleton(name)


@given(st.text(max_size=32))
def test_case_makes_no_difference_to_latin_letters(name: str) -> None:
    latin = "".join(character for character in name if character.isascii())
    assert skeleton(latin.upper()) == skeleton(latin.lower()) == skeleton(latin)


def test_the_cases_that_once_passed() -> None:
    cases = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))
    assert {skeleton(twin) for twin in cases["the same as Oak"]} == {skeleton("Oak")}
