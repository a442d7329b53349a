"""Snapshots of circles, for tests and pictures of windows."""

import random
from dataclasses import replace
from typing import Any

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChatEntry, ConnectionQuality, Cue, Member
from drumcircle_gui.timing.estimator import Clock, ClockExchange
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, beats, local_micros, seconds, tempo_of_bpm

OAK = Member(1, "Oak", "conductor", 0)
FERN = Member(2, "Fern", "player", 1)
REED = Member(3, "Reed", "player", 2, muted=True)
WREN = Member(4, "Wren", "player", 3, connected=False)
INVITE = Invite("127.0.0.1", 8004, "Glade", "k" * 22, "0" * 64)

STOPPED = Timeline.stopped(tempo_of_bpm(120), Meter(16))
PLAYING = STOPPED.changed(seconds(0), running=True)


def clock_at(beat: float) -> Clock:
    """A clock by which it is `beat` of PLAYING now."""
    now = local_micros()
    return Clock(reference=now, offset=round(beat * SECOND / 2) - now, drift=0.0, bound=Micros(400), error=Micros(90))


def circle(**changes: Any) -> CircleSnapshot:
    """The circle of Fern and Reed, seen by Oak, 4 beats after its start."""
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
    """A chat line of Fern's."""
    return ChatEntry(number, FERN.id, FERN.name, to, text, 0)


NAMES = ("Oak", "Reed", "Slate", "Fern", "Flint", "Wren")
ROUND_TRIPS_MS = (22, 74, 128, 352, 41, 96)
MARGINS_S = (7.93, 7.88, 7.82, 7.6, 7.91, 7.85)
BEAT_NOW = 21.7
"""The current beat of the band's timeline."""


def band(role: str = "conductor", count: int = 6, **changes: Any) -> CircleSnapshot:
    """A circle of `count` players in the middle of its second cycle, with a chat, seen by its conductor or by Oak."""
    players = tuple(Member(n + 1, band_name(n), "player", n, muted=n == 4) for n in range(count))
    conductor = Member(count + 1, "Moss", "conductor", count)
    qualities = tuple(
        ConnectionQuality(n + 1, ROUND_TRIPS_MS[n % 6] * 1000, 300 + 40 * n, seconds(MARGINS_S[n % 6]), 2 * (n == 3))
        for n in range(count)
    )
    usual = CircleSnapshot(
        link=LinkState.JOINED,
        name="Sunday circle",
        me=conductor.id if role == "conductor" else 1,
        role=role,  # type: ignore[arg-type]
        timeline=PLAYING,
        members=(*players, conductor),
        qualities=qualities,
        chat=CHAT,
        cue=Cue("Listen", "Follow the leader"),
        clock=clock_at(BEAT_NOW),
        exchange=ClockExchange(Micros(0), Micros(7), Micros(7), Micros(22_400)),
    )
    return replace(usual, **changes)


def band_name(number: int) -> str:
    return NAMES[number % 6] + (f" {number // 6 + 1}" if number >= 6 else "")


CHAT = tuple(
    ChatEntry(number, sender, NAMES[sender - 1], to, text, 0)
    for number, (sender, to, text) in enumerate(
        (
            (1, 0, "hello from the hill"),
            (3, 0, "my hi-hat pedal works now"),
            (4, 0, "hearing everyone perfectly over here, even with my network; it is a pleasure to play with you all"),
            (6, 1, "shall we try 108 next?"),
            (2, -1, "<b>could</b> somebody turn the guide up?"),
        )
    )
)


def strokes(count: int = 6, beat: float = BEAT_NOW, period: int = 16) -> list[HeardStroke]:
    """A pattern of ten strokes for each of `count` players in the last period."""
    dice = random.Random(4)
    found = []
    for player in range(count):
        times = [round(dice.uniform(beat - period, beat) * 4) / 4 + dice.gauss(0, 0.02) for _ in range(10)]
        found += [
            HeardStroke(player + 1, beats(max(time, 0)), 38, dice.randint(40, 127), local_micros())
            for time in sorted(times)
            if time <= beat
        ]
    return found
