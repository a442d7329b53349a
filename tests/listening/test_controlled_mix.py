import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.controlled_mix import VOLUMES, level_of, mix_intent
from drumcircle_gui.listening.controls.control_map import Target
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, SetStrip, Volumes
from drumcircle_gui.settings import StripSettings

LISTENING = ListeningState(Mix({"Fern": StripSettings(0.25, -0.5, muted=True)}), Volumes(0.25, 0.81, 1, 0))
FERN = Mix({"Fern": StripSettings(0.25, -0.5, muted=True)}).strip("Fern")


def test_faders_are_where_the_sliders_of_the_window_are():
    levels = [level_of(Target(kind), LISTENING) for kind in VOLUMES]
    assert levels == pytest.approx([0.5, 0.9, 1, 0])
    assert level_of(Target("level", "Fern"), LISTENING) == pytest.approx(50 / 150)
    assert level_of(Target("level", "Reed"), LISTENING) == pytest.approx(100 / 150)
    assert level_of(Target("tempo"), LISTENING) is None


@given(st.sampled_from([*map(Target, VOLUMES), Target("level", "Fern")]), st.floats(0, 1))
def test_a_fader_comes_to_where_it_was_moved(target, position):
    intent = mix_intent(target, position, LISTENING)
    after = LISTENING.adjusted(intent) if isinstance(intent, SetStrip) else ListeningState(LISTENING.mix, intent)
    assert level_of(target, after) == pytest.approx(position, abs=1e-9)


def test_buttons_mute_and_solo_in_turn_and_leave_the_rest():
    assert mix_intent(Target("mute", "Fern"), None, LISTENING) == SetStrip(
        "Fern", StripSettings(0.25, -0.5), solo=False
    )
    solo = mix_intent(Target("solo", "Fern"), None, LISTENING)
    assert solo == SetStrip("Fern", FERN, solo=True)
    assert mix_intent(Target("solo", "Fern"), None, LISTENING.adjusted(solo)).solo is False
    assert mix_intent(Target("level", "Fern"), 0.0, LISTENING).strip.pan == -0.5


@pytest.mark.parametrize("kind", ["start", "tempo", "cue"])
def test_the_transport_is_not_of_the_mix(kind):
    assert mix_intent(Target(kind), 0.5, LISTENING) is None
