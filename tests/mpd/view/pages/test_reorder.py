from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.view.pages.reorder import moves

queues = st.lists(st.integers(0, 50), unique=True, max_size=12)


@given(queues, st.sets(st.integers(0, 50)), st.data())
def test_chosen_songs_end_up_together_and_the_others_keep_their_order(queue, chosen, data):
    to = data.draw(st.integers(0, len(queue)))
    order = list(queue)
    for song, place in moves(queue, chosen, to):
        order.remove(song)
        order.insert(place, song)
    wanted = [song for song in queue if song in chosen]
    others = [song for song in queue if song not in chosen]
    before = len([song for song in queue[:to] if song not in chosen])
    assert order == others[:before] + wanted + others[before:]


def test_songs_already_in_place_are_not_moved():
    assert moves([1, 2, 3, 4], {2, 3}, 1) == []
    assert moves([1, 2, 3, 4], {2}, 4) == [(2, 3)]
    assert moves([1, 2, 3, 4], {9}, 2) == []
