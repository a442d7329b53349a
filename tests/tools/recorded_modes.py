"""Modes in recorded sound: what each listener's sound engine renders, and who is heard in it, cycle by cycle.

    python -m tests.tools.recorded_modes

plays every mode to five listeners: one near, one behind 350 ms, one who joins in the middle, one whose connection is
cut and made again, and one with a real window, whose pads are struck with keys. It prints the table of each mode, and
whether each recording agrees.
"""

import sys
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.listening.pads.key_banks import keyed_pads
from drumcircle_gui.listening.player_state import PlayerState, StrikePad
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.modes.catalogue import ModeChoice
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.settings import KeySettings
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus, PlayStroke
from drumcircle_gui.sound.synth.mixer import Samples
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros
from drumcircle_gui.widgets.pads.pad_grid import PLAIN_VELOCITY
from tests.client.simulated_circle import SimulatedCircle
from tests.client.simulated_members import SimulatedPlayer
from tests.e2e.listening import Ear, known
from tests.modes.test_catalogue import LETTERS, TABLES
from tests.tools.mode_stage import CYCLE, FarPlayer, Stage

RATE, BLOCK = 48_000, 480
PADS = dict(zip(LETTERS, (75, 56, 38, 76, 67, 54), strict=True))
"""A sound for each player."""

VELOCITY = PLAIN_VELOCITY
NEAR = Micros(8_000)
"""A stroke is looked for this long before and after it is due."""

