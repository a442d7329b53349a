import asyncio

import pytest

pytest.importorskip("pythonosc")

from drumcircle_gui.installation.kind import Kind
from drumcircle_gui.listening.outputs import link_io
from drumcircle_gui.listening.outputs.osc_messages import NO_OSC, OscSetup
from drumcircle_gui.listening.outputs.other_outputs_io import OtherOutputs


def problems(osc, *, link):
    """The problems reported after the start."""

    async def script():
        found, told = [], asyncio.Event()

        def complain(error):
            found.append(error.what)
            told.set()

        others = OtherOutputs(osc, complain, lambda heard: None, link=link)
        assert len(others.outputs) == 2
        others.start()
        if osc.target or link:
            await told.wait()
        await others.close()
        await others.close()
        return found

    return asyncio.run(script())


def test_only_what_is_wanted_is_opened(monkeypatch):
    monkeypatch.setattr(link_io, "kind", lambda: Kind.BUNDLE)
    assert problems(NO_OSC, link=False) == []
    assert "OSC cannot be sent" in problems(OscSetup("nowhere"), link=False)[0]
    assert "Ableton Link" in problems(NO_OSC, link=True)[0]
