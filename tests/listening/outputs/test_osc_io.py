"""OSC as it arrives at a socket of this machine, read by python-osc."""

import asyncio
import socket
import sys
from contextlib import asynccontextmanager

import pytest

pytest.importorskip("pythonosc")

from pythonosc.osc_bundle import OscBundle
from pythonosc.parsing.ntp import ntp_to_system_time

from drumcircle_gui.listening.outputs.osc_io import OscOutput, both_clocks, encoded
from drumcircle_gui.listening.outputs.osc_messages import OscMessage, OscSetup, unix_seconds
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .test_osc_messages import SECOND_BEAT, OutputBeat, upcoming

LEAST_STEP_S = 2**-32
CLOCKS_DIFFER_S = 0.001
"""The wall clock is corrected during the test by less than this."""


@asynccontextmanager
async def sending(target="", **chosen):
    """An output to `target`, or to the returned socket; and the list of problems."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.bind(("127.0.0.1", 0))
        peer.setblocking(False)
        complaints = []
        setup = OscSetup(target or f"127.0.0.1:{peer.getsockname()[1]}", **chosen)
        output = OscOutput(setup, complaints.append)
        assert output.wanted
        await output.open()
        try:
            yield output, peer, complaints
        finally:
            output.close()
            output.close()


async def received(peer):
    bundle = OscBundle(await asyncio.get_running_loop().sock_recv(peer, 4096))
    (message,) = bundle
    return bundle.timestamp, message.address, list(message)


def beat(ahead):
    return OutputBeat(Micros(local_micros() + ahead), SECOND_BEAT.beat, 1, 8, SECOND_BEAT.tempo)


def test_a_beat_leaves_before_its_moment_which_its_time_tag_states():
    async def script():
        async with sending() as (output, peer, _):
            coming = beat(150_000)
            output.follow(upcoming((), (coming,)))
            tag, address, arguments = await received(peer)
            assert (address, arguments) == ("/drumcircle/beat", [2, 8, 120.0, 9.0])
            assert abs(tag - unix_seconds(coming.at, *both_clocks())) < CLOCKS_DIFFER_S
            assert local_micros() >= coming.at - 20_000 - 1000

    asyncio.run(script())


def test_own_strokes_are_sent_at_once_and_only_if_strokes_are_wanted():
    async def script():
        async with sending() as (output, peer, _):
            at = local_micros()
            output.strike(36, 90, at)
            tag, *rest = await received(peer)
            assert rest == ["/drumcircle/struck", [36, 90]]
            assert abs(tag - unix_seconds(at, *both_clocks())) < CLOCKS_DIFFER_S
        async with sending(strokes=False) as (output, peer, _):
            output.strike(36, 90, local_micros())
            output.follow(upcoming((), (beat(0),)))
            assert (await received(peer))[1] == "/drumcircle/beat"

    asyncio.run(script())


def test_nothing_leaves_after_the_end():
    async def script():
        async with sending(lead_ms=0) as (output, peer, _):
            output.follow(upcoming((), (beat(1000),)))
            output.close()
            output.follow(upcoming((), (beat(0),)))
            output.strike(36, 90, local_micros())
            done = asyncio.Event()
            asyncio.get_running_loop().call_later(0.01, done.set)
            await done.wait()
            with pytest.raises(BlockingIOError):
                peer.recv(4096)

    asyncio.run(script())


def test_a_host_that_is_unknown_and_a_missing_package_are_told(monkeypatch):
    async def script():
        async with sending(target="no such host.invalid:9") as (_, _, complaints):
            assert "OSC cannot be sent" in complaints[0].what
        async with sending(target="nowhere.invalid:9") as (_, _, complaints):
            assert "OSC cannot be sent to nowhere.invalid:9" in complaints[0].what
        monkeypatch.setitem(sys.modules, "pythonosc", None)
        async with sending() as (output, _, complaints):
            assert "python-osc" in complaints[0].what
            output.follow(upcoming())

    asyncio.run(script())


def test_a_time_tag_is_exact():
    message = OscMessage(Micros(0), "/drumcircle/struck", (36, 90))
    unix = 1_780_000_000 + 123_456 / SECOND
    tag = encoded(message, unix)[8:16]
    assert abs(ntp_to_system_time(tag) - unix) < 1e-6 + LEAST_STEP_S


def test_a_peer_that_is_not_there_yet_is_waited_for():
    output = OscOutput(OscSetup("127.0.0.1:9"))
    output.error_received(ConnectionRefusedError())
    assert not OscOutput(OscSetup()).wanted
