import pytest

from drumcircle_gui.widgets.level_meter import FLOOR, LevelMeter
from drumcircle_gui.widgets.theme import DARK


@pytest.fixture
def meter(show):
    return show(LevelMeter("You"), 200, 8)


@pytest.mark.parametrize(("level", "decibels"), [(1, 0), (0.5, -6), (0.001, FLOOR), (0, FLOOR), (-1, FLOOR)])
def test_levels_are_shown_in_decibels(meter, level, decibels):
    meter.set_level(level)
    assert meter.level() == pytest.approx(decibels, abs=0.1)


def test_it_rises_at_once_and_falls_slowly(meter):
    meter.set_level(0.5)
    meter.set_level(0.1)
    assert meter.level() > -7
    meter._fall()
    assert -9 < meter.level() < -6.1
    for _ in range(100):
        meter._fall()
    assert meter.level() == FLOOR and not meter._timer.isActive()


@pytest.mark.parametrize(("level", "colour"), [(0.1, DARK.good), (0.4, DARK.warn), (0.95, DARK.bad)])
def test_colour_warns_of_too_much(meter, colours, level, colour):
    meter.set_level(level)
    assert colour.name() in colours(meter)


def test_the_loudest_moment_is_held(meter, colours):
    meter.set_level(0.95)
    for _ in range(20):
        meter._fall()
    assert {DARK.good.name(), DARK.bad.name()} <= colours(meter)


def test_hidden_it_rests(meter):
    meter.set_level(1)
    meter.hide()
    assert not meter._timer.isActive() and meter.level() == FLOOR
    meter.set_level(1)
    assert not meter._timer.isActive()
