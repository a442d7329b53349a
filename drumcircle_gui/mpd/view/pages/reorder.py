"""Moving songs within the queue. Pure."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def moves(queue: Sequence[int], chosen: AbstractSet[int], to: int) -> list[tuple[int, int]]:
    """The moves (id, place), to be done one after the other, that bring the songs `chosen`, in the order they have,
    before the song that now stands at place `to` (the queue's length: to its end)."""
    places = {song: place for place, song in enumerate(queue) if song in chosen}
    above = [song for song, place in places.items() if place < to]
    goals = {song: to - len(above) + number for number, song in enumerate(places)}
    # Those that go down go last to first, those that go up first to last: none passes another.
    order = above[::-1] + list(places)[len(above) :]
    return [(song, goals[song]) for song in order if places[song] != goals[song]]
