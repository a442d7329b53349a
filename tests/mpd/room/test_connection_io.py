"""One connection to an MPD server that misbehaves."""

import asyncio
import gc
import socket

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import OVERDUE_S, ConnectionLost, MpdConnection
from drumcircle_gui.timing.units import local_micros
from tests.mpd.fake import HOST, PICTURE, SONG, Silent, answers, fake, line_to, quiet, story

SHORT = 0.05
PATIENCE = 10.0
CUTS = (1, 2, 3, 5, 11, 65_536)


# --- being greeted ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", CUTS)
@story
async def test_the_greeting_tells_the_version(cut):
    async with line_to(greeting=b"OK MPD 0.24.0 and more\n", cut=cut) as (line, _):
        assert line.version == "0.24.0"
        assert line.free


@pytest.mark.parametrize(
    "greeting", [b"SSH-2.0-OpenSSH\r\n", b"OK MPD\n", b"OK MPD x\n", b"\n", b"ACK [5@0] {} no\n", b"x" * 1100]
)
@story
async def test_a_server_that_is_no_mpd_is_refused(greeting):
    async with fake(greeting=greeting) as served:
        with pytest.raises(ConnectionLost, match="does not speak MPD"):
            await MpdConnection.open(HOST, served.port)


@story
async def test_data_after_the_greeting_closes_the_connection():
    async with fake(greeting=b"OK MPD 0.23.5\nOK\n") as served:
        line = await MpdConnection.open(HOST, served.port)
        assert "a reply to no request" in await line.gone


@story
async def test_the_greeting_has_a_timeout():
    async with fake(greeting=b"OK MPD") as served:
        with pytest.raises(ConnectionLost, match="does not answer"):
            await MpdConnection.open(HOST, served.port, within=SHORT)


@story
async def test_a_connection_lost_before_the_greeting():
    async with fake(greeting=b"") as served:
        opening = asyncio.ensure_future(MpdConnection.open(HOST, served.port))
        await quiet(lambda: served.made)
        served.drop()
        with pytest.raises(ConnectionLost, match="connection"):
            await opening


@story
async def test_where_nothing_listens_there_is_no_room():
    with socket.socket() as bound:
        bound.bind((HOST, 0))
        with pytest.raises(ConnectionLost, match="nothing listens there"):
            await MpdConnection.open(HOST, bound.getsockname()[1])


@story
async def test_who_does_not_want_to_wait_any_more_leaves_nothing_behind():
    async with fake(greeting=b"") as served:
        opening = asyncio.ensure_future(MpdConnection.open(HOST, served.port))
        await quiet(lambda: served.made)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        assert await asyncio.wait_for(served.connections[0].wait_closed(), PATIENCE) is None


# --- passwords -------------------------------------------------------------------------------------------------------


@story
async def test_the_password_is_sent_first():
    async with fake() as served:
        line = await MpdConnection.open(HOST, served.port, 'pass "word"')
        await line.ask(b"ping")
        assert served.heard == [rb'password "pass \"word\""', b"ping"]
        line.close()


@story
async def test_a_wrong_password_is_an_error_for_people():
    def refuse(line: bytes) -> bytes:
        raise AckError(AckCode.PASSWORD, "incorrect password", "password")

    async with fake(refuse) as served:
        with pytest.raises(DrumCircleError, match="refuses its password: incorrect password"):
            await MpdConnection.open(HOST, served.port, "x")


@story
async def test_a_password_without_an_answer():
    def silent(line: bytes) -> bytes:
        raise Silent

    async with fake(silent) as served:
        with pytest.raises(ConnectionLost, match="does not answer"):
            await MpdConnection.open(HOST, served.port, "x", within=SHORT)


# --- asking ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", CUTS)
@story
async def test_answers_come_in_the_order_of_requests_however_they_are_cut(cut):
    async with line_to(cut=cut) as (line, _):
        told = [line.send(each) for each in (b"song", b"nothing", b"foo", b"picture", b"song")]
        assert (line.free, line.pending, line.streaming) == (False, 5, False)
        found = [await future for future in told]
        assert [answer.bodies for answer in found] == [[SONG], [b""], [], [PICTURE], [SONG]]
        assert found[2].refused is not None
        assert line.free


@pytest.mark.parametrize("cut", CUTS)
@story
async def test_each_request_of_a_list_has_its_answer(cut):
    async with line_to(cut=cut) as (line, served):
        requests = (b"nothing", b"picture", b"song", b"nothing", b"nothing")
        answer = await line.ask(*requests)
        assert answer.checked() == [b"", PICTURE, SONG, b"", b""]
        assert served.heard == [b"command_list_ok_begin", *requests, b"command_list_end"]


@pytest.mark.parametrize("cut", CUTS)
@story
async def test_a_list_ends_where_it_is_refused(cut):
    async with line_to(cut=cut) as (line, _):
        answer = await line.ask(b"nothing", b"song", b"foo", b"song")
        assert answer.bodies == [b"", SONG]
        assert answer.refused is not None
        assert (str(answer.refused[0]), answer.refused[1]) == ('unknown command "foo"', 2)
        with pytest.raises(AckError, match="foo"):
            answer.checked()
        assert (await line.ask(b"song")).bodies == [SONG]


