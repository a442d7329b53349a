import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.timing.units import Beats
from drumcircle_gui.widgets.ring import dots
from drumcircle_gui.widgets.ring.dots import DIMMED, FAINTEST, Dot, Dots, PlacedDot, met

PERIOD = 16


def placed(beat: int) -> PlacedDot:
    return PlacedDot(Dot(1, Beats(beat), 100), Beats(beat + PERIOD))


def sounding(dots) -> list[int]:
    return [dot.sounds for dot in dots]


beats = st.lists(st.integers(0, 1000), max_size=40)


@given(beats, st.integers(0, 1100))
def test_dots_are_kept_in_the_order_they_sound(struck, border):
    kept = Dots()
    kept.add(map(placed, struck))
    everything = sorted(beat + PERIOD for beat in struck)
    assert sounding(kept) == everything
    assert sounding(kept.until(Beats(border))) == [beat for beat in everything if beat <= border]
    assert sounding(kept.after(Beats(border))) == [beat for beat in everything if beat > border]
    kept.forget(Beats(border))
    assert sounding(kept) == [beat for beat in everything if beat >= border]
    kept.clear()
    assert len(kept) == 0


def test_the_number_of_dots_is_bounded(monkeypatch):
    monkeypatch.setattr(dots, "MOST_DOTS", 3)
    kept = Dots()
    kept.add(map(placed, (5, 1, 4, 2, 3)))
    assert sounding(kept) == [3 + PERIOD, 4 + PERIOD, 5 + PERIOD]


def test_a_dot_fades_from_its_stroke_until_the_hand_returns():
    dot = placed(100)
    shades = [dot.brightness(Beats(beat)) for beat in range(100, 117)]
    assert (shades[0], shades[-1]) == (1, pytest.approx(FAINTEST))
    assert shades == sorted(shades, reverse=True)
    assert dot.brightness(Beats(0)) == 1
    assert dot.brightness(Beats(500)) == shades[-1]


def test_dots_of_silenced_players_are_dimmed():
    dot = placed(100)
    dot.dimmed = True
    assert dot.brightness(Beats(100)) == DIMMED


def test_a_dot_grows_towards_the_hand_and_vanishes_behind_it():
    ahead = [met(left, 1000, 500) for left in range(1000, -1, -100)]
    behind = [met(-past, 1000, 500) for past in range(0, 501, 50)]
    assert ahead[0] == (FAINTEST, 1.0)
    assert ahead == sorted(ahead)
    assert ahead[-1] == behind[0] and behind[0][0] == 1
    assert behind == sorted(behind, reverse=True)
    assert behind[-1] == (0.0, 1.0)
    assert met(-3000, 1000, 500) == (0.0, 1.0)
    assert met(2000, 1000, 500) == (FAINTEST, 1.0)
