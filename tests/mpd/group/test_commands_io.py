"""Commands that a room refuses for a moment, or after it has moved on."""

from collections.abc import Callable

import pytest

from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from tests.mpd.fake import story
from tests.mpd.proxy.over_fakes import STATUS, FakeState, dispatched

SEEK = b"seekcur 5"
PAUSED = STATUS.replace(b"state: stop", b"state: pause") + b"song: 0\nsongid: 1\nelapsed: 1.000\naudio: 44100:16:2\n"
NOT_SEEKABLE = b"ACK [55@0] {seekcur} Not seekable\n"


def refusing(times: int) -> Callable[[], bytes]:
    left = [times]

    def answer() -> bytes:
        left[0] -= 1
        if left[0] >= 0:
            raise AckError(AckCode.PLAYER_SYNC, "Not seekable", b"seekcur")
        return b""

    return answer


@story
@pytest.mark.parametrize(("times", "reply"), [(0, b"OK\n"), (1, b"OK\n"), (4, b"OK\n"), (999, NOT_SEEKABLE)])
async def test_a_seek_that_is_refused_while_the_decoder_starts_is_given_again(times: int, reply: bytes):
    state = FakeState({b"status": lambda: PAUSED, SEEK: refusing(times)})
    async with dispatched(state) as proxy:
        assert await proxy.ask(proxy.session(), SEEK) == reply
        if times < 999:
            assert proxy.servers[0].heard.count(SEEK) == times + 1


@story
async def test_a_seek_in_a_song_that_is_known_not_to_be_seekable_is_given_once():
    state = FakeState({b"status": lambda: PAUSED, SEEK: refusing(999)})
    async with dispatched(state) as proxy:
        assert proxy.group.lead is not None
        proxy.group.lead.unseekable.add(b"")
        assert await proxy.ask(proxy.session(), SEEK) == NOT_SEEKABLE
        assert proxy.servers[0].heard.count(SEEK) == 1


STOPPED = STATUS + b"song: 0\nsongid: 1\nnextsong: %d\nnextsongid: %d\nerror: Failed to decode a.flac\n"
QUEUE = b"".join(b"file: %d.flac\nPos: %d\nId: %d\n" % (n, n, n + 1) for n in range(3))


@story
@pytest.mark.parametrize(("following", "skips"), [(2, 3), (1, 0)], ids=["another song", "the same song again"])
async def test_songs_that_cannot_be_played_are_skipped_but_not_for_ever(following: int, skips: int):
    """Each song is skipped at most once in a row, as in MPD; with `single` and `repeat` the next song is the same."""
    status = STOPPED.replace(b"playlistlength: 0", b"playlistlength: 3") % (following - 1, following)
    state = FakeState({b"status": lambda: status, b'plchanges "0"': lambda: QUEUE})
    async with dispatched(state) as proxy:
        commands = GroupCommands(proxy.group)
        for _ in range(6):
            await commands.skip_unplayable()
        assert proxy.servers[0].heard.count(b'playid "%d"' % following) == skips


@story
async def test_after_a_seek_beyond_the_end_of_a_song_rooms_are_brought_to_shortly_before_it():
    beyond = STATUS.replace(b"state: stop", b"state: play").replace(b"playlistlength: 0", b"playlistlength: 3")
    beyond += b"song: 0\nsongid: 1\nelapsed: 999.000\nduration: 2.000\naudio: 44100:16:2\n"
    state = FakeState({b"status": lambda: beyond, b'plchanges "0"': lambda: QUEUE})
    async with dispatched(state) as proxy:
        assert await proxy.ask(proxy.session(), b"seekcur 999") == b"OK\n"
        await proxy.group.playback.wait_for_start()
        assert b'seekcur "1.900"' in proxy.servers[0].heard


STREAMS = b"".join(b"file: http://127.0.0.1:1/%d\nPos: %d\nId: %d\n" % (n, n, n + 1) for n in range(2))
IN_STREAM = STATUS.replace(b"playlistlength: 0", b"playlistlength: 2") + b"song: 0\nsongid: 1\n"