WINDOW = "Slate"
LISTENERS = ("Oak", WINDOW, "Fern", "Wren", "Late")
SOUND = SoundStatus(AudioStatus("Speakers", RATE, BLOCK, Micros(10_000), ""), MidiStatus((), (), ""))
FIRST = BEAT // 4
APART = Beats(BEAT // 2)
"""The beats within a cycle on which the players strike one after another."""


class RecordingPlayer(SimulatedPlayer):
    """Remembers what its sound engine is to play."""

    def __init__(self, simulation: SimulatedCircle, name: str, ahead: int) -> None:
        super().__init__(simulation, name, ahead)
        self.plays: list[PlayStroke] = []

    def sound(self, plays: list[PlayStroke]) -> None:
        self.plays += plays

    def strike_pad(self, pad: int) -> Beats | None:
        """The beat on which the circle hears it."""
        return self.session.strike(self.local, pad, VELOCITY)

    @property
    def ahead(self) -> int:
        """Local time less that of the simulation."""
        return self._ahead

    def recording(self) -> tuple[Samples, Micros]:
        """What its engine renders of that (one channel), and the local time of the first frame."""
        begin = Micros(min(play.at for play in self.plays) - SECOND)
        renderer = Renderer(known(RATE), RATE, lambda event: None)
        for play in self.plays:
            renderer.submit(play)
        blocks = []
        for number in range((max(play.at for play in self.plays) - begin) * RATE // SECOND // BLOCK + RATE // BLOCK):
            out = np.zeros((BLOCK, 2), np.float32)
            renderer.render(out, Micros(begin + number * BLOCK * SECOND // RATE))
            blocks.append(out[:, 0])
        return np.concatenate(blocks), begin


class FarRecordingPlayer(RecordingPlayer, FarPlayer):
    """The same, behind 350 ms."""


class WindowPlayer(RecordingPlayer):
    """The same, with a real window that shows each state: its keys strike its pads."""

    def __init__(self, simulation: SimulatedCircle, name: str, ahead: int) -> None:
        super().__init__(simulation, name, ahead)
        self.view = PlayerView()
        self.view.requested.connect(self._carry_out)
        self.view.resize(1024, 640)
        self.view.show()
        self.view.activateWindow()
        QApplication.processEvents()
        self._keys = {pad.pad: pad.keys[0] for pad in keyed_pads(KeySettings())}
        self._beat: Beats | None = None

    def turn(self) -> None:
        arrived = list(self.heard)
        super().turn()
        self.view.render(PlayerState(self.session.circle, SOUND))
        self.view.add_strokes(arrived)

    def strike_pad(self, pad: int) -> Beats | None:
        self._beat = None
        QTest.keyClick(self.view, Qt.Key(ord(self._keys[pad])))
        return self._beat

    def _carry_out(self, intent: object) -> None:
        if isinstance(intent, StrikePad):
            assert intent.velocity == VELOCITY
            self._beat = self.session.strike(self.local, intent.pad, intent.velocity)


class RecordedStage(Stage):
    """The players strike one after another in each cycle, each with a sound of their own."""

    near = RecordingPlayer
    kinds = MappingProxyType({"Fern": FarRecordingPlayer})

    def close(self) -> None:
        """Close the window."""
        for player in self.players:
            if isinstance(player, WindowPlayer):
                player.view.close()
                player.view.deleteLater()

    def _strike_due(self) -> None:
        while self.beat >= self._turn_beat():
            letter = LETTERS[len(self.strokes) % len(LETTERS)]
            player = self.players[LETTERS.index(letter)]
            number = len(self.strokes)
            self.strokes[number] = self._next, letter
            assert isinstance(player, RecordingPlayer)
            beat = player.strike_pad(PADS[letter])
            if beat is not None:
                player.struck[number] = beat
            if letter == LETTERS[-1]:
                self._next += 1

    def _turn_beat(self) -> int:
        return self._next * CYCLE + FIRST + len(self.strokes) % len(LETTERS) * APART

    def recorded(self, names: tuple[str, ...]) -> Mapping[str, dict[int, str]]:
        """For each of these listeners: the letters that sound in the recording, by the cycle in which they struck."""
        return {name: self._found(self.listeners[name]) for name in names}

    def _found(self, listener: SimulatedPlayer) -> dict[int, str]:
        assert isinstance(listener, RecordingPlayer)
        sound, begin = listener.recording()
        ear = Ear(RATE)
        letters: dict[int, str] = dict.fromkeys(range(self._next), "")
        for number, (cycle, letter) in self.strokes.items():
            letters[cycle] += letter if self._sounds(ear, sound, begin, listener, number) else ""
        return letters

    def _sounds(self, ear: Ear, sound: Samples, begin: Micros, listener: RecordingPlayer, number: int) -> bool:
        """Whether stroke `number` sounds where it is due."""
        circle = self.conductor.session.circle
        letter = self.strokes[number][1]
        beat = self.players[LETTERS.index(letter)].struck.get(number)
        sounding = None if beat is None else circle.modes.sounding_beat(beat, circle.timeline.replay_beat(beat))
        due = None if sounding is None else circle.timeline.micros_at(sounding)
        if due is None:
            return False
        first = round((due + listener.ahead - NEAR - begin) * RATE / SECOND)
        window = 2 * NEAR * RATE // SECOND
        if not 0 <= first < len(sound) - window:
            return False
        return ear.onset(sound[first : first + window + RATE // 4], PADS[letter], VELOCITY, window) is not None


class WindowStage(RecordedStage):
    """One of them plays in a window."""

    kinds = MappingProxyType({"Fern": FarRecordingPlayer, WINDOW: WindowPlayer})


def heard(choice: ModeChoice, expected: list[str], names: tuple[str, ...]) -> Mapping[str, dict[int, str]]:
    """Play the mode whose table is `expected`; for each of these listeners what was found, by the cycles of the
    table."""
    stage = WindowStage() if WINDOW in names else RecordedStage()
    begin, middle = stage.perform(choice, len(expected))
    found = stage.recorded(names)
    stage.close()
    cycles = {name: range(begin, begin + len(expected)) for name in found}
    if "Late" in cycles:
        cycles["Late"] = range(middle, begin + len(expected))
    away = {"Wren": (middle - 1, middle)}  # all strokes of the one before are due then, and of this one none is struck
    return {
        name: {cycle - begin: each[cycle] for cycle in cycles[name] if cycle not in away.get(name, ())}
        for name, each in found.items()
    }


def main() -> int:
    wrong, application = 0, QApplication(["recorded modes", "-platform", "offscreen"])
    for choice, expected in TABLES.items():
        found = heard(choice, expected, LISTENERS)
        application.processEvents()
        sys.stdout.write(f"{choice.mode}: {' '.join(each or '-' for each in expected)}\n")
        for name, cycles in found.items():
            right = all(letters == expected[cycle] for cycle, letters in cycles.items())
            wrong += not right
            letters = " ".join(f"{cycle}:{letters or '-'}" for cycle, letters in cycles.items())
            sys.stdout.write(f"  {name:5} {'as in the table' if right else 'DIFFERS: ' + letters}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
