"""The model of rows loaded page by page: it shows the latest rows, and resets only if the first ones are others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from drumcircle_gui.directory.administration.paged_model_view import PagedModel

rows = st.lists(st.tuples(st.integers(0, 6), st.sampled_from("ab")), unique_by=lambda row: row[0])


class Pairs(PagedModel):
    def __init__(self):
        super().__init__(2, lambda row: row[0])

    def titles(self):
        return "number", "text"

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.row(index.row())[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


@pytest.mark.usefixtures("qapp")
@given(st.lists(rows, max_size=5), st.booleans())
def test_it_shows_the_latest_rows_and_resets_only_if_the_first_ones_are_others(lists, more):
    model, resets, told = Pairs(), [], set()
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, last: told.update(range(first.row(), last.row() + 1)))
    shown = []
    for new in lists:
        resets.clear()
        told.clear()
        follows = [row[0] for row in new[: len(shown)]] == [row[0] for row in shown]
        assert model.keeps_places(new) == follows
        model.show_rows(new, more=more)
        assert [model.row(place) for place in range(model.rowCount())] == new
        assert bool(resets) == (not follows)
        assert resets or told >= {place for place, row in enumerate(shown) if row != new[place]}
        assert model.canFetchMore(QModelIndex()) == bool(new and more)
        shown = new


def test_more_rows_are_requested_once_for_each_number_of_rows(qapp):
    model, wanted = Pairs(), []
    model.more_wanted.connect(lambda: wanted.append(model.rowCount()))
    for count in (2, 2, 4):
        model.show_rows([(number, "a") for number in range(count)], more=True)
        if model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
    assert wanted == [2, 4]
    model.show_rows([(9, "a")], more=True)
    assert model.canFetchMore(QModelIndex())


def test_ten_thousand_rows_are_added_in_parts_without_a_reset(qtbot):
    everybody, resets, inserted, model = [(n, "a") for n in range(10_000)], [], [], Pairs()
    model.show_rows(everybody[:200], more=True)
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    for loaded in range(400, 10_001, 200):
        model.show_rows(everybody[:loaded], more=True)
    assert not resets and inserted == [(first, first + 199) for first in range(200, 10_000, 200)]
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_rows([*everybody[:5000], (5000, "b"), *everybody[5001:]], more=False)
    assert [index.row() for index in changed.args[:2]] == [5000, 5000] and not resets


def test_titles_are_above_the_columns_and_rows_have_no_numbers(qapp):
    model = Pairs()
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (0, 1)] == ["number", "text"]
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == left
    assert model.headerData(0, Qt.Orientation.Vertical) is None and model.columnCount() == 2
