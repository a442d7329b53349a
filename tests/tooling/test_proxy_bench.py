"""The benchmark of the proxy runs, and says what it should."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench import proxy
from tests.bench.__main__ import main
from tests.tools.rigs import mpds

COMMANDS = ("ping", "status", "currentsong", "playlistinfo", "outputs")


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_the_proxy_is_measured_beside_a_bare_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the whole library, as long replies must not fill the memory. Shorter waits, fewer repetitions and a shorter
    queue make figures less exact, which nothing here is about."""
    monkeypatch.setattr("tests.bench.mpd.presence.SETTLING_S", 0.5)
    monkeypatch.setattr(proxy, "QUICK", replace(proxy.QUICK, watched=0.75, answers=1))
    monkeypatch.setattr(proxy, "QUEUE", 2048)
    if reason := mpds.missing():
        pytest.skip(reason)
    file = tmp_path / "proxy.json"
    assert main(["proxy", "--quick", "--json", str(file)]) == 0
    outcome = json.loads(file.read_text())
    assert outcome["benchmark"] == "proxy"
    assert len({tuple(row) for row in outcome["rows"]}) == 1
    rows = {(row["what"], row["of"]): row for row in outcome["rows"]}
    assert len(rows) == len(outcome["rows"])
    for command in COMMANDS:
        both = rows[command, "p50"]
        assert both["added"] == pytest.approx(both["proxy"] - both["bare"])
    aims = {aim["name"]: aim for aim in outcome["aims"]}
    assert aims["ping: added p50"]["value"] == rows["ping", "p50"]["added"]
    assert aims["listallinfo: memory"]["met"]
    assert aims["8 slow clients: memory"]["met"]
    assert rows["2 rooms", "stopped"]["proxy"] < rows["2 rooms", "playing"]["proxy"]
    assert "listallinfo: speed" in capsys.readouterr().out
