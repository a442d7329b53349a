"""Laws of MIDI clock: a sequencer that follows it is at the circle's beat at every tick."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.listening.outputs.midi_clock import MAX_POSITION, START_LEAD, TICKS, MidiClock
from drumcircle_gui.listening.outputs.upcoming import OutputSource, Upcoming
from drumcircle_gui.sound.midi_messages import TimedMidi
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import ROUNDING_BEATS, Meter, Timeline
from drumcircle_gui.timing.units import BEAT, FASTEST_TEMPO, SECOND, Micros, Tempo, seconds
from tests.timing.strategies import timelines

AHEAD = seconds(1000)
CLOCK = Clock(Micros(0), -AHEAD, 0.0, Micros(0), Micros(0))
TEMPO = Tempo(500_000)
STOPPED = Timeline.stopped(TEMPO, Meter(4, 1))
CIRCLE = CircleSnapshot(entry=1, clock=CLOCK, timeline=STOPPED)
F8, FA, FB, FC = b"\xf8", b"\xfa", b"\xfb", b"\xfc"


@dataclass
class Sequencer:
    """Follows the clock. `ticks`: since the song's beginning; None: not started since the last stop."""

    ticks: int | None = None
    position: int = 0

    def take(self, data: bytes) -> bool:
        """Handle a message; return whether the sequencer is now at a tick of the song."""
        if data == FA:
            self.ticks = -1
        elif data == FB:
            self.ticks = self.position * TICKS // 4 - 1
        elif data == FC:
            self.ticks = None
        elif data[0] == 0xF2:
            assert self.ticks is None
            self.position = data[1] | data[2] << 7
        elif self.ticks is not None:
            self.ticks += 1
            return True
        return False


def stretches(circle: CircleSnapshot, begin: Micros, steps: list[int]) -> list[Upcoming]:
    source, now, parts = OutputSource(), begin, []
    for step in [0, *steps]:
        now = Micros(now + step)
        part = source.next(circle, Micros(now + AHEAD), SECOND, (), {})
        assert part is not None
        parts.append(part)
    return parts


def sent(timeline: Timeline, begin: Micros, steps: list[int]) -> list[tuple[Micros, bytes]]:
    """The messages with their circle times."""
    clock, circle = MidiClock(), replace(CIRCLE, timeline=timeline)
    parts = stretches(circle, begin, steps)
    return [(Micros(each.at - AHEAD), each.data) for part in parts for each in clock.messages(part)]


steps = some.lists(some.integers(1, SECOND), min_size=10, max_size=40)
begins = some.integers(0, 100 * SECOND).map(Micros)


@given(timelines(), begins, steps)
def test_a_sequencer_is_at_the_circles_beat_at_every_tick(timeline: Timeline, begin: Micros, steps: list[int]) -> None:
    sequencer, latest, origin, song = Sequencer(), 0, 0, 1
    for at, data in sent(timeline, begin, steps):
        assert at >= latest
        latest = at
        segment = timeline.at(at)
        if data in (FA, FB):
            following = timeline.at(Micros(at + START_LEAD))
            origin, song = following.origin, MAX_POSITION // (4 * following.meter.beats) * following.meter.cycle
        if sequencer.take(data):
            assert segment.running
            assert sequencer.ticks is not None
            ahead = ((segment.beat_at(at) - origin) * TICKS - sequencer.ticks * BEAT) % (song * TICKS)
            assert min(ahead, song * TICKS - ahead) <= TICKS * 2 * ROUNDING_BEATS


@given(timelines(), begins, steps)
def test_messages_do_not_depend_on_how_the_time_is_cut(timeline: Timeline, begin: Micros, steps: list[int]) -> None:
    fine = [part for step in steps for part in (step // 2, step - step // 2) if part]
    assert sent(timeline, begin, steps) == sent(timeline, begin, fine)


def test_a_sequencer_starts_on_the_first_beat_and_stops_with_the_circle() -> None:
    playing = STOPPED.changed(seconds(5), running=True)
    stopped = playing.changed(seconds(8), running=False)
    end = stopped.latest.at
    messages = sent(stopped, seconds(4.5), [SECOND // 2] * 12)
    assert [(at, data) for at, data in messages if data != F8] == [(seconds(5) - START_LEAD, FA), (end, FC)]
    ticks = [at for at, data in messages if data == F8]
    assert not [at for at in ticks if seconds(5) - 2 * START_LEAD <= at < seconds(5)]
    assert len([at for at in ticks if seconds(5) <= at < end]) == TICKS * 8
    assert {at for at in ticks if at >= end} >= {end, end + TEMPO}


def test_who_comes_later_is_led_in_with_the_next_cycle_at_its_position() -> None:
    playing = STOPPED.changed(seconds(5), running=True)
    messages = sent(playing, seconds(6), [SECOND] * 3)
    assert [(at, data) for at, data in messages if data != F8] == [
        (seconds(7) - START_LEAD, b"\xf2\x10\x00"),
        (seconds(7) - START_LEAD, FB),
    ]


def test_a_long_song_counts_on_from_a_cycle() -> None:
    playing = STOPPED.changed(Micros(0), running=True)
    positions = {data for at, data in sent(playing, seconds(2048 - 1), [SECOND] * 3) if data[0] >= 0xF2 and data != F8}
    assert positions == {FA}


def test_after_a_gap_sequencers_stop_and_go_on_with_the_next_cycle() -> None:
    playing = STOPPED.changed(seconds(1), running=True)
    messages = sent(playing, seconds(0.5), [SECOND, 4 * SECOND, SECOND, SECOND])
    kinds = [(at, data[0]) for at, data in messages if data != F8]
    assert kinds == [
        (seconds(1) - START_LEAD, 0xFA),
        (seconds(5.5), 0xFC),
        (seconds(7) - START_LEAD, 0xF2),
        (seconds(7) - START_LEAD, 0xFB),
    ]


def test_a_tempo_change_moves_the_ticks_that_follow_it() -> None:
    playing = STOPPED.changed(seconds(1), running=True)
    faster = playing.changed(seconds(2), tempo=Tempo(FASTEST_TEMPO))
    change = faster.latest.at
    ticks = [at for at, data in sent(faster, seconds(1), [SECOND] * 4) if data == F8]
    after = [at - change for at in ticks if at >= change][:25]
    assert after == [round(number * FASTEST_TEMPO / TICKS) for number in range(25)]


def test_messages_have_local_times() -> None:
    (part,) = stretches(replace(CIRCLE, timeline=STOPPED), seconds(2), [])
    first = MidiClock().messages(part)[0]
    assert isinstance(first, TimedMidi)
    assert first.at == seconds(2) + AHEAD
