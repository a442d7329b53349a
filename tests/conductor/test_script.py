"""The requests of a script's lines, and the errors of invalid lines."""

import pytest

from drumcircle_gui.conductor.script import Wait, parse_line
from drumcircle_gui.grooves.groove_file import ACCENT, NORMAL
from drumcircle_gui.protocol.entry_messages import (
    AnswerKnock,
    Ban,
    ChangeBan,
    ChangeEntry,
    EntryUpdate,
    Knocker,
    LimitedInvite,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
)
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove, GrooveNote
from drumcircle_gui.protocol.messages import ChangeTimeline, Cue, EndCircle, GiveCue, Moderate, Say
from drumcircle_gui.protocol.mode_messages import StartMode, SteerMode
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, tempo_of_bpm
from tests.tools.circle_snapshots import FERN, circle

RULES = EntryUpdate(
    "knock",
    (Knocker(5, "Moss", "192.0.2.9", Micros(0)),),
    (LimitedInvite(3, "elm-jay", "school"),),
    (Ban(2, "Flint", "192.0.2.66", "player"),),
)
CIRCLE = circle(entry_rules=RULES)
REMOVED = Moderate(FERN.id, remove=True, reason="The conductor removed you from the circle: Bye")
EPOCH = CIRCLE.timeline.latest.epoch


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ('{"do": "start"}', ChangeTimeline(EPOCH, running=True)),
        ('{"do": "stop"}', ChangeTimeline(EPOCH, running=False)),
        ('{"do": "tempo", "bpm": 90}', ChangeTimeline(EPOCH, tempo=tempo_of_bpm(90))),
        ('{"do": "meter", "beats": 12}', ChangeTimeline(EPOCH, meter=Meter(12, 1))),
        ('{"do": "skip"}', SteerMode(0, "skip")),
        ('{"do": "cue", "word": "Louder"}', GiveCue(Cue("Louder"))),
        (
            '{"do": "cue", "word": "Louder", "to": "Fern", "when": "cycle"}',
            GiveCue(Cue("Louder", group="", members=(FERN.id,)), "cycle"),
        ),
        (
            '{"do": "groove", "name": "Two", "beats": 2, "division": 1, "low": "Xx"}',
            ChangeGroove(0, Groove("Two", 2, 1, 0, (GrooveNote(0, 0, ACCENT), GrooveNote(1, 0, NORMAL)))),
        ),
        ('{"do": "groove"}', ChangeGroove(0, None)),
        ('{"do": "say", "text": "Hello"}', Say(0, "Hello")),
        ('{"do": "mute", "player": "Fern"}', Moderate(FERN.id, muted=True)),
        ('{"do": "part", "player": "Fern", "part": "low"}', Moderate(FERN.id, part="low")),
        ('{"do": "level", "player": "Fern", "level": 50}', Moderate(FERN.id, level=50)),
        ('{"do": "rename", "player": "Fern", "name": "Ash"}', Moderate(FERN.id, name="Ash")),
        ('{"do": "remove", "player": "Fern", "reason": "Bye"}', REMOVED),
        ('{"do": "spotlight", "player": "Fern"}', Moderate(FERN.id, spotlight=True)),
        ('{"do": "conductor", "player": "Fern", "on": false}', Moderate(FERN.id, conducts=False)),
        ('{"do": "allow", "player": "Flint"}', ChangeBan(2, 0)),
        ('{"do": "renew"}', RenewKeys()),
        ('{"do": "entry", "policy": "knock"}', ChangeEntry("knock")),
        ('{"do": "answer", "player": "Moss", "on": false}', AnswerKnock(5, False)),
        ('{"do": "answer"}', AnswerKnock(0, True)),
        ('{"do": "invite", "label": "school", "uses": 20}', MakeInvite("school", 20, 0)),
        ('{"do": "revoke", "label": "school"}', RevokeInvite(3)),
        ('{"do": "close"}', EndCircle()),
        ('{"do": "wait", "cycles": 2}', Wait(cycles=2)),
        ('{"do": "wait", "seconds": 0.5}', Wait(seconds=0.5)),
    ],
)
def test_a_line_does_what_a_button_does(line: str, asked: object) -> None:
    command = parse_line(line)
    assert command is not None
    assert command.perform(CIRCLE) == asked


def test_a_mode_is_made_for_the_circle() -> None:
    command = parse_line('{"do": "mode", "mode": "solos", "players": ["Fern"], "length": 2}')
    assert command is not None
    request = command.perform(CIRCLE)
    assert isinstance(request, StartMode)
    assert [step.turns[0].members for step in request.mode.steps] == [(FERN.id,)]


@pytest.mark.parametrize("line", ["", "   ", "# a remark", "\n"])
def test_empty_lines_and_remarks_do_nothing(line: str) -> None:
    assert parse_line(line) is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("start", "not JSON"),
        ("[" * 100_000, "too long"),
        ("[" * 60_000, "not JSON"),
        ('{"do": "dance"}', 'not an object with one of these as "do"'),
        ("[1]", 'not an object with one of these as "do"'),
        ('{"do": []}', 'not an object with one of these as "do"'),
        ('{"do": "start", "now": true}', "'start' does not go with"),
        ('{"do": "tempo", "bpm": "fast"}', "'fast' is not a number"),
        ('{"do": "tempo", "bpm": 1000}', "bpm"),
        ('{"do": "meter", "beats": 1.5}', "not a whole number"),
        ('{"do": "mute", "player": "Nobody"}', "nobody named 'Nobody'"),
        ('{"do": "mode", "mode": "jam"}', "no mode named 'jam'"),
        ('{"do": "mode", "mode": "solos", "speed": 2}', "no field 'speed'"),
        ('{"do": "cue", "word": "Louder", "when": "later"}', "'later' is not one of now, beat, cycle"),
        ('{"do": "groove", "low": "x?"}', "'[?]' is no mark"),
        ('{"do": "wait", "seconds": -1}', "0 to 86400 s"),
    ],
)
def test_what_is_wrong_with_a_line_is_explained(line: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        command = parse_line(line)
        assert command is not None
        command.perform(CIRCLE)
