"""Order of the moves that bring several songs to one place in the queue. Pure."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def moves(queue: Sequence[int], chosen: AbstractSet[int], to: int) -> list[tuple[int, int]]:
    """The moves (song id, new place), to be made one after the other, that bring `chosen` together before place `to`.

    The songs keep their order; `to` counts places of the queue before the moves, its length means the end.
    """
    places = {song: place for place, song in enumerate(queue) if song in chosen}
    above = [song for song, place in places.items() if place < to]
    goals = {song: to - len(above) + number for number, song in enumerate(places)}
    # Songs that move down go last to first, songs that move up first to last: none passes another.
    order = above[::-1] + list(places)[len(above) :]
    return [(song, goals[song]) for song in order if places[song] != goals[song]]
