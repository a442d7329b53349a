from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.conductor.conductor_state import ConductorState, Hosting, HubCircle
from drumcircle_gui.listening.controls.control_map import Assignment, ControlsState, Target
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, PlayerState, Volumes
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.entry_messages import KeysUpdate
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import ControlSettings, KeySettings, StripSettings
from drumcircle_gui.shell.drum_choices import chosen_controls
from drumcircle_gui.shell.kept_settings import KeptSettings
from drumcircle_gui.sound.control_messages import ControlKey
from tests.tools.circle_snapshots import circle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def page(kept, qtbot):
    view = PlayerView()
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    kept.follow_page(view, "Evening")
    return view


def test_bank_and_rows_of_the_computer_keys_are_kept(tmp_path, qtbot):
    kept = KeptSettings(tmp_path / "settings.json")
    view = page(kept, qtbot)
    qtbot.keyClick(view.pads, Qt.Key.Key_4)
    kept.keep()
    again = KeptSettings(tmp_path / "settings.json")
    assert again.now.player.keys == KeySettings(3)
    assert page(again, qtbot).pads.keys == KeySettings(3)


def test_what_controls_set_is_kept_and_volumes_that_they_have_set(tmp_path):
    kept = KeptSettings(tmp_path / "settings.json")
    assigned = tuple(
        Assignment(ControlKey("nano", kind, 9, 3), target)
        for kind, target in (("cc", Target("level", "Fern")), ("note", Target("cue", "2")), ("bend", Target("guide")))
    )
    state = PlayerState(
        CircleSnapshot(name="Evening"),
        SoundStatus(),
        listening=ListeningState(
            Mix({"Fern": StripSettings(0.5), "Oak": StripSettings()}), volumes=Volumes(0.5, 0.25, 1.0, 0.75)
        ),
        controls=ControlsState(assigned),
    )
    kept.keep_drums(state)
    kept.keep()
    listening = KeptSettings(tmp_path / "settings.json").listening("Evening", Namespace())
    assert (listening.controls, listening.volumes) == (assigned, state.listening.volumes)
    assert listening.mix == Mix({"Fern": StripSettings(0.5)})


def test_controls_of_a_newer_version_are_left_out():
    kept = (ControlSettings("nano", "cc", 0, 3, "lights"), ControlSettings("nano", "cc", 0, 4, "guide"))
    assert [each.key.number for each in chosen_controls(kept)] == [4]


PLAYERS, CONDUCTORS = (Invite("hub.example", 8005, "Oak", key, None, "k3vT") for key in ("birch-owl", "ash-heron"))
OTHERS = (replace(PLAYERS, circle_id="x9"), replace(CONDUCTORS, circle_id="x9"))
NEW = replace(PLAYERS, key="fir-wren"), replace(CONDUCTORS, key="yew-hawk")


@pytest.fixture
def hosting(tmp_path: Path) -> KeptSettings:
    kept = KeptSettings(tmp_path / "settings.json")
    kept.keep_hosted(HubCircle(*OTHERS))
    kept.keep_hosted(HubCircle(PLAYERS, CONDUCTORS))
    return kept


@pytest.mark.parametrize("renewed", [True, False])
def test_replaced_invites_of_a_circle_on_a_hub_are_there_after_a_restart(hosting: KeptSettings, renewed: bool) -> None:
    keys = KeysUpdate(NEW[0].key, NEW[1].key, 1) if renewed else None
    hosting.keep_conducted(ConductorState(circle(keys=keys), Hosting(*NEW, on_hub=True)))
    again = KeptSettings(hosting.folder / "settings.json")
    assert again.hosted(NEW[1]) == (HubCircle(*NEW) if renewed else None)
    assert again.hosted(CONDUCTORS) == (None if renewed else HubCircle(PLAYERS, CONDUCTORS))
    assert again.hosted(OTHERS[1]) == HubCircle(*OTHERS)


def test_a_circle_that_runs_here_is_not_kept_as_one_on_a_hub(hosting: KeptSettings) -> None:
    before = hosting.now
    hosting.keep_conducted(ConductorState(circle(keys=KeysUpdate("a", "b")), Hosting(*NEW)))
    hosting.keep_conducted(ConductorState(circle(keys=KeysUpdate("a", "b"))))
    assert hosting.now == before
