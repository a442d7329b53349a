"""The process that takes part in an Ableton Link session: commands on standard input, events on standard output.

Only this process loads Link, and only if the user has installed a package for it: Link's licence (GPL) differs from
this program's. The process ends when its standard input is closed.

    python -m drumcircle_gui.listening.outputs.link_process_io
"""

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, Protocol

import msgspec

from drumcircle_gui.timing.units import Micros, local_micros

from .link_lines import LinkBeat, LinkCommand, LinkEvent, LinkFailed, LinkHeard, LinkStop, decode_command, encode_line

POLL_S = 0.25
OFF_BEAT = 0.002
"""Maximum deviation of the session's beat from the circle's; beyond it, the session's beat is set."""

OFF_BPM = 0.005
MISSING = "no package for Ableton Link is installed"


class LinkSession(Protocol):
    """The part of the package linkpython-extern that is used here."""

    enabled: bool
    startStopSyncEnabled: bool

    def clock(self) -> Any: ...
    def numPeers(self) -> int: ...
    def captureSessionState(self) -> Any: ...
    def commitSessionState(self, state: Any) -> None: ...


class LinkMember:
    """Sets the session's tempo, beat and transport to those of the circle. `emit` gets events for the
    parent process."""

    def __init__(self, session: LinkSession, emit: Callable[[LinkEvent], None]) -> None:
        self._session, self._emit = session, emit
        self._bpm = 0.0
        self._reported = LinkHeard(-1)
        self._told_peers = -1
        session.startStopSyncEnabled = True
        session.enabled = True

    def follow(self, command: LinkCommand) -> None:
        """Apply a command to the session."""
        self.look()
        state = self._session.captureSessionState()
        match command:
            case LinkBeat(at, beat, cycle, bpm):
                moment = self._link_time(Micros(at))
                if abs(state.tempo() - bpm) > OFF_BPM:
                    state.setTempo(bpm, moment)
                if _off(state.beatAtTime(moment, cycle) - beat, cycle) > OFF_BEAT:
                    state.forceBeatAtTime(beat, moment, cycle)
                if not state.isPlaying() or self._told_peers != self._reported.peers:
                    state.setIsPlaying(True, moment)  # again for newcomers, who do not know it yet
                    self._told_peers = self._reported.peers
                self._bpm = bpm
            case LinkStop(at):
                state.setIsPlaying(False, self._link_time(Micros(at)))
        self._session.commitSessionState(state)

    def look(self) -> None:
        """Report the number of peers, and the tempo that one of them has set, if either has changed."""
        bpm, peers = float(self._session.captureSessionState().tempo()), self._session.numPeers()
        foreign = peers > 0 and self._bpm > 0 and abs(bpm - self._bpm) > OFF_BPM
        heard = LinkHeard(peers, round(bpm, 2) if foreign else self._reported.bpm if peers else 0.0)
        if heard != self._reported:
            self._reported = heard
            self._emit(heard)

    def leave(self) -> None:
        """Leave the session."""
        self._session.enabled = False

    def _link_time(self, at: Micros) -> int:
        """Convert local time to the time of Link's clock. Both clocks run at the same rate."""
        before, theirs, after = local_micros(), self._session.clock().micros(), local_micros()
        return int(theirs + at - (before + after) // 2)


def _off(beats: float, cycle: int) -> float:
    """The distance between two positions in a cycle whose difference is `beats`."""
    rest = beats % cycle
    return min(rest, cycle - rest)


def serve(member: LinkMember, lines: BinaryIO) -> None:
    """Carry out the commands of the stream until it ends; look for changes of the session between them."""
    commands: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        for line in lines:
            commands.put(line)
        commands.put(b"")

    threading.Thread(target=read, name="commands", daemon=True).start()
    while True:
        try:
            line = commands.get(timeout=POLL_S)
        except queue.Empty:
            member.look()
            continue
        if not line:
            member.leave()
            return
        with suppress(msgspec.DecodeError):  # a command of a newer version
            member.follow(decode_command(line))


def main() -> None:
    """Take part in a session. If the package is missing, report that and end."""

    def emit(event: LinkEvent) -> None:
        sys.stdout.buffer.write(encode_line(event))
        sys.stdout.buffer.flush()

    try:
        import link

        session = link.Link(120.0)
    except (ImportError, AttributeError):
        emit(LinkFailed(MISSING))
        return
    serve(LinkMember(session, emit), sys.stdin.buffer)


if __name__ == "__main__":
    main()
