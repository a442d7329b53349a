"""The usual modes of a drum circle, made from a few choices. Pure.

Each instruction is a code word that every window shows in its user's language; see `INSTRUCTIONS`. Everybody hears one
period later, so a step that others answer lasts one period, unless the conductor chooses another length.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import (
    ALL,
    EVEN,
    HEARD_BY_ALL,
    HEARD_BY_NONE,
    MAX_STEP_CYCLES,
    MAX_STEPS,
    MAX_TURN_MEMBERS,
    ODD,
    PART,
    Mode,
    ModeStep,
    ModeTurn,
)
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Tempo, tempo_of_bpm

from .parts import PARTS

INSTRUCTIONS = (
    *("play", "listen", "lead", "imitate", "again", "final", "call", "respond", "solo", "support"),
    *("softer", "louder", "stop", "start", "faster", "slower"),
)
"""The code words that windows translate; any other word is shown as it is."""

FREE = "free"
LEADER, CALL, SOLOS, BUILD, THIN = "follow-the-leader", "call-and-response", "solos", "build", "thin"
HALVES, CONTRAST, STOP, START, FASTER, SLOWER = "halves", "contrast", "stop", "start", "faster", "slower"
ONLY = "only"

RAMP_CYCLES = 4
RAMP_BPM = 20
"""Cycles and beats per minute of a speed-up or slow-down whose conductor names none."""


@dataclass(frozen=True, slots=True)
class ModeChoice:
    """A mode as a conductor chooses it. `length`: cycles of a step; 0: one period, or for a ramp RAMP_CYCLES.

    `players`: the leader, or the soloists in order, by name; the circle's first player, or all, if empty. `parts`: the
    order of the layers; the usual one if empty. `bpm`: the tempo at a ramp's end; 0: RAMP_BPM more or less.
    """

    mode: str = FREE
    length: int = 0
    players: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    bpm: float = 0.0


@dataclass(frozen=True, slots=True)
class Ensemble:
    """The circle for which a mode is made: its members, its meter, and its tempo in beats per minute."""

    members: Sequence[Member]
    meter: Meter = field(default_factory=Meter)
    bpm: float = 120.0

    @property
    def players(self) -> list[Member]:
        return [member for member in self.members if member.role == "player"]

    def named(self, names: Sequence[str]) -> list[Member]:
        """The players with these names, in the order of the names; ValueError if there is no player of a name."""
        players = {member.name: member for member in self.players}
        if missing := [name for name in names if name not in players]:
            raise ValueError(f"there is no player named {missing[0]!r} in this circle")
        return [players[name] for name in names]


def make_mode(choice: ModeChoice, ensemble: Ensemble) -> Mode:
    """The mode of `choice` for `ensemble`. ValueError, in words for people, if it cannot be made."""
    if choice.mode not in _MAKERS:
        raise ValueError(f"there is no mode named {choice.mode!r}; there are {', '.join(_MAKERS)}")
    if not 0 <= choice.length <= MAX_STEP_CYCLES:
        raise ValueError(f"a step has 1 to {MAX_STEP_CYCLES} cycles, not {choice.length}")
    length = choice.length or ensemble.meter.cycles
    made = _MAKERS[choice.mode](choice, ensemble, length)
    return made if choice.mode == FREE else msgspec.structs.replace(made, name=choice.mode)


# --- steps -----------------------------------------------------------------------------------------------------------


def _listen(word: str = "listen") -> ModeTurn:
    """A rule by which everybody else listens, and is not heard."""
    return ModeTurn(word, ALL, (), HEARD_BY_NONE)


def _step(cycles: int, *turns: ModeTurn) -> ModeStep:
    return ModeStep(cycles, turns)


def _one(word: str, member: Member) -> ModeTurn:
    return ModeTurn(word, "", (member.id,), HEARD_BY_ALL)


def _half(players: Sequence[Member], group: str, word: str, heard_by: str = HEARD_BY_ALL) -> ModeTurn:
    """Every other one of `players`; a player who joins later belongs to a half by the colour."""
    chosen = players[0 if group == ODD else 1 :: 2]
    return ModeTurn(word, group, tuple(member.id for member in chosen[:MAX_TURN_MEMBERS]), heard_by)


# --- modes -----------------------------------------------------------------------------------------------------------


def _free(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return Mode()


def _follow_the_leader(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    """Lead, listen, imitate, again, final: the leader is heard in all steps, the others from the third."""
    leader = _first(choice, ensemble)

    def together(word: str) -> ModeStep:
        return _step(length, _one(word, leader), ModeTurn(word))

    return Mode(
        steps=(
            _step(length, _one("lead", leader), _listen()),
            _step(length, _listen()),
            together("imitate"),
            together("again"),
            together("final"),
        )
    )


def _call_and_response(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return _alternate(ensemble.players, length, "call", "respond")


def _halves(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return _alternate(ensemble.players, length, "play", "play")


def _alternate(players: Sequence[Member], length: int, first: str, second: str) -> Mode:
    steps = (
        _step(length, _half(players, ODD, first), _half(players, EVEN, "listen", HEARD_BY_NONE)),
        _step(length, _half(players, EVEN, second), _half(players, ODD, "listen", HEARD_BY_NONE)),
    )
    return Mode(steps=steps, repeat=True)


def _solos(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    """One after the other is heard above the others, who play softly."""
    soloists = ensemble.named(choice.players) if choice.players else ensemble.players
    if not soloists:
        raise ValueError("there is no player in this circle yet")
    return Mode(steps=tuple(_step(length, _one("solo", each), ModeTurn("support")) for each in soloists[:MAX_STEPS]))


def _build(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return Mode(steps=_layers(_parts(choice, ensemble), length))


def _thin(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return Mode(steps=_layers(_parts(choice, ensemble), length)[::-1])


def _layers(parts: Sequence[str], length: int) -> tuple[ModeStep, ...]:
    """First the first part alone, then with the second one, and so on. Players without a part play with the
    last one."""
    steps = []
    for count in range(1, len(parts)):
        steps.append(_step(length, *(ModeTurn("play", PART + part) for part in parts[:count]), _listen()))
    return (*steps, _step(length, ModeTurn("play")))


def _parts(choice: ModeChoice, ensemble: Ensemble) -> Sequence[str]:
    """The parts in the conductor's order, or those that players have, in the usual order."""
    had = {member.part for member in ensemble.players} - {""}
    parts = choice.parts or tuple(part for part in PARTS if part in had) + tuple(sorted(had - set(PARTS)))
    if not parts:
        raise ValueError("no player has a part yet: give them parts in the list of players")
    return parts


