import pytest
from PySide6.QtGui import QFontMetrics

from drumcircle_gui.widgets.ring.geometry import Dial
from drumcircle_gui.widgets.ring.words import WEIGHTS, Texts, area_of, arrange
from drumcircle_gui.widgets.theme import apply_theme, font

SMALL = ((407, 240), (448, 286), (527, 279))
SIZES = (*SMALL, (407, 346), (523, 358), (523, 422), (772, 398), (724, 550))
"""Rings in windows of 910 x 472, 1024 x 640 and 1366 x 768."""

WIDE = "W" * 32
LONG = "Play so that everybody hears you. " * 5 + "Softly."
TEXTS: tuple[Texts, ...] = (
    ("Follow the leader", "Listen", "beat 16 of 16"),
    ("", "Ready", "waiting for the conductor"),
    ("", "", "finding the beat"),
    (WIDE, "Imitate", "your turn in 12 beats"),
    (WIDE, WIDE, "12 beats in 10 s"),
    (WIDE, "Imitate", f"{WIDE}: Answer in 12 beats"),
    ("Play the rhythm that Fern played in the last cycle, as softly as you can", "Imitate", "beat 12 of 16"),
)


@pytest.fixture(autouse=True)
def fonts(qapp):
    apply_theme(qapp, "dark")


def shown(rows, part=None) -> str:
    return "".join(row.text for row in rows if part in (None, row.part)).replace(" ", "")


def assert_within(dial, rows):
    """Each row lies in the area of the words, and no two overlap."""
    area, below = area_of(dial), -1e9
    for row in rows:
        height = QFontMetrics(font(row.size, WEIGHTS[row.part])).capHeight()
        across = QFontMetrics(font(row.size, WEIGHTS[row.part])).horizontalAdvance(row.text)
        assert across <= area.width(row.middle - height / 2, row.middle + height / 2)
        assert row.middle - height / 2 > below
        below = row.middle + height / 2


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_text_is_cut_in_any_window(size):
    dial = Dial.fitting(*size, 6)
    for texts in TEXTS:
        rows = arrange(dial, texts)
        assert shown(rows) == "".join(texts).replace(" ", ""), texts
        assert_within(dial, rows)


@pytest.mark.parametrize("size", SMALL, ids=str)
def test_beside_a_small_ring_even_the_longest_text_is_whole(size):
    dial = Dial.fitting(*size, 6)
    rows = arrange(dial, (LONG, WIDE, "beat 16 of 16"))
    assert shown(rows) == f"{LONG}{WIDE}beat 16 of 16".replace(" ", "")
    assert_within(dial, rows)


@pytest.mark.parametrize("size", [(240, 240), (346, 346), (523, 422)], ids=str)
def test_of_what_fits_in_no_size_the_title_is_cut_first(size):
    rows = arrange(Dial.fitting(*size, 6), (LONG, "Play", "beat 16 of 16"))
    assert shown(rows, 0).endswith("…") and shown(rows, 0)[:-1] in LONG.replace(" ", "")
    assert (shown(rows, 1), shown(rows, 2)) == ("Play", "beat16of16")
    assert_within(Dial.fitting(*size, 6), rows)


def test_no_room_is_no_error():
    assert arrange(Dial.fitting(20, 20, 6), (LONG, WIDE, LONG)) is not None
    assert arrange(Dial.fitting(500, 500, 6), ("", "", "")) == ()


def test_words_are_large_where_there_is_room_and_stay_in_the_middle():
    hub, beside = Dial.fitting(523, 422, 6), Dial.fitting(448, 286, 6)
    words = [next(row for row in arrange(dial, TEXTS[0]) if row.part == 1) for dial in (hub, beside)]
    assert [word.size for word in words] == [24, 34]
    assert all(abs(word.middle) <= 2 for word in words)


def test_a_text_without_a_word_is_in_the_middle():
    (row,) = arrange(Dial.fitting(523, 422, 6), TEXTS[2])
    assert abs(row.middle) <= 2


def test_the_words_keep_their_place_while_a_count_changes():
    dial = Dial.fitting(523, 422, 6)
    places = {
        tuple((row.part, row.middle) for row in arrange(dial, (WIDE, "Imitate", f"your turn in {beats} beats")))
        for beats in range(2, 17)
    }
    assert len(places) == 1
