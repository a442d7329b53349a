"""Each mode as it is heard: a real room, six players who strike once a cycle, and listeners of all kinds.

Time is simulated. The tables are those of `tests/modes/test_catalogue.py`.
"""

from collections import deque

import pytest

from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import turn_of
from drumcircle_gui.protocol.messages import ChangeTimeline, Member, Moderate, Request
from drumcircle_gui.protocol.mode_messages import ModeAction, StartMode, SteerMode
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, Beats, Micros, beats
from tests.client.simulated_circle import SimulatedCircle
from tests.client.simulated_members import SimulatedConductor, SimulatedPlayer
from tests.modes.ensembles import NAMES, PARTS
from tests.modes.test_catalogue import LETTERS, TABLES

pytestmark = pytest.mark.slow

METER = Meter(4, 1)
BPM = 240
CYCLE = beats(4)
SECONDS = 1_000_000
FAR = Micros(175_000)
"""One way, for a member behind 350 ms."""


class FarPlayer(SimulatedPlayer):
    """A player whose bytes take FAR in either direction."""

    def __init__(self, simulation: SimulatedCircle, name: str, ahead: int) -> None:
        super().__init__(simulation, name, ahead)
        self._ups: deque[tuple[Micros, int]] = deque()
        self._downs: deque[tuple[Micros, int]] = deque()
        self._far = False

    def turn(self) -> None:
        self._far = True
        super().turn()

    def settle(self) -> None:
        if not self._far:
            super().settle()
            return
        self.up += self.session.data_to_send()
        self.carry_up(self._due(self._ups, len(self.up)))
        self.carry_down(self._due(self._downs, len(self.down)))

    def _due(self, sizes: deque[tuple[Micros, int]], waiting: int) -> int:
        """How many of the `waiting` bytes have been under way long enough."""
        if new := waiting - sum(size for _, size in sizes):
            sizes.append((self._simulation.now, new))
        arrived = 0
        while sizes and self._simulation.now - sizes[0][0] >= FAR:
            arrived += sizes.popleft()[1]
        return arrived


class Stage:
    """Six players; each strikes once in the middle of each cycle. `strokes`: (cycle, letter), by their numbers."""

    def __init__(self, meter: Meter = METER) -> None:
        self.circle = SimulatedCircle(BPM, meter)
        self.conductor = SimulatedConductor(self.circle, "Ada")
        self.conductor.join()
        kinds = {"Fern": FarPlayer}
        self.players = [kinds.get(name, SimulatedPlayer)(self.circle, name, 7 * SECONDS) for name in NAMES]
        self.listeners: dict[str, SimulatedPlayer] = dict(zip(NAMES, self.players, strict=True))
        self.strokes: dict[int, tuple[int, str]] = {}
        for player, part in zip(self.players, PARTS, strict=True):
            player.join()
            self.ask(Moderate(player.session.circle.me, part=part))
        self._next = self.beat // CYCLE + 1

    @property
    def beat(self) -> Beats:
        return self.conductor.session.circle.timeline.beat_at(self.circle.now)

    @property
    def members(self) -> tuple[Member, ...]:
        return self.conductor.session.circle.members

    def ask(self, request: Request) -> None:
        self.conductor.session.request(request)
        self.conductor.settle()

    def start(self, choice: ModeChoice) -> int:
        """Start the mode; the number of the cycle with which it begins."""
        mode = make_mode(choice, Ensemble(self.members, METER, BPM))
        self.ask(StartMode(self.conductor.session.circle.modes.epoch, mode))
        return self._latest()

    def steer(self, action: ModeAction) -> int:
        """Pause, resume, skip or end; the number of the cycle with which it takes effect."""
        self.ask(SteerMode(self.conductor.session.circle.modes.epoch, action))
        return self._latest()

    def _latest(self) -> int:
        latest = self.conductor.session.circle.modes.latest
        assert latest is not None, self.conductor.session.circle.notices
        assert latest.beat % CYCLE == 0
        return latest.beat // CYCLE

    def play_until(self, cycle: int) -> None:
        """Play until cycle number `cycle` begins."""
        while self.beat < cycle * CYCLE:
            self.circle.tick()
            self.conductor.settle()
            if self.beat >= self._next * CYCLE + CYCLE // 2:
                self._strike(self._next)
                self._next += 1
            for listener in self.listeners.values():
                if listener.connected:
                    listener.turn()

    def joins(self, name: str) -> None:
        """One more listener, without a turn in any mode, joins."""
        listener = SimulatedPlayer(self.circle, name, 3 * SECONDS)
        listener.session = SimulatedConductor(self.circle, name).session
        listener.join()
        self.listeners[name] = listener

    def heard(self, name: str, cycle: int) -> str:
        """The letters of those whose strokes of cycle `cycle` the listener heard, each on its beat."""
        timeline, modes = self.conductor.session.circle.timeline, self.conductor.session.circle.modes
        letters = set()
        for number, at in self.listeners[name].sounded:
            struck_in, letter = self.strokes[number]
            if struck_in == cycle:
                beat = next(player.struck[number] for player in self.players if number in player.struck)
                sounding = modes.sounding_beat(beat, timeline.replay_beat(beat))
                due = None if sounding is None else timeline.micros_at(sounding)
                assert due is not None
                assert abs(at - due) <= 2, "a stroke that is heard sounds on its beat"
                assert letter not in letters, "and once"
                letters.add(letter)
        return "".join(letter for letter in LETTERS if letter in letters)

    def _strike(self, cycle: int) -> None:
        for letter, player in zip(LETTERS, self.players, strict=True):
            number = len(self.strokes)
            self.strokes[number] = cycle, letter
            player.strike(number)


