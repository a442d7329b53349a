"""Fetching a loop's file."""

import hashlib

from drumcircle_gui.listening.loops.loop_fetch import RETRY, STALLED, LoopFetch
from drumcircle_gui.protocol.loop_messages import MAX_FETCHES, MAX_LOOP_PIECE, FetchLoop, Loop, LoopPiece
from drumcircle_gui.timing.units import Micros, Tempo

DATA = bytes(range(250)) * 4000
LOOP = Loop(hashlib.sha256(DATA).hexdigest(), len(DATA), "Forest", 16, Tempo(500_000))


def answer(request: FetchLoop) -> LoopPiece:
    return LoopPiece(request.file, request.offset, DATA[request.offset : request.offset + MAX_LOOP_PIECE])


def run(fetch: LoopFetch, now: int = 0, rounds: int = 1000) -> int:
    """Answer all requests after a round trip of 20 ms; return the number of rounds."""
    for number in range(rounds):
        now += 20_000
        requests = fetch.requests(Micros(now))
        assert len(requests) <= MAX_FETCHES
        for request in requests:
            fetch.take(answer(request), Micros(now + 20_000))
        if fetch.file.complete:
            return number
    return rounds


def test_the_whole_file_arrives_in_few_rounds() -> None:
    fetch = LoopFetch(LOOP, Micros(0))
    assert run(fetch) < 30
    assert (fetch.file.intact, fetch.arrived) == (True, 100)
    assert fetch.requests(Micros(10**9)) == []


def test_after_a_cut_only_the_rest_is_requested() -> None:
    fetch = LoopFetch(LOOP, Micros(0))
    run(fetch, rounds=10)
    fetch.requests(Micros(400_000))  # never answered: the connection is cut
    half = fetch.file.offset
    fetch.resume(Micros(500_000))
    assert fetch.requests(Micros(500_000))[0].offset == half
    run(fetch, 600_000)
    assert fetch.file.intact


def test_a_transfer_that_stalls_begins_again() -> None:
    fetch = LoopFetch(LOOP, Micros(0))
    first = fetch.requests(Micros(0))
    assert fetch.requests(Micros(STALLED)) == []
    assert fetch.requests(Micros(STALLED + 1)) == first


def test_a_server_without_the_file_is_asked_again_later() -> None:
    fetch = LoopFetch(LOOP, Micros(0))
    fetch.requests(Micros(0))
    fetch.take(LoopPiece(LOOP.file, 0, b""), Micros(5))
    assert fetch.requests(Micros(6)) == []
    assert fetch.requests(Micros(5 + RETRY))[0].offset == 0


def test_pieces_of_other_files_are_left_out() -> None:
    fetch = LoopFetch(LOOP, Micros(0))
    fetch.take(LoopPiece(64 * "b", 0, b"other"), Micros(5))
    assert fetch.file.offset == 0
