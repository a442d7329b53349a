from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QSpinBox

from drumcircle_gui.mpd.model.rooms_intents import SetOffset, SetVolumeTrim, SwitchRoom
from drumcircle_gui.mpd.model.rooms_state import Presence
from drumcircle_gui.mpd.view.table.cell_buttons_view import cell_buttons, switch_rect, value_rect
from drumcircle_gui.mpd.view.table.rows import RoomsColumn
from drumcircle_gui.mpd.view.table.table_view import RoomsTable
from drumcircle_gui.timing.units import SECOND, Micros
from tests.mpd.views import KITCHEN, QUIET, TERRACE, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton
MOUSE = QContextMenuEvent.Reason.Mouse


@pytest.fixture
def table(qtbot):
    view = RoomsTable()
    view.requests = shown(qtbot, view, (1200, 300))
    view.render(state())
    return view


def cell(table, place, column):
    return table.visualRect(table.rooms.index(place, column))


def texts(table, place, column):
    return table.rooms.texts(place, column)


@pytest.mark.parametrize("width", [900, 1200])
def test_the_small_buttons_nudge_trim_and_switch(table, qtbot, width):
    table.resize(width, 300)
    for column in (RoomsColumn.OFFSET, RoomsColumn.TRIM):
        for button in cell_buttons(column, cell(table, 1, column)):
            assert cell(table, 1, column).contains(button.rect)
            qtbot.mouseClick(table.viewport(), LEFT, pos=button.rect.center())
    qtbot.mouseClick(table.viewport(), LEFT, pos=switch_rect(cell(table, 0, RoomsColumn.ON)).center())
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
        assert value_rect(column, cell(table, 0, column)).width() >= table.fontMetrics().horizontalAdvance(widest)


def test_a_click_outside_the_buttons_only_selects(table, qtbot):
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.mouseClick(table.viewport(), LEFT, pos=cell(table, 1, RoomsColumn.NAME).center())
    assert chosen.args == ["Terrace"]
    qtbot.mouseClick(
        table.viewport(), LEFT, pos=value_rect(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET)).center()
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


def test_shift_makes_the_steps_of_the_offset_longer(table, qtbot):
    table.choose("Terrace")
    qtbot.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert table.requests == [SetOffset("Terrace", Micros(2_000))]


def test_without_a_room_keys_do_nothing(table, qtbot):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_T):
        qtbot.keyClick(table, key)
    assert table.requests == []


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Return, "edit_requested"), (Qt.Key.Key_T, "tap_requested"), (Qt.Key.Key_Delete, "remove_requested")],
)
def test_dialogs_are_requested_by_key(table, qtbot, key, signal):
    table.choose("Kitchen")
    with qtbot.waitSignal(getattr(table, signal)) as asked:
        qtbot.keyClick(table, key)
    assert asked.args == ["Kitchen"]


def test_everything_is_in_the_menu(table):
    table.choose("Terrace")
    asked = []
    for signal in (table.edit_requested, table.tap_requested, table.remove_requested):
        signal.connect(asked.append)
    for action in table.menu(TERRACE).actions():
        if "Type" not in action.text():
            action.trigger()
    assert table.requests == [SwitchRoom("Terrace", False)]
    assert asked == ["Terrace"] * 3
    assert table.menu(replace(TERRACE, on=False)).actions()[0].text() == "Switch on"


def test_a_double_click_types_a_number_or_edits_the_room(table, qtbot):
    at = value_rect(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    editor = table.findChild(QSpinBox)
    table.render(state(rooms=(KITCHEN, replace(TERRACE, song="Two"))))  # does not disturb the typing
    qtbot.keyClicks(editor, "-250")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.requests == [SetOffset("Terrace", Micros(-250_000))])
    with qtbot.waitSignal(table.edit_requested) as asked:
        qtbot.mouseDClick(table.viewport(), LEFT, pos=cell(table, 0, RoomsColumn.NAME).center())
    assert asked.args == ["Kitchen"]


def test_a_quick_second_click_on_a_button_counts(table, qtbot):
    at = cell_buttons(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET))[2].rect.center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    assert table.requests == [SetOffset("Terrace", Micros(13_000)), SetOffset("Terrace", Micros(14_000))]
    assert texts(table, 1, RoomsColumn.OFFSET) == ("+14", "")
    table.render(state())
    assert texts(table, 1, RoomsColumn.OFFSET) == ("+12", "")


def test_the_reference_room_is_named_as_such(table):
    table.render(state(rooms=(replace(KITCHEN, skew=Micros(0), uncertainty=Micros(0)), TERRACE)))
    assert texts(table, 0, RoomsColumn.SKEW) == ("reference", "")


def test_a_problem_takes_the_cell_of_the_song(table):
    assert table.columnSpan(0, RoomsColumn.STATE) == 1
    table.render(state(rooms=(replace(KITCHEN, presence=Presence.REFUSED, problem="wrong password"), TERRACE)))
    assert [table.columnSpan(place, RoomsColumn.STATE) for place in (0, 1)] == [2, 1]
    table.render(state())
    assert table.columnSpan(0, RoomsColumn.STATE) == 1


@pytest.mark.parametrize(("missing", "said"), [(1, "lacks 1 song"), (5, "lacks 5 songs")])
def test_how_many_songs_a_room_lacks(table, missing, said):
    table.render(state(rooms=(replace(KITCHEN, missing=missing, skew=Micros(0)), TERRACE)))
    assert texts(table, 0, RoomsColumn.STATE) == ("together", said)


