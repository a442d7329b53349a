from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics

from drumcircle_gui.widgets.roster.roster_delegate import NAME_FONT, NOTE_FONT, place_note
from drumcircle_gui.widgets.roster.roster_model import RosterColumn
from drumcircle_gui.widgets.roster.roster_row import RosterRow
from drumcircle_gui.widgets.roster.roster_table import RosterTable
from drumcircle_gui.widgets.theme import DARK, font

OAK = RosterRow(1, "Oak", 0, 22_000, 240, 7_930_000)


@pytest.fixture
def painted(show, colours):
    """The colours of one cell of a table with this row only."""
    table = show(RosterTable(), 480, 200)

    def paint(row: RosterRow, column: RosterColumn) -> set[str]:
        table.render((row,))
        return colours(table.viewport(), QRectF(table.visualRect(table.model().index(0, column))))

    paint.table = table
    return paint


@pytest.mark.parametrize(
    ("row", "column", "colour"),
    [
        (OAK, RosterColumn.NAME, DARK.player(0)),
        (OAK, RosterColumn.EARLY, DARK.good),
        (replace(OAK, tight=True), RosterColumn.EARLY, DARK.warn),
        (replace(OAK, margin=-1), RosterColumn.EARLY, DARK.readable(DARK.bad)),
        (replace(OAK, late=8), RosterColumn.LATE, DARK.warn),
        (OAK, RosterColumn.NAME, DARK.line),
    ],
)
def test_colours_show_the_state(painted, row, column, colour):
    assert colour.name() in painted(row, column)


def test_muted_players_have_a_ring_instead_of_a_dot(painted):
    assert DARK.player(0).name() not in painted(replace(OAK, muted=True), RosterColumn.NAME)


def test_the_selected_row_is_highlighted(painted):
    painted(OAK, RosterColumn.NAME)
    painted.table.choose(1)
    assert DARK.accent.name() in painted(OAK, RosterColumn.NAME)


def test_the_header_has_the_title_and_a_hairline(painted, colours):
    assert {DARK.text.name(), DARK.line.name()} <= colours(painted.table.horizontalHeader().viewport())


@pytest.mark.parametrize(("width", "below"), [(300, False), (64, True)])
def test_a_note_is_below_a_name_that_leaves_no_room_beside(qapp, width, below):
    name, note = place_note(QRect(28, 0, width, 40), "Fern", "muted")
    assert (note.center().y() - name.center().y() > 12) == below
    assert (note.left() > name.left()) != below
    for text, place, face in (("Fern", name, NAME_FONT), ("muted", note, NOTE_FONT)):
        assert QFontMetrics(font(*face)).horizontalAdvance(text) <= place.width()


def test_without_a_note_the_name_is_in_the_middle(qapp):
    assert place_note(QRect(0, 0, 40, 40), "Fern", "")[0].center().y() == QRect(0, 0, 40, 40).center().y()
