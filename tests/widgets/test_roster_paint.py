from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from drumcircle_gui.widgets.roster import RosterTable
from drumcircle_gui.widgets.roster_model import Column, RosterRow
from drumcircle_gui.widgets.theme import DARK

OAK = RosterRow(1, "Oak", 0, 22_000, 240, 7_930_000)


@pytest.fixture
def painted(show, colours):
    """The colours of one cell of a table with just this row."""
    table = show(RosterTable(), 480, 200)

    def paint(row: RosterRow, column: Column) -> set[str]:
        table.render((row,))
        return colours(table.viewport(), QRectF(table.visualRect(table.model().index(0, column))))

    paint.table = table
    return paint


@pytest.mark.parametrize(
    ("row", "column", "colour"),
    [
        (OAK, Column.NAME, DARK.player(0)),
        (OAK, Column.EARLY, DARK.good),
        (replace(OAK, tight=True), Column.EARLY, DARK.warn),
        (replace(OAK, margin=-1), Column.EARLY, DARK.readable(DARK.bad)),
        (replace(OAK, late=8), Column.LATE, DARK.warn),
        (OAK, Column.NAME, DARK.line),
    ],
)
def test_colours_tell_how_it_is(painted, row, column, colour):
    assert colour.name() in painted(row, column)


def test_the_muted_are_a_ring_not_a_dot(painted):
    assert DARK.player(0).name() not in painted(replace(OAK, muted=True), Column.NAME)


def test_the_row_chosen_can_be_seen(painted):
    painted(OAK, Column.NAME)
    painted.table.choose(1)
    assert DARK.accent.name() in painted(OAK, Column.NAME)


def test_the_header_has_the_title_and_a_hairline(painted, colours):
    assert {DARK.text.name(), DARK.line.name()} <= colours(painted.table.horizontalHeader().viewport())
