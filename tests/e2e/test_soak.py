"""One minute of a long session: at its end no resource has grown, and nobody has missed a stroke."""

import asyncio
from pathlib import Path

import pytest

from tests.tools.rigs import process_usage
from tests.tools.soak import soak, verdict


@pytest.mark.slow
@pytest.mark.skipif(not process_usage.is_available(), reason="needs /proc")
def test_an_evening_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict(asyncio.run(soak(1, tmp_path))) == [], capsys.readouterr().out
