import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.config.legacy_format import content_lines, is_legacy, parse_room

SAMPLE = "`\nlocalhost:6667 gshubham ~/Desktop/Music/\n`\n\n`\n10.31.87.33:3000 saurabh ~/CS191/Music/\n`\n"


def test_lines_between_backticks_are_read():
    assert is_legacy(SAMPLE)
    assert [parse_room(line) for _, line in content_lines(SAMPLE)] == [
        {"host": "localhost", "port": 6667, "folder": "gshubham@localhost:~/Desktop/Music/"},
        {"host": "10.31.87.33", "port": 3000, "folder": "saurabh@10.31.87.33:~/CS191/Music/"},
    ]


@pytest.mark.parametrize(
    ("line", "host", "port", "folder"),
    [
        ("kitchen:6600", "kitchen", 6600, ""),
        (":6600", "localhost", 6600, ""),
        ("[::1]:6600", "::1", 6600, ""),
        ("[fe80::1%eth0]:6600 fern Music", "fe80::1%eth0", 6600, "fern@[fe80::1%eth0]:Music"),
        ("kitchen:6600 fern", "kitchen", 6600, ""),
        ("kitchen:6600 /srv/my music", "kitchen", 6600, "kitchen:/srv/my music"),
        ("kitchen:6600 fern my music/new", "kitchen", 6600, "fern@kitchen:my music/new"),
        ("kitchen:6600 my/music", "kitchen", 6600, "kitchen:my/music"),
        ("localhost:6600 /srv/my music", "localhost", 6600, "/srv/my music"),
        ("127.0.0.1:6600 C:\\My Music", "127.0.0.1", 6600, "C:\\My Music"),
        ("[::1]:6600\t~/Music", "::1", 6600, "~/Music"),
        ("10.0.0.7:1 ~/Music", "10.0.0.7", 1, "10.0.0.7:~/Music"),
        ("(kitchen:6600, fern, ~/My, Music)", "kitchen", 6600, "fern@kitchen:~/My, Music"),
        ("('kitchen:6600', 'fern', \"~/My Music\"),", "kitchen", 6600, "fern@kitchen:~/My Music"),
        ("('kitchen:6600',)", "kitchen", 6600, ""),
        ("( kitchen:6600 , ~/Music )", "kitchen", 6600, "kitchen:~/Music"),
        ("kitchen:6600, fern", "kitchen", 6600, ""),
        ("kitchen:6600 , fern , /srv", "kitchen", 6600, "fern@kitchen:/srv"),
    ],
)
def test_each_way_to_write_a_room(line, host, port, folder):
    assert parse_room(line) == {"host": host, "port": port} | ({"folder": folder} if folder else {})


@pytest.mark.parametrize("line", ["kitchen", "kitchen:http", "kitchen:0", "(,)", ",", "[::1]", "a:b:1", "[ x:1]:6600"])
def test_a_line_without_a_server_is_refused(line):
    with pytest.raises(ValueError, match=r"HOST:PORT|host:port|no host's name"):
        parse_room(line)


@given(st.text(st.sampled_from("ab:1 ,()[]'\"~/`#\\"), max_size=20))
def test_any_line_is_a_room_or_refused_in_words(line):
    try:
        assert parse_room(line).keys() >= {"host", "port"}
    except ValueError as error:
        assert str(error)


def test_comments_and_blank_lines_are_ignored():
    assert list(content_lines("# ours\n\n  \nkitchen:6600 # the old one\r\n``\n#\nhall:1 me ~/C#/")) == [
        (4, "kitchen:6600"),
        (7, "hall:1 me ~/C#/"),
    ]


@pytest.mark.parametrize(
    "text", ["", "# x", "[[rooms]]", "# x\n[[ rooms ]] # here", "listen = 'a'", "'a b'=1", "a.b = 2"]
)
def test_toml_is_not_the_older_format(text):
    assert not is_legacy(text)


@pytest.mark.parametrize("text", ["kitchen:6600", "# x\n[::1]:6600 a b=c", "(a:1, b)", "kitchen", "[::1]:6600"])
def test_the_older_format_is_not_toml(text):
    assert is_legacy(text)
