"""Generated sequences of commands about queue, options and stored playlists, sent to a bare server and to the proxy."""

from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .conftest import Pair
from .script import Step, data
from .world import deviations

pytestmark = [pytest.mark.slow]

PHASES = (Phase.reuse, Phase.generate)  # smaller examples would take minutes
EXAMPLES = 200
LONGEST = 25

FILES = ('"Noise/1 White.flac"', '"Rain/Short/1 Drop.flac"', "untitled.flac", "Noise", "Rain/Short", "nosuch", '""')
LISTS = ("one", "two", "nosuch")

places = st.integers(-1, 8).map(str)
near = st.one_of(places, st.sampled_from(["+0", "+1", "-0", "-1"]))
ids = st.one_of(st.integers(1, 12).map("{{{}}}".format), st.just("99999"))
ranges = st.one_of(places, st.tuples(st.integers(0, 6), st.integers(0, 6)).map("{0[0]}:{0[1]}".format), st.just("1:"))
files = st.sampled_from(FILES)
lists = st.sampled_from(LISTS)
switches = st.sampled_from(["0", "1", "oneshot", "2"])
numbers = st.integers(-5, 105).map(str)


def command(name: str, *words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*words).map(lambda found: " ".join([name, *found]))


adding = st.one_of(
    command("add", files),
    command("add", files, near),
    command("addid", files),
    command("addid", files, near),
    command("findadd artist", st.sampled_from(['"The Hiss"', "nobody"])),
    command("searchadd title", st.sampled_from(["dr", "white", "x"])),
    command("load", lists),
    command("load", lists, ranges),
    command("load", lists, ranges, near),
)
arranging = st.one_of(
    command("move", ranges, near),
    command("moveid", ids, near),
    command("swap", places, places),
    command("swapid", ids, ids),
    command("delete", ranges),
    command("deleteid", ids),
    command("prio", numbers, ranges),
    command("prioid", numbers, ids, ids),
    command("rangeid", ids, st.sampled_from(["1:2", ":", "0.5:", "x"])),
    st.just("clear"),
)
options = st.one_of(
    *(command(name, switches) for name in ("repeat", "single", "consume")),
    *(command(name, numbers) for name in ("crossfade", "setvol", "volume", "mixrampdb", "mixrampdelay")),
    command("replay_gain_mode", st.sampled_from(["off", "track", "album", "auto", "x"])),
)
stored = st.one_of(
    command("save", lists),
    command("rm", lists),
    command("rename", lists, lists),
    command("playlistadd", lists, files),
    command("playlistclear", lists),
    command("playlistdelete", lists, places),
    command("playlistmove", lists, places, places),
    command("listplaylistinfo", lists),
    st.just("listplaylists"),
)
reading = st.one_of(
    st.sampled_from(
        ["status", "playlistinfo", "playlistid", "playlist", "currentsong", "getvol", "replay_gain_status"]
    ),
    command("playlistinfo", ranges),
    command("playlistid", ids),
    command("plchanges", st.integers(1, 9).map("{{v{}}}".format)),
    command("plchangesposid", st.integers(1, 9).map("{{v{}}}".format)),
    command("playlistfind title", st.sampled_from(["White", "Drop"])),
)
one = st.one_of(adding, arranging, arranging, options, stored, reading)
many = st.tuples(st.sampled_from(["begin", "ok_begin"]), st.lists(one, max_size=6)).map(
    lambda found: " / ".join([f"command_list_{found[0]}", *found[1], "command_list_end"])
)
sequences = st.lists(st.one_of(one, one, one, many), min_size=1, max_size=LONGEST)


@settings(max_examples=EXAMPLES, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(said=sequences)
def test_sequences(open_pair: Pair, said: list[str]) -> None:
    open_pair.reset()
    asked = [*said, "status", "playlistid", "plchangesposid {v1}", "listplaylists"]
    script = [Step("news", b"ping\n"), Step("a", b"status\n")]
    for number, line in enumerate(asked):
        script += [Step("ab"[number % 2], data(line) + b"\n"), Step("news", b"idle\nnoidle\n")]
    with ExitStack() as stack:
        found = deviations(script, *open_pair.worlds(stack))
    assert not found, "\n".join([*found, "of:", *asked])
    open_pair.agree()
