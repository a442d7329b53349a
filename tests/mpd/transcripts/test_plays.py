"""Sequences of commands that start, move and end playback: the rooms end at the position of a bare server."""

from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .conftest import Pair
from .script import Step
from .world import deviations

pytestmark = [pytest.mark.slow]

PHASES = (Phase.reuse, Phase.generate)  # smaller examples would take minutes
EXAMPLES = 40
LONGEST = 8

ids = st.integers(1, 4).map("{{{}}}".format)
places = st.integers(-1, 4).map(str)
moments = st.sampled_from(["5", "15", "25.5"])  # in the middle of what counts as one place
commands = st.one_of(
    st.sampled_from(["play", "stop", "pause", "pause 1", "pause 0", "next", "previous", "playid", "clear", "status"]),
    places.map("play {}".format),
    ids.map("playid {}".format),
    st.tuples(places, moments).map("seek {0[0]} {0[1]}".format),
    st.tuples(ids, moments).map("seekid {0[0]} {0[1]}".format),
    moments.map("seekcur {}".format),
    places.map("delete {}".format),
    ids.map("deleteid {}".format),
    st.tuples(ids, places).map("moveid {0[0]} {0[1]}".format),
    st.sampled_from(["repeat 1", "repeat 0", "single 1", "single 0", "consume 1", "consume 0", 'add "Rain"']),
)


@settings(max_examples=EXAMPLES, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(said=st.lists(commands, min_size=1, max_size=LONGEST))
def test_plays(open_pair: Pair, said: list[str]) -> None:
    """The position of a bare server after a quick pause depends on its threads, so a difference must occur twice."""
    found = _differences(open_pair, said) and _differences(open_pair, said)
    assert not found, "\n".join([*found, "of:", *said])


def _differences(pair: Pair, said: list[str]) -> list[str]:
    pair.reset()
    script = [Step("a", line.encode() + b"\n") for line in ("add Noise", "playlistid", *said, "currentsong")]
    script += [Step("=", b"resting"), Step("a", b"status\n"), Step("a", b"currentsong\n")]
    with ExitStack() as stack:
        found = deviations(script, *pair.worlds(stack))
        if not found:
            pair.agree()
    return found
