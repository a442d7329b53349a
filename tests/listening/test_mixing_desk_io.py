"""The mixing desk with a fake listener."""

import pytest

from drumcircle_gui.listening.calibration import CLICK_CHANNEL, MIN_TAPS, TapResult
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.mixing_desk_io import MixingDesk
from drumcircle_gui.listening.player_state import Calibrate, ListeningState, SetStrip, SetTrim, Volumes
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, LOOP_CHANNEL, OWN_CHANNEL, PlayedStroke, PlayStroke
from drumcircle_gui.timing.units import Micros
from tests.tools.circle_snapshots import circle

OAK, FERN = Member(1, "Oak", "player", 0), Member(2, "Fern", "player", 1)


class Listener:
    """Only records its calls."""

    def __init__(self) -> None:
        self.levels: dict[int, tuple[float, float]] = {}
        self.plays: list[PlayStroke] = []
        self.trims: list[int] = []
        self.master = 0.0
        self.changes = 0

    def set_master(self, gain: float) -> None:
        self.master = gain

    def set_levels(self, levels: dict[int, tuple[float, float]]) -> None:
        self.levels = dict(levels)
        self.changes += 1

    def set_trim(self, by: Micros) -> None:
        self.trims.append(by)

    def play(self, plays: list[PlayStroke]) -> None:
        self.plays += plays


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def said() -> list[ListeningState]:
    return []


@pytest.fixture
def desk(listener: Listener, said: list[ListeningState]) -> MixingDesk:
    usual = ListeningState(Mix({"Fern": StripSettings(0.25)}), Volumes(0.5, 0.6, 0.7, 0.4), Micros(9_000))
    return MixingDesk(listener, usual, said.append)  # type: ignore[arg-type]


def test_the_saved_settings_are_applied(desk: MixingDesk, listener: Listener) -> None:
    assert (listener.master, listener.trims) == (0.5, [9_000])
    assert listener.levels == {
        GUIDE_CHANNEL: (0.6, 0.0),
        OWN_CHANNEL: (0.7, 0.0),
        LOOP_CHANNEL: (0.4, 0.0),
        CLICK_CHANNEL: (0.0, 0.0),
    }


def test_a_member_who_joins_gets_the_saved_strip(desk: MixingDesk, listener: Listener) -> None:
    members = (OAK, FERN)
    desk.follow(circle(members=members))
    assert listener.levels[FERN.id] == (0.25, 0.0)
    before = listener.changes
    desk.follow(circle(members=members))
    assert listener.changes == before


def test_intents_are_applied_and_published(desk: MixingDesk, listener: Listener, said: list[ListeningState]) -> None:
    desk.follow(circle(members=(OAK, FERN)))
    desk.handle(SetStrip("Oak", StripSettings(1.0, 0.5), solo=True))
    desk.handle(Volumes(0.9, 0.8, 0.7))
    assert listener.levels == {
        GUIDE_CHANNEL: (0.8, 0.0),
        OWN_CHANNEL: (0.7, 0.0),
        LOOP_CHANNEL: (1.0, 0.0),
        CLICK_CHANNEL: (0.0, 0.0),
        1: (1.0, 0.5),
        2: (0.0, 0.0),
    }
    assert listener.master == 0.9
    assert said[-1] == desk.listening
    assert desk.listening.mix.solos == {"Oak"}


def test_strokes_go_to_the_circle_except_during_a_calibration(desk: MixingDesk, said: list[ListeningState]) -> None:
    assert not desk.tapped(Micros(1))
    desk.handle(Calibrate(on=True))
    assert desk.tapped(Micros(2))
    assert said[-1].tapping == TapResult(1)
    desk.handle(Calibrate(on=False))
    assert not desk.tapped(Micros(3))
    assert said[-1].tapping is None


def test_a_calibration_plays_clicks_until_the_trim_is_found(
    desk: MixingDesk, listener: Listener, said: list[ListeningState]
) -> None:
    desk.handle(Calibrate(on=True))
    assert listener.levels[CLICK_CHANNEL] == (1.0, 0.0)
    assert listener.levels[GUIDE_CHANNEL] == (0.0, 0.0)
    for number in range(MIN_TAPS):
        click = listener.plays[number]
        desk.played(PlayedStroke(click.tag, click.at, False))
        desk.tapped(Micros(click.at + 25_000))
    assert said[-1].tapping == TapResult(MIN_TAPS, Micros(25_000), Micros(0))
    desk.handle(SetTrim(Micros(34_000)))
    assert listener.trims == [9_000, 34_000]
    assert (said[-1].trim, said[-1].tapping) == (34_000, TapResult())


def test_after_the_calibration_there_are_no_clicks(desk: MixingDesk, listener: Listener) -> None:
    desk.handle(Calibrate(on=True))
    desk.handle(Calibrate(on=False))
    before = list(listener.plays)
    desk.played(PlayedStroke(before[0].tag, before[0].at, False))
    assert listener.plays == before
    assert listener.levels[CLICK_CHANNEL] == (0.0, 0.0)


def test_a_trim_can_be_set_without_clicks(desk: MixingDesk, listener: Listener, said: list[ListeningState]) -> None:
    desk.handle(SetTrim(Micros(-3)))
    assert listener.trims[-1] == -3
    assert said[-1].tapping is None
