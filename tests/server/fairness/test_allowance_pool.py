"""Allowances that outlive their holders."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness.allowance_pool import AllowancePool
from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import SECOND, Micros

RATE, BURST = 3, 20


def new_pool() -> AllowancePool:
    return AllowancePool(lambda: TokenBucket(RATE, BURST))


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30), st.integers(0, SECOND)), max_size=60))
def test_changing_holders_get_no_more_than_lasting_ones(acts: list[tuple[int, int, int]]) -> None:
    """Three places, whose holders leave and are replaced at will."""
    pool, now, granted = new_pool(), 0, 0
    held: dict[int, TokenBucket] = {}
    for place, amount, passed in acts:
        now += passed
        if place in held and amount == 0:
            pool.release(held.pop(place), Micros(now))
            continue
        bucket = held.get(place)
        if bucket is None:
            bucket = held[place] = pool.acquire(Micros(now))
        granted += bucket.take(amount, Micros(now))
    assert granted * SECOND <= 3 * (BURST * SECOND + RATE * now)


def test_the_emptiest_bucket_is_taken_over_first() -> None:
    pool = new_pool()
    first, second = pool.acquire(Micros(0)), pool.acquire(Micros(0))
    first.take(5, Micros(0))
    second.take(20, Micros(0))
    pool.release(first, Micros(0))
    pool.release(second, Micros(0))
    assert pool.acquire(Micros(0)) is second
    assert pool.acquire(Micros(0)) is first


def test_full_buckets_are_not_kept() -> None:
    pool = new_pool()
    bucket = pool.acquire(Micros(0))
    pool.release(bucket, Micros(0))
    assert pool.is_unused(Micros(0))
    used = pool.acquire(Micros(0))
    used.take(20, Micros(0))
    pool.release(used, Micros(0))
    assert not pool.is_unused(Micros(SECOND))
    assert pool.is_unused(Micros(7 * SECOND))
    assert pool.acquire(Micros(7 * SECOND)) is not used
    assert len(pool) == 0


def test_many_buckets_given_back_do_not_pile_up() -> None:
    pool = new_pool()
    for number in range(10_000):
        bucket = TokenBucket(RATE, BURST)
        bucket.take(1, Micros(number * SECOND))
        pool.release(bucket, Micros(number * SECOND))
    assert len(pool) < 2_000
