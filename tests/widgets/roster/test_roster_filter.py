import pytest

from drumcircle_gui.widgets.roster.roster_filter import AWAY, CONNECTED, MUTED, PART, RosterFilter, kinds
from drumcircle_gui.widgets.roster.roster_row import RosterRow

FERN = RosterRow(1, "Fern Hill", 1, part="Low · 50 %", kind="Low")
REED = RosterRow(2, "Reed", 2, muted=True, connected=False, kind="bells", part="bells")


@pytest.mark.parametrize(
    ("shown", "fern", "reed"),
    [
        (RosterFilter(), True, True),
        (RosterFilter("  "), True, True),
        (RosterFilter("fern"), True, False),
        (RosterFilter("HILL fern"), True, False),
        (RosterFilter("low"), True, False),
        (RosterFilter("e"), True, True),
        (RosterFilter("x"), False, False),
        (RosterFilter(choice=CONNECTED), True, False),
        (RosterFilter(choice=AWAY), False, True),
        (RosterFilter(choice=MUTED), False, True),
        (RosterFilter("fern", AWAY), False, False),
        (RosterFilter(choice=PART + "Low"), True, False),
    ],
)
def test_which_rows_match(shown, fern, reed):
    assert (shown.matches(FERN), shown.matches(REED)) == (fern, reed)


def test_the_parts_that_occur():
    assert kinds((FERN, REED, RosterRow(3, "Oak", 0))) == ("bells", "Low")
    assert not RosterFilter() and RosterFilter(choice=AWAY)
