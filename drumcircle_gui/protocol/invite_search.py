"""Finds invites in a text: mails, web pages and chat programs wrap, quote, escape and decorate it.

`forms` undoes changes of the whole text, `regions` splits a text where invites begin. Both take time linear in the
length of the text.
"""

import html
import quopri
import re
from collections.abc import Iterator
from urllib.parse import unquote

SCHEME = "drumcircle"

MAX_REGION = 4096
"""Maximum number of characters of an invite and the text in it, counted from its scheme."""

# The colon may be percent-encoded, up to three times, by link wrappers around the invite.
_BEGIN = re.compile(rf"{SCHEME}(:|%(?:25){{0,2}}3A)", re.IGNORECASE)

# Invisible: soft hyphen, combining joiner, zero width spaces and joiners, controls of direction, word joiner, invisible
# operators, variation selectors, byte order mark; and the tag that lets a browser break a word.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|<wbr ?/?>", re.I
)

# White space, with the marks that mail programs put before quoted lines.
_SPACES = " \t\r\n\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_GAP = re.compile(f"[{_SPACES}][{_SPACES}>]*")
_LINE_BREAK = re.compile("[\r\n\u0085\u2028\u2029>]")

_SPLIT_ESCAPE = re.compile(r"%[ \n]?([0-9A-Fa-f])[ \n]?([0-9A-Fa-f])")

_END_OF_WRAPPED = re.compile(r"[&#\"'<>\\|]")


def forms(text: str) -> Iterator[str]:
    """`text` as it is, as HTML source, and as the source of a mail (quoted-printable)."""
    yield _INVISIBLE.sub("", text)
    yield _INVISIBLE.sub("", html.unescape(text))
    if "=" in text:
        mail = quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")
        yield _INVISIBLE.sub("", html.unescape(mail))


def regions(text: str) -> Iterator[str]:
    """The text after each occurrence of the scheme and its colon, up to the next one or MAX_REGION.

    Each gap is one space, or one line break if it holds a break or quotation marks. A region in which a link wrapper
    has percent-encoded the invite is decoded.
    """
    found = list(_BEGIN.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        region = text[match.end() : min(end, match.end() + MAX_REGION)]
        region = _SPLIT_ESCAPE.sub(r"%\1\2", _GAP.sub(_short_gap, region))
        yield region if match[1] == ":" else _unwrapped(region, 1 + match[1].count("25"))


def _short_gap(gap: re.Match[str]) -> str:
    return "\n" if _LINE_BREAK.search(gap[0]) else " "


def _unwrapped(region: str, layers: int) -> str:
    """`region` up to where the wrapper's own text continues, with `layers` layers of percent-encoding decoded."""
    region = _END_OF_WRAPPED.split(region, maxsplit=1)[0]
    for _ in range(layers):
        region = unquote(region)
    return region
