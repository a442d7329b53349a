"""Files of every older version can be read: `old_files/VERSION/` contains files that the version wrote.

Before a release, `packaging/release.py` reminds of adding the files of the version that is released.
"""

from pathlib import Path

import pytest

from drumcircle_gui import settings
from drumcircle_gui.mpd.config import config_io
from drumcircle_gui.recording.library_io import RecordingLibrary
from drumcircle_gui.server.identity_io import load_identity

VERSIONS = sorted(folder for folder in (Path(__file__).parent / "old_files").iterdir() if folder.is_dir())
pytestmark = pytest.mark.parametrize("files", VERSIONS, ids=lambda folder: folder.name)


def test_settings_are_kept(files: Path) -> None:
    kept, problem = settings.load(files / "settings.json")
    assert not problem
    assert (kept.appearance.theme, kept.player.name, kept.player.trim) == ("dark", "Fern", 1200)
    assert kept.player.mixes["Glade"]["Oak"].pan == -0.5
    assert (kept.conductor.tempo, kept.conductor.beats, kept.conductor.recording) == (96, 12, False)


def test_recordings_can_be_played(files: Path) -> None:
    library = RecordingLibrary(files)
    (recording,) = library.recordings()
    assert recording.complete and not recording.problem
    assert recording.strokes > 10 and recording.players == 2
    assert library.load(recording)


def test_invites_of_before_stay_valid(files: Path) -> None:
    before = {file: file.read_bytes() for file in (files / "keys.json", files / "server.pem")}
    identity = load_identity(files)
    assert len(identity.pin) == 64 and identity.keys.player != identity.keys.conductor
    identity.tls_context()
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.parametrize("name", ["rooms.toml", "mpd_servers"])
def test_the_rooms_are_kept(files: Path, name: str) -> None:
    rooms = config_io.read(files / name).rooms
    assert [(room.host, room.port) for room in rooms] == [("192.0.2.7", 6600), ("hall.local", 6601)]