@story
async def test_an_answer_tells_when_it_came():
    async with line_to() as (line, _):
        before = local_micros()
        answer = await line.ask(b"song")
        assert before < answer.at <= local_micros()
        assert answer.at == line.last_received


@story
async def test_who_stops_waiting_does_not_get_anybody_elses_answer():
    async with line_to(cut=1) as (line, _):
        first = asyncio.ensure_future(line.ask(b"song"))
        await asyncio.sleep(0)
        first.cancel()
        assert (await line.ask(b"picture")).bodies == [PICTURE]
        assert line.free


@story
async def test_an_answer_that_is_overdue_is_hastened_until_it_comes():
    def silent(line: bytes) -> bytes:
        raise Silent

    async with line_to(silent) as (line, served):
        asking = asyncio.ensure_future(line.ask(b"song", usual=0.0))
        while len(served.heard) < 1 + len(OVERDUE_S):
            await asyncio.sleep(0.001)
        assert served.heard == [b"song", *[b"ping"] * len(OVERDUE_S)]
        await served.say(SONG + b"OK\n" + b"OK\n" * len(OVERDUE_S))
        assert (await asking).bodies == [SONG]
    async with line_to() as (line, served):
        await line.ask(b"song", usual=0.5)
        assert served.heard == [b"song"]


@story
async def test_what_interrupts_has_no_answer_of_its_own():
    def idles(line: bytes) -> bytes:
        if line == b"idle":
            raise Silent
        return b""

    async with line_to(idles) as (line, served):
        told = line.send(b"idle")
        line.send_unanswered(b"noidle")
        assert (await told).bodies == [b""]
        assert served.heard == [b"idle", b"noidle"]
        line.close()
        line.send_unanswered(b"noidle")


# --- being lost ------------------------------------------------------------------------------------------------------


@story
async def test_an_answer_that_is_not_awaited_any_more_is_passed_over_when_it_comes():
    def silent(line: bytes) -> bytes:
        raise Silent

    async with line_to(silent) as (line, served):
        waiting = line.send(b"song")
        line.fail_pending("enough")
        with pytest.raises(ConnectionLost, match="enough"):
            await waiting
        other = line.send(b"picture")
        await served.say(SONG + b"OK\n" + PICTURE + b"OK\n")
        assert (await other).bodies == [PICTURE]
        assert line.free


@story
async def test_a_room_that_does_not_answer_is_given_up_and_all_who_wait_know():
    async with line_to() as (line, _):
        others = [line.send(b"wait") for _ in range(3)]
        with pytest.raises(ConnectionLost, match="does not answer"):
            await line.ask(b"wait", within=SHORT)
        assert line.gone.result() == "it does not answer"
        for other in others:
            with pytest.raises(ConnectionLost, match="does not answer"):
                await other


@story
async def test_when_the_connection_breaks_all_who_wait_know():
    async with line_to() as (line, served):
        told = [line.send(b"wait"), line.send(b"song", b"wait")]
        await quiet(lambda: len(served.heard))
        served.drop()
        for future in told:
            with pytest.raises(ConnectionLost, match="connection"):
                await future
        assert "connection" in await line.gone
        assert not line.free


@story
async def test_nothing_is_sent_on_a_lost_connection():
    async with line_to() as (line, served):
        line.close("the test ends")
        line.close("again")
        line.send(b"song")
        gc.collect()
        with pytest.raises(ConnectionLost, match="the test ends"):
            await line.ask(b"song")
        assert served.heard == []


@pytest.mark.parametrize(
    ("nonsense", "why"),
    [
        (b"OK\n", "a reply to no request"),
        (b"ACK [5@0] {} no\n", "a reply to no request"),
        (b"binary: x\n", "binary"),
        (b"binary: " + b"9" * 5000 + b"\n", "binary"),
        (b"ACK [x\n", "not an ACK"),
    ],
)
@story
async def test_nonsense_is_not_listened_to(nonsense, why):
    async with line_to() as (line, served):
        await served.say(nonsense)
        assert why in await line.gone


@story
async def test_an_unreadable_reply_fails_all_pending_requests():
    async with line_to() as (line, served):
        told = [line.send(b"wait"), line.send(b"wait")]
        await served.say(b"ACK [nonsense]\n")
        for future in told:
            with pytest.raises(ConnectionLost, match="not an ACK"):
                await future


@story
async def test_an_answer_may_be_only_so_long():
    async with fake(answers) as served:
        line = await MpdConnection.open(HOST, served.port, most=len(SONG) * 1000)
        assert (await line.ask(b"song")).bodies == [SONG]
        with pytest.raises(ConnectionLost, match="a reply of more than"):
            await line.ask(b"long")


@story
async def test_a_server_that_says_nothing_is_content():
    async with line_to(lambda line: b"") as (line, _):
        assert (await line.ask(b"anything", b"at all")).bodies == [b"", b""]
