from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.calibration import CLICK_CHANNEL, TapResult
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, SetStrip, Volumes
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, LOOP_CHANNEL, OWN_CHANNEL

OAK, FERN = Member(1, "Oak", "player", 0), Member(2, "Fern", "player", 1)

gains = st.floats(0, 4)


@given(gains, gains, gains, st.floats(0, 2))
def test_every_channel_has_its_level(guide: float, own: float, loop: float, conductors: float) -> None:
    listening = ListeningState(Mix({"Oak": StripSettings(0.5, -1.0)}), Volumes(1.0, guide, own, loop))
    assert listening.levels([OAK, FERN], conductors) == {
        GUIDE_CHANNEL: (guide, 0.0),
        OWN_CHANNEL: (own, 0.0),
        LOOP_CHANNEL: (loop * conductors, 0.0),
        CLICK_CHANNEL: (0.0, 0.0),
        1: (0.5, -1.0),
        2: (1.0, 0.0),
    }


def test_solo_does_not_affect_the_guide() -> None:
    listening = ListeningState().adjusted(SetStrip("Fern", StripSettings(), solo=True))
    assert listening.levels([OAK, FERN])[GUIDE_CHANNEL] == (0.8, 0.0)
    assert listening.levels([OAK, FERN])[OAK.id] == (0.0, 0.0)


def test_during_a_calibration_only_clicks_are_heard() -> None:
    levels = ListeningState(tapping=TapResult()).levels([OAK, FERN])
    assert {channel for channel, (gain, _) in levels.items() if gain} == {CLICK_CHANNEL}
    assert set(levels) == {GUIDE_CHANNEL, OWN_CHANNEL, LOOP_CHANNEL, CLICK_CHANNEL, 1, 2}
