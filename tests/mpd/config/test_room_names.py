from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.config.room_names import MAX_NAME, free_name


def test_a_room_gets_a_name_like_its_host():
    assert free_name("kitchen", 6600, ()) == "kitchen"
    assert free_name("kitchen", 6601, {"kitchen"}) == "kitchen:6601"
    assert free_name("kitchen", 6601, {"kitchen", "kitchen:6601", "kitchen 2"}) == "kitchen 3"


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "x" * 99]), st.integers(1, 65535)), max_size=30))
def test_names_are_never_taken_and_never_too_long(hosts):
    taken: list[str] = []
    for host, port in hosts:
        taken.append(free_name(host, port, taken))
    assert len(set(taken)) == len(hosts)
    assert all(len(name) <= MAX_NAME for name in taken)
