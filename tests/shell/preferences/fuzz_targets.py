"""Fuzz target of settings that are imported."""

from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.settings import Hubs, Settings
from drumcircle_gui.shell.preferences.profiles import exported, file_name, imported
from tests.tools.fuzz.inputs import damaged
from tests.tools.fuzz.registry import fuzz_target

OLD = Path(__file__).parents[2] / "old_files" / "0.1.0-start" / "settings.json"
NOW = Settings(hubs=Hubs())


@fuzz_target(damaged([exported(Settings()), OLD.read_bytes()]), corpus=[b"[" * 100_000, b'{"player":' * 50_000])
def imported_settings(data: bytes) -> None:
    """Settings are imported without secrets, or refused with a text."""
    try:
        found = imported(NOW, data)
    except DrumCircleError as error:
        assert str(error)
        return
    assert (found.hubs, found.windows, found.player.recent) == (NOW.hubs, NOW.windows, NOW.player.recent)
    assert imported(NOW, exported(found)).player == found.player
    assert "/" not in file_name(data.decode("utf-8", "replace"))
