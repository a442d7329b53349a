import pytest
from msgspec.structs import replace

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.circle_view import beat_in, now_in
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, Volumes
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.player.outlook import Outlook, outlook
from drumcircle_gui.protocol.mode_messages import ModeSpan
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import AudioStatus
from drumcircle_gui.timing.units import Micros, beats
from tests.tools.circle_snapshots import FERN, OAK, REED, STOPPED, WREN

SILENT = {"sound": SoundStatus(AudioStatus(None, 48_000, 256, Micros(0), ""))}
MUTED = StripSettings(muted=True)
ALL_LISTEN = ModePlan((ModeSpan(1, beats(0), beats(16), make_mode(ModeChoice("stop"), Ensemble(()))),))
PLAYERS = (OAK, FERN, WREN)


def silencing(*members):
    return {"listening": ListeningState(Mix({member.name: MUTED for member in members}))}


@pytest.mark.parametrize(
    ("beside", "changes", "expected"),
    [
        ({}, {}, Outlook.HEARD),
        ({}, {"link": LinkState.CONNECTING}, Outlook.CONNECTING),
        ({}, {"link": LinkState.WAITING}, Outlook.WAITING),
        ({}, {"link": LinkState.RECONNECTING}, Outlook.RECONNECTING),
        ({}, {"link": LinkState.ENDED}, Outlook.ENDED),
        (SILENT, {"link": LinkState.ENDED}, Outlook.ENDED),
        ({}, {"timeline": STOPPED}, Outlook.STOPPED),
        (SILENT, {"timeline": STOPPED}, Outlook.STOPPED),
        ({}, {"members": (OAK, replace(FERN, muted=True), REED)}, Outlook.MUTED),
        (SILENT, {}, Outlook.NO_SOUND),
        (SILENT, {"modes": ALL_LISTEN}, Outlook.LISTENING),
        ({"listening": ListeningState(volumes=Volumes(circle=0.0))}, {}, Outlook.VOLUME_ZERO),
        (
            {"listening": ListeningState(Mix({FERN.name: MUTED, WREN.name: MUTED}))},
            {"members": PLAYERS},
            Outlook.ALL_SILENCED,
        ),
        (silencing(WREN), {"members": PLAYERS}, Outlook.HEARD),
        ({}, {"members": (OAK, replace(FERN, spotlight=True), REED)}, Outlook.SPOTLIGHT),
        ({}, {"members": (OAK, FERN, replace(REED, spotlight=True, muted=False))}, Outlook.BESIDE_SPOTLIGHT),
        ({}, {"members": (OAK, FERN, replace(REED, spotlight=True, connected=False))}, Outlook.HEARD),
        ({"sound": SoundStatus()}, {}, Outlook.HEARD),
    ],
)
def test_the_first_reason_that_applies_decides(plays, beside, changes, expected):
    state = plays(beside, **changes)
    assert outlook(state, now_in(state.circle), beat_in(state.circle)) is expected


def test_a_player_muted_by_the_conductor_does_not_count_as_silenced_in_the_mixer(plays):
    state = plays(silencing(FERN), members=(OAK, FERN, REED))
    assert REED.muted
    assert outlook(state, now_in(state.circle), beat_in(state.circle)) is Outlook.ALL_SILENCED
