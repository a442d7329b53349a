"""The line of filters: what it requests, and the number that it shows."""

import pytest

from drumcircle_gui.directory.administration.account_filters_view import AccountFilters
from drumcircle_gui.directory.administration.administration_state import AccountFilter, AdministrationState
from tests.tools.accessibility import nameless, out_of_reach

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def filters(qtbot):
    filters = AccountFilters()
    filters.wanted = []
    filters.changed.connect(filters.wanted.append)
    qtbot.addWidget(filters)
    filters.show()
    return filters


def test_everything_has_a_name_and_is_reached_by_key(filters):
    assert nameless(filters) == [] and out_of_reach(filters) == []


def test_each_change_gives_all_three_filters(qtbot, filters):
    qtbot.keyClicks(filters.search, "fe")
    filters.state.setCurrentIndex(1)
    filters.role.setCurrentIndex(3)
    filters.state.setCurrentIndex(0)
    assert filters.wanted == [
        AccountFilter("f"),
        AccountFilter("fe"),
        AccountFilter("fe", "waiting"),
        AccountFilter("fe", "waiting", "administrator"),
        AccountFilter("fe", "", "administrator"),
    ]


def test_the_number_is_of_accounts_to_change_else_selected_else_found(filters):
    shown = []
    for state, selected in (
        (AdministrationState(), 0),
        (AdministrationState(total=3, answered=True), 0),
        (AdministrationState(total=3, answered=True), 2),
        (AdministrationState(total=3, answered=True, changing=1), 2),
    ):
        filters.render(state, selected)
        shown.append(filters.count.accessibleName())
    assert shown == ["loading …", "3 found", "2 selected", "1 to change"]