@pytest.mark.parametrize(("choice", "expected"), TABLES.items(), ids=lambda each: getattr(each, "mode", ""))
def test_every_listener_hears_what_the_modes_table_says(choice: ModeChoice, expected: list[str]) -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    if choice.mode == "free":  # it is on from the beginning
        stage.start(ModeChoice("contrast"))
    begin = stage.start(choice)
    middle = begin + len(expected) // 2
    stage.play_until(middle)
    stage.joins("Late")
    stage.players[5].cut()
    stage.play_until(middle + 1)
    stage.players[5].join()
    end = begin + len(expected) + 3
    stage.play_until(end)
    if choice.mode == "stop":
        end = stage.steer("end")
    stage.play_until(end + 3)

    for name in ("Oak", "Fern", "Wren"):
        heard = {cycle: stage.heard(name, cycle) for cycle in range(begin, begin + len(expected))}
        if name == "Wren":  # was away in this cycle, in which all strokes of the one before are due
            del heard[middle]
            heard.pop(middle - 1, None)
        assert heard == {cycle: letters for cycle, letters in enumerate(expected, begin) if cycle in heard}
    late = [stage.heard("Late", cycle) for cycle in range(middle, begin + len(expected))]
    assert late == expected[middle - begin :]


def test_all_stop_keeps_the_last_cycle_and_all_start_replays_it() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 3)
    stop = stage.start(ModeChoice("stop"))
    stage.play_until(stop + 3)
    stage.joins("Late")
    before = {name: len(each.sounded) for name, each in stage.listeners.items()}
    stage.play_until(stop + 4)
    assert {name: len(each.sounded) for name, each in stage.listeners.items()} == before, "silence"
    start = stage.start(ModeChoice("start"))
    stage.play_until(start + 3)
    begins = stage.conductor.session.circle.timeline.micros_at(Beats(start * CYCLE))
    ends = stage.conductor.session.circle.timeline.micros_at(Beats((start + 1) * CYCLE))
    assert begins is not None
    assert ends is not None
    for name, each in stage.listeners.items():
        first = {stage.strokes[number][0] for number, at in each.sounded if begins <= at < ends}
        assert first == {stop - 1}, f"{name} hears the cycle before the stop when all start"
        assert stage.heard(name, stop - 1) == LETTERS
        assert [stage.heard(name, cycle) for cycle in range(stop, start)] == [""] * (start - stop)
        assert stage.heard(name, start) == LETTERS


def test_pause_resume_and_skip() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    begin = stage.start(ModeChoice("call-and-response", length=8))
    stage.play_until(begin + 1)
    paused = stage.steer("pause")
    stage.play_until(paused + 1)
    resumed = stage.steer("resume")
    stage.play_until(resumed + 1)
    skipped = stage.steer("skip")
    stage.play_until(skipped + 2)
    ended = stage.steer("end")
    stage.play_until(ended + 3)
    expected = [
        *["OSL"] * (paused - begin),
        *[LETTERS] * (resumed - paused),
        *["OSL"] * (skipped - resumed),
        *["RFW"] * (ended - skipped),
        LETTERS,
    ]
    assert [stage.heard("Fern", cycle) for cycle in range(begin, ended + 1)] == expected


def test_a_new_meter_ends_the_mode() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    stage.play_until(stage.start(ModeChoice("halves")) + 1)
    stage.ask(ChangeTimeline(stage.conductor.session.circle.timeline.latest.epoch, meter=Meter(3, 1)))
    circle = stage.conductor.session.circle
    assert circle.modes.latest is not None
    assert circle.modes.latest.beat == circle.timeline.latest.beat
    assert circle.modes.step_at(Beats(circle.timeline.latest.beat)) is None


def test_a_ramp_bends_the_guide_beat_by_beat_and_can_be_ended() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    begin = stage.start(ModeChoice("faster", length=8, bpm=300))
    timeline = stage.conductor.session.circle.timeline
    ramp = [segment for segment in timeline.segments if segment.beat >= begin * CYCLE]
    assert [(segment.beat - begin * CYCLE) // BEAT for segment in ramp] == list(range(32))
    tempi = [segment.tempo for segment in ramp]
    assert tempi == sorted(tempi, reverse=True)
    assert tempi[-1] == 200_000
    stage.play_until(begin + 1)
    ended = stage.steer("end")
    timeline = stage.conductor.session.circle.timeline
    stage.play_until(ended + 2)
    assert 200_000 < timeline.latest.tempo < 250_000
    assert timeline.latest.beat == ended * CYCLE


def test_a_late_player_falls_into_step() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    begin = stage.start(ModeChoice("call-and-response"))
    stage.play_until(begin + 1)
    late = SimulatedPlayer(stage.circle, "Late", 5 * SECONDS)
    late.join()
    circle = late.session.circle
    me = circle.member(circle.me)
    assert me is not None
    turns = [turn_of(step, me) for step in circle.modes.spans[-1].mode.steps]
    assert [turn.word for turn in turns if turn] in (["call", "listen"], ["listen", "respond"])


def test_what_is_declined() -> None:
    stage = Stage()
    stage.ask(SteerMode(0, "end"))
    stage.start(ModeChoice("halves"))
    stage.ask(StartMode(0, make_mode(ModeChoice("contrast"), Ensemble(stage.members))))
    stage.players[0].session.request(StartMode(1, make_mode(ModeChoice("contrast"), Ensemble(stage.members))))
    stage.players[0].settle()
    assert [notice.code for notice in stage.conductor.session.circle.notices] == ["mode-unchanged", "mode-stale"]
    assert [notice.code for notice in stage.players[0].session.circle.notices] == ["not-allowed"]
