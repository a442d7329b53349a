"""The bound falls as soon as the microphone is quiet while the machine plays, and never below an echo."""

import numpy as np
import pytest

from drumcircle_gui.sound.microphone.echo_bound import FIRST_SHARE, MARGIN, EchoBound

ROWS = 375
"""A second."""


def beats(rows=ROWS, every=75, length=20):
    played = np.zeros((rows, 2), np.float32)
    for first in range(0, rows, every):
        played[first : first + length] = [1.0, 0.01]
    return played


def delayed(played, rows, share):
    return np.concatenate([np.zeros((rows, 2), np.float32), played])[: len(played)] * np.float32(share)


def test_before_anything_was_heard_all_that_sounds_can_be_echo():
    bound = EchoBound(2, ROWS).follow(np.zeros((4, 2), np.float32), np.ones((4, 2), np.float32))
    assert np.allclose(bound, MARGIN * FIRST_SHARE)


def test_a_quiet_microphone_lowers_the_bound_in_every_band():
    played = beats()
    bound = EchoBound(2, ROWS).follow(np.full_like(played, 1e-8), played)
    assert bound[-1].max() < 1e-4 < bound[0].min()


@pytest.mark.parametrize("rows", [0, 5, 40])
def test_an_echo_is_never_above_the_bound(rows):
    played = beats()
    heard = delayed(played, rows, 0.3)
    assert (heard <= EchoBound(2, ROWS).follow(heard, played)).all()


def test_a_drum_that_is_struck_meanwhile_does_not_lower_the_bound():
    played = beats()
    loud = EchoBound(2, ROWS).follow(delayed(played, 5, 0.3) + 1, played)
    assert (loud >= EchoBound(2, ROWS).follow(delayed(played, 5, 0.3), played)).all()


def test_what_a_quiet_moment_has_shown_stays():
    played = beats()
    bound = EchoBound(2, ROWS)
    bound.follow(np.full_like(played, 1e-8), played)
    assert bound.follow(np.ones_like(played), played).max() < 1e-4


def test_what_was_not_played_bounds_nothing():
    silence = np.zeros((ROWS, 2), np.float32)
    bound = EchoBound(2, ROWS)
    assert not bound.follow(np.ones_like(silence), silence).any()
    assert np.allclose(bound.follow(np.ones((1, 2), np.float32), np.ones((1, 2), np.float32)), MARGIN * FIRST_SHARE)


def test_the_bound_does_not_depend_on_how_the_rows_arrive():
    played = beats()
    heard = delayed(played, 5, 0.1)
    at_once, piecewise = EchoBound(2, ROWS), EchoBound(2, ROWS)
    parts = [piecewise.follow(heard[i : i + 8], played[i : i + 8]) for i in range(0, ROWS, 8)]
    assert np.allclose(np.concatenate(parts), at_once.follow(heard, played))
