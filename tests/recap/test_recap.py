"""The recap of a session: cycles, figures, who may see them, and the loop of a cycle."""

import wave
from dataclasses import replace

import mido
import msgspec
import numpy as np
import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.groove_messages import Groove, GrooveSpan, GrooveUpdate
from drumcircle_gui.protocol.mode_messages import Mode, ModeSpan, ModeStep, ModeTurn, ModeUpdate
from drumcircle_gui.recap.loop_io import loop_frames, render_loop, save_loop
from drumcircle_gui.recap.recap import build_recap, loop_length, loop_score
from drumcircle_gui.recording.export_io import SAMPLE_RATE
from drumcircle_gui.recording.score import build_score
from drumcircle_gui.sound.synth.kit import KEYS, Kit, patch
from drumcircle_gui.timing.units import Beats, beats, seconds
from tests.recording.material import FERN, MOSS, PLAYING, batch, played, welcome
from tests.recording.test_renderer import RATE, onsets

LATE = (0.04, 0.02, 0.0, 0.03)
"""Lateness of Moss in each cycle, in beats."""

SOLO = Mode("solos", (ModeStep(1, (ModeTurn("solo"),)),))


def said(*more, members=(FERN, MOSS), me=1):
    strokes = [(1, float(n), 36) for n in range(16)] + [(2, n + LATE[n // 4], 38) for n in range(16)]
    hello = msgspec.structs.replace(welcome(PLAYING, *members), you=me)
    return [(0.5, hello), *more, (3.0, batch(0, *sorted(strokes, key=lambda stroke: stroke[1])))]


def recap(*more, **options):
    return build_recap(build_score(played(said(*more, **options))))


def test_each_cycle_is_measured_and_the_tightest_is_found():
    of = recap()
    assert [cycle.number for cycle in of.cycles] == [1, 2, 3, 4]
    assert [cycle.spread.deviation for cycle in of.cycles] == pytest.approx([10_000, 5_000, 0, 7_500], rel=0.03)
    assert of.tightest == 2
    assert [cycle.at for cycle in of.cycles] == [seconds(2 * n) for n in range(4)]
    assert [(dot.turn, dot.lane) for dot in of.dots(of.cycles[2])[:3]] == [(0.0, 0), (0.0, 1), (0.25, 0)]


def test_few_strokes_that_happen_to_be_together_are_not_the_tightest_cycle():
    full = [(1, n + 0.03 * (n % 2), 36) for n in range(16)]
    few = [(1, 16.0 + n / 4, 36) for n in range(4)]
    busy = [(2, n / 2 + 0.02 * (n % 2), 38) for n in range(32)]
    strokes = sorted([*full, *few, *busy], key=lambda stroke: stroke[1])
    of = build_recap(build_score(played([(0.5, welcome()), (3.0, batch(0, *strokes))])))
    assert of.cycles[-1].spread.deviation == 0
    assert of.tightest != len(of.cycles) - 1


@pytest.mark.parametrize(
    ("me", "agrees", "seen"), [(0, False, (True, True)), (1, False, (True, False)), (1, True, (True, True))]
)
def test_figures_of_others_are_for_conductors_or_by_agreement(me, agrees, seen):
    moss = msgspec.structs.replace(MOSS, shows_timing=agrees)
    of = recap(members=(FERN, moss), me=max(me, 1)) if me else conductor_recap()
    assert tuple(row.spread is not None for row in of.players) == seen
    assert [row.strokes for row in of.players] == [16, 16]


def conductor_recap():
    return build_recap(build_score(replace(played(said()), me=0)))


def test_the_groove_and_the_mode_of_a_cycle_count():
    thirds = GrooveUpdate((GrooveSpan(1, beats(4), Groove("Thirds", 1, 3)),))
    solo = ModeUpdate((ModeSpan(1, beats(8), beats(4), SOLO),))
    of = recap((2.0, thirds), (2.5, solo))
    assert [cycle.mode for cycle in of.cycles] == ["", "", "Solos", "Solos"]
    assert "Solos" in [mark.text for mark in of.score.marks]
    assert of.score.performance.grooves == thirds.spans


def test_a_loop_is_one_cycle_and_begins_with_it():
    of = recap()
    alone = loop_score(of, of.cycles[1])
    assert [(at, stroke.player) for at, stroke in alone.strokes()][:3] == [(0, 1), (10_000, 2), (500_000, 1)]
    assert loop_length(of.cycles[1]) == seconds(2)
    assert [(mark.beat, mark.text) for mark in alone.marks] == [(Beats(8_000_000), "End of the loop")]


def echoing_kit():
    """Every sound is a click, and another one a quarter of a second later."""
    click = np.zeros(RATE // 4 + 1, np.float32)
    click[0] = click[-1] = 0.4
    return Kit({each.recording: [click] for each in map(patch, range(KEYS))})


def test_a_loop_has_exactly_its_length_and_the_ends_of_its_last_sounds_at_its_beginning():
    strokes = [(1, 4.5, 36), (1, 7.9, 36)]
    of = build_recap(build_score(played([(0.5, welcome()), (3.0, batch(0, *strokes))])))
    [cycle] = of.cycles
    frames = loop_frames(cycle, RATE)
    sound = np.concatenate(list(render_loop(loop_score(of, cycle), echoing_kit(), RATE, frames)))
    assert len(sound) == frames == 2 * RATE
    struck = [round(0.25 * RATE), round(1.95 * RATE)]
    assert onsets(sound) == sorted(frame % frames for on in struck for frame in (on, on + RATE // 4))


def test_a_loop_is_saved_as_sound_and_as_midi(tmp_path):
    of = recap()
    save_loop(of, of.cycles[1], tmp_path / "loop.wav")
    with wave.open(str(tmp_path / "loop.wav")) as sound:
        assert (sound.getnframes(), sound.getframerate()) == (2 * SAMPLE_RATE, SAMPLE_RATE)
    save_loop(of, of.cycles[1], tmp_path / "loop.mid")
    saved = mido.MidiFile(tmp_path / "loop.mid", charset="utf-8")
    assert saved.length == pytest.approx(2.0)
    assert [track.name for track in saved.tracks] == ["Oak", "Fern", "Moß"]
    with pytest.raises(DrumCircleError, match="could not be written"):
        save_loop(of, of.cycles[1], tmp_path / "missing" / "loop.wav")
