"""Circles as a window is told of them."""

from dataclasses import replace
from typing import Any

from drumcircle_gui.client.circle_state import CircleSnapshot, LinkState
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChatEntry, ConnectionQuality, Member
from drumcircle_gui.timing.estimator import Clock, ClockExchange
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds, tempo_of_bpm

OAK = Member(1, "Oak", "conductor", 0)
FERN = Member(2, "Fern", "player", 1)
REED = Member(3, "Reed", "player", 2, muted=True)
WREN = Member(4, "Wren", "player", 3, connected=False)
INVITE = Invite("127.0.0.1", 8004, "Glade", "k" * 22, "0" * 64)

STANDING_STILL = Timeline.stopped(tempo_of_bpm(120), Meter(16))
PLAYING = STANDING_STILL.changed(seconds(0), running=True)


def clock_at(beat: float) -> Clock:
    """A clock by which it is just now `beat` of PLAYING."""
    now = local_micros()
    return Clock(reference=now, offset=round(beat * SECOND / 2) - now, drift=0.0, bound=Micros(400), error=Micros(90))


def circle(**changes: Any) -> CircleSnapshot:
    """Fern's and Reed's, as Oak sees it, 4 beats into playing."""
    usual = CircleSnapshot(
        link=LinkState.JOINED,
        name="Glade",
        me=OAK.id,
        role="conductor",
        timeline=PLAYING,
        members=(OAK, FERN, REED),
        qualities=(
            ConnectionQuality(FERN.id, 22_000, 11_000, 7_600_000, 0),
            ConnectionQuality(REED.id, -1, -1, None, 3),
        ),
        clock=clock_at(4),
        exchange=ClockExchange(Micros(0), Micros(7), Micros(7), Micros(22_400)),
    )
    return replace(usual, **changes)


def said(number: int, text: str, to: int = 0) -> ChatEntry:
    """A line of Fern's."""
    return ChatEntry(number, FERN.id, FERN.name, to, text, 0)
