"""mpc through the proxy: every subcommand, and its effect on both rooms."""

import re
import shutil
import subprocess

import pytest

from tests.mpd import scenes_library, scenes_playing
from tests.mpd.house import NOISE, House
from tests.mpd.mpc import Mpc, scenes
from tests.tools.rigs.mpds import missing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing("mpc")), reason=missing("mpc"))]


def known() -> list[str]:
    """What `mpc help` lists; plain mpc is its status."""
    if not shutil.which("mpc"):
        return []
    said = subprocess.run(["mpc", "help"], capture_output=True, text=True).stdout
    return re.findall(r"^ {2}mpc (\S+)", said.partition("Commands:")[2], re.MULTILINE)


@pytest.fixture(scope="module")
def mpc(shared: House) -> Mpc:
    return Mpc(shared)


@pytest.mark.parametrize("subcommand", known())
def test_subcommand(mpc: Mpc, subcommand: str) -> None:
    mpc.house.fresh(*NOISE)
    scenes[subcommand](mpc)


def test_status_is_what_it_says_without_a_subcommand(mpc: Mpc) -> None:
    mpc.playing(1)
    said = mpc(quiet=False)
    assert said.startswith("The Hiss - Pink\n[playing] #2/4 ")
    assert "volume:100%   repeat: off   random: off   single: off   consume: off" in said


def test_every_scene_is_played() -> None:
    for module in (scenes_library, scenes_playing):
        assert {name for name, each in scenes.items() if each.__module__ == module.__name__} <= set(known())
