import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.settings import (
    MOST_RECENT,
    MOST_STRIPS,
    MOST_TRIM,
    Appearance,
    ConductorSettings,
    PlayerSettings,
    Settings,
    StripSettings,
    Windows,
    load,
    parse,
    render,
    save,
)

names = st.sampled_from(["Oak", "Reed", "Fern"])
strips = st.just(StripSettings()) | st.builds(
    StripSettings, gain=st.floats(0, 4), pan=st.floats(-1, 1), muted=st.booleans()
)
settings = st.builds(
    Settings,
    appearance=st.builds(Appearance, theme=st.sampled_from(["system", "light", "dark"])),
    player=st.builds(
        PlayerSettings,
        name=st.text(),
        midi_in=st.none() | st.text(),
        audio=st.none() | st.text(),
        gain=st.floats(0, 4),
        recent=st.lists(st.text(), max_size=MOST_RECENT).map(tuple),
        trim=st.integers(-MOST_TRIM, MOST_TRIM),
        mixes=st.dictionaries(st.text(), st.dictionaries(st.text(), strips)),
    ),
    conductor=st.builds(
        ConductorSettings,
        name=st.text(),
        port=st.integers(0, 65535),
        tempo=st.floats(30, 400),
        beats=st.integers(1, 64),
        cycles=st.integers(1, 16),
    ),
    windows=st.builds(Windows, start=st.binary(), conductor=st.binary(), player=st.binary()),
)


@pytest.mark.slow
@given(settings)
def test_rendered_settings_parse_to_the_same_settings(settings):
    assert parse(render(settings)) == settings


def test_defaults_are_not_written():
    assert render(Settings()).split() == [b"{}"]
    assert parse(b"{}") == Settings()


def test_fields_of_newer_versions_are_ignored():
    text = b'{"player": {"name": "Fern", "hat": "red"}, "rooms": [1, 2]}'
    assert parse(text) == Settings(player=PlayerSettings(name="Fern"))


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"\xff\xfe", b'{"conductor": {"tempo": 5}}', b'{"appearance": {"theme": "pink"}}']
)
def test_invalid_values_are_rejected(text):
    with pytest.raises(DrumCircleError, match="is damaged"):
        parse(text)


@given(st.lists(st.integers(0, 15).map(str)))
def test_recent_invites_are_newest_first_without_repeats_and_few(invites):
    player = PlayerSettings()
    for invite in invites:
        player = player.with_recent(invite)
    assert list(player.recent) == list(dict.fromkeys(reversed(invites)))[:MOST_RECENT]


def test_saved_settings_are_loaded(tmp_path):
    file = tmp_path / "new" / "settings.json"
    kept = Settings(player=PlayerSettings(name="Fern").with_recent("drumcircle://one"))
    save(Settings(), file)
    save(kept, file)
    assert load(file) == (kept, "")
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits mean nothing there")
def test_only_the_user_can_read_the_keys_in_it(tmp_path):
    save(Settings(), tmp_path / "settings.json")
    assert stat.S_IMODE((tmp_path / "settings.json").stat().st_mode) == 0o600


def test_without_a_file_everything_is_default(tmp_path):
    assert load(tmp_path / "settings.json") == (Settings(), "")


def test_a_broken_file_is_set_aside(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text("{ my precious")
    found, notice = load(file)
    assert found == Settings()
    assert "settings.json.broken" in notice
    assert (tmp_path / "settings.json.broken").read_text() == "{ my precious"
    assert not file.exists()


def test_a_broken_file_that_cannot_be_set_aside_is_left(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text("{")
    (tmp_path / "settings.json.broken").mkdir()
    assert "could not be renamed" in load(file)[1]
    assert file.exists()


def test_an_unreadable_file_is_reported_and_kept(tmp_path):
    found, notice = load(tmp_path)
    assert found == Settings()
    assert "could not be read" in notice


def test_a_folder_that_cannot_be_created_is_reported(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DrumCircleError, match="could not be saved"):
        save(Settings(), tmp_path / "file" / "settings.json")


def test_a_failed_write_leaves_the_old_file_and_no_temporary_one(tmp_path, monkeypatch):
    file = tmp_path / "settings.json"
    save(Settings(player=PlayerSettings(name="Fern")), file)

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("drumcircle_gui.atomic_file.os.fsync", full)
    with pytest.raises(DrumCircleError, match="no space left"):
        save(Settings(), file)
    assert load(file)[0].player.name == "Fern"
    assert list(tmp_path.iterdir()) == [file]


@given(st.lists(st.tuples(names, names, strips), max_size=20))
def test_each_circle_keeps_its_mixer_levels(told):
    player, last = PlayerSettings(), {}
    for circle, name, strip in told:
        player = player.with_strip(circle, name, strip)
        last[circle, name] = strip
    kept = {(circle, name): strip for circle, mix in player.mixes.items() for name, strip in mix.items()}
    assert kept == {place: strip for place, strip in last.items() if strip != StripSettings()}


def test_only_the_latest_circles_and_players_are_kept():
    player = PlayerSettings()
    for number in range(MOST_RECENT + 5):
        player = player.with_strip(f"Circle {number}", "Oak", StripSettings(muted=True))
    assert list(player.mixes) == [f"Circle {number}" for number in range(5, MOST_RECENT + 5)]
    player = player.with_strip("Circle 7", "Fern", StripSettings(0.5))
    assert list(player.mixes)[-1] == "Circle 7"
    for number in range(MOST_STRIPS + 3):
        player = player.with_strip("Stadium", f"Player {number}", StripSettings(0.5))
    assert len(player.mixes["Stadium"]) == MOST_STRIPS
    assert f"Player {MOST_STRIPS + 2}" in player.mixes["Stadium"]


def test_new_invites_of_a_circle_on_a_hub_take_the_place_of_the_old_ones():
    usual = ConductorSettings().with_hosted("old", "players").with_hosted("other", "its players")
    renewed = usual.with_renewed("old", "new", "new players")
    assert renewed.hosted == (("other", "its players"), ("new", "new players"))
    assert renewed.with_renewed("unknown", "x", "y") == renewed
