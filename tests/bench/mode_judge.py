"""Compares what listeners heard in recorded sound with what the modes of their circle allow them to hear.

Each stroke is searched for in each recording, at the moment at which it would sound by the circle's timeline and modes,
as a member of the circle knew them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.listening.playback_schedule import HORIZON
from drumcircle_gui.timing.units import SECOND, Micros
from tests.e2e.listening import Ear
from tests.tools.rigs import jack

from .form import Aim, Result, Row, at_least, at_most
from .hindsight import STALL

NEAR = Micros(25_000)
RING_S = 0.2
UNSETTLED = Micros(SECOND)
"""Duration that is not judged after a stall of the machine, and after joining."""


@dataclass(frozen=True)
class Seen:
    """The observer's knowledge from local time `at` on."""

    at: Micros
    circle: CircleSnapshot


def sounds_at(stroke: HeardStroke, seen: Sequence[Seen]) -> tuple[Micros, str, CircleSnapshot] | None:
    """The local time at which a stroke sounds, the mode in which it was struck, and the circle as it is when the stroke
    is passed on, HORIZON before it sounds. A stroke that a mode holds back sounds when that mode has ended; None if no
    end of it was seen."""
    first = max(bisect_left(seen, stroke.arrived, key=lambda each: each.at) - 1, 0)
    for number in range(first, len(seen)):
        circle, until = seen[number].circle, seen[number + 1].at if number + 1 < len(seen) else None
        beat = circle.modes.sounding_beat(stroke.beat, circle.timeline.replay_beat(stroke.beat))
        at = None if beat is None else circle.timeline.micros_at(beat)
        if at is None or circle.clock is None:
            continue
        due = circle.clock.local(at)
        if until is None or due - HORIZON < until:
            placed = circle.modes.step_at(stroke.beat)
            return due, placed.span.mode.name if placed else "free", circle
    return None


@dataclass(frozen=True)
class Judge:
    """All `strokes` of a session, and what was `seen` of its circle. `unsettled`: when a listener, by name, is not
    judged."""

    strokes: Sequence[HeardStroke]
    seen: Sequence[Seen]
    unsettled: Mapping[str, Sequence[tuple[Micros, Micros]]] = field(default_factory=dict)

    def result(self, recorder: jack.Recorder, channels: Mapping[str, jack.Sound]) -> Result:
        """What the listeners in `channels` heard of all strokes, by the recording."""
        counts: Counter[tuple[str, str, bool, bool]] = Counter()
        ear, stalls = Ear(recorder.rate), recorder.disturbances(STALL)
        strokes = [(stroke, sounding) for stroke in self.strokes if (sounding := sounds_at(stroke, self.seen))]
        for name, channel in channels.items():
            away = [*self.unsettled.get(name, ()), *((begin - NEAR, end + UNSETTLED) for begin, end in stalls)]
            heard = {
                (stroke.pad, due // NEAR) for stroke, (due, _, circle) in strokes if self._audible(circle, name, stroke)
            }
            for stroke, (due, mode, circle) in strokes:
                if any(begin <= due < end for begin, end in away) or not recorder.stamps[0][1] < due - SECOND:
                    continue
                audible = self._audible(circle, name, stroke)
                if not audible and any((stroke.pad, due // NEAR + by) in heard for by in range(-2, 3)):
                    continue  # another stroke on the same drum is to be heard at this time, as when all start again
                found = self._found(ear, recorder, channel, stroke, due)
                if found is not None:
                    counts[mode, name, audible, found] += 1
        rows = [_row(counts, mode, name) for mode in dict.fromkeys(mode for mode, *_ in counts) for name in channels]
        note = f"The machine disturbed the sound {len(stalls)} times; strokes at these times are in no figure."
        return Result(rows, _aims(counts), [note])

    def _audible(self, circle: CircleSnapshot, listener: str, stroke: HeardStroke) -> bool:
        members = {member.name: member for member in circle.members}
        player = circle.member(stroke.player)
        return player is not None and circle.modes.hears(members.get(listener), player, stroke.beat)

    @staticmethod
    def _found(ear: Ear, recorder: jack.Recorder, channel: jack.Sound, stroke: HeardStroke, due: Micros) -> bool | None:
        """Whether the stroke sounds when it is due; None if the recording ends before."""
        frames = [
            bisect_left(range(recorder.frames), Micros(due + by), key=recorder.heard_at) for by in (-2 * NEAR, NEAR)
        ]
        if frames[1] + RING_S * recorder.rate > len(channel):
            return None
        sound = channel[frames[0] : frames[1] + round(RING_S * recorder.rate)]
        return ear.onset(sound, stroke.pad, stroke.velocity, frames[1] - frames[0]) is not None


def _row(counts: Counter[tuple[str, str, bool, bool]], mode: str, name: str) -> Row:
    return {
        "mode": mode,
        "listener": name,
        "to be heard": counts[mode, name, True, True] + counts[mode, name, True, False],
        "missing": counts[mode, name, True, False],
        "to be silent": counts[mode, name, False, True] + counts[mode, name, False, False],
        "heard all the same": counts[mode, name, False, True],
    }


def _aims(counts: Counter[tuple[str, str, bool, bool]]) -> list[Aim]:
    total = {key: sum(count for each, count in counts.items() if each[2:] == key) for key in _KINDS}
    return [
        at_least("strokes to be heard", total[True, True] + total[True, False], "", 100),
        at_least("strokes to be silent", total[False, True] + total[False, False], "", 50),
        at_most("missing", total[True, False], "strokes", 0),
        at_most("heard all the same", total[False, True], "strokes", 0),
    ]


_KINDS = tuple((audible, found) for audible in (True, False) for found in (True, False))
