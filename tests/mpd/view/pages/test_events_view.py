from PySide6.QtCore import QDateTime, Signal

from drumcircle_gui.mpd.model.rooms_state import RoomsEvent
from drumcircle_gui.mpd.view.pages.events_view import EventsList
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.mpd.views import QUIET, shown

pytestmark = QUIET


class Listed(EventsList):
    requested = Signal(object)


def event(number, text="31 ms late: brought forward", kind="correction", ago=0):
    return RoomsEvent(number, Micros(local_micros() - ago * SECOND), kind, "Terrace", text)


def texts(view):
    return [view.events.index(place).data() for place in range(view.events.rowCount())]


def test_new_events_come_first_and_old_ones_are_dropped(qtbot):
    view = Listed()
    shown(qtbot, view, (400, 200))
    some = tuple(event(n, f"number {n}") for n in range(5))
    view.render(some[:2])
    inserted = []
    view.events.rowsInserted.connect(lambda *_: inserted.append(1))
    view.render(some[:2])
    assert inserted == []
    assert [text.rpartition(" ")[2] for text in texts(view)] == ["1", "0"]
    view.render(some[1:])
    assert [text.rpartition(" ")[2] for text in texts(view)] == ["4", "3", "2", "1"]
    view.render(())
    assert texts(view) == []


def test_events_show_the_time_of_day(qtbot):
    view = Listed()
    shown(qtbot, view)
    view.render((event(1, ago=3600),))
    when, _, rest = texts(view)[0].partition(" ")
    shown_time = QDateTime.fromString(when, "HH:mm:ss").time()
    assert abs(shown_time.secsTo(QDateTime.currentDateTime().addSecs(-3600).time())) <= 2
    assert rest == "Terrace 31 ms late: brought forward"


def test_each_kind_of_event_has_a_symbol_of_its_own(qtbot):
    view = Listed()
    shown(qtbot, view, (400, 200))
    seen = []
    for number, kind in enumerate(("correction", "room", "command", "problem")):
        view.events.render((RoomsEvent(number, Micros(0), kind, "Hall", "x"),))
        picture = view.viewport().grab(view.visualRect(view.events.index(0)).adjusted(60, 0, -200, 0)).toImage()
        assert all(picture != other for other in seen)
        seen.append(picture)
