"""The allowances of connections and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness import work_account
from drumcircle_gui.server.fairness.work_account import (
    ADDRESS_WORK_AT_ONCE,
    ADDRESS_WORK_PER_S,
    CONNECTION_WORK_AT_ONCE,
    CONNECTION_WORK_PER_S,
    LIGHT_CONNECTION_WORK,
    LIGHT_WORK_AT_ONCE,
    LIGHT_WORK_PER_S,
    MIN_WAIT,
    TOTAL_WORK_AT_ONCE,
    TOTAL_WORK_PER_S,
    WAIT_PER_CONNECTION,
    AddressAccount,
    Addresses,
)
from drumcircle_gui.timing.units import SECOND, Micros

MESSAGE = Micros(100)


@pytest.mark.slow
def test_what_others_at_the_address_do_leaves_a_connection_its_own_allowance() -> None:
    address = AddressAccount()
    flood, member = address.open_connection(Micros(0)), address.open_connection(Micros(0))
    while not flood.spend(MESSAGE, Micros(0)):
        continue
    granted = 0
    for second in range(1, 60):
        now = Micros(second * SECOND)
        while not flood.spend(MESSAGE, now):
            continue
        while not member.spend(MESSAGE, now):
            granted += MESSAGE
    assert granted >= 59 * CONNECTION_WORK_PER_S


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 20_000), st.integers(0, SECOND // 10)), max_size=200))
def test_an_address_never_gets_more_than_its_connections_and_its_own(acts: list[tuple[int, int, int]]) -> None:
    address, now, granted = AddressAccount(), 0, 0
    connections = [address.open_connection(Micros(0)) for _ in range(5)]
    for number, work, passed in acts:
        now += passed
        if not connections[number].spend(Micros(work), Micros(now)):
            granted += work
    seconds = now / SECOND
    largest = 6 * 20_000  # of each bucket, the last message may be owed
    assert granted <= largest + 5 * (CONNECTION_WORK_AT_ONCE + CONNECTION_WORK_PER_S * seconds) + (
        ADDRESS_WORK_AT_ONCE + ADDRESS_WORK_PER_S * seconds
    )


@given(st.lists(st.tuples(st.integers(1, 2_000_000), st.integers(0, SECOND)), max_size=50))
def test_paying_from_its_own_allowance_first_costs_the_same(acts: list[tuple[int, int]]) -> None:
    plain, quick = (AddressAccount().open_connection(Micros(0)) for _ in range(2))
    now = Micros(0)
    for work, passed in acts:
        now = Micros(now + passed)
        wait = Micros(0) if quick.spend_own(work, now) else quick.spend(Micros(work), now)
        assert wait == plain.spend(Micros(work), now)


def test_connecting_again_does_not_renew_the_allowance() -> None:
    address, granted = AddressAccount(), 0
    for _ in range(100):
        connection = address.open_connection(Micros(0))
        while not connection.spend(MESSAGE, Micros(0)):
            granted += MESSAGE
        connection.close(Micros(0))
    assert granted <= ADDRESS_WORK_AT_ONCE + CONNECTION_WORK_AT_ONCE + 2 * MESSAGE


def test_a_connection_is_light_again_some_time_after_it_has_caused_much_work() -> None:
    connection = AddressAccount().open_connection(Micros(0))
    assert connection.is_light(Micros(0))
    connection.spend(Micros(LIGHT_CONNECTION_WORK), Micros(0))
    assert connection.is_light(Micros(0))
    connection.spend(MESSAGE, Micros(0))
    assert not connection.is_light(Micros(0))
    assert connection.is_light(Micros(MESSAGE * SECOND // CONNECTION_WORK_PER_S))


@pytest.mark.parametrize("others", [0, 49])
def test_a_flood_is_woken_rarely_and_gets_its_allowance_all_the_same(others: int) -> None:
    """Of tiny messages, alone or beside other floods of its address."""
    address, now, granted, waits = AddressAccount(), Micros(0), 0, 0
    flood = address.open_connection(now)
    rivals = [address.open_connection(now) for _ in range(others)]
    while now < 2 * SECOND:
        for rival in rivals:
            while not rival.spend(MESSAGE, now):
                continue
        while not (wait := flood.spend(MESSAGE, now)):
            granted += MESSAGE
        waits += 1
        now = Micros(now + wait)
    assert waits <= 2 * SECOND // MIN_WAIT + 1
    allowance = CONNECTION_WORK_PER_S + (0 if others else min(ADDRESS_WORK_PER_S, TOTAL_WORK_PER_S))
    assert granted >= 1.9 * allowance


@given(st.integers(1, 10**7))
def test_after_the_wait_the_next_try_succeeds(work: int) -> None:
    connection, now = AddressAccount().open_connection(Micros(0)), 0
    for _ in range(20):
        if wait := connection.spend(Micros(work), Micros(now)):
            now += wait
            assert connection.spend(Micros(work), Micros(now)) == 0


def test_what_is_owed_is_bounded() -> None:
    address = AddressAccount()
    address.owe(Micros(10**12), Micros(0))
    assert address.spend(MESSAGE, Micros(0)) <= 6 * SECOND


@pytest.mark.slow
def test_unused_accounts_are_dropped_when_there_are_many() -> None:
    addresses = Addresses()
    addresses.account("member", Micros(0)).open_connection(Micros(0))
    used = addresses.account("flood", Micros(0))
    used.spend(MESSAGE, Micros(0))
    for number in range(2 * work_account.PRUNE_AT):
        addresses.account(str(number), Micros(0))
    assert len(addresses) <= work_account.PRUNE_AT + 2
    assert addresses.account("flood", Micros(0)) is used


def test_very_many_addresses_together_get_no_more_than_the_total() -> None:
    addresses, granted, seconds = Addresses(), 0, 10
    for now in range(0, seconds * SECOND, 10_000):
        for number in range(64):
            while not addresses.account(f"10.0.0.{number}", Micros(now)).spend(Micros(5_000), Micros(now)):
                granted += 5_000
    light = 64 * (LIGHT_WORK_AT_ONCE + seconds * LIGHT_WORK_PER_S)
    allowed = TOTAL_WORK_AT_ONCE + seconds * TOTAL_WORK_PER_S + light
    assert 0.9 * allowed <= granted <= 1.1 * allowed


def test_a_newcomer_does_not_wait_for_very_many_others() -> None:
    addresses = Addresses()
    for number in range(64):
        while not addresses.account(f"10.0.0.{number}", Micros(0)).spend(Micros(5_000), Micros(0)):
            continue
    assert addresses.account("192.0.2.1", Micros(0)).spend(Micros(1_500), Micros(0)) == 0


def test_many_connections_of_an_address_that_wait_look_5000_times_a_second_at_most() -> None:
    for count in (8, 200, 1000):
        address = AddressAccount()
        crowd = [address.open_connection(Micros(0)) for _ in range(count)]
        due, looks = dict.fromkeys(crowd, Micros(0)), 0
        for now in range(0, 2 * SECOND, 5000):
            for each in (each for each in crowd if due[each] <= now):
                while not (wait := each.spend(Micros(5_000), Micros(now))):
                    continue
                due[each] = Micros(now + wait)
                looks += now >= SECOND
                assert wait <= max(each._own.wait(Micros(now)), MIN_WAIT)
        assert looks <= SECOND // WAIT_PER_CONNECTION
