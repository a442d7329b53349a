"""Modes on a stage: a real room, six players who strike once a cycle, and listeners of all kinds. Time is simulated."""

from collections import deque
from collections.abc import Mapping

from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.protocol.messages import Member, Moderate, Request
from drumcircle_gui.protocol.mode_messages import ModeAction, StartMode, SteerMode
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, Micros, beats
from tests.client.simulated_circle import SimulatedCircle
from tests.client.simulated_members import SimulatedConductor, SimulatedPlayer
from tests.modes.ensembles import NAMES, PARTS
from tests.modes.test_catalogue import LETTERS

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
    """Six players; each strikes once in the middle of each cycle. `strokes`: (cycle, letter), by their numbers. Fern is
    FAR away."""

    near: type[SimulatedPlayer] = SimulatedPlayer
    kinds: Mapping[str, type[SimulatedPlayer]] = {"Fern": FarPlayer}
    """Players of another kind than `near`, by their names."""

    def __init__(self, meter: Meter = METER) -> None:
        self.circle = SimulatedCircle(BPM, meter)
        self.conductor = SimulatedConductor(self.circle, "Ada")
        self.conductor.join()
        self.players = [self.kinds.get(name, self.near)(self.circle, name, 7 * SECONDS) for name in NAMES]
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
            self._strike_due()
            for listener in self.listeners.values():
                if listener.connected:
                    listener.turn()

    def perform(self, choice: ModeChoice, cycles: int) -> tuple[int, int]:
        """Play the mode for so many cycles, and until all is heard. In the middle Late joins, and Wren is cut off for a
        cycle. The numbers of the first and of the middle cycle."""
        self.play_until(self.beat // CYCLE + 2)
        if choice.mode == "free":  # it is on from the beginning
            self.start(ModeChoice("contrast"))
        begin = self.start(choice)
        middle = begin + cycles // 2
        self.play_until(middle)
        self.joins("Late")
        self.players[5].cut()
        self.play_until(middle + 1)
        self.players[5].join()
        end = begin + cycles + 3
        self.play_until(end)
        if choice.mode == "stop":
            end = self.steer("end")
        self.play_until(end + 3)
        return begin, middle

    def joins(self, name: str) -> None:
        """One more listener, without a turn in any mode, joins."""
        listener = self.near(self.circle, name, 3 * SECONDS)
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

    def _strike_due(self) -> None:
        """Have the players strike if it is time."""
        if self.beat >= self._next * CYCLE + CYCLE // 2:
            self._strike(self._next)
            self._next += 1

    def _strike(self, cycle: int) -> None:
        for letter, player in zip(LETTERS, self.players, strict=True):
            number = len(self.strokes)
            self.strokes[number] = cycle, letter
            player.strike(number)
