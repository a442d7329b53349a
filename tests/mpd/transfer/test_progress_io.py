import asyncio

from drumcircle_gui.mpd.model.rooms_state import UploadRow
from drumcircle_gui.mpd.transfer.progress_io import UploadProgress


def test_changes_are_reported_together_and_the_last_one_always():
    async def story() -> None:
        told: list[tuple[UploadRow, ...]] = []
        progress = UploadProgress(told.append)
        kitchen, hall = progress.add("Kitchen"), progress.add("Hall")
        for done in range(1000):
            progress.change(hall, done=done)
        assert told == []
        progress.flush()
        progress.flush()
        assert told == [(UploadRow("Kitchen"), UploadRow("Hall", done=999))]
        assert progress[kitchen] == progress.rows[0] == UploadRow("Kitchen")
        progress.clear()
        progress.flush()
        assert told[1:] == [()]

    asyncio.run(story())


def test_changes_are_reported_without_a_flush():
    async def story() -> None:
        told: asyncio.Queue[tuple[UploadRow, ...]] = asyncio.Queue()
        progress = UploadProgress(told.put_nowait)
        number = progress.add("Kitchen")
        assert await told.get() == (UploadRow("Kitchen"),)
        began = asyncio.get_running_loop().time()
        progress.change(number, done=1)
        progress.change(number, done=2)
        assert (await told.get())[0].done == 2
        assert asyncio.get_running_loop().time() - began > 0.05
        assert told.empty()

    asyncio.run(story())
