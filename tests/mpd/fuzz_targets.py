"""Fuzz targets of the rooms: what MPD servers, MPD clients and the configuration file send."""

from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import check_host, parse_folder, parse_server
from drumcircle_gui.mpd.config.config import parse, render
from drumcircle_gui.mpd.protocol.command_table import find_command
from drumcircle_gui.mpd.protocol.replies import ReplyEnd, ReplyReader, UnreadableReply
from drumcircle_gui.mpd.protocol.requests import RequestReader
from drumcircle_gui.mpd.protocol.status import apply_changes, parse_status
from drumcircle_gui.mpd.protocol.syntax import AckError, BadRequest, request_from, tokenize
from drumcircle_gui.mpd.snapshot import parse_changes, parse_listing, parse_tempo
from drumcircle_gui.mpd.sync.elapsed_step import elapsed_step
from tests.tools.fuzz.inputs import NESTED_TOML, damaged, damaged_text
from tests.tools.fuzz.registry import fuzz_target

REPLIES = (
    b"OK\n",
    b"list_OK\n",
    b"ACK [50@3] {playid} No such song\n",
    b"size: 6\nbinary: 6\n\nOK\n12\nOK\n",
    b"file: a.flac\nTitle: A\nPos: 0\nId: 1\nPrio: 3\nRange: 1.000-2.000\nOK\n",
    b"state: play\nsong: 1\nsongid: 7\nelapsed: 12.482\nduration: 30.000\naudio: 44100:16:2\nplaylist: 12\nOK\n",
    b"directory: Jazz\nfile: b.mp3\nduration: 1.5\nplaylist: x\nOK\n",
    b"BPM: 120,5\nTITLE: x\nOK\n",
)
REQUESTS = (
    b"status\n",
    b"command_list_ok_begin\nping\nnoidle\ncommand_list_end\n",
    b'find "(Artist == \\"a b\\")" sort Title window 0:5\n',
    b'sticker set song "a" b "c"\n',
    b"idle player\nnoidle\n",
)
TOML = (
    b'listen = "0.0.0.0:6680"\nestimator = "minimum"\nthreshold_ms = 8.0\n',
    b'[[rooms]]\nname = "Hall"\nhost = "10.0.0.7"\nport = 6600\nfolder = "me@hall:Music"\noffset_ms = -3.5\n',
    b'[[rooms]]\nhost = "/run/mpd/socket"\non = false\ntrim = -7\n',
    b'[[passwords]]\npassword = "x"\npermissions = ["read"]\n',
)
LINES = (
    b"`localhost:6600`\n",
    b"(10.0.0.7:6600, me, /srv/music)\n",
    b"[::1]:6600 me ~/Music # ours\n",
    b"/run/mpd/socket /srv/music\n",
    b"@mpd\n",
)
ADDRESSES = (
    "kitchen:6600",
    "[fe80::1%eth0]:1",
    "/run/mpd/socket",
    "@mpd",
    "me@hall:2222:/srv/music",
    "C:\\Music",
    "~/a",
)


@fuzz_target(damaged(REPLIES))
def mpd_replies(data: bytes) -> None:
    """A server's stream is split into replies of bounded size, or refused."""
    reader, end = ReplyReader(2_000), ReplyEnd()
    try:
        for at in range(0, len(data), 7):
            for reply in reader.feed(data[at : at + 7]):
                assert len(reply.body) <= 2_007
    except UnreadableReply as error:
        assert str(error)
    end.ends(data)


@fuzz_target(damaged(REPLIES))
def mpd_reply_bodies(data: bytes) -> None:
    """The content of a reply is understood, or is a ValueError or KeyError that its reader expects."""
    for parse_body in (
        parse_status,
        parse_listing,
        parse_tempo,
        lambda body: list(parse_changes(body)),
        lambda body: apply_changes([], 3, body),
    ):
        try:
            parse_body(data)
        except (ValueError, KeyError):
            continue


@fuzz_target(damaged(REQUESTS))
def mpd_requests(data: bytes) -> None:
    """A client's stream is split into requests, each of which has words or an error, or it closes the connection."""
    reader = RequestReader(max_line=200, max_list=400)
    try:
        for at in range(0, len(data), 11):
            for request in reader.feed(data[at : at + 11]):
                for line in request.lines:
                    _check_line(line)
    except BadRequest:
        return


def _check_line(line: bytes) -> None:
    try:
        words = tokenize(line)
    except AckError as error:
        assert error.ack(3).startswith(b"ACK [")
        return
    assert tokenize(request_from(words)) == words
    find_command(words)


NESTED = tuple(text.encode() for text in NESTED_TOML)


@fuzz_target(damaged(TOML) | damaged(LINES), corpus=NESTED)
def rooms_configuration(data: bytes) -> None:
    """A file is a valid configuration that can be written and read again, or is refused with the number of a line."""
    try:
        config = parse(data)
    except DrumCircleError as error:
        assert "line" in error.what or data in NESTED
        return
    assert parse(render(config)) == config


@fuzz_target(damaged_text(ADDRESSES))
def rooms_addresses(text: str) -> None:
    """An address is parsed, or refused with a text."""
    for parse_text in (parse_server, parse_folder, check_host):
        try:
            parse_text(text)
        except ValueError as error:
            assert str(error)


@fuzz_target(damaged_text(("44100:16:2", "dsd64:2", "48000:f:6", "*:24:*")) | st.text())
def audio_formats(text: str) -> None:
    """Every format has a step."""
    assert elapsed_step(text) > 0
