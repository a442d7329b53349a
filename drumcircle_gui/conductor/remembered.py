"""The settings that a conductor's choices change for the next circle. Pure."""

import msgspec

from drumcircle_gui.protocol.entry_messages import ChangeEntry
from drumcircle_gui.settings import ConductorSettings

from .conductor_state import AskRouter, ChooseAddress, SetRecording
from .mode_intents import KeepCue


def remembered(settings: ConductorSettings, intent: object) -> ConductorSettings:
    """`settings` after `intent`. A circle whose server was killed is recorded again only if it was recorded before."""
    match intent:
        case SetRecording(on):
            return msgspec.structs.replace(settings, recording=on)
        case AskRouter(open_port):
            return msgspec.structs.replace(settings, open_port=open_port)
        case ChooseAddress(address):
            return msgspec.structs.replace(settings, address=address)
        case ChangeEntry(policy):
            return msgspec.structs.replace(settings, entry=policy)
        case KeepCue(word):
            return settings.with_cue(word)
    return settings
