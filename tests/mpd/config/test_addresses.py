"""Addresses of servers and folders, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.config.addresses import (
    FolderAddress,
    check_host,
    format_address,
    has_control_characters,
    parse_address,
    parse_folder,
    parse_server,
    socket_path,
)

hosts = st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True) | st.ip_addresses().map(str)


@given(hosts, st.integers(1, 65535))
def test_a_formatted_address_is_parsed_to_the_same(host, port):
    assert parse_address(format_address(host, port)) == (host, port)


def test_no_host_means_all_addresses():
    assert parse_address(":6600") == parse_address(" []:6600 ") == ("", 6600)
    assert parse_address("[fe80::1%eth0]:1") == ("fe80::1%eth0", 1)
    assert parse_address("kitchen:0", least=0) == ("kitchen", 0)


@pytest.mark.parametrize(
    "text", ["", "kitchen", "kitchen:", "kitchen:0", "kitchen:65536", "::1:6600", "a:b:1", "x:-1", "x:٣"]
)
def test_any_other_text_is_not_an_address(text):
    with pytest.raises(ValueError, match="is not HOST:PORT"):
        parse_address(text)


@pytest.mark.parametrize("host", ["", "a b", "a/b", "fern@a", "[::1]", "a:1", "a\x07b", "a\x85b", "x" * 256, "\ud800"])
def test_any_other_text_is_not_a_host(host):
    with pytest.raises(ValueError, match="no host's name or address"):
        check_host(host)


@pytest.mark.parametrize(
    ("folder", "meant"),
    [
        ("/srv/music", FolderAddress("/srv/music")),
        ("/srv/a:b", FolderAddress("/srv/a:b")),
        ("~/Music", FolderAddress("~/Music")),
        ("C:\\Music", FolderAddress("C:\\Music")),
        ("d:/Music", FolderAddress("d:/Music")),
        ("C:", FolderAddress("C:")),
        ("\\\\nas\\music", FolderAddress("\\\\nas\\music")),
        ("kitchen:", FolderAddress("", "kitchen")),
        ("kitchen:~", FolderAddress("", "kitchen")),
        ("kitchen:~/", FolderAddress("", "kitchen")),
        ("kitchen:~/Music", FolderAddress("Music", "kitchen")),
        ("kitchen:Music", FolderAddress("Music", "kitchen")),
        ("kitchen:/srv/my music", FolderAddress("/srv/my music", "kitchen")),
        ("kitchen:2222:/srv", FolderAddress("/srv", "kitchen", port=2222)),
        ("kitchen:2222", FolderAddress("2222", "kitchen")),
        ("fern@kitchen:a:b", FolderAddress("a:b", "kitchen", "fern")),
        ("fern@[::1]:Music", FolderAddress("Music", "::1", "fern")),
        ("fern@[::1]:22:Music", FolderAddress("Music", "::1", "fern")),
    ],
)
def test_folders_are_parsed(folder, meant):
    assert parse_folder(folder) == meant


@pytest.mark.parametrize(
    "folder",
    ["", "Music", "./Music", "a b:c", "@x:y", "x:0:y", "x:70000:y", "[x:y", "/a\nb", "x:a\x00", "[a:b]:c", "fern@:x"],
)
def test_any_other_text_is_not_a_folder(folder):
    with pytest.raises(ValueError, match=r".+"):
        parse_folder(folder)


@given(st.text(max_size=30))
def test_control_characters_end_lines_or_cannot_be_encoded(text):
    assert has_control_characters(f"a{text}") or len(f"a{text}".splitlines()) == 1


def test_joined_emoji_are_not_control_characters():
    assert not has_control_characters("Küche 👩‍👩‍👧")


@pytest.mark.parametrize("host", ["/run/mpd/socket", "@mpd", "/home/ü/.mpd/socket"])
def test_a_server_may_be_a_local_socket(host):
    assert check_host(host) == host
    assert parse_server(f" {host} ") == (host, 6600)
    assert format_address(host, 6600) == host
    assert parse_server(format_address("::1", 6601)) == ("::1", 6601)
    with pytest.raises(ValueError, match="is not HOST:PORT"):
        parse_address(host)


def test_an_abstract_socket_begins_with_nul_for_the_system():
    assert socket_path("@mpd") == "\0mpd"
    assert socket_path("/run/mpd") == "/run/mpd"


@pytest.mark.parametrize("host", ["/", "@", "/a\nb", "/" + "x" * 103])
def test_an_invalid_socket_is_refused(host):
    with pytest.raises(ValueError, match="socket"):
        check_host(host)
