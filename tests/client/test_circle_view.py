import pytest

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client import hub_view
from drumcircle_gui.client.circle_state import CircleNotice, HeardStroke, LinkState
from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol.messages import ConnectionQuality, Cue
from drumcircle_gui.protocol.mode_messages import ModeSpan
from drumcircle_gui.timing.estimator import ClockExchange
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, Micros, beats, seconds, tempo_of_bpm
from drumcircle_gui.widgets.notice import Notice as Shown
from drumcircle_gui.widgets.ring.ring import Dot, Lane
from tests.tools.circle_snapshots import FERN, OAK, PLAYING, REED, STOPPED, WREN, circle, clock_at, said


def test_circle_time_is_0_until_the_clock_is_known():
    assert show.clock_of(circle(clock=None))() == 0
    assert show.clock_of(circle(clock=clock_at(4)))() >= seconds(2)


def test_players_have_lanes_and_conductors_that_do_not_play_have_none():
    lanes = show.lanes(circle(members=(OAK, FERN, REED, WREN)))
    assert lanes == (Lane(2, "Fern", 1), Lane(3, "Reed", 2, dimmed=True), Lane(4, "Wren", 3, dimmed=True))
    assert [(one.key, one.name, one.colour) for one in show.series(circle())] == [(2, "Fern", 1), (3, "Reed", 2)]


def test_a_conductor_that_plays_along_has_a_lane():
    playing = circle(members=(OAK, FERN), drumming=frozenset({OAK.id}))
    assert [lane.player for lane in show.lanes(playing)] == [OAK.id, FERN.id]


def test_strokes_become_dots_on_the_beat_they_were_struck_on():
    stroke = HeardStroke(FERN.id, Beats(5), 38, 100, Micros(1))
    assert show.dots([stroke], circle()) == [Dot(FERN.id, Beats(5), 100)]
    stop = make_mode(ModeChoice("stop"), Ensemble(()))
    silence = ModePlan((ModeSpan(1, Beats(0), beats(16), stop),))
    assert show.dots([stroke], circle(modes=silence)) == [Dot(FERN.id, Beats(5), 100, silent=True)]


def test_a_row_shows_how_well_a_player_is_connected():
    fern, reed = show.rows(circle(me=FERN.id), {REED.id: 3})
    assert (fern.round_trip, fern.bound, fern.margin, fern.late, fern.tight, fern.me) == (
        *(22_000, 11_000, 7_600_000, 0),
        *(False, True),
    )
    assert (reed.round_trip, reed.bound, reed.margin, reed.late, reed.tight, reed.muted) == (
        *(None, None, None, 3),
        *(False, True),
    )


def test_a_player_without_measurements_has_a_row():
    (row,) = show.rows(circle(members=(WREN,), qualities=()), {})
    assert (row.round_trip, row.margin, row.connected) == (None, None, False)


@pytest.mark.parametrize(("margin", "tight"), [(2_000_000, False), (1_999_999, True), (-5, True)])
def test_a_quarter_of_the_period_to_spare_is_enough(margin, tight):
    standing = ConnectionQuality(FERN.id, 22_000, 11_000, margin, 0)
    assert show.rows(circle(members=(FERN,), qualities=(standing,)), {})[0].tight is tight


def test_a_chat_line_keeps_its_senders_colour_after_they_left():
    here, gone = circle(chat=(said(1, "hello"),)), circle(chat=(said(1, "hello"),), members=(OAK,))
    assert [line.colour for line in show.chat_lines(here)] == [FERN.colour]
    assert [line.text for line in show.chat_lines(gone)] == ["hello"]
    assert [member.name for member in show.chat_members(here)] == ["Oak", "Fern", "Reed"]


def test_notices_are_identified_by_their_numbers():
    assert show.notices([CircleNotice(7, "It rained", "Dry up")]) == (Shown("7", "It rained", "Dry up", "warn"),)


@pytest.mark.parametrize(
    ("link", "round_trip", "expected"),
    [
        (LinkState.CONNECTING, None, ("Connecting", "waiting")),
        (LinkState.JOINED, None, ("Connected", "good")),
        (LinkState.JOINED, Micros(22_400), ("Connected, 22 ms", "good")),
        (LinkState.RECONNECTING, Micros(22_400), ("Reconnecting", "warn")),
        (LinkState.ENDED, None, ("Not connected", "bad")),
    ],
)
def test_the_state_of_the_connection_in_words(link, round_trip, expected):
    exchange = None if round_trip is None else ClockExchange(Micros(0), Micros(7), Micros(7), round_trip)
    assert show.status(circle(link=link, exchange=exchange)) == expected


def test_the_period_lasts_as_long_as_at_the_current_tempo():
    assert show.period_seconds(circle()) == 8
    later = PLAYING.changed(seconds(100), tempo=tempo_of_bpm(60))
    assert show.period_seconds(circle(timeline=later)) == 8
    assert show.period_seconds(circle(timeline=later, clock=clock_at(300))) == 16


def hub(**changes):
    return hub_view.hub(circle(**changes))


def test_the_hub_shows_the_cue_and_the_next_change():
    assert hub(clock=None) == ("", "", "finding the beat")
    assert hub(clock=None, link=LinkState.WAITING) == ("", "", "waiting to be let in")
    assert hub(timeline=STOPPED, role="conductor") == ("", "Ready", "press Start")
    assert hub(timeline=STOPPED, role="player") == ("", "Ready", "waiting for the conductor")
    assert hub() == ("", "Play", "beat 5 of 16")
    assert hub(cue=Cue("Listen", "Hands off")) == ("Hands off", "Listen", "beat 5 of 16")


@pytest.mark.parametrize(
    ("before", "change", "expected"),
    [
        (STOPPED, {"running": True}, ("", "Get ready", "begins in 4 s")),
        (STOPPED, {"tempo": tempo_of_bpm(90)}, ("", "Ready", "90 bpm in 4 s")),
        (PLAYING, {"running": False}, ("", "Play", "stops in 4 s")),
        (PLAYING, {"tempo": tempo_of_bpm(132.5)}, ("", "Play", "132.5 bpm in 4 s")),
        (PLAYING, {"meter": Meter(8, 3)}, ("", "Play", "24 beats in 4 s")),
        (PLAYING, {"tempo": tempo_of_bpm(90), "meter": Meter(12)}, ("", "Play", "90 bpm, 12 beats in 4 s")),
    ],
)
def test_the_hub_counts_down_to_a_change(before, change, expected):
    timeline = before.changed(seconds(6), **change)
    at = 2 * timeline.latest.at / 1_000_000 - 8
    assert hub(timeline=timeline, clock=clock_at(at + 0.02)) == expected


def test_the_hub_counts_in():
    timeline = STOPPED.changed(seconds(60), running=True)
    begin = 2 * timeline.latest.at / 1_000_000
    words = [hub(timeline=timeline, clock=clock_at(begin - before + 0.01))[1] for before in (5, 4, 3, 2, 1)]
    assert words == ["Get ready", "1", "2", "3", "4"]


def test_the_hub_shows_the_next_of_several_changes():
    timeline = STOPPED.changed(seconds(60), running=True).changed(seconds(61), tempo=tempo_of_bpm(90))
    begin = 2 * timeline.segments[-2].at / 1_000_000
    assert hub(timeline=timeline, clock=clock_at(begin - 8))[1:] == ("Get ready", "begins in 4 s")
