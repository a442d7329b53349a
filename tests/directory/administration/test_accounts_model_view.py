"""The model of the accounts: whatever it showed before, it shows the new rows, and resets only for another order."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from drumcircle_gui.directory.administration.accounts_model_view import AccountColumn, AccountsModel

from .people import person

rows = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from(["waiting", "enabled"])), unique_by=lambda row: row[0]
).map(lambda each: tuple(person(number, state) for number, state in each))


@pytest.mark.usefixtures("qapp")
@given(st.lists(rows, max_size=5), st.integers(0, 3))
def test_it_shows_the_latest_rows_and_resets_only_where_their_order_changes(lists, spare):
    model, resets, told = AccountsModel(), [], set()
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, last: told.update(range(first.row(), last.row() + 1)))
    shown = ()
    for new in lists:
        resets.clear()
        told.clear()
        model.render(new, len(new) + spare)
        assert [model.account(place) for place in range(model.rowCount())] == list(new)
        follows = [row.name for row in new[: len(shown)]] == [row.name for row in shown]
        assert bool(resets) == (not follows)
        assert resets or told >= {place for place, row in enumerate(shown) if row != new[place]}
        assert model.canFetchMore(model.index(-1, -1)) == bool(new and spare)
        shown = new


def test_each_column_has_a_title_and_its_text(qapp):
    model = AccountsModel()
    model.render((msgspec.structs.replace(person(1, "waiting", "conductor"), seen=0),), 1)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in AccountColumn]
    assert titles == ["name", "mail", "role", "state", "last seen"]
    texts = [model.index(0, column).data() for column in AccountColumn]
    assert texts == ["Player 00001", "player1@example.org", "Conductor", "Waiting", ""]
