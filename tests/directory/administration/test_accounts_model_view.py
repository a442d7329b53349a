"""The model of the accounts: texts of its cells, and whether there are more accounts than it shows."""

import msgspec
from PySide6.QtCore import QModelIndex, Qt

from drumcircle_gui.directory.administration.accounts_model_view import AccountColumn, AccountsModel

from .people import people, person


def test_each_column_has_a_title_and_its_text(qapp):
    model = AccountsModel()
    model.render((msgspec.structs.replace(person(1, "waiting", "conductor"), seen=0),), 1)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in AccountColumn]
    assert titles == ["name", "mail", "role", "state", "last seen"]
    texts = [model.index(0, column).data() for column in AccountColumn]
    assert texts == ["Player 00001", "player1@example.org", "Conductor", "Waiting", ""]


def test_a_cell_gives_its_account_and_a_name_is_shown_as_it_stands(qapp):
    model, odd = AccountsModel(), msgspec.structs.replace(person(1), name="<img src=/dev/zero>")
    model.render((odd,), 1)
    index = model.index(0, AccountColumn.MAIL)
    assert index.data(Qt.ItemDataRole.UserRole) == odd
    assert model.index(0, 0).data() == "<img src=/dev/zero>"
    assert "&lt;img" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_more_can_be_loaded_while_more_were_found_than_are_shown(qapp):
    model = AccountsModel()
    for shown, total in ((2, 5), (5, 5)):
        model.render(people(shown), total)
        assert model.canFetchMore(QModelIndex()) == (shown < total)


def test_an_account_that_has_changed_keeps_its_place(qapp):
    model, resets = AccountsModel(), []
    model.render(people(3), 3)
    model.modelReset.connect(lambda: resets.append(1))
    changed = (*people(3)[:2], msgspec.structs.replace(person(2), role="conductor"))
    model.render(changed, 3)
    assert model.row(2).role == "conductor" and not resets
