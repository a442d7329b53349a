"""The folders of a hub's circles."""

from pathlib import Path

from drumcircle_gui.hub.circle_folders_io import CircleFolders
from drumcircle_gui.hub.circle_record import CircleRecord
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo


def record(id: str, ended: int | None) -> CircleRecord:
    return CircleRecord(
        id=id,
        name="Oak",
        about="",
        entry="invite",
        listed=True,
        player_key="p",
        conductor_key="c",
        tempo=Tempo(500_000),
        meter=Meter(),
        created=Micros(0),
        ended=None if ended is None else Micros(ended),
    )


def test_folders_of_circles_that_ended_long_ago_are_deleted(tmp_path: Path) -> None:
    folders = CircleFolders(tmp_path)
    for id, ended in ("long-ago", 10), ("just-now", 90), ("still-on", None):
        folders.save(record(id, ended))
        folders.recordings(id).mkdir()
    folders.delete_ended(Micros(50))
    assert [each.id for each in folders.load()] == ["just-now", "still-on"]
    assert not folders.recordings("long-ago").exists()
