"""The console's objects reach a real circle and real rooms."""

import io
from contextlib import ExitStack

import pytest

from tests.console import __main__ as console
from tests.tools.rigs import mpds
from tests.tools.rigs.jack import wait_until


def test_a_circle_without_rooms_plays():
    with ExitStack() as stack:
        names = console.open_all(stack, bots=2, rooms=0)
        circle = names["circle"]
        assert "rooms" not in names
        wait_until(lambda: len(circle.snapshot.members) == 3, "two bots and the conductor")
        circle.tempo(96)
        wait_until(lambda: circle.snapshot.timeline.latest.epoch > 0, "the tempo changes")
    assert circle.failures == []


@pytest.mark.slow
@pytest.mark.skipif(bool(mpds.missing()), reason=mpds.missing() or "mpd is there")
def test_rooms_answer_as_one_server():
    with ExitStack() as stack:
        rooms = console.open_all(stack, bots=0, rooms=2)["rooms"]
        assert len(rooms.ask("playlistinfo")) > 4
        rooms.ask("play")
        wait_until(lambda: "state: play" in rooms.ask("status"), "the group plays")


def test_the_prompt_evaluates_and_ends(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("print(len(circle.snapshot.members) >= 0)\n"))
    assert console.main(["--bots", "0", "--rooms", "0"]) == 0
    printed = capsys.readouterr()
    assert "True" in printed.out and "circle, run are live" in printed.err
