import asyncio

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.entry.key_renewal_io import KeyRenewal, no_new_keys

KEYS = InviteKeys("fir-wren", "yew-hawk")


def test_a_renewal_that_has_begun_is_finished_before_the_end() -> None:
    done = []

    async def story() -> None:
        saved = asyncio.Event()

        async def save() -> InviteKeys:
            await saved.wait()
            return KEYS

        renewal = KeyRenewal(save, lambda *result: done.append(result))
        renewal.start()
        asyncio.get_running_loop().call_soon(saved.set)
        await renewal.close()

    asyncio.run(story())
    assert done == [(KEYS, "")]


@pytest.mark.parametrize("new_keys", [no_new_keys])
def test_the_reason_is_passed_on_if_there_are_no_new_keys(new_keys) -> None:
    done = []

    async def story() -> None:
        renewal = KeyRenewal(new_keys, lambda *result: done.append(result))
        await renewal.close()
        renewal.start()
        await renewal.close()

    asyncio.run(story())
    assert done == [(None, str(DrumCircleError("The invites of this circle cannot be replaced.")))]