def test_a_room_without_the_song_shows_none(table):
    table.render(state(rooms=(replace(KITCHEN, presence=Presence.APART), TERRACE)))
    assert texts(table, 0, RoomsColumn.SONG) == ("", "")


@pytest.mark.parametrize("presence", Presence)
def test_each_state_has_a_text_and_a_symbol_of_its_own(table, qtbot, presence):
    table.render(state(rooms=(replace(KITCHEN, presence=presence), TERRACE)))
    assert texts(table, 0, RoomsColumn.STATE)[0]
    sign = cell(table, 0, RoomsColumn.STATE)
    sign.setWidth(24)
    others = (
        one for one in Presence if one is not presence and {one, presence} != {Presence.JOINING, Presence.CONNECTING}
    )
    seen = table.viewport().grab(sign).toImage()
    for other in others:
        table.render(state(rooms=(replace(KITCHEN, presence=other), TERRACE)))
        assert table.viewport().grab(sign).toImage() != seen, other


def test_the_texts_of_the_cells(table):
    room = replace(KITCHEN, skew=Micros(-400), uncertainty=Micros(640), loss=0.02, elapsed=Micros(83 * SECOND))
    table.render(state(rooms=(replace(room, playing="pause", leading=True), TERRACE)))
    said = [table.rooms.texts(0, column) for column in RoomsColumn]
    assert said == [
        ("Kitchen", "kitchen:6600"),
        ("together", "lead room"),
        ("One", "1:23 · paused"),
        ("1.9 ms", "2% lost"),
        ("\u22120.4 ±0.6 ms", ""),
        ("0", ""),
        ("0", ""),
        ("on", ""),
    ]
    figures = (RoomsColumn.LATENCY, RoomsColumn.SKEW, RoomsColumn.TRIM, RoomsColumn.OFFSET)
    assert [texts(table, 1, column)[0] for column in figures] == ["unknown", "unknown", "+98", "+12"]


def test_figures_of_an_unreachable_room_are_not_shown(table):
    gone = replace(KITCHEN, presence=Presence.GONE, problem="connection refused", skew=Micros(5), loss=0.1)
    table.render(state(rooms=(gone,)))
    assert texts(table, 0, RoomsColumn.STATE) == ("unreachable", "connection refused")
    for column in (RoomsColumn.SONG, RoomsColumn.LATENCY, RoomsColumn.SKEW):
        assert texts(table, 0, column) == ("", "")


def test_rows_stay_where_they_are(table):
    table.render(state(rooms=(TERRACE, replace(KITCHEN, name="Attic"), KITCHEN)))
    assert [texts(table, place, RoomsColumn.NAME)[0] for place in range(3)] == ["Kitchen", "Terrace", "Attic"]
    table.choose("Terrace")
    table.render(state(rooms=(replace(KITCHEN, name="Attic"), TERRACE)))
    assert [texts(table, place, RoomsColumn.NAME)[0] for place in range(2)] == ["Terrace", "Attic"]
    assert table.chosen_room() == "Terrace"
    table.choose(None)
    assert table.chosen_room() is None


def test_only_changed_cells_are_painted_again(table):
    changed = []
    table.rooms.dataChanged.connect(lambda first, last: changed.append((first.row(), first.column(), last.column())))
    table.render(state())
    assert changed == []
    table.render(state(rooms=(replace(KITCHEN, elapsed=Micros(1)), replace(TERRACE, one_way=Micros(5_000)))))
    assert changed == [(0, RoomsColumn.SONG, RoomsColumn.SONG), (1, RoomsColumn.LATENCY, RoomsColumn.LATENCY)]
    table.render(state(rooms=(replace(KITCHEN, elapsed=Micros(2)), replace(TERRACE, one_way=Micros(5_001)))))
    assert len(changed) == 2


def test_the_button_under_the_mouse_is_highlighted(table, qtbot):
    button = cell_buttons(RoomsColumn.OFFSET, cell(table, 1, RoomsColumn.OFFSET))[0]
    dull = table.viewport().grab(button.rect).toImage()
    qtbot.mouseMove(table.viewport(), button.rect.center())
    assert table.viewport().grab(button.rect).toImage() != dull
    assert table.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(table.viewport(), cell(table, 0, RoomsColumn.NAME).center())
    assert table.viewport().grab(button.rect).toImage() == dull


def test_a_room_without_a_measured_skew_is_not_called_together(table):
    measured = replace(TERRACE, skew=Micros(900), uncertainty=Micros(500))
    table.render(state(rooms=(KITCHEN, measured)))
    assert texts(table, 0, RoomsColumn.STATE)[0] == "not measured"
    assert texts(table, 1, RoomsColumn.STATE)[0] == "together"
    symbols = [table.viewport().grab(cell(table, place, RoomsColumn.STATE).adjusted(0, 0, -150, 0)) for place in (0, 1)]
    assert symbols[0].toImage() != symbols[1].toImage()
    table.render(state(rooms=(replace(KITCHEN, playing="stop"), measured)))
    assert texts(table, 0, RoomsColumn.STATE)[0] == "together"


def test_the_menu_key_opens_the_menu_of_the_selected_row(table):
    table.choose("Kitchen")
    center = QPoint(*cell(table, 1, RoomsColumn.NAME).center().toTuple())
    for reason, at in ((QContextMenuEvent.Reason.Keyboard, table.rect().center()), (MOUSE, center)):
        event = QContextMenuEvent(reason, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport() if reason is MOUSE else table, event)
        menu = QApplication.activePopupWidget()
        menu.actions()[0].trigger()
        menu.close()
    assert table.requests == [SwitchRoom("Kitchen", False), SwitchRoom("Terrace", False)]
