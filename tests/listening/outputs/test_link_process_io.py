"""Follows a circle in a stand-in for Link's session; `test_link_io` uses Link itself."""

import io

import pytest

from drumcircle_gui.listening.outputs.link_lines import LinkBeat, LinkHeard, LinkStop, encode_line
from drumcircle_gui.listening.outputs.link_process_io import LinkMember, serve
from drumcircle_gui.timing.units import local_micros


class Session:
    """A session whose clock is ahead of the local one by a second; its state is itself."""

    def __init__(self):
        self.enabled = self.startStopSyncEnabled = self.playing = False
        self.bpm, self.origin, self.peers = 100.0, 0.0, 0
        self.forced, self.commits = [], 0

    def clock(self):
        return self

    def micros(self):
        return local_micros() + 1_000_000

    def numPeers(self):
        return self.peers

    def captureSessionState(self):
        return self

    def commitSessionState(self, state):
        self.commits += 1

    def tempo(self):
        return self.bpm

    def setTempo(self, bpm, at):
        self.bpm = bpm

    def beatAtTime(self, at, quantum):
        return (at - self.origin) * self.bpm / 60e6

    def forceBeatAtTime(self, beat, at, quantum):
        self.forced.append((beat, at, quantum))
        self.origin = at - beat * 60e6 / self.bpm

    def isPlaying(self):
        return self.playing

    def setIsPlaying(self, on, at):
        self.playing = on


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def member(session, heard):
    return LinkMember(session, heard.append)


def test_the_session_comes_to_the_circles_tempo_and_beat(member, session):
    now = local_micros()
    for beat in range(3):
        member.follow(LinkBeat(now + beat * 500_000, 8 + beat, 4, 120.0))
    assert (session.bpm, session.playing, session.enabled, session.startStopSyncEnabled) == (120.0, True, True, True)
    ((beat, at, quantum),) = session.forced
    assert (beat, quantum) == (8, 4) and abs(at - now - 1_000_000) < 100_000
    member.follow(LinkStop(now))
    assert not session.playing


def test_a_tempo_set_by_another_program_is_told_once_and_undone(member, session, heard):
    session.peers = 1
    member.follow(LinkBeat(local_micros(), 0, 4, 120.0))
    session.bpm = 118.004
    for beat in (1, 2):
        member.follow(LinkBeat(local_micros(), beat, 4, 120.0))
    assert heard == [LinkHeard(1), LinkHeard(1, 118.0)] and session.bpm == 120.0
    session.peers = 0
    member.look()
    assert heard[2:] == [LinkHeard(0)]


def test_newcomers_are_told_that_the_circle_plays(member, session):
    member.follow(LinkBeat(local_micros(), 0, 4, 120.0))
    session.peers, told = 1, []
    session.setIsPlaying = lambda on, at: told.append(on)
    for beat in (1, 2):
        member.follow(LinkBeat(local_micros(), beat, 4, 120.0))
    assert told == [True]


def test_it_leaves_at_the_end_and_ignores_what_it_does_not_know(member, session):
    lines = b'{"type":"dance"}\nnonsense\n' + encode_line(LinkBeat(local_micros(), 0, 4, 90.0))
    serve(member, io.BytesIO(lines))
    assert (session.bpm, session.enabled, session.commits) == (90.0, False, 1)
