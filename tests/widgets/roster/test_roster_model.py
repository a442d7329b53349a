from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from drumcircle_gui.widgets.roster.roster_model import RosterColumn, RosterModel
from drumcircle_gui.widgets.roster.roster_row import RosterRow

OAK = RosterRow(1, "Oak", 0, 22_000, 240, 7_930_000)


@pytest.fixture
def model(qapp):
    return RosterModel("Players")


def ids(model: RosterModel) -> list[int]:
    return [model.row(place).id for place in range(model.rowCount())]


def rows(*ids: int) -> tuple[RosterRow, ...]:
    return tuple(RosterRow(member, f"P{member}", member) for member in ids)


@given(st.lists(st.sets(st.integers(1, 9)).flatmap(lambda s: st.permutations(sorted(s))), max_size=8))
def test_members_keep_their_rows(histories):
    model = RosterModel("Players")
    expected: list[int] = []
    for members in histories:
        model.render(rows(*members))
        expected = [member for member in expected if member in members]
        expected += [member for member in members if member not in expected]
        assert ids(model) == expected


def test_only_changed_rows_are_announced(model, qtbot):
    model.render(rows(1, 2, 3))
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    renamed = replace(model.row(1), name="other")
    model.render((model.row(2), renamed, model.row(0)))
    assert changed == [(1, 1)]


def test_neighbours_that_change_are_announced_together(model):
    model.render(rows(1, 2, 3, 4, 5))
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.render(tuple(replace(row, late=3) if row.id != 3 else row for row in rows(1, 2, 3, 4, 5)))
    assert changed == [(0, 1), (3, 4)]


def test_the_model_passes_qts_model_tester(model, qtmodeltester):
    model.render(rows(1, 2, 3))
    qtmodeltester.check(model)
    model.render(rows(2, 4))


def texts(model: RosterModel, row: RosterRow) -> list[str]:
    model.render((row,))
    return [model.index(0, column).data() for column in RosterColumn]


def test_amounts_have_readable_units(model):
    assert texts(model, OAK) == ["Oak", "22 ms", "±0.2 ms", "\u2013", "7.93 s", "0"]
    slow = replace(OAK, timing=(-3_400, 12_300), round_trip=1_352_000, margin=-400_000, late=12)
    assert texts(model, slow)[1:] == ["1,352 ms", "±0.2 ms", "\u22123 ±12 ms", "\u22120.40 s", "12"]


def test_unknown_figures_are_a_dash(model):
    assert texts(model, RosterRow(1, "Oak", 0)) == ["Oak", "\u2013", "\u2013", "\u2013", "\u2013", "0"]


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (OAK, ""),
        (replace(OAK, me=True, conductor=True), "you · conductor"),
        (replace(OAK, conductor=True), "conductor"),
        (replace(OAK, muted=True, me=True), "muted · you"),
        (replace(OAK, spotlight=True, part="Low"), "spotlight · Low"),
        (replace(OAK, gone=True, muted=True), "has left"),
        (replace(OAK, connected=False, muted=True), "away"),
    ],
)
def test_a_note_describes_the_member(model, row, note):
    model.render((row,))
    assert model.note(row) == note
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == note


def test_columns_have_explanations(model):
    for column in RosterColumn:
        title = model.headerData(column, Qt.Orientation.Horizontal)
        explanation = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert title and (explanation or column == RosterColumn.NAME)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.place(5) is None
