"""Changes of many accounts, and the changes that undo them."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.directory.administration.administration_state import ChangeStanding
from drumcircle_gui.directory.administration.standing_changes import requests, undo
from drumcircle_gui.protocol.directory import MAX_CHANGED, AccountRow

from .people import person

states, roles = st.sampled_from(["waiting", "enabled", "disabled"]), st.sampled_from(["player", "administrator"])
rows = st.lists(st.tuples(states, roles), max_size=50).map(
    lambda each: tuple(person(number, *which) for number, which in enumerate(each))
)
Accounts = dict[str, AccountRow]


def carried_out(accounts: Accounts, change: ChangeStanding) -> list[str]:
    """The names of those that the requests have changed in `accounts`."""
    names = []
    for request in requests(change):
        assert 1 <= len(request.names) <= MAX_CHANGED
        for name in request.names:
            state, role = request.state or accounts[name].state, request.role or accounts[name].role
            accounts[name] = msgspec.structs.replace(accounts[name], state=state, role=role)
            names.append(name)
    return names


@given(rows, st.sampled_from(["", "enabled", "disabled"]), st.sampled_from(["", "conductor"]), st.data())
def test_what_was_changed_is_taken_back(
    before: tuple[AccountRow, ...], state: str, role: str, data: st.DataObject
) -> None:
    accounts = {row.name: row for row in before}
    change = ChangeStanding(before, state, role)
    changed = carried_out(accounts, change)
    assert all(accounts[row.name] != row for row in before if row.name in changed)
    assert all((row.state, row.role) == (state or row.state, role or row.role) for row in accounts.values())
    for back in undo(change, changed):
        assert carried_out(accounts, back) == [row.name for row in back.rows]
    assert tuple(accounts.values()) == before


def test_only_what_was_changed_is_taken_back_in_one_change_for_each_standing_before() -> None:
    some = person(1, "waiting"), person(2, "disabled"), person(3, "waiting"), person(4, "waiting")
    back = undo(ChangeStanding(some, "enabled"), [row.name for row in some[:3]])
    assert [([row.name for row in each.rows], each.state, each.role) for each in back] == [
        ([some[0].name, some[2].name], "waiting", ""),
        ([some[1].name], "disabled", ""),
    ]
