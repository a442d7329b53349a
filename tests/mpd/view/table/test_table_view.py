from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from drumcircle_gui.mpd.model.rooms_intents import SetOffset, SetVolumeTrim, SwitchRoom
from drumcircle_gui.mpd.model.rooms_state import Presence
from drumcircle_gui.mpd.view.table.cell_buttons_view import between, switch, zones
from drumcircle_gui.mpd.view.table.rows import RoomsColumn
from drumcircle_gui.mpd.view.table.table_view import RoomsTable
from drumcircle_gui.timing.units import SECOND, Micros
from tests.mpd.views import KITCHEN, QUIET, TERRACE, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table(qtbot):
    view = RoomsTable()
    view.requests = shown(qtbot, view, (1200, 300))
    view.render(state())
    return view


def cell(table, place, column):
    return table.visualRect(table.rooms.index(place, column))


def words(table, place, column):
    return table.rooms.words(place, column)


@pytest.mark.parametrize("width", [900, 1200])
def test_the_small_buttons_nudge_trim_and_switch(table, qtbot, width):
    table.resize(width, 300)
    for column in (RoomsColumn.OFFSET, RoomsColumn.TRIM):
        for zone in zones(column, cell(table, 1, column)):
            assert cell(table, 1, column).contains(zone.rect)
            qtbot.mouseClick(table.viewport(), LEFT, pos=zone.rect.center())
    qtbot.mouseClick(table.viewport(), LEFT, pos=switch(cell(table, 0, RoomsColumn.ON)).center())
    offsets = [SetOffset("Terrace", Micros(ms * 1000)) for ms in (2, 1, 2, 12)]
    assert table.requests == [
        *offsets,
        SetVolumeTrim("Terrace", 93),
        SetVolumeTrim("Terrace", 98),
        SwitchRoom("Kitchen", False),
    ]


def test_between_the_buttons_is_room_for_the_figure(table):
    table.resize(900, 300)
    for column, widest in ((RoomsColumn.TRIM, "\u2212100"), (RoomsColumn.OFFSET, "+1,234")):
        assert between(column, cell(table, 0, column)).width() >= table.fontMetrics().horizontalAdvance(widest)


def test_a_click_elsewhere_only_selects(table, qtbot):
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.mouseClick(table.viewport(), LEFT, pos=cell(table, 1, RoomsColumn.NAME).center())
    assert chosen.args == ["Terrace"]
    qtbot.mouseClick(
        table.viewport(), LEFT, pos=between(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET)).center()
    )
    assert table.requests == []


KEYS = {
    Qt.Key.Key_Space: SwitchRoom("Terrace", False),
    Qt.Key.Key_Left: SetOffset("Terrace", Micros(11_000)),
    Qt.Key.Key_Right: SetOffset("Terrace", Micros(13_000)),
    Qt.Key.Key_Plus: SetVolumeTrim("Terrace", 99),
    Qt.Key.Key_Minus: SetVolumeTrim("Terrace", 97),
}


@pytest.mark.parametrize(("key", "asked"), KEYS.items(), ids=lambda one: getattr(one, "name", ""))
def test_keys_do_what_the_buttons_do(table, qtbot, key, asked):
    table.choose("Terrace")
    qtbot.keyClick(table, key)
    assert table.requests == [asked]


def test_with_shift_the_offset_takes_longer_steps(table, qtbot):
    table.choose("Terrace")
    qtbot.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert table.requests == [SetOffset("Terrace", Micros(2_000))]


def test_without_a_room_keys_do_nothing(table, qtbot):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_T):
        qtbot.keyClick(table, key)
    assert table.requests == []


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Return, "edit_wanted"), (Qt.Key.Key_T, "tap_wanted"), (Qt.Key.Key_Delete, "remove_wanted")],
)
def test_more_is_asked_for_by_key(table, qtbot, key, signal):
    table.choose("Kitchen")
    with qtbot.waitSignal(getattr(table, signal)) as asked:
        qtbot.keyClick(table, key)
    assert asked.args == ["Kitchen"]


def test_everything_is_in_the_menu(table):
    table.choose("Terrace")
    asked = []
    for signal in (table.edit_wanted, table.tap_wanted, table.remove_wanted):
        signal.connect(asked.append)
    for action in table.menu(TERRACE).actions():
        if "Type" not in action.text():
            action.trigger()
    assert table.requests == [SwitchRoom("Terrace", False)]
    assert asked == ["Terrace"] * 3
    assert table.menu(replace(TERRACE, on=False)).actions()[0].text() == "Switch on"


def test_a_double_click_types_a_number_or_edits_the_room(table, qtbot):
    at = between(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    editor = table.findChild(QSpinBox)
    table.render(state(rooms=(KITCHEN, replace(TERRACE, song="Two"))))  # which does not disturb the typing
    qtbot.keyClicks(editor, "-250")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.requests == [SetOffset("Terrace", Micros(-250_000))])
    with qtbot.waitSignal(table.edit_wanted) as asked:
        qtbot.mouseDClick(table.viewport(), LEFT, pos=cell(table, 0, RoomsColumn.NAME).center())
    assert asked.args == ["Kitchen"]


def test_a_quick_second_click_on_a_button_counts(table, qtbot):
    at = zones(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET))[2].rect.center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    assert table.requests == [SetOffset("Terrace", Micros(13_000)), SetOffset("Terrace", Micros(14_000))]
    assert words(table, 1, RoomsColumn.OFFSET) == ("+14", "")
    table.render(state())
    assert words(table, 1, RoomsColumn.OFFSET) == ("+12", "")


