"""The loaded accounts: pages follow each other, changed accounts keep their places."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.directory.administration.administration_state import AdministrationNotice, AdministrationState

from .people import people, person


@given(st.integers(0, 40), st.integers(1, 9), st.integers(0, 3))
def test_parts_that_overlap_show_each_account_once_and_come_to_an_end(count: int, part: int, again: int) -> None:
    everybody, state = people(count), AdministrationState(total=count)
    for _ in range(count + 1):
        if state.complete:
            break
        begin = max(len(state.rows) - again, 0)
        state = state.with_page(everybody[begin : begin + part], count)
    assert state.complete
    assert state.rows == everybody[: len(state.rows)] and (part <= again or len(state.rows) == count)


def test_changed_accounts_stay_in_their_places_and_unknown_ones_are_left_out() -> None:
    state = AdministrationState(rows=people(3), total=3)
    changed = msgspec.structs.replace(person(1), role="conductor")
    assert state.with_rows((person(9), changed)).rows == (person(0), changed, person(2))


def test_only_a_change_that_was_made_can_be_taken_back() -> None:
    notices = (
        AdministrationNotice(1, "No."),
        AdministrationNotice(2, state="enabled", count=1),
        AdministrationNotice(3, count=2),
    )
    assert [notice.undoable for notice in notices] == [False, True, False]
