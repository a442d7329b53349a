"""Registration for drumcircle:// links on Linux."""

import sys

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation import links_io
from drumcircle_gui.installation.desktop_entry import (
    DEFAULTS,
    ENTRY_NAME,
    PACKAGED_ENTRY_NAME,
    SCHEME_TYPE,
    desktop_entry,
    exec_line,
    with_default,
    without_default,
)

OTHERS = "[Added Associations]\ntext/plain=x.desktop\n\n[Default Applications]\ntext/html=browser.desktop\n"


def test_the_entry_opens_links_and_quotes_odd_paths():
    assert (
        exec_line(("/usr/bin/python3", "-m", "drumcircle_gui", "open")) == "/usr/bin/python3 -m drumcircle_gui open %u"
    )
    assert exec_line(("/my drums/100%", "open")) == '"/my drums/100%%" open %u'
    entry = desktop_entry(("python3", "open"), "/my drums")
    assert f"MimeType={SCHEME_TYPE};" in entry and 'Exec=env "PYTHONPATH=/my drums" python3 open %u' in entry


@pytest.mark.parametrize("text", ["", OTHERS, "[Default Applications]\n", f"{DEFAULTS}\n{SCHEME_TYPE}=old.desktop\n"])
def test_the_default_is_set_once_and_everything_else_stays(text):
    changed = with_default(text)
    assert changed.count(SCHEME_TYPE) == 1 and f"{SCHEME_TYPE}={ENTRY_NAME}" in changed
    assert with_default(changed) == changed
    assert {line for line in text.splitlines() if SCHEME_TYPE not in line} <= set(changed.splitlines())
    assert SCHEME_TYPE not in without_default(changed)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files of Linux desktops")
def test_links_are_installed_and_removed_for_this_user(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    defaults, entry = tmp_path / "config/mimeapps.list", tmp_path / "data/applications" / ENTRY_NAME
    defaults.parent.mkdir()
    defaults.write_text(OTHERS)
    links_io.install_links()
    assert "open %u" in entry.read_text() and ENTRY_NAME in defaults.read_text()
    links_io.remove_links()
    links_io.remove_links()
    assert not entry.exists() and defaults.read_text() == OTHERS


def test_on_macos_the_bundle_brings_the_links(monkeypatch):
    monkeypatch.setattr(links_io.sys, "platform", "darwin")
    with pytest.raises(DrumCircleError, match="Applications folder"):
        links_io.install_links()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files of Linux desktops")
def test_links_of_the_user_and_of_a_package_are_known(tmp_path, monkeypatch):
    for name in "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DATA_DIRS":
        monkeypatch.setenv(name, str(tmp_path / name))
    assert not links_io.are_installed()
    links_io.install_links()
    assert links_io.are_installed()
    links_io.remove_links()
    entry = tmp_path / "XDG_DATA_DIRS" / "applications" / PACKAGED_ENTRY_NAME
    entry.parent.mkdir(parents=True)
    entry.touch()
    assert links_io.are_installed()