class Unreachable:
    """A room whose first song is a stream that fails to connect: at once, or only when a start connects to it again."""

    def __init__(self, *, at_once: bool) -> None:
        self._at_once = at_once
        self._status = IN_STREAM
        trying = dict.fromkeys((b"play", b'playid "1"'), self._try)
        self.state = FakeState({b"status": self._say, b'plchanges "0"': lambda: STREAMS, **trying})

    def _try(self) -> bytes:
        self._status = IN_STREAM.replace(b"state: stop", b"state: play")
        return b""

    def _say(self) -> bytes:
        said = self._status
        if b"state: play" in said and self._at_once:
            self._status = IN_STREAM + b"error: Failed to decode\n"
        self._at_once = self._at_once or b"state: play" in said
        return said


@story
@pytest.mark.parametrize(("at_once", "starts"), [(True, 0), (False, 1)], ids=["before the start", "in the start"])
async def test_a_stream_that_cannot_be_reached_is_not_tried_again_and_again(at_once: bool, starts: int):
    """Once a client has seen the error, it sees neither `play` nor the error again. Rooms that wait in it are stopped.
    MPD itself has tried the songs after it."""
    other = FakeState({b"status": lambda: IN_STREAM, b'plchanges "0"': lambda: STREAMS})
    failed: list[str] = []
    async with dispatched(Unreachable(at_once=at_once).state, other) as proxy:
        proxy.group.playback.on_failed = lambda: failed.append(proxy.group.playback.state)
        assert await proxy.ask(proxy.session(), b"play") == b"OK\n"
        for _ in range(3):
            await proxy.group.playback.wait_for_start()
        assert proxy.servers[0].heard.count(b'playid "1"') == starts
        assert proxy.group.playback.state == "stop"
        assert failed == []
        assert b"stop" in proxy.servers[1].heard


@story
async def test_a_file_at_which_a_seek_has_stopped_the_lead_room_is_left_once():
    stopped = STATUS.replace(b"playlistlength: 0", b"playlistlength: 3") + b"song: 0\nsongid: 1\n"
    now = [stopped]

    def play() -> bytes:
        now[0] = stopped.replace(b"state: stop", b"state: play")
        return b""

    def seek() -> bytes:
        now[0] = stopped + b"error: Failed to decode\n"
        raise AckError(AckCode.SYSTEM, "Failed to decode", b"seekcur")

    replies = {b"status": lambda: now[0], b'plchanges "0"': lambda: QUEUE, b"play": play, b'seekcur "0.000"': seek}
    failed: list[str] = []
    async with dispatched(FakeState(replies)) as proxy:
        proxy.group.playback.on_failed = lambda: failed.append(proxy.group.playback.state)
        assert await proxy.ask(proxy.session(), b"play") == b"OK\n"
        for _ in range(3):
            await proxy.group.playback.wait_for_start()
        assert b'playid "1"' not in proxy.servers[0].heard
        assert failed == ["stop"]


@story
async def test_streams_that_cannot_be_reached_are_tried_once_each_though_they_are_repeated():
    """The room goes on by itself whenever it cannot connect, as MPD does."""
    asked = [0]

    def status() -> bytes:
        """Each time that the room is asked, it is in the other song."""
        asked[0] += 1
        song = asked[0] % 2
        playing = IN_STREAM.replace(b"state: stop", b"state: play").replace(b"songid: 1", b"songid: %d" % (song + 1))
        return playing.replace(b"song: 0", b"song: %d" % song)

    state = FakeState({b"status": lambda: IN_STREAM, b'plchanges "0"': lambda: STREAMS})
    async with dispatched(state) as proxy:
        state.replies[b"status"] = status
        await proxy.ask(proxy.session(), b"play 0")
        for _ in range(4):
            await proxy.group.playback.wait_for_start()
        assert not proxy.group.playback.starting
        assert b"stop" in proxy.servers[0].heard
