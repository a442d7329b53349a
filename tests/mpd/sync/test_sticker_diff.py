"""Laws of copying stickers, on an object that behaves as MPD's does."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.syntax import tokenize
from drumcircle_gui.mpd.sync.sticker_diff import parse_found, parse_stickers, sticker_requests

names = st.sampled_from([b"rating", b"mood", b'a "b"'])
values = st.sampled_from([b"", b"7", b"a=b", b'"x" \\'])
stickers = st.dictionaries(names, values)


@given(stickers, stickers, st.sets(names))
def test_an_object_gets_the_wanted_stickers_with_the_fewest_requests(has, wanted, changed):
    requests = sticker_requests(b"song", b"a.flac", changed, has, wanted)
    assert len(requests) == len({name for name in changed if has.get(name) != wanted.get(name)})
    now = dict(has)
    for words in map(tokenize, requests):
        assert words[0] == b"sticker" and words[2:4] == [b"song", b"a.flac"]
        if words[1] == b"set":
            now[words[4]] = words[5]
        else:
            del now[words[4]]
    assert {name: now.get(name) for name in changed} == {name: wanted.get(name) for name in changed}
    assert all(now[name] == has[name] for name in has if name not in changed)


@given(stickers)
def test_a_reply_is_parsed(wanted):
    body = b"".join(b"sticker: %s=%s\n" % pair for pair in wanted.items())
    assert parse_stickers(body) == wanted


def test_found_stickers_by_file() -> None:
    body = b"file: a\nsticker: x=1\nfile: b/c\nsticker: x=2=3\n"
    assert parse_found(body) == {b"a": b"1", b"b/c": b"2=3"}
