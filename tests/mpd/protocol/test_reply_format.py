"""Laws of setting the reply format, on a connection that behaves as MPD does."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.reply_format import DEFAULT_BINARY_LIMIT, ReplyFormat, values_of
from drumcircle_gui.mpd.protocol.syntax import tokenize

TAGS = [b"Tag%d" % number for number in range(30)]

formats = st.builds(
    ReplyFormat,
    st.sampled_from([DEFAULT_BINARY_LIMIT, b"64", b"100000"]),
    st.none() | st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
    st.lists(st.sampled_from([b"hide_playlists_in_root", b"other"]), unique=True).map(tuple),
)


@dataclass
class Connection:
    """The format that MPD keeps for a connection, as it is at first."""

    limit: bytes = DEFAULT_BINARY_LIMIT
    tags: frozenset[bytes] = frozenset(TAGS)
    protocol: frozenset[bytes] = frozenset()

    def do(self, line: bytes) -> None:
        words = tokenize(line)
        assert len(words) <= 16
        name, *more = words
        if name == b"binarylimit":
            (self.limit,) = more
        elif name == b"tagtypes":
            self.tags = _switched(self.tags, more, TAGS)
        else:
            assert name == b"protocol"
            self.protocol = _switched(self.protocol, more, [])

    def has(self, wanted: ReplyFormat) -> bool:
        tags = TAGS if wanted.tags is None else wanted.tags
        return (self.limit, self.tags, self.protocol) == (
            wanted.binary_limit,
            frozenset(tags),
            frozenset(wanted.features),
        )


def _switched(now: frozenset[bytes], words: list[bytes], every: list[bytes]) -> frozenset[bytes]:
    what, *names = words
    if what == b"enable":
        assert names
        return now | set(names)
    assert not names
    return frozenset(every if what == b"all" else ())


@given(st.lists(formats, max_size=5))
def test_a_connection_gets_the_wanted_format(wanted):
    connection, now = Connection(), ReplyFormat()
    assert connection.has(now)
    for each in wanted:
        for line in now.requests_to(each):
            connection.do(line)
        now = each
        assert connection.has(now)


@given(formats, formats)
def test_only_differences_are_requested(one, other):
    assert one.requests_to(one) == []
    assert bool(one.requests_to(other)) == (one != other)


def test_values_of_a_name_are_found():
    body = b"tagtype: Artist\ntagtype: Title: x\nxtagtype: no\ntagtype:\ntagtype: \n"
    assert values_of(body, b"tagtype") == (b"Artist", b"Title: x", b"")
    assert values_of(b"", b"tagtype") == ()
    assert values_of(b"file: a\rfile: b\n", b"file") == (b"a\rfile: b",)
