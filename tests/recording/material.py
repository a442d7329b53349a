"""A small performance, as a server publishes it."""

import io
from collections.abc import Iterable

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Cue, CueUpdate, Member, MemberLeft, MemberUpdate, TimelineUpdate, Welcome
from drumcircle_gui.protocol.strokes import Batch, Stroke
from drumcircle_gui.recording.journal import JournalEncoder, JournalReader, JournalRecord, encode_header
from drumcircle_gui.recording.performance import Performance, build_performance
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, beats, seconds, tempo_of_bpm

BEGUN = 1_800_000_000
FERN, MOSS = Member(1, "Fern", "player", 0), Member(2, "Moß", "player", 1)
PLAYING = Timeline.stopped(tempo_of_bpm(120), Meter(4)).changed(seconds(2), running=True)

Saying = tuple[float, Message]
"""The published messages, each with its circle time in seconds."""


def welcome(timeline: Timeline = PLAYING, *members: Member, cue: str = "", token: str = "secret") -> Welcome:
    return Welcome(
        version=1,
        you=1,
        token=token,
        circle="Oak",
        role="player",
        now=Micros(0),
        timeline=timeline.segments,
        members=members or (FERN, MOSS),
        chat=(),
        cue=Cue(cue),
        tick=Micros(25_000),
        next_batch=0,
        heard=0,
    )


def batch(number: int, *struck: tuple[int, float, int]) -> Batch:
    """Strokes as (player, beat, pad), velocity 100."""
    base = Beats(round(struck[0][1] * BEAT)) if struck else Beats(0)
    return Batch(number, base, tuple(Stroke(who, beats(beat) - base, pad, 100) for who, beat, pad in struck))


SAID: tuple[Saying, ...] = (
    (0.5, welcome()),
    (3.0, batch(0, (1, 0.0, 36), (2, 0.5, 38))),
    (4.0, batch(1, (1, 2.0, 36))),
    (4.5, CueUpdate(Cue("Listen", "Hands off the drums"))),
    (5.0, TimelineUpdate(PLAYING.changed(seconds(6), tempo=tempo_of_bpm(90)).segments)),
    (5.5, MemberUpdate(Member(3, "Wren", "player", 2))),
    (6.0, batch(2, (3, 7.25, 42), (2, 7.0, 38))),
    (6.5, MemberLeft(2)),
)


def journal(said: Iterable[Saying] = SAID, *, ended: bool = True) -> bytes:
    encoder = JournalEncoder()
    records = b"".join(encoder.encode(message, seconds(at)) for at, message in said)
    return encode_header(BEGUN) + records + (encoder.encode_end() if ended else b"")


def played(said: Iterable[Saying] = SAID) -> Performance:
    return build_performance(JournalReader(io.BytesIO(journal(said))))


def records(said: Iterable[Saying] = SAID) -> list[JournalRecord]:
    return list(JournalReader(io.BytesIO(journal(said))))
