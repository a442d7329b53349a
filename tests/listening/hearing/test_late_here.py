"""Late strokes count against the network only where nothing else delayed them."""

from drumcircle_gui.listening.hearing.hearing_view import HearingCard
from drumcircle_gui.listening.hearing.late_here import SETTLING, LateHere
from drumcircle_gui.listening.hearing.reasons import MIN_LATE_HERE
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.sound.messages import AudioStatus
from drumcircle_gui.timing.units import SECOND, Micros, beats
from tests.tools.circle_snapshots import FERN, REED, circle, clock_at
from tests.tools.circle_snapshots import OAK as ME


def reports(late):
    return (ConnectionQuality(ME.id, 22_000, 900, 7_600_000, late),)


def test_late_strokes_are_counted():
    late, start = LateHere(), Micros(SETTLING)
    for second, count in enumerate((0, 0, 2, 5)):
        found = late.update(reports(count), ME.id, "Speakers", Micros(start + 10 * second * SECOND))
    assert found == 5


def test_those_around_a_change_of_the_device_are_not():
    late, start = LateHere(), Micros(10 * SETTLING)
    late.update(reports(0), ME.id, "Speakers", Micros(0))
    assert late.update(reports(2), ME.id, "Speakers", start) == 2
    for second in range(6):
        found = late.update(reports(2 + 3 * min(second, 4)), ME.id, "Headphones", Micros(start + second * SECOND))
    assert found == 0
    assert late.update(reports(15), ME.id, "Headphones", Micros(start + SETTLING + 3 * SECOND)) == 1


def test_a_few_late_strokes_leave_it_said_that_the_player_can_be_heard(qtbot, monkeypatch):
    now = Micros(SECOND)
    monkeypatch.setattr("drumcircle_gui.listening.hearing.hearing_view.local_micros", lambda: now)
    card, sound = HearingCard(), SoundStatus(AudioStatus("Speakers", 48_000, 256, Micros(11_400), ""))
    qtbot.addWidget(card)
    card.show()

    def said(late):
        nonlocal now
        now = Micros(now + 2 * SETTLING)
        players = circle(members=(ME, FERN, REED), clock=clock_at(20), qualities=reports(late))
        card.render(PlayerState(players, sound))
        card._played.add(FERN.id, beats(1), beats(16))
        card._played.add(FERN.id, beats(16), beats(16))
        card.ask(FERN.id)
        return card.lines[0].what.text()

    said(0)
    heard = said(0)
    assert FERN.name in heard
    assert said(1) == said(MIN_LATE_HERE - 1) == heard
    assert said(MIN_LATE_HERE) != heard