def test_the_room_by_which_the_others_are_measured_says_so(table):
    table.render(state(rooms=(replace(KITCHEN, skew=Micros(0), uncertainty=Micros(0)), TERRACE)))
    assert words(table, 0, RoomsColumn.SKEW) == ("reference", "")


def test_what_is_wrong_with_a_room_has_the_place_of_its_song(table):
    assert table.columnSpan(0, RoomsColumn.STATE) == 1
    table.render(state(rooms=(replace(KITCHEN, presence=Presence.REFUSED, problem="wrong password"), TERRACE)))
    assert [table.columnSpan(place, RoomsColumn.STATE) for place in (0, 1)] == [2, 1]
    table.render(state())
    assert table.columnSpan(0, RoomsColumn.STATE) == 1


@pytest.mark.parametrize(("missing", "said"), [(1, "lacks 1 song"), (5, "lacks 5 songs")])
def test_how_many_songs_a_room_lacks(table, missing, said):
    table.render(state(rooms=(replace(KITCHEN, missing=missing), TERRACE)))
    assert words(table, 0, RoomsColumn.STATE) == ("together", said)


def test_who_sits_out_plays_no_song(table):
    table.render(state(rooms=(replace(KITCHEN, presence=Presence.APART), TERRACE)))
    assert words(table, 0, RoomsColumn.SONG) == ("\u2013", "")


@pytest.mark.parametrize("presence", Presence)
def test_each_presence_has_words_and_a_sign_of_its_own(table, qtbot, presence):
    table.render(state(rooms=(replace(KITCHEN, presence=presence), TERRACE)))
    assert words(table, 0, RoomsColumn.STATE)[0]
    sign = cell(table, 0, RoomsColumn.STATE)
    sign.setWidth(24)
    others = (
        one for one in Presence if one is not presence and {one, presence} != {Presence.JOINING, Presence.CONNECTING}
    )
    seen = table.viewport().grab(sign).toImage()
    for other in others:
        table.render(state(rooms=(replace(KITCHEN, presence=other), TERRACE)))
        assert table.viewport().grab(sign).toImage() != seen, other


def test_cells_say_what_is_known(table):
    room = replace(KITCHEN, skew=Micros(-400), uncertainty=Micros(640), loss=0.02, elapsed=Micros(83 * SECOND))
    table.render(state(rooms=(replace(room, playing="pause", leading=True), TERRACE)))
    said = [table.rooms.words(0, column) for column in RoomsColumn]
    assert said == [
        ("Kitchen", "kitchen:6600"),
        ("together", "answers for all"),
        ("One", "1:23 · paused"),
        ("1.9 ms", "2% lost"),
        ("\u22120.4 ±0.6 ms", ""),
        ("0", ""),
        ("0", ""),
        ("on", ""),
    ]
    figures = (RoomsColumn.LATENCY, RoomsColumn.SKEW, RoomsColumn.TRIM, RoomsColumn.OFFSET)
    assert [words(table, 1, column)[0] for column in figures] == ["\u2013", "\u2013", "+98", "+12"]


def test_of_a_room_that_is_gone_only_old_things_are_known_and_not_shown(table):
    gone = replace(KITCHEN, presence=Presence.GONE, problem="connection refused", skew=Micros(5), loss=0.1)
    table.render(state(rooms=(gone,)))
    assert words(table, 0, RoomsColumn.STATE) == ("gone", "connection refused")
    for column in (RoomsColumn.SONG, RoomsColumn.LATENCY, RoomsColumn.SKEW):
        assert words(table, 0, column) == ("\u2013", "")


def test_rows_stay_where_they_are(table):
    table.render(state(rooms=(TERRACE, replace(KITCHEN, name="Attic"), KITCHEN)))
    assert [words(table, place, RoomsColumn.NAME)[0] for place in range(3)] == ["Kitchen", "Terrace", "Attic"]
    table.choose("Terrace")
    table.render(state(rooms=(replace(KITCHEN, name="Attic"), TERRACE)))
    assert [words(table, place, RoomsColumn.NAME)[0] for place in range(2)] == ["Terrace", "Attic"]
    assert table.chosen_room() == "Terrace"
    table.choose(None)
    assert table.chosen_room() is None


def test_only_what_changed_is_painted_again(table):
    told = []
    table.rooms.dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.column())))
    table.render(state())
    assert told == []
    table.render(state(rooms=(replace(KITCHEN, elapsed=Micros(1)), replace(TERRACE, one_way=Micros(5_000)))))
    assert told == [(0, RoomsColumn.SONG, RoomsColumn.SONG), (1, RoomsColumn.LATENCY, RoomsColumn.LATENCY)]
    table.render(state(rooms=(replace(KITCHEN, elapsed=Micros(2)), replace(TERRACE, one_way=Micros(5_001)))))
    assert len(told) == 2


def test_the_button_under_the_mouse_is_lit(table, qtbot):
    zone = zones(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET))[0]
    dull = table.viewport().grab(zone.rect).toImage()
    qtbot.mouseMove(table.viewport(), zone.rect.center())
    assert table.viewport().grab(zone.rect).toImage() != dull
    assert table.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(table.viewport(), cell(table, 0, RoomsColumn.NAME).center())
    assert table.viewport().grab(zone.rect).toImage() == dull
