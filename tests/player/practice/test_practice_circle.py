"""A practice circle in virtual time: strokes come round, bots play from the first beat, cycles are scored."""

from dataclasses import replace

from drumcircle_gui.listening.playback_schedule import PlaybackSchedule
from drumcircle_gui.player.practice.practice_circle import MAX_LOOPED, ME, PracticeCircle, PracticeSetup
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, SECOND, Micros, tempo_of_bpm

BEGIN = Micros(77 * SECOND)
SETUP = PracticeSetup(tempo_of_bpm(120), Meter(4))
TICK = SECOND // 5


class Played:
    """A practice circle and the schedule of its listener, run by `until`."""

    def __init__(self, setup=SETUP):
        self.circle = PracticeCircle(setup, "Oak", "Practice", BEGIN)
        self.schedule = PlaybackSchedule()
        self.now = BEGIN
        self.plays = []

    def until(self, seconds, strikes=()):
        """Run until that many seconds after BEGIN; `strikes`: the player's strokes at these seconds."""
        strikes = sorted(strikes)
        while self.now < BEGIN + seconds * SECOND:
            while strikes and BEGIN + strikes[0] * SECOND <= self.now:
                if stroke := self.circle.strike(Micros(round(BEGIN + strikes.pop(0) * SECOND)), 91, 90):
                    self.schedule.add(self.circle.circle, [stroke])
            self.schedule.add(self.circle.circle, self.circle.coming(self.now))
            plays, late = self.schedule.due(self.circle.circle, self.now)
            assert late == 0
            self.plays += plays
            self.now = Micros(self.now + TICK)

    def heard(self, player):
        """When strokes of a player sound, in beats from the first beat of the circle."""
        start = next(segment for segment in self.circle.circle.timeline.segments if segment.running)
        begin = self.circle.circle.clock.local(start.at)
        return [round((play.at - begin) / start.tempo, 3) for play in self.plays if play.channel == player]


def started(setup=SETUP):
    played = Played(setup)
    played.circle.start(played.now)
    return played


def test_a_count_in_precedes_the_first_beat():
    played = started()
    played.until(4)
    assert played.heard(GUIDE_CHANNEL)[:6] == [-4, -3, -2, -1, 0, 1]


def test_own_strokes_come_round_once_one_period_later():
    played = started()
    played.until(9, [3.0, 3.3])
    first = (3.0 - 2.5) * 2
    assert played.heard(ME) == [round(first + 4, 3), round(first + 4.6, 3)]


def test_in_a_loop_they_keep_coming_round():
    played = started(replace(SETUP, loop=True))
    played.until(11, [3.0])
    assert played.heard(ME) == [5.0, 9.0, 13.0, 17.0][: len(played.heard(ME))]
    assert len(played.heard(ME)) >= 3


def test_bots_play_from_the_first_beat_and_each_stroke_once():
    played = started(replace(SETUP, bots=2, pattern="even"))
    played.until(7)
    heard = played.heard(ME + 1)
    assert heard[:8] == [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]
    assert len(set(heard)) == len(heard)
    assert played.heard(ME + 2)
    assert [member.name for member in played.circle.circle.members][:1] == ["Oak"]


def test_a_cycle_is_scored_when_it_has_ended():
    played = started()
    played.until(4.4, [2.5, 3.0, 3.53])
    assert played.circle.scores == []
    played.until(5.2)
    (score,) = played.circle.scores
    assert (score.cycle, score.strokes, score.bias) == (1, 3, 10_000)


def test_a_stroke_that_is_known_only_after_its_cycle_counts_in_its_score():
    """Strokes at a microphone are reported late."""
    played = started()
    played.until(4.7, [2.5, 3.0])
    played.circle.strike(Micros(round(BEGIN + 4.4 * SECOND)), 91, 90)
    played.until(5.2)
    assert [(score.cycle, score.strokes) for score in played.circle.scores] == [(1, 3)]


def test_while_it_stands_still_nothing_is_judged():
    played = Played()
    assert played.circle.strike(BEGIN, 91, 90) is None
    assert not played.circle.running


def test_it_stops_with_the_cycle_and_starts_again():
    played = started()
    played.until(3)
    played.circle.stop(played.now)
    played.until(6)
    assert not played.circle.running
    assert max(played.heard(GUIDE_CHANNEL)) == 3
    played.circle.start(played.now)
    assert played.circle.running


def test_tempo_changes_with_a_cycle_and_bots_at_once():
    played = started()
    played.until(4)
    played.circle.configure(replace(SETUP, tempo=tempo_of_bpm(60), bots=1), played.now)
    assert len(played.circle.circle.members) == 2
    assert played.circle.circle.timeline.latest.tempo == SECOND
    assert played.circle.circle.timeline.latest.beat % (4 * BEAT) == 0


def test_of_many_changes_of_the_tempo_the_latest_comes_with_the_next_cycle():
    played = started()
    played.until(4)
    for bpm in range(121, 141):
        played.circle.configure(replace(SETUP, tempo=tempo_of_bpm(bpm)), played.now)
    latest = played.circle.circle.timeline.latest
    assert (latest.tempo, latest.running) == (tempo_of_bpm(140), True)
    assert latest.at - played.circle.circle.clock.circle(played.now) < 5 * SECOND


def test_a_score_names_the_tempo_that_was_played():
    played = started()
    played.until(4, [2.5, 3.0])
    played.circle.configure(replace(SETUP, tempo=tempo_of_bpm(200)), played.now)
    played.until(5.2)
    assert [score.tempo for score in played.circle.scores] == [SETUP.tempo]


def test_a_loop_has_a_limit():
    played = started(replace(SETUP, loop=True))
    played.until(4.8, [2.5 + 0.002 * number for number in range(MAX_LOOPED + 88)])
    played.until(9)
    assert len(played.circle._mine) <= MAX_LOOPED
