import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.settings import Appearance, ConductorSettings, Hubs, PlayerSettings, Settings, Windows
from drumcircle_gui.shell.preferences.catalogue import PREFERENCES, Figure, Switch, matches
from drumcircle_gui.shell.preferences.profile_folder import ProfileFolder, read_settings
from drumcircle_gui.shell.preferences.profiles import exported, file_name, imported

OAK = Settings(
    appearance=Appearance("dark", "de"),
    player=PlayerSettings(name="Oak", recent=("drumcircle://secret",)),
    conductor=ConductorSettings(tempo=90.0, hosted=(("secret", "secret"),)),
    windows=Windows(b"x"),
    hubs=Hubs((("hub", "secret"),), {"hub": "secret"}),
)
FERN = Settings(player=PlayerSettings(name="Fern", recent=("drumcircle://mine",)), windows=Windows(b"y"))


def test_an_export_holds_no_keys_and_no_places():
    assert b"secret" not in exported(OAK)
    assert b"Oak" in exported(OAK)


def test_an_import_keeps_invites_hubs_and_windows_of_this_machine():
    settings = imported(FERN, exported(OAK))
    assert (settings.player.name, settings.appearance.language, settings.conductor.tempo) == ("Oak", "de", 90.0)
    assert (settings.player.recent, settings.windows, settings.hubs) == (FERN.player.recent, FERN.windows, FERN.hubs)


@pytest.mark.parametrize("data", [b"", b"[1]", b"\xff", b'{"player": {"gain": 99}}'])
def test_a_file_that_is_none_is_said_so(data):
    with pytest.raises(DrumCircleError, match="no settings"):
        imported(FERN, data)


@pytest.mark.parametrize(
    ("name", "file"),
    [("stage", "stage"), (" a/b\\c ", "abc"), ("../x", "x"), ("...", ""), ("", ""), ("Bühne 2", "Bühne 2")],
)
def test_names_of_profiles_are_names_of_files(name, file):
    assert file_name(name).removesuffix(".drumcircle-settings") == file


def test_profiles_are_kept_used_and_removed(tmp_path):
    folder = ProfileFolder(tmp_path / "profiles")
    assert folder.names() == ()
    folder.keep("stage", OAK)
    folder.keep("home", FERN)
    assert folder.names() == ("home", "stage")
    assert folder.use("stage", FERN).player.name == "Oak"
    folder.remove("stage")
    assert folder.names() == ("home",)
    with pytest.raises(DrumCircleError):
        folder.use("stage", FERN)
    with pytest.raises(DrumCircleError):
        read_settings(FERN, tmp_path / "nothing")


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda each: each.path)
def test_every_preference_is_read_and_changed(preference):
    value = preference.value(OAK)
    assert preference.changed(OAK, value) == OAK or value is None
    if isinstance(preference.kind, Figure):
        assert preference.value(preference.changed(OAK, preference.kind.high)) == preference.kind.high
    if isinstance(preference.kind, Switch):
        assert preference.value(preference.changed(OAK, True)) is True


def test_a_search_finds_words_in_any_order():
    assert matches("colour LOOK", "Look", "Colours", "")
    assert not matches("colour sound", "Look", "Colours", "")
    assert matches("", "anything")
