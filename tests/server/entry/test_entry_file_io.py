import asyncio

from drumcircle_gui import atomic_file
from drumcircle_gui.protocol.entry_messages import Ban, LimitedInvite
from drumcircle_gui.server.entry.entry_file_io import FILE_NAME, EntryFile
from drumcircle_gui.server.entry.entry_record import EntryRecord
from drumcircle_gui.timing.units import SECOND, Micros, wall_micros

RECORD = EntryRecord(
    "knock",
    (LimitedInvite(3, "key", "school", 1, 20, Micros(100 * SECOND)),),
    (Ban(1, "Flint", "192.0.2.1", "player", 0, None), Ban(2, "Slate", "192.0.2.2", "player", 0, Micros(30 * SECOND))),
)


def saved(path, *records: EntryRecord, now: int = 10 * SECOND, clock=wall_micros) -> None:
    async def story():
        file = EntryFile(path / FILE_NAME, clock)
        for record in records:
            file.save(record, Micros(now))
        await file.close()

    asyncio.run(story())


def test_invites_and_bans_go_on_in_the_next_circle_by_the_wall_clock(tmp_path):
    wall = [Micros(10**15)]
    saved(tmp_path, EntryRecord(), RECORD, clock=lambda: wall[0])
    wall[0] = Micros(wall[0] + 50 * SECOND)
    loaded = EntryFile(tmp_path / FILE_NAME, lambda: wall[0]).load(Micros(0))
    assert [invite.until for invite in loaded.invites] == [40 * SECOND]
    assert [ban.name for ban in loaded.bans] == ["Flint"]


def test_without_a_file_there_are_none_and_a_damaged_one_is_kept_aside(tmp_path):
    assert EntryFile(tmp_path / "none" / FILE_NAME, wall_micros).load(Micros(0)) == EntryRecord()
    (tmp_path / FILE_NAME).write_bytes(b"{")
    assert EntryFile(tmp_path / FILE_NAME, wall_micros).load(Micros(0)) == EntryRecord()
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"{"]


def test_a_full_disk_is_logged_and_the_next_change_is_written(tmp_path, monkeypatch, caplog):
    with monkeypatch.context() as full:
        full.setattr(atomic_file, "replace", lambda path, data: (_ for _ in ()).throw(OSError(28, "No space left")))
        saved(tmp_path, RECORD)
    assert "cannot be saved" in caplog.text and not list(tmp_path.iterdir())
    saved(tmp_path, RECORD)
    assert (tmp_path / FILE_NAME).exists()
