"""Hypothesis strategies for every message, derived from the types of its fields."""

from collections.abc import Callable
from functools import cache

import msgspec.inspect as mi
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from drumcircle_gui.protocol.connection import TRANSITIONS, ConnectionState
from drumcircle_gui.protocol.fields import MAX_COUNT, Message
from drumcircle_gui.protocol.message_codec import FROM_SERVER, TO_SERVER
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES, Meter, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, FASTEST_TEMPO, SLOWEST_TEMPO, Beats, Micros, Tempo

TEXT = st.characters(exclude_categories=["Cs"])
HEX = st.sampled_from("0123456789abcdef")
TEMPOS = st.integers(FASTEST_TEMPO, SLOWEST_TEMPO).map(Tempo)
METERS = st.builds(Meter, st.integers(1, MAX_CYCLE_BEATS), st.integers(1, MAX_PERIOD_CYCLES))


COUNTS = st.integers(0, MAX_COUNT)
WHOLE_BEATS = st.integers(0, MAX_COUNT // BEAT).map(lambda count: Beats(count * BEAT))


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """Segments that begin on a whole beat, like a server's."""
    origin, beat = sorted((draw(WHOLE_BEATS), draw(WHOLE_BEATS)))
    return Segment(
        draw(COUNTS), Micros(draw(COUNTS)), beat, draw(TEMPOS), draw(st.booleans()), draw(METERS), Beats(origin)
    )


@st.composite
def timelines(draw: st.DrawFn) -> tuple[Segment, ...]:
    """The segments of a valid timeline."""
    timeline = Timeline((draw(segments().filter(lambda segment: segment.at < MAX_COUNT // 2)),))
    for _ in range(draw(st.integers(0, 3))):
        if timeline.latest.epoch < MAX_COUNT and timeline.latest.beat < MAX_COUNT // 2:
            change = {"tempo": draw(TEMPOS), "running": draw(st.booleans()), "meter": draw(METERS)}
            timeline = timeline.changed(Micros(timeline.latest.at + draw(st.integers(0, 10**8))), **change)
    return timeline.segments


def _items(node: mi.VarTupleType) -> SearchStrategy[tuple[object, ...]]:
    if isinstance(node.item_type, mi.DataclassType) and node.item_type.cls is Segment:
        return timelines()
    return st.lists(_of(node.item_type), min_size=node.min_length or 0, max_size=4).map(tuple)


BUILDERS: dict[type[mi.Type], Callable[..., SearchStrategy[object]]] = {
    mi.NoneType: lambda _: st.none(),
    mi.BoolType: lambda _: st.booleans(),
    mi.IntType: lambda node: st.integers(node.ge, node.le),
    mi.StrType: lambda node: st.text(
        HEX if node.pattern else TEXT, min_size=node.min_length or 0, max_size=node.max_length
    ),
    mi.BytesType: lambda node: st.binary(min_size=node.min_length or 0, max_size=node.max_length),
    mi.LiteralType: lambda node: st.sampled_from(node.values),
    mi.UnionType: lambda node: st.one_of([_of(each) for each in node.types]),
    mi.VarTupleType: _items,
    mi.StructType: lambda node: st.builds(node.cls, *[_of(field.type) for field in node.fields]),
    mi.DataclassType: lambda node: {Meter: METERS}[node.cls],
}


def _of(node: mi.Type) -> SearchStrategy[object]:
    return BUILDERS[type(node)](node)


@cache
def of(kind: type[Message]) -> SearchStrategy[Message]:
    """Messages of one kind."""
    return _of(mi.type_info(kind))  # type: ignore[return-value]


KINDS = sorted(TO_SERVER | FROM_SERVER, key=lambda kind: kind.__struct_config__.tag)
MEMBERS_SEND = st.one_of([of(kind) for kind in KINDS if kind in TO_SERVER & set(TRANSITIONS[ConnectionState.JOINED])])
"""The messages that a member may send once it has joined."""

TO_SERVERS = st.one_of([of(kind) for kind in KINDS if kind in TO_SERVER])
FROM_SERVERS = st.one_of([of(kind) for kind in KINDS if kind in FROM_SERVER])
