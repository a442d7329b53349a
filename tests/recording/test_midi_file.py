"""What is exported is what mido reads."""

import io

import mido
import pytest
from hypothesis import given, settings

from drumcircle_gui.recording.midi_file import LENGTH, TICKS, midi_file
from drumcircle_gui.recording.score import Score, score
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, Meter, Timeline
from drumcircle_gui.timing.units import BEAT, seconds, tempo_of_bpm

from .material import PLAYING, batch, played, welcome
from .test_performance import histories
from .test_score import STRUCK, heard


def read(of: Score) -> mido.MidiFile:
    return mido.MidiFile(file=io.BytesIO(b"".join(midi_file(of))), charset="utf-8")


def timed(track: mido.MidiTrack) -> list[tuple[int, mido.Message]]:
    now, found = 0, []
    for message in track:
        now += message.time
        found.append((now, message))
    return found


def notes(track: mido.MidiTrack, kind: str = "note_on") -> list[tuple[int, int, int]]:
    return [(at, m.note, m.velocity) for at, m in timed(track) if m.type == kind]


def test_a_track_for_each_player_named_after_them():
    file = read(score(played()))
    assert (file.type, file.ticks_per_beat) == (1, TICKS)
    assert [track.name for track in file.tracks] == ["Oak", "Fern", "Moß", "Wren"]
    assert notes(file.tracks[1]) == [(0, 36, 100), (2 * TICKS, 36, 100)]
    assert notes(file.tracks[2]) == [(TICKS // 2, 38, 100), (7 * TICKS, 38, 100)]
    assert {m.channel for track in file.tracks for m in track if not m.is_meta} == {9}


def test_the_first_track_holds_tempo_bars_and_markers():
    conductor = timed(read(score(played())).tracks[0])
    assert [(at, m.tempo) for at, m in conductor if m.type == "set_tempo"] == [(0, 500_000), (4 * TICKS, 666_667)]
    (bars,) = [(at, m.numerator, m.denominator) for at, m in conductor if m.type == "time_signature"]
    assert bars == (0, 4, 4)
    assert [(at / TICKS, m.text) for at, m in conductor if m.type == "marker"][:4] == [
        (0, "120 bpm"),
        (1, "Listen"),
        (3, "Wren joins"),
        (4, "90 bpm"),
    ]


@pytest.mark.parametrize("meter", [Meter(1), Meter(3, 5), Meter(MAX_CYCLE_BEATS)])
def test_every_meter_is_a_bar(meter: Meter):
    timeline = Timeline.stopped(tempo_of_bpm(30), meter).changed(seconds(1), running=True)
    (bars,) = [m for m in read(heard(timeline, (1, 0.0, 36))).tracks[0] if m.type == "time_signature"]
    assert (bars.numerator, bars.denominator) == (meter.beats, 4)


def test_a_note_ends_before_it_begins_again_and_two_at_once_are_two():
    close = LENGTH / 2 / TICKS
    (track,) = read(heard(PLAYING, *[(1, beat, 38) for beat in (0.0, 0.0, close, 3.0)])).tracks[1:]
    assert [at for at, _, _ in notes(track)] == [0, 0, LENGTH // 2, 3 * TICKS]
    assert sorted(at for at, _, _ in notes(track, "note_off"))[-1] == 3 * TICKS + LENGTH
    at_the_second = [m.type for at, m in timed(track) if at == LENGTH // 2]
    assert at_the_second == ["note_off", "note_on"]


def test_nothing_played_is_still_a_file():
    file = read(score(played([(0.0, welcome())])))
    assert (len(file.tracks), file.length) == (1, 0)


def test_long_texts_and_times_have_long_lengths():
    far = heard(PLAYING, (1, 0.0, 38), (1, 40_000.0, 38))
    assert notes(read(far).tracks[1])[-1][0] == 40_000 * TICKS


@given(histories(), STRUCK)
@settings(max_examples=30)
def test_every_stroke_stands_where_it_sounded_to_half_a_tick(timeline: Timeline, struck):
    of = heard(timeline, *struck)
    written = sorted(note for track in read(of).tracks[1:] for note in notes(track))
    wanted = sorted(((beat - of.begin) * TICKS / BEAT, stroke.pad) for beat, stroke in of.beats())
    for (tick, _, velocity), (exact, _) in zip(written, wanted, strict=True):
        assert abs(tick - exact) <= 0.5
        assert velocity == 100


@given(histories(), STRUCK)
@settings(max_examples=30)
def test_its_seconds_are_those_in_which_it_was_heard(timeline: Timeline, struck):
    of, now, sounded = heard(timeline, *struck), 0.0, []
    for message in read(of):
        now += message.time
        sounded += [now] if message.type == "note_on" else []
    assert sounded == pytest.approx([at / 1_000_000 for at, _ in of.strokes()], abs=0.005)


def test_batches_are_all_told(tmp_path):
    said = [(0.0, welcome()), *[(1.0, batch(number, (2, float(number), 40))) for number in range(50)]]
    file = tmp_path / "whole.mid"
    file.write_bytes(b"".join(midi_file(score(played(said)))))
    assert len(notes(mido.MidiFile(file).tracks[1])) == 50
