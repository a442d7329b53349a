"""The command of the benchmarks, and the form of their results."""

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.bench.__main__ import main, names
from tests.bench.form import Result, Row, as_json, as_text, at_least, at_most, table
from tests.tools.netlab import namespaces
from tests.tools.rigs import jack


@pytest.mark.slow
def test_the_list_says_of_each_benchmark_what_it_measures_and_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    entries = capsys.readouterr().out.strip().split("\n\n")
    assert [entry.partition(":")[0] for entry in entries] == names()
    for entry in entries:
        labels = [line.split()[0] for line in entry.splitlines() if line[2:3] > " "]
        assert labels[1:] == ["Aims", "Baseline", "Needs"], entry
        assert len(entry.splitlines()[0]) <= 120


def test_an_unknown_name_gives_a_message_with_all_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clok"]) == 2
    assert "'clok'" in (message := capsys.readouterr().err)
    assert "clock" in message


def test_a_missing_package_gives_a_message_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "tests.bench.clock", None)
    assert main(["clock"]) == 2
    message = capsys.readouterr().err
    assert "'tests.bench.clock' is not installed" in message and "packaging/test.py" in message


@pytest.mark.parametrize("name", names())
def test_every_benchmark_can_be_imported(name: str) -> None:
    assert callable(import_module(f"tests.bench.{name}").run)


@pytest.mark.slow
def test_clock_writes_its_result_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bench.clock.QUICK_RUNS", 3)
    file = tmp_path / "clock.json"
    assert main(["clock", "--quick", "--json", str(file)]) == 0
    outcome = json.loads(file.read_text())
    assert outcome["benchmark"] == "clock"
    assert outcome["quick"] is True
    assert {"system", "processor", "cores", "python", "load"} == set(outcome["machine"])
    assert len({tuple(row) for row in outcome["rows"]}) == 1
    aims = {aim["name"]: aim for aim in outcome["aims"]}
    assert all(set(aim) == {"name", "value", "unit", "aim", "met"} for aim in aims.values())
    assert aims["times the bound was broken"]["met"]
    assert all(aim["met"] for name, aim in aims.items() if name.startswith("p95"))
    assert "p95 error, 22 ms" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.alone
def test_lineup_finds_every_stroke_in_every_speaker(tmp_path: Path) -> None:
    if reason := namespaces.missing() or jack.missing():
        pytest.skip(reason)
    file = tmp_path / "lineup.json"
    assert main(["lineup", "--quick", "--json", str(file)]) == 0
    outcome = json.loads(file.read_text())
    aims = {aim["name"]: aim for aim in outcome["aims"]}
    assert aims["lost"]["met"]
    assert aims["heard twice"]["met"]
    ours, best, perfect, *uneven = outcome["rows"]
    assert [row["clocks"] for row in (ours, best, perfect)] == ["ours", "best of ten", "perfect"]
    assert ours["strokes"] + ours["stalled"] > 40
    assert all(row["lines"] == "uneven" for row in uneven)


def test_aims_have_a_direction() -> None:
    assert at_most("stall", 16.0, "ms", 16).met
    assert not at_most("stall", 16.1, "ms", 16).met
    assert at_least("frames", 60, "1/s", 60).met
    assert not at_least("frames", 59, "1/s", 60).met


def test_json_and_table_have_the_same_content() -> None:
    result = Result([{"player": "bots", "lost": 0}], [at_most("lost", 0, "", 0)], ["a note"])
    text = as_text(result)
    assert "bots" in text
    assert "a note" in text
    written = as_json("demo", True, result)
    assert written["rows"] == [{"player": "bots", "lost": 0}]
    assert written["aims"] == [{"name": "lost", "value": 0, "unit": "", "aim": 0, "met": True}]


def test_a_table_aligns_words_left_and_figures_right() -> None:
    rows: list[Row] = [{"path": "22 ms", "p95": 0.356789, "lost": None}, {"path": "far", "p95": 12345.6, "lost": 7}]
    assert table(rows).splitlines() == [
        "path     p95  lost",
        "------------------",
        "22 ms  0.357     -",
        "far    12346     7",
    ]
    assert table([]) == ""
