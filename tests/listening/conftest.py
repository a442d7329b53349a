"""The views of devices, volumes and mix are tested on the player's page."""

from tests.player.conftest import plays as plays
from tests.player.conftest import pytest_itemcollected as pytest_itemcollected
from tests.player.conftest import view as view
