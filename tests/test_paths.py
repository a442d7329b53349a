import pytest

from drumcircle_gui import paths
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import Paths, resource


def test_a_users_folders_are_the_programs_own():
    home = Paths.of_user()
    assert all("drumcircle" in str(folder) for folder in (home.data, home.config, home.cache))
    assert home.settings.parent == home.rooms.parent == home.config
    assert home.logs.is_relative_to(home.data)


def test_one_chosen_folder_holds_everything(tmp_path):
    chosen = Paths.within(tmp_path)
    assert all(path.is_relative_to(tmp_path) for path in (chosen.data, chosen.cache, chosen.settings, chosen.logs))


def test_resources_lie_beside_the_package_in_a_checkout():
    assert resource("__init__.py").is_file()


def test_resources_inside_an_installed_package_come_first(tmp_path, monkeypatch):
    inside, beside = tmp_path / "package" / "resources", tmp_path / "resources"
    for folder in (inside, beside):
        folder.mkdir(parents=True)
        (folder / "kick.wav").touch()
    monkeypatch.setattr(paths, "_RESOURCES", (inside, beside))
    assert resource("kick.wav") == inside / "kick.wav"
    (inside / "kick.wav").unlink()
    assert resource("kick.wav") == beside / "kick.wav"


def test_a_missing_resource_is_named():
    with pytest.raises(DrumCircleError, match=r"no/such\.thing is missing"):
        resource("no/such.thing")
