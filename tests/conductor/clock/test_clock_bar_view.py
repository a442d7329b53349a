import pytest

from drumcircle_gui.conductor.clock.clock_bar_view import ClockBar
from drumcircle_gui.conductor.clock.clock_follower import ClockState, FollowMidiClock, UseMidiTempo
from tests.tools.accessibility import nameless, out_of_reach


@pytest.fixture
def view(qtbot):
    view = ClockBar()
    qtbot.addWidget(view)
    return view


def test_it_is_shown_while_clock_is_heard_or_followed(view):
    for state, shown, words in (
        (ClockState(), False, ""),
        (ClockState(104.0, "Sequencer", differs=True), True, "104 bpm"),
        (ClockState(104.5, "Sequencer"), True, "104.5 bpm"),
        (ClockState(following=True), True, "none"),
    ):
        view.render(state)
        assert (not view.isHidden(), words in view.says.text()) == (shown, True)


def test_the_tempo_is_used_or_followed(view, requests):
    view.render(ClockState(104.0, "Sequencer"))
    assert not view.use.isEnabled()
    view.render(ClockState(104.0, "Sequencer", differs=True))
    view.use.click()
    view.follow.click()
    view.render(ClockState(104.0, "Sequencer", following=True))
    assert view.use.isHidden()
    view.follow.click()
    assert requests == [UseMidiTempo(), FollowMidiClock(on=True), FollowMidiClock(on=False)]


def test_everything_has_a_name_and_is_reached_by_keyboard(view, qtbot):
    view.render(ClockState(104.0, "Sequencer", differs=True))
    with qtbot.waitExposed(view):
        view.show()
    assert (nameless(view), out_of_reach(view)) == ([], [])
