from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.player.calibration import CLICK, TapResult
from drumcircle_gui.player.mix import Mix
from drumcircle_gui.player.player_state import Adjust, Ears, Volumes
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import GUIDE, OWN

OAK, FERN = Member(1, "Oak", "player", 0), Member(2, "Fern", "player", 1)

gains = st.floats(0, 4)


@given(gains, gains)
def test_every_channel_has_its_level(guide: float, own: float) -> None:
    ears = Ears(Mix({"Oak": StripSettings(0.5, -1.0)}), Volumes(1.0, guide, own))
    assert ears.levels([OAK, FERN]) == {
        GUIDE: (guide, 0.0),
        OWN: (own, 0.0),
        CLICK: (0.0, 0.0),
        1: (0.5, -1.0),
        2: (1.0, 0.0),
    }


def test_a_solo_leaves_the_guide_alone() -> None:
    ears = Ears().adjusted(Adjust("Fern", StripSettings(), solo=True))
    assert ears.levels([OAK, FERN])[GUIDE] == (0.8, 0.0)
    assert ears.levels([OAK, FERN])[OAK.id] == (0.0, 0.0)


def test_while_one_taps_along_there_is_nothing_but_the_clicks() -> None:
    levels = Ears(tapping=TapResult()).levels([OAK, FERN])
    assert {channel for channel, (gain, _) in levels.items() if gain} == {CLICK}
    assert set(levels) == {GUIDE, OWN, CLICK, 1, 2}
