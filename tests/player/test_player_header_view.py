import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import seconds, tempo_of_bpm
from tests.tools.circle_snapshots import FERN, PLAYING, clock_at


@pytest.fixture
def header(view):
    return view.header


def test_the_header_shows_the_tempo_in_force(header, view, plays):
    assert header.name.accessibleName() == "Glade"
    assert [figure._figure.text() for figure in (header.tempo, header.beats, header.until)] == ["120", "16", "8.0"]
    slower = PLAYING.changed(seconds(100), tempo=tempo_of_bpm(62.5), meter=Meter(8, 2))
    view.render(plays(timeline=slower))
    assert header.tempo._figure.text() == "120"
    view.render(plays(timeline=slower, clock=clock_at(400)))
    assert header.tempo._figure.text() == "62.5"


def test_the_header_shows_how_early_the_players_strokes_arrive(header, view, plays):
    for margin, said in (
        (7_640_000, "Your strokes arrive 7.6 s early"),
        (None, "You are Fern"),
        (-400_000, "Your strokes arrive 0.4 s too late"),
    ):
        view.render(plays(qualities=(ConnectionQuality(FERN.id, 22_000, 400, margin, 0),)))
        assert header.about.accessibleName() == said


def test_a_lost_connection_is_shown_with_its_reason(header, view, plays):
    view.render(plays(link=LinkState.RECONNECTING, problem="The connection was lost."))
    assert header.about.accessibleName() == "The connection was lost."
    assert header.status.accessibleName() == "Reconnecting"
    view.render(plays(link=LinkState.CONNECTING, name=""))
    assert header.about.accessibleName() == "connecting"
    assert header.name.accessibleName() == "Drum circle"
    view.render(plays(link=LinkState.WAITING))
    assert header.about.accessibleName() == "The conductor has been asked"