def _only(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    """Only the chosen players are heard, until the mode is ended."""
    players = ensemble.named(choice.players) if choice.players else ensemble.players[:1]
    if not players:
        raise ValueError("there is no player in this circle yet")
    ids = tuple(player.id for player in players[:MAX_TURN_MEMBERS])
    return Mode(steps=(_step(length, ModeTurn("play", "", ids), _listen()),), repeat=True)


def _contrast(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return Mode(steps=(_step(length, ModeTurn("softer")), _step(length, ModeTurn("louder"))), repeat=True)


def _stop(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    """Silence, except for the guide, until the next mode; the strokes of the last period are held back until then."""
    return Mode(steps=(_step(length, _listen("stop")),), repeat=True, hold=True)


def _start(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return Mode(steps=(_step(length, ModeTurn("start")),))


def _faster(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return _ramp("faster", choice, ensemble, RAMP_BPM)


def _slower(choice: ModeChoice, ensemble: Ensemble, length: int) -> Mode:
    return _ramp("slower", choice, ensemble, -RAMP_BPM)


def _ramp(word: str, choice: ModeChoice, ensemble: Ensemble, by: float) -> Mode:
    target: Tempo = tempo_of_bpm(choice.bpm or min(max(ensemble.bpm + by, 30.0), 400.0))
    return Mode(steps=(_step(choice.length or RAMP_CYCLES, ModeTurn(word)),), tempo=target)


def _first(choice: ModeChoice, ensemble: Ensemble) -> Member:
    leaders = ensemble.named(choice.players[:1]) if choice.players else ensemble.players
    if not leaders:
        raise ValueError("there is no player in this circle yet")
    return leaders[0]


_MAKERS: dict[str, Callable[[ModeChoice, Ensemble, int], Mode]] = {
    FREE: _free,
    LEADER: _follow_the_leader,
    CALL: _call_and_response,
    SOLOS: _solos,
    BUILD: _build,
    THIN: _thin,
    HALVES: _halves,
    CONTRAST: _contrast,
    STOP: _stop,
    START: _start,
    FASTER: _faster,
    SLOWER: _slower,
    ONLY: _only,
}

MODES = tuple(_MAKERS)
"""The names of all modes, in the order in which a window offers them."""
