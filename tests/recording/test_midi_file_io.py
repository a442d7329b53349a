"""Standard MIDI Files, read again by mido."""

import io
from dataclasses import replace

import mido
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.recording.midi_file_io import (
    MAX_DELTA,
    MAX_PLAYERS,
    NOTE_LENGTH,
    TICKS,
    MidiFileError,
    general_midi_key,
    write_midi_file,
)
from drumcircle_gui.recording.score import Score, build_score
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, Meter, Timeline
from drumcircle_gui.timing.units import BEAT, seconds, tempo_of_bpm

from .material import PLAYING, batch, played, welcome
from .test_performance import histories
from .test_score import STRUCK, heard


def read(of: Score) -> mido.MidiFile:
    file = io.BytesIO()
    write_midi_file(of, file)
    return mido.MidiFile(file=io.BytesIO(file.getvalue()), charset="utf-8")


def timed(track: mido.MidiTrack) -> list[tuple[int, mido.Message]]:
    now, found = 0, []
    for message in track:
        now += message.time
        found.append((now, message))
    return found


def notes(track: mido.MidiTrack, kind: str = "note_on") -> list[tuple[int, int, int]]:
    return [(at, m.note, m.velocity) for at, m in timed(track) if m.type == kind]


def test_each_player_has_a_track_with_the_players_name():
    file = read(build_score(played()))
    assert (file.type, file.ticks_per_beat) == (1, TICKS)
    assert [track.name for track in file.tracks] == ["Oak", "Fern", "Moß", "Wren"]
    assert notes(file.tracks[1]) == [(0, 36, 100), (2 * TICKS, 36, 100)]
    assert notes(file.tracks[2]) == [(TICKS // 2, 38, 100), (7 * TICKS, 38, 100)]
    assert {m.channel for track in file.tracks for m in track if not m.is_meta} == {9}


def test_the_first_track_holds_tempo_bars_and_markers():
    conductor = timed(read(build_score(played())).tracks[0])
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
def test_a_bar_is_a_cycle_in_every_meter(meter: Meter):
    timeline = Timeline.stopped(tempo_of_bpm(30), meter).changed(seconds(1), running=True)
    (bars,) = [m for m in read(heard(timeline, (1, 0.0, 36))).tracks[0] if m.type == "time_signature"]
    assert (bars.numerator, bars.denominator) == (meter.beats, 4)


def test_a_note_ends_before_the_next_one_on_its_key_and_equal_notes_stay_two():
    close = NOTE_LENGTH / 2 / TICKS
    (track,) = read(heard(PLAYING, *[(1, beat, 38) for beat in (0.0, 0.0, close, 3.0)])).tracks[1:]
    assert [at for at, _, _ in notes(track)] == [0, 0, NOTE_LENGTH // 2, 3 * TICKS]
    assert sorted(at for at, _, _ in notes(track, "note_off"))[-1] == 3 * TICKS + NOTE_LENGTH
    at_the_second = [m.type for at, m in timed(track) if at == NOTE_LENGTH // 2]
    assert at_the_second == ["note_off", "note_on"]


def test_a_score_without_strokes_is_a_valid_file():
    file = read(build_score(played([(0.0, welcome())])))
    assert (len(file.tracks), file.length) == (1, 0)


def test_a_stroke_hours_later_is_at_its_tick():
    far = heard(PLAYING, (1, 0.0, 38), (1, 40_000.0, 38))
    assert notes(read(far).tracks[1])[-1][0] == 40_000 * TICKS


@given(histories(), STRUCK)
def test_every_stroke_is_within_half_a_tick_of_where_it_sounded(timeline: Timeline, struck):
    of = heard(timeline, *struck)
    written = sorted(note for track in read(of).tracks[1:] for note in notes(track))
    wanted = sorted(((beat - of.begin) * TICKS / BEAT, stroke.pad) for beat, stroke in of.beats())
    for (tick, _, velocity), (exact, _) in zip(written, wanted, strict=True):
        assert abs(tick - exact) <= 0.5
        assert velocity == 100


@given(histories(), STRUCK)
def test_the_tempo_map_gives_the_times_at_which_strokes_sounded(timeline: Timeline, struck):
    of, now, sounded = heard(timeline, *struck), 0.0, []
    for message in read(of):
        now += message.time
        sounded += [now] if message.type == "note_on" else []
    assert sounded == pytest.approx([at / 1_000_000 for at, _ in of.strokes()], abs=0.005)


def test_the_strokes_of_every_batch_are_written():
    said = [(0.0, welcome()), *[(1.0, batch(number, (2, float(number), 40))) for number in range(50)]]
    assert len(notes(read(build_score(played(said))).tracks[1])) == 50


def test_keys_outside_general_midi_are_mapped_and_kept_in_a_text_event():
    (track,) = read(heard(PLAYING, (1, 0.0, 90), (1, 1.0, 36), (1, 2.0, 94))).tracks[1:]
    assert notes(track) == [(0, 64, 100), (TICKS, 36, 100), (2 * TICKS, 45, 100)]
    texts = [(at, m.text) for at, m in timed(track) if m.type == "text"]
    assert texts == [(0, "Drum Circle key 90"), (2 * TICKS, "Drum Circle key 94")]


@given(st.integers(0, 127))
def test_every_key_has_a_general_midi_key_and_general_keys_stay(key: int):
    general = general_midi_key(key)
    assert 27 <= general <= 87
    assert general == key or not 27 <= key <= 87


@pytest.mark.parametrize("key", [21, 22, 23, 26])
def test_every_hi_hat_of_electronic_kits_becomes_a_general_midi_hi_hat(key: int):
    assert general_midi_key(key) in (42, 44, 46)


def test_a_silence_beyond_the_range_of_the_format_is_refused():
    beyond = MAX_DELTA / TICKS + 10
    with pytest.raises(MidiFileError, match="silence"):
        read(heard(PLAYING, (1, 0.0, 36), (1, beyond, 36)))


def test_too_many_players_are_refused():
    score = build_score(played())
    many = replace(score.performance, players=score.performance.players[:1] * (MAX_PLAYERS + 1))
    with pytest.raises(MidiFileError, match="32,767"):
        read(replace(score, performance=many))
